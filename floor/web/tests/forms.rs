// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Forms: shown, sent back with what was typed, refused, done once.

mod bakery;

use bakery::in_a_bakery;
use store::{FromQueryResult, one};

const GOOD: [(&str, &str); 4] =
    [("code", "ROTI-1"), ("day", "24-11-2026"), ("count", "3"), ("shape", "round")];

#[tokio::test]
async fn an_empty_form_shows_every_kind_of_field() {
    in_a_bakery(|house| async move {
        let page = house.get("budi", "/loaves/new?price=Rp5.000").await.expect(200);
        for part in [
            "<h1>Panggang roti</h1>",
            "<b>Dapur &#60;utama&#62;</b>",
            "<p class=\"note\">Oven sudah panas.</p>",
            "<label for=\"field-code\">Kode roti</label>",
            "<label for=\"field-note\">Catatan <small>(boleh kosong)</small></label>",
            "inputmode=\"text\" autocomplete=\"off\" required aria-describedby=\"hint-day\"",
            "<small id=\"hint-day\">Misalnya 17-12-2025.</small>",
            "name=\"count\" type=\"text\" value=\"12\" inputmode=\"numeric\"",
            "name=\"price\" type=\"text\" value=\"Rp5.000\"",
            "<option value=\"long_one\">Panjang</option>",
            "<option value=\"1\">Oven &#60;satu&#62;</option>",
            "Sejak pagi</textarea>",
            "class=\"records\"",
            "type=\"checkbox\" id=\"field-hot\" name=\"hot\" value=\"1\"><label",
            "type=\"password\" autocomplete=\"new-password\"",
            "id=\"field-crumb.1\"",
            "<button class=\"btn\">Panggang</button>",
            "<a class=\"btn quiet\" href=\"/loaves\">Kembali</a>",
            "<a href=\"/loaves\" aria-current=\"page\">Kemitraan</a>",
        ] {
            assert!(page.body.contains(part), "{part} is not in\n{}", page.body);
        }
        assert!(!page.body.contains("role=\"alert\"") && !page.body.contains("multipart"));
        assert!(house.house.words.missing().is_empty(), "{:?}", house.house.words.missing());
    })
    .await;
}

#[tokio::test]
async fn every_problem_stands_at_its_field_and_what_was_typed_is_kept() {
    in_a_bakery(|house| async move {
        let fields = [
            ("day", "12/31/2026"),
            ("count", "tiga"),
            ("shape", "long_one"),
            ("oven", "1"),
            ("note", "<b>Catatan saya"),
            ("hot", "1"),
            ("secret", "sangat rahasia"),
            ("crumb.1", "stone"),
        ];
        let page = house.post("budi", "/loaves/new", &fields).await.expect(422);
        for part in [
            "<title>Kesalahan: Panggang roti – Bekal</title>",
            "role=\"alert\" tabindex=\"-1\" autofocus",
            "4 isian perlu diperbaiki.",
            "<a href=\"#field-code\">Kode roti: Isian ini wajib diisi.</a>",
            "<a href=\"#field-crumb.1\">Remah: Batu bukan remah.</a>",
            "<p class=\"problem\" id=\"problem-count\">“tiga” bukan bilangan bulat.",
            "aria-invalid=\"true\" aria-describedby=\"problem-day hint-day\"",
            "value=\"12/31/2026\"",
            "<option value=\"long_one\" selected>",
            "<option value=\"1\" selected>Oven",
            "&#60;b&#62;Catatan saya</textarea>",
            "value=\"1\" checked",
            "name=\"crumb.1\" value=\"stone\"",
        ] {
            assert!(page.body.contains(part), "{part} is not in\n{}", page.body);
        }
        assert!(!page.body.contains("sangat rahasia"), "a password is never sent back");
        assert!(!page.body.contains("Sejak pagi"), "what was typed wins over what was prepared");
    })
    .await;
}

