// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A foundation acknowledges whom its mentors accompanied: beside the certificate of the programme, never instead of it.

use certification::facts::{CertificateFact, certificates_of_person};
use credential::{BadgeKind, TrustList, Verdict};
use programme::facts::CertificateKind;
use web::testing::Standing;

use crate::world::{RAHMAT, SARI, accompany, foundation, in_a_world, issue, person};

const PAGE: &str = "/batches/LAS-1/acknowledgements";
const FIELDS: [(&str, &str); 2] = [("day", "24-11-2026"), ("decision", "Keputusan 12/2026")];

async fn papers(house: &Standing, who: u128) -> Vec<CertificateFact> {
    certificates_of_person(house.house.db.read(), person(who)).await.expect("certificates can be read")
}

#[tokio::test]
async fn the_head_acknowledges_whom_a_mentor_confirmed_and_nobody_else() {
    in_a_world(CertificateKind::Training, |house| async move {
        foundation(&house).await;
        let db = &house.house.db;
        issue(&house).await.expect(303);
        let nobody = house.post("ketua", PAGE, &FIELDS).await.expect(409);
        assert!(
            nobody.shows("tidak ada peserta yang dapat diberi") && !nobody.shows("Rahmat"),
            "{}",
            nobody.body
        );
        accompany(db, RAHMAT, "pendamping").await.unwrap();
        accompany(db, SARI, "ketua").await.unwrap();
        for login in ["nur", "galih", "pendamping", "maya"] {
            let answer = house.post(login, PAGE, &FIELDS).await;
            assert!(matches!(answer.status, 403 | 404), "{login}: {}", answer.status);
        }
        house.post("ketua", PAGE, &FIELDS[..1]).await.expect(422);
        let early = house.post("ketua", PAGE, &[("day", "08-11-2026"), FIELDS[1]]).await.expect(409);
        assert!(early.shows("9 November 2026"), "{}", early.body);
        let form = house.get("ketua", PAGE).await.expect(200);
        assert!(form.shows("Rahmat Wibisono") && form.shows("Sari Ningsih: Anda sendiri"), "{}", form.body);
        assert!(!form.shows("Tono"), "whom nobody accompanied is not named to the foundation");
        let done = house.post("ketua", PAGE, &FIELDS).await.expect(303);
        assert!(done.said.join(" ").contains("1 surat pengakuan terbit"), "{:?}", done.said);
        let held = papers(&house, RAHMAT).await;
        assert_eq!(held.len(), 2, "the certificate of the programme stays beside it");
        assert_eq!(papers(&house, SARI).await.len(), 1, "who confirmed does not decide");
        house.post("ketua", PAGE, &FIELDS).await.expect(409);
        // The training body's list of what is to be issued is not satisfied by a letter, nor upset by it.
        issue(&house).await.expect(409);
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn every_face_says_that_it_is_no_certificate_of_competence() {
    in_a_world(CertificateKind::Competence, |house| async move {
        foundation(&house).await;
        accompany(&house.house.db, RAHMAT, "pendamping").await.unwrap();
        house.post("ketua", PAGE, &FIELDS).await.expect(303);
        let letter = papers(&house, RAHMAT).await.remove(0);
        assert_eq!(
            (letter.kind, letter.title.as_str()),
            (CertificateKind::Acknowledgement, "Pendampingan memulai usaha")
        );
        let outside = house.get("", &format!("/c/{}", letter.number)).await.expect(200);
        for sentence in [
            "Surat pengakuan ini sah",
            "Yayasan Teladan",
            "bukan sertifikat kompetensi",
            "not a certificate of competence",
        ] {
            assert!(outside.shows(sentence), "not «{sentence}»: {}", outside.body);
        }
        let file = house.get("", &format!("/c/{}/credential.json", letter.number)).await.expect(200);
        let Verdict::Valid(read) = credential::verify(file.body.as_bytes(), &TrustList::any()) else {
            panic!("it verifies: {}", file.body)
        };
        assert_eq!((read.kind, read.units.len()), (BadgeKind::Acknowledgement, 0));
        assert!(!file.body.contains("SKKNI"), "what is acknowledged is measured by no standard");
        assert!(file.body.contains(r#""achievementType":"Achievement""#), "{}", file.body);
        assert!(credential::stigma_words_in(&file.body).is_empty());
        let paper = house.get("ketua", &format!("/certificates/{}/pdf", letter.number)).await.expect(200);
        assert_eq!(paper.status, 200);
    })
    .await;
}

#[tokio::test]
async fn what_a_foundation_issued_it_alone_revokes_and_replaces() {
    in_a_world(CertificateKind::Training, |house| async move {
        foundation(&house).await;
        accompany(&house.house.db, RAHMAT, "pendamping").await.unwrap();
        house.post("ketua", PAGE, &FIELDS).await.expect(303);
        let letter = papers(&house, RAHMAT).await.remove(0);
        let page = format!("/certificates/{}/replacement", letter.number);
        let fields = [("day", "24-11-2026"), ("reason", "Kertas rusak"), ("decision", "Keputusan 13/2026")];
        assert!(
            matches!(house.post("nur", &page, &fields).await.status, 403 | 404),
            "the issuer of the programme"
        );
        let form = house.get("ketua", &page).await.expect(200);
        assert!(form.body.contains("id=\"field-decision\""), "a letter rests on a decision: {}", form.body);
        house.post("ketua", &page, &fields[..2]).await.expect(422);
        house.post("ketua", &page, &fields).await.expect(303);
        assert!(
            house.get("", &format!("/c/{}", letter.number)).await.shows("Surat pengakuan ini sudah diganti")
        );
        let new =
            papers(&house, RAHMAT).await.into_iter().find(|one| one.revoked_on.is_none()).expect("a new one");
        let revoke = format!("/certificates/{}/revocation", new.number);
        let why = [("day", "24-11-2026"), ("reason", "Keliru")];
        assert!(matches!(house.post("nur", &revoke, &why).await.status, 403 | 404));
        house.post("ketua", &revoke, &why).await.expect(303);
    })
    .await;
}
