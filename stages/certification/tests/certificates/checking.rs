// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a stranger is told, on the public pages and about a file.

use credential::status::StatusList;
use credential::{Cause, TrustList, Verdict, general, stigma_words_in};
use programme::facts::CertificateKind;
use web::testing::Standing;

use crate::world::{RAHMAT, REGISTER, day, in_a_world, issue, issued, person};

async fn files(house: &Standing) -> (Vec<u8>, String) {
    let on = house.house.db.read();
    let certificate = certification::facts::certificates_of_person(on, person(RAHMAT))
        .await
        .expect("certificates can be read")
        .remove(0);
    let (_, pdf, json) = certification::facts::all_for_export(on, certificate.batch)
        .await
        .expect("certificates can be read")
        .remove(0);
    (pdf, json)
}

#[track_caller]
fn tells_nothing(page: &str) {
    assert_eq!(stigma_words_in(page), Vec::<String>::new(), "{page}");
    assert!(!page.contains(REGISTER), "{page}");
    for inside in ["Galih", "LAS-1", "style=", "<style", "<script"] {
        assert!(!page.contains(inside), "{inside}: {page}");
    }
}

#[tokio::test]
async fn anyone_learns_whether_a_number_holds() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let typed = number.to_lowercase().replace('-', " ");
        for path in [format!("/c/{number}"), format!("/c?number={}", typed.replace(' ', "+"))] {
            let page = house.get("", &path).await.expect(200);
            for fact in [
                "Sertifikat ini sah",
                "This certificate is valid",
                "Rahmat Wibisono",
                "UPT BLK Mojokerto",
                "C.24LAS01.001.1",
                "80 jam pelajaran",
                "24 November 2026",
                "Tanda tangan digital cocok",
                "Bandingkan dengan kertasnya.",
                &number,
            ] {
                assert!(page.shows(fact), "{path} lacks {fact}: {}", page.body);
            }
            assert!(page.body.starts_with("<!doctype html>") && page.body.contains("/c/-/style.css"));
            assert_eq!(page.header("set-cookie"), "");
            tells_nothing(&page.body);
        }
        for (path, status) in [
            ("/c", 200),
            ("/c/0000-0000-0000", 200),
            ("/c/0000-0000-0000/credential.json", 404),
            ("/c/0000-0000-0000/proof.txt", 404),
            ("/c?number=%3Cb%3E", 200),
        ] {
            let page = house.get("", path).await.expect(status);
            assert!(!page.shows("Sertifikat ini sah"), "{path}");
            tells_nothing(&page.body);
        }
        assert!(house.get("", "/c/0000-0000-0000").await.shows("Nomor ini tidak ditemukan"));
    })
    .await;
}

#[tokio::test]
async fn a_revoked_certificate_shows_its_day_and_not_its_reason() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        house.at(day("2026-12-01"));
        let fields = [("day", "01-12-2026"), ("reason", "Hasil uji dipalsukan")];
        house.post("nur", &format!("/certificates/{number}/revocation"), &fields).await.expect(303);
        let page = house.get("", &format!("/c/{number}")).await.expect(200);
        assert!(page.shows("Sertifikat ini dicabut") && page.shows("1 Desember 2026"), "{}", page.body);
        assert!(page.shows("Revoked by its issuer on 1 December 2026."), "{}", page.body);
        assert!(!page.shows("dipalsukan") && !page.shows("Sertifikat ini sah"), "{}", page.body);
        tells_nothing(&page.body);
    })
    .await;
}

#[tokio::test]
async fn a_certificate_holds_up_to_its_last_day() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let fields = [("day", "24-11-2026"), ("valid_until", "24-11-2029")];
        house.post("nur", "/batches/LAS-1/certificates", &fields).await.expect(303);
        let (pdf, json) = files(&house).await;
        let trust = certification::facts::trust_list(house.house.db.read()).await.unwrap();
        let certificate = certification::facts::certificates_of_person(house.house.db.read(), person(RAHMAT))
            .await
            .unwrap()
            .remove(0);
        let path = format!("/c/{}", certificate.number);
        house.at(day("2029-11-24"));
        assert!(house.get("", &path).await.shows("Sertifikat ini sah"));
        assert!(certification::verify_file(&pdf, day("2029-11-24"), &trust).is_valid());
        house.at(day("2029-11-25"));
        let page = house.get("", &path).await.expect(200);
        assert!(
            page.shows("Masa berlaku sertifikat ini habis") && page.shows("24 November 2029"),
            "{}",
            page.body
        );
        tells_nothing(&page.body);
        let late = certification::verify_file(json.as_bytes(), day("2029-11-25"), &trust);
        assert_eq!(late.causes(), [Cause::Expired(day("2029-11-24"))]);
    })
    .await;
}

