// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Interests, by sheet and one by one.

use web::testing::on_each_database;

use crate::ground::{Ground, SHEET, plan};

#[tokio::test]
async fn a_sheet_with_unknown_people_is_refused_whole_unless_told_to_skip_them() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let sheet = [("file", "minat.csv", SHEET)];
        let refused = ground.house.post_file("giatja", "/interests/import", &[], &sheet).await.expect(422);
        for line in ["Baris 8", "Baris 23", "Baris 31"] {
            assert!(refused.body.contains(line), "{line} is named");
        }
        assert!(ground.house.get("giatja", "/enrolment").await.expect(200).shows("Belum ada minat"));
        let done = ground
            .house
            .post_file("giatja", "/interests/import", &[("skip_bad", "1")], &sheet)
            .await
            .expect(303);
        assert!(done.said[0].contains("Minat 26 orang dicatat, 3 baris dilewati"), "{:?}", done.said);
        let page = ground.house.get("giatja", "/enrolment").await.expect(200);
        assert!(page.shows("Minat 26 orang sudah dicatat"));
    })
    .await;
}

#[tokio::test]
async fn a_slip_in_the_number_gives_nobody_anothers_wish() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let sheet = "no_registrasi;nama;pilihan_1;pilihan_2;pengalaman;pengalaman_bulan;baca_tulis\n\
                     B.I 139/2024;Mat Hasim;roti;;;0;lancar\nB.I 139/2024;Eko Wahyu Nugroho;las;;;0;lancar\n";
        let files = [("file", "minat.csv", sheet.as_bytes())];
        let refused = ground.house.post_file("giatja", "/interests/import", &[], &files).await.expect(422);
        assert!(refused.shows("tidak bernama “Mat Hasim”"));
        assert!(refused.shows("muncul dua kali"));
    })
    .await;
}

#[tokio::test]
async fn who_says_the_same_again_keeps_the_place_and_who_changes_begins_anew() {
    on_each_database(plan(), async |house| {
        let ground = Ground::of(house).await;
        let person = ground.person_of("B.I 139/2024").await;
        let path = format!("/people/{person}/interest");
        let tell = async |first: &str, day: &str| {
            let fields = [("first_choice", first), ("literacy", "fluent"), ("day", day)];
            ground.house.post("binadik", &path, &fields).await.expect(303);
            let sql = "SELECT since, told_on FROM interest";
            #[derive(store::FromQueryResult)]
            struct Row {
                since: kernel::day::Day,
                told_on: kernel::day::Day,
            }
            let row: Row = store::one(ground.house.house.db.read(), sql, []).await.unwrap().unwrap();
            (kernel::day::short(row.since), kernel::day::short(row.told_on))
        };
        assert_eq!(tell("Roti", "01-12-2025").await, ("01-12-2025".to_owned(), "01-12-2025".to_owned()));
        assert_eq!(tell("roti", "10-12-2025").await, ("01-12-2025".to_owned(), "10-12-2025".to_owned()));
        assert_eq!(tell("las", "11-12-2025").await, ("11-12-2025".to_owned(), "11-12-2025".to_owned()));
        let future = [("first_choice", "las"), ("literacy", "fluent"), ("day", "13-12-2025")];
        ground.house.post("binadik", &path, &future).await.expect(422);
        let now = [("first_choice", "las"), ("literacy", "fluent")];
        ground.house.post("asing", &path, &now).await.expect(404);
        ground.house.post("kplp", &path, &now).await.expect(403);
    })
    .await;
}
