// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A holder fetches her files with the code on her slip: nobody signed in, nothing of her noted, and the code nowhere in the clear.

use programme::facts::CertificateKind;
use store::run;
use web::testing::{Answer, Standing};

use crate::world::{in_a_world, issued};

/// Makes a code as the office does, and reads it from the answer.
async fn made(house: &Standing, number: &str) -> String {
    let page = house
        .post("galih", &format!("/certificates/{number}/claim-code"), &[("until", "01-11-2027")])
        .await
        .expect(200);
    let mut words = page.body.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    words.find(|word| is_code(word)).unwrap_or_else(|| panic!("no code: {}", page.body)).to_owned()
}

fn is_code(word: &str) -> bool {
    let groups: Vec<&str> = word.split('-').collect();
    let is_group = |group: &&str| {
        group.len() == 4 && group.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
    };
    groups.len() == 4 && groups.iter().all(is_group)
}

async fn ask(house: &Standing, code: &str, file: &str) -> Answer {
    house.post("", "/c/ambil", &[("code", code), ("file", file)]).await.expect(200)
}

#[tokio::test]
async fn who_has_the_code_fetches_every_file_and_nobody_else_learns_anything() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        for file in ["", "pdf", "json", "sd-jwt"] {
            let guessed = ask(&house, "0000-0000-0000-0000", file).await;
            assert!(guessed.shows("tidak dikenal") && !guessed.body.contains(&number));
        }
        assert!(ask(&house, &number, "pdf").await.shows("nomor sertifikat, bukan kode"));
        house.get("galih", &format!("/certificates/{number}/claim-slip.pdf")).await.expect(404);
        let form = format!("/certificates/{number}/claim-code");
        for until in ["", "24-11-2026", "01-01-2030"] {
            house.post("galih", &form, &[("until", until)]).await.expect(422);
        }

        let code = made(&house, &number).await;
        let typed = code.to_lowercase().replace('-', " ");
        let page = ask(&house, &typed, "").await;
        assert!(page.shows("Rahmat Wibisono") && page.shows("Unduh PDF") && page.shows(&number));
        let show = house.get("nur", &format!("/certificates/{number}")).await.expect(200);
        assert!(show.shows("Belum dipakai, berlaku sampai 1 November 2027"));
        let pdf = ask(&house, &typed, "pdf").await;
        assert_eq!(pdf.header("content-type"), "application/pdf");
        let kept = house.get("", &format!("/c/ambil?code={code}")).await.expect(200);
        assert!(!kept.body.contains(&number) && !kept.body.contains(&code), "an address opens nothing");
        let wallet = ask(&house, &code, "json").await;
        assert!(wallet.header("content-disposition").contains(&number) && wallet.body.contains("OpenBadgeCredential"));
        let inside = house.get("nur", &format!("/certificates/{number}/sd-jwt")).await.expect(200);
        assert_eq!(ask(&house, &code, "sd-jwt").await.body, inside.body);
        let show = house.get("nur", &format!("/certificates/{number}")).await.expect(200);
        assert!(show.shows("Berkas diambil 24 November 2026") && show.shows("siapa yang memegang kodenya"));
        let slip = house.get("galih", &format!("/certificates/{number}/claim-slip.pdf")).await.expect(200);
        assert_eq!(slip.header("content-type"), "application/pdf");

        // What is kept: no code in the clear, one row however often it was fetched, nothing that can be changed.
        let kept = store::run(house.house.db.writer(), "DELETE FROM claim_taken", []).await;
        assert!(kept.expect_err("kept").to_string().contains("certificate_kept"));
        let sql = "INSERT INTO claim_taken (certificate_id, turn, day) SELECT certificate_id, turn, '2027-12-01' FROM claim_code";
        let late = run(house.house.db.writer(), sql, []).await.expect_err("run out").to_string();
        assert!(late.contains("claim_taken_in_force") || late.contains("claim_taken_once"), "{late}");
        for (table, column) in [("event", "content"), ("once", "done")] {
            let sql = format!("SELECT CAST({column} AS TEXT) AS text FROM {table}");
            assert!(!texts(&house, &sql).await.contains(&code), "{table} tells the code");
        }

        let newer = made(&house, &number).await;
        assert!(ask(&house, &code, "").await.shows("tidak dikenal"), "a new code ends the one before");
        assert!(ask(&house, &newer, "").await.shows("Unduh PDF"));
    })
    .await;
}

#[tokio::test]
async fn a_code_opens_what_stands_in_its_certificates_place_and_nothing_that_is_not_in_force() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let code = made(&house, &number).await;
        let suspend = [("day", "24-11-2026"), ("reason", "Diperiksa.")];
        house.post("nur", &format!("/certificates/{number}/suspension"), &suspend).await.expect(303);
        let held = ask(&house, &code, "pdf").await;
        assert!(held.shows("sedang tidak berlaku") && !held.shows("Unduh PDF"));
        let form = format!("/certificates/{number}/claim-code");
        let refused = house.post("galih", &form, &[("until", "01-11-2027")]).await.expect(409);
        assert!(refused.shows("sedang tidak berlaku"));
        house.post("nur", &format!("/certificates/{number}/suspension/end"), &[("day", "24-11-2026"), ("reason", "Beres.")]).await.expect(303);

        let replace = [
            ("day", "24-11-2026"),
            ("reason", "Kertas rusak."),
            ("signer", "Nur Aini"),
            ("signer_post", "Kepala"),
            ("place", "Kotabaru"),
        ];
        house.post("nur", &format!("/certificates/{number}/replacement"), &replace).await.expect(303);
        let page = ask(&house, &code, "").await;
        assert!(page.shows("Unduh PDF") && !page.body.contains(&number), "the one in its place");
        let sql = "INSERT INTO claim_code (certificate_id, turn, code_hash, code_sealed, made_on, until, account_name) \
                   SELECT certificate_id, turn + 1, code_sealed, code_hash, made_on, until, 'X' FROM claim_code";
        let error = run(house.house.db.writer(), sql, []).await.expect_err("revoked").to_string();
        assert!(error.contains("claim_code_follows"), "{error}");
    })
    .await;
}

#[tokio::test]
async fn a_stranger_may_send_a_code_and_no_more() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let long = "A".repeat(5_000);
        house.post("", "/c/ambil", &[("code", &long)]).await.expect(413);
        house.post("", "/c", &[("number", "0000-0000-0000")]).await.expect(200);
        for path in ["/certificates", "/people", "/sign-ins"] {
            let answer = house.post("", path, &[("code", "x")]).await;
            assert!((300..500).contains(&answer.status), "{path}: {}", answer.status);
        }
    })
    .await;
}

/// Every text of a query, as one.
async fn texts(house: &Standing, sql: &str) -> String {
    #[derive(store::FromQueryResult)]
    struct Row {
        text: String,
    }
    let found: Vec<Row> = store::rows(house.house.db.read(), sql, []).await.expect("rows");
    found.into_iter().map(|row| row.text).collect::<Vec<_>>().join("\n")
}