#[tokio::test]
async fn a_certificate_broken_in_the_database_is_not_called_valid() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let db = &house.house.db;
        let drop = match db.backend() {
            store::DbBackend::Sqlite => "DROP TRIGGER certificate_unchanged",
            _ => "DROP TRIGGER certificate_unchanged ON certificate",
        };
        store::run(db.writer(), drop, []).await.unwrap();
        let sql = "UPDATE certificate SET credential = REPLACE(credential, 'Rahmat', 'Rahmad')";
        store::run(db.writer(), sql, []).await.unwrap();
        let page = house.get("", &format!("/c/{number}")).await.expect(200);
        assert!(
            page.shows("Sertifikat ini tidak dapat dipastikan") && !page.shows("Rahmad"),
            "{}",
            page.body
        );
        tells_nothing(&page.body);
    })
    .await;
}

#[tokio::test]
async fn a_file_is_judged_by_what_was_signed() {
    in_a_world(CertificateKind::Competence, |house| async move {
        issue(&house).await.expect(303);
        let (pdf, json) = files(&house).await;
        let today = day("2026-11-24");
        let trust = certification::facts::trust_list(house.house.db.read()).await.unwrap();
        for bytes in [pdf.as_slice(), json.as_bytes()] {
            let verdict = certification::verify_file(bytes, today, &trust);
            let Verdict::Valid(read) = verdict else { panic!("{verdict:?}") };
            assert_eq!(
                (read.learner.as_str(), read.issuer_name.as_str()),
                ("Rahmat Wibisono", "UPT BLK Mojokerto")
            );
        }
        let early = certification::verify_file(json.as_bytes(), day("2026-11-23"), &trust);
        assert_eq!(early.causes(), [Cause::NotYetValid(today)]);
        let stranger = TrustList::of([("did:key:zOther", "Orang lain")]);
        assert!(!certification::verify_file(&pdf, today, &stranger).is_valid());
        let other_name = json.replace("Rahmat", "Rahmad");
        assert_eq!(
            certification::verify_file(other_name.as_bytes(), today, &trust).causes(),
            [Cause::SignatureMismatch]
        );
        every_flip_is_refused(json.as_bytes(), today, &trust);
        assert!(!certification::verify_file(b"%PDF-1.7 bukan", today, &trust).is_valid());
    })
    .await;
}

/// Every byte of the credential carries meaning, so no single one may change; every seventh is tried.
#[track_caller]
fn every_flip_is_refused(json: &[u8], today: kernel::day::Day, trust: &TrustList) {
    for place in (0..json.len()).step_by(7) {
        let mut changed = json.to_vec();
        changed[place] ^= 1;
        let verdict = certification::verify_file(&changed, today, trust);
        assert!(!verdict.is_valid(), "byte {place} may be changed: {}", String::from_utf8_lossy(&changed));
    }
}

async fn status_of(house: &Standing, purpose: &str) -> serde_json::Value {
    let (_, json) = files(house).await;
    let credential: serde_json::Value = serde_json::from_str(&json).expect("a credential is JSON");
    let entries = credential["credentialStatus"].as_array().expect("it says where to ask").clone();
    let entry = entries.into_iter().find(|entry| entry["statusPurpose"] == purpose).expect("the purpose");
    let url = entry["statusListCredential"].as_str().expect("an address");
    let path = url.strip_prefix(house.house.settings.public_base.as_str()).expect("below the public base");
    let answer = house.get("", path).await.expect(200);
    assert_eq!(answer.header("content-type"), "application/vc");
    assert_eq!(answer.header("access-control-allow-origin"), "*", "for verifiers in a browser");
    assert_eq!(answer.header("cache-control"), "public, max-age=900");
    tells_nothing(&answer.body);
    let list: serde_json::Value = serde_json::from_str(&answer.body).expect("a list is JSON");
    assert_eq!(list["id"], url);
    assert_eq!(list["credentialSubject"]["statusPurpose"], purpose);
    let begins = list["validFrom"].as_str().expect("a moment");
    let now = chrono::DateTime::parse_from_rfc3339(begins).expect("a moment").to_utc();
    let expected = general::Expected::at(now, "assertionMethod");
    let signer = general::verify_credential(&list, &expected, &general::did_key);
    assert_eq!(signer.expect("the register signed it"), list["issuer"].as_str().expect("an issuer"));
    serde_json::json!({
        "index": entry["statusListIndex"], "list": list["credentialSubject"]["encodedList"]
    })
}