#[tokio::test]
async fn a_refusal_keeps_the_form_and_says_what_is_possible() {
    in_a_bakery(|house| async move {
        let fields = [("code", "ROTI-9"), ("day", "24-11-2026"), ("count", "7"), ("shape", "long_one")];
        let page = house.post("budi", "/loaves/new", &fields).await.expect(409);
        for part in [
            "<title>Ditolak: Panggang roti",
            "<b>Roti ROTI-9 terlalu panjang untuk oven.</b>",
            "<li>Oven 40 cm.</li><li>Tepung kurang 2 kg.</li>",
            "<p>Pilih bentuk bulat.</p>",
            "value=\"ROTI-9\"",
            "value=\"7\"",
        ] {
            assert!(page.body.contains(part), "{part} is not in\n{}", page.body);
        }
        assert_eq!(loaves(&house).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_done_is_said_on_the_next_page_and_only_to_the_one_who_did_it() {
    in_a_bakery(|house| async move {
        let done = house.post("budi", "/loaves/new", &GOOD).await.expect(303);
        assert_eq!((done.location.as_str(), done.said.len()), ("/loaves/ROTI-1", 2));
        let next = house.get("budi", done.header("location")).await.expect(200);
        assert!(next.shows("Roti ROTI-1 dipanggang.") && next.shows("Roti sedang didinginkan."));
        assert!(next.body.contains("role=\"status\""));
        let forged = done.header("location").replace("dipanggang", "dibuang");
        assert!(!house.get("budi", &forged).await.expect(200).shows("dibuang"));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_is_done_once() {
    in_a_bakery(|house| async move {
        let mut fields = GOOD.to_vec();
        fields.push(("_once", "5b1c"));
        let first = house.post("budi", "/loaves/new", &fields).await.expect(303);
        let again = house.post("budi", "/loaves/new", &fields).await.expect(303);
        assert_eq!(again.location, first.location);
        assert_eq!(again.said[0], "Formulir ini sudah pernah dikirim. Tidak ada yang dicatat dua kali.");
        assert_eq!(again.said[1], "Roti ROTI-1 dipanggang.");
        assert_eq!(loaves(&house).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_file_is_handed_in_and_the_address_wins_over_the_body() {
    in_a_bakery(|house| async move {
        house.post("budi", "/loaves/new", &GOOD).await.expect(303);
        let page = house.get("budi", "/loaves/ROTI-1/photo").await.expect(200);
        assert!(
            page.body.contains("enctype=\"multipart/form-data\"")
                && page.body.contains("Paling besar 10 MB.")
        );
        assert!(!page.body.contains("name=\"loaf\""), "a part of the address is no field");
        let file = [("file", "roti.jpg", &[9_u8; 2000][..])];
        let sent =
            house.post_file("budi", "/loaves/ROTI-1/photo", &[("loaf", "ROTI-2")], &file).await.expect(303);
        assert_eq!(
            (sent.location.as_str(), sent.said[0].as_str()),
            ("/loaves/ROTI-1", "Foto tersimpan, 2000 bita.")
        );
        let none =
            house.post_file("budi", "/loaves/ROTI-1/photo", &[], &[("file", "", b"")]).await.expect(422);
        assert!(none.shows("Pilih berkas yang akan diunggah."));
        let vast = vec![0_u8; 11 * 1024 * 1024];
        let vast =
            house.post_file("budi", "/loaves/ROTI-1/photo", &[], &[("file", "a", &vast)]).await.expect(413);
        assert!(vast.shows("Kiriman ini terlalu besar"));
    })
    .await;
}

async fn loaves(house: &web::testing::Standing) -> i64 {
    #[derive(FromQueryResult)]
    struct Row {
        count: i64,
    }
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM loaf";
    let row: Option<Row> = one(house.house.db.read(), sql, []).await.expect("loaves can be counted");
    row.map_or(0, |row| row.count)
}
