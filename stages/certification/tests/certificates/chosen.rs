// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The form of a certificate whose holder chooses what to show: the same file each time, and nothing in it tells where.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use credential::sdjwt::{open, present, verify};
use credential::{TrustList, stigma_words_in};
use programme::facts::CertificateKind;
use serde_json::Value;

use crate::world::{RAHMAT, REGISTER, batch, day, in_a_world, issued, person};

/// Every text in a file, decoded.
fn decoded(file: &str) -> String {
    let parts = file.split(['.', '~']).filter_map(|part| URL_SAFE_NO_PAD.decode(part).ok());
    parts.map(|part| String::from_utf8_lossy(&part).into_owned()).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn the_file_is_the_same_each_time_and_says_what_the_certificate_says() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let path = format!("/certificates/{number}/sd-jwt");
        let page = house.get("nur", &format!("/certificates/{number}")).await.expect(200);
        assert!(page.body.contains(&path), "it is offered");
        let answer = house.get("nur", &path).await.expect(200);
        assert_eq!(answer.header("content-type"), "application/dc+sd-jwt");
        assert_eq!(house.get("galih", &path).await.expect(200).body, answer.body, "the same for everyone");
        assert_ne!(house.get("", &path).await.status, 200, "strangers do not get it");
        let on = house.house.db.read();
        let trust = certification::facts::trust_list(on).await.unwrap();
        let selection = verify(&answer.body, &trust, day("2026-11-24")).expect("signed by the issuer");
        assert_eq!(selection.learner.as_deref(), Some("Rahmat Wibisono"));
        assert_eq!(selection.number.as_deref(), Some(number.as_str()));
        assert_eq!(selection.issuer_name, "UPT BLK Mojokerto");
        assert_eq!(selection.awarded_on, Some(day("2026-11-24")));
        assert!(!selection.units.is_empty());
        let texts = decoded(&answer.body);
        assert_eq!(stigma_words_in(&texts), Vec::<String>::new(), "{texts}");
        assert!(!texts.contains(REGISTER));
        let json = house.get("", &format!("/c/{number}/credential.json")).await.expect(200).body;
        let credential: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(credential["issuer"]["id"], selection.issuer_did.as_str(), "one key for all forms");
    })
    .await;
}

#[tokio::test]
async fn without_its_number_a_revocation_is_found_by_its_place() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let file = house.get("nur", &format!("/certificates/{number}/sd-jwt")).await.expect(200).body;
        house.at(day("2026-12-01"));
        let fields = [("day", "01-12-2026"), ("reason", "Hasil uji dipalsukan")];
        house.post("nur", &format!("/certificates/{number}/revocation"), &fields).await.expect(303);
        let name_alone = present(&file, |of| of.name.as_deref() == Some("name")).unwrap();
        let selection = verify(&name_alone, &TrustList::any(), day("2026-12-01")).expect("it is unchanged");
        assert_eq!(selection.number, None);
        let status = selection.status.expect("a place in the lists");
        let found = certification::facts::by_place(house.house.db.read(), &status).await.unwrap();
        assert_eq!(found.expect("the place was drawn here").revoked_on, Some(day("2026-12-01")));
        let nowhere = credential::BadgeStatus { index: status.index ^ 1, ..status };
        assert!(certification::facts::by_place(house.house.db.read(), &nowhere).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn who_learned_behind_a_gate_shows_the_same_as_who_never_was() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let db = &house.house.db;
        let outside = batch(db, "LAS-2", 2, CertificateKind::Competence).await;
        let sql = "UPDATE programme SET host_id = issuer_id WHERE code = 'PROG-2'";
        store::run(db.writer(), sql, []).await.unwrap();
        issued(&house).await;
        house.post("nur", "/batches/LAS-2/certificates", &[("day", "24-11-2026")]).await.expect(303);
        let all = certification::facts::certificates_of_person(db.read(), person(RAHMAT)).await.unwrap();
        assert!(all.iter().any(|of| of.batch == outside) && all.len() == 2);
        let mut seen = Vec::new();
        for certificate in all {
            let path = format!("/certificates/{}/sd-jwt", certificate.number);
            let file = house.get("nur", &path).await.expect(200).body;
            let opened = open(&file).unwrap();
            let names: Vec<_> =
                opened.disclosures.iter().map(|of| (of.name.clone(), of.text().len())).collect();
            let claims: Vec<String> = opened.claims.keys().cloned().collect();
            // The place in a list has one to six digits, for everybody by the same lot.
            let digits = opened.claims["credentialStatus"][0]["statusListIndex"].as_str().unwrap().len();
            let payload = opened.jwt.split('.').nth(1).unwrap();
            let payload = URL_SAFE_NO_PAD.decode(payload).unwrap().len() - 2 * digits;
            seen.push((names, claims, payload));
        }
        assert_eq!(seen[0], seen[1], "nothing tells the two apart");
    })
    .await;
}