/// Whether the certificate's own place is the one that is set, and how many are.
async fn is_set(house: &Standing, purpose: &str) -> (bool, usize) {
    let found = status_of(house, purpose).await;
    let list = StatusList::decode(found["list"].as_str().expect("a list")).expect("a list of bits");
    let index: usize = found["index"].as_str().and_then(|text| text.parse().ok()).expect("a number");
    let count = (0..list.entries()).filter(|place| list.get(*place) == Ok(true)).count();
    (list.get(index).expect("within the list"), count)
}

#[tokio::test]
async fn the_lists_say_what_the_page_says() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let page = format!("/certificates/{number}");
        assert_eq!(is_set(&house, "revocation").await, (false, 0));
        assert_eq!(is_set(&house, "suspension").await, (false, 0));
        house.at(day("2026-12-01"));
        let fields = [("day", "01-12-2026"), ("reason", "Hasil uji diperiksa lagi")];
        house.post("nur", &format!("{page}/suspension"), &fields).await.expect(303);
        assert_eq!(is_set(&house, "suspension").await, (true, 1));
        let outside = house.get("", &format!("/c/{number}")).await.expect(200);
        assert!(outside.shows("Sertifikat ini ditangguhkan") && outside.shows("1 Desember 2026"));
        assert!(!outside.shows("diperiksa lagi") && !outside.shows("Sertifikat ini sah"));
        tells_nothing(&outside.body);
        let again = house.post("nur", &format!("{page}/suspension"), &fields).await.expect(409);
        assert!(again.shows("sudah ditangguhkan"), "{}", again.body);
        let to = [("day", "01-12-2026"), ("to", "Rahmat Wibisono")];
        let hand = house.post("nur", &format!("{page}/handing"), &to).await.expect(409);
        assert!(hand.shows("sedang ditangguhkan"), "{}", hand.body);
        let early = [("day", "30-11-2026"), ("reason", "Hasil uji benar")];
        house.post("nur", &format!("{page}/suspension/end"), &early).await.expect(422);
        house.at(day("2026-12-05"));
        let end = [("day", "05-12-2026"), ("reason", "Hasil uji benar")];
        house.post("nur", &format!("{page}/suspension/end"), &end).await.expect(303);
        assert_eq!(is_set(&house, "suspension").await, (false, 0));
        assert!(house.get("", &format!("/c/{number}")).await.shows("Sertifikat ini sah"));
        let twice = house.post("nur", &format!("{page}/suspension/end"), &end).await.expect(409);
        assert!(twice.shows("tidak sedang ditangguhkan"), "{}", twice.body);
        let revoke = [("day", "05-12-2026"), ("reason", "Hasil uji dipalsukan")];
        house.post("nur", &format!("{page}/revocation"), &revoke).await.expect(303);
        assert_eq!(is_set(&house, "revocation").await, (true, 1));
        house.post("nur", &format!("{page}/suspension"), &end).await.expect(409);
    })
    .await;
}

#[tokio::test]
async fn a_list_that_is_not_there_answers_like_the_empty_form() {
    in_a_world(CertificateKind::Competence, |house| async move {
        issued(&house).await;
        let none = house.get("", "/c").await.expect(200);
        for path in ["/c/status/99/revocation", "/c/status/1/reason", "/c/status/x/revocation"] {
            let page = house.get("", path).await.expect(404);
            assert!(page.shows("Ketik nomor yang tercetak"), "{path}: {}", page.body);
            assert_eq!(page.body.len(), none.body.len(), "{path}");
        }
    })
    .await;
}
