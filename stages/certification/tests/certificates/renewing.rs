// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A certificate runs out: the holder is told, judged anew by one hand, and given the next certificate by another.

use access::Role;
use certification::facts::{CertificateFact, Standing, certificates_of_person, expiring};
use kernel::id::OrganisationId;
use programme::facts::CertificateKind;
use web::testing::Standing as House;

use crate::world::{RAHMAT, day, in_a_world, person};

const JUDGED: [(&str, &str); 4] = [
    ("basis", "reassessment"),
    ("outcome", "K"),
    ("day", "25-11-2026"),
    ("evidence", "Dua unit diperagakan."),
];
const RENEWED: [(&str, &str); 2] = [("day", "26-11-2026"), ("valid_until", "25-11-2029")];

/// Issues to Rahmat until 23 February 2027, ninety days after 25 November, and answers his number.
async fn ending(house: &House) -> String {
    house.account("asesor", "blk-mojokerto", &[Role::Assessor]).await;
    house.account("ganda", "blk-mojokerto", &[Role::Assessor, Role::Certifier]).await;
    let fields = [("day", "24-11-2026"), ("valid_until", "23-02-2027")];
    house.post("nur", "/batches/LAS-1/certificates", &fields).await.expect(303);
    papers(house).await.remove(0).number
}

async fn papers(house: &House) -> Vec<CertificateFact> {
    certificates_of_person(house.house.db.read(), person(RAHMAT)).await.expect("certificates can be read")
}

async fn office(house: &House, code: &str) -> OrganisationId {
    let found = office::facts::by_code(house.house.db.read(), code).await;
    found.expect("offices can be read").expect("the office is there").id
}

#[tokio::test]
async fn from_the_first_day_of_its_term_the_holder_is_to_be_told_once() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = ending(&house).await;
        let host = office(&house, "lapas-mojokerto").await;
        let db = &house.house.db;
        assert!(expiring(db.read(), host, day("2026-11-24")).await.unwrap().is_empty(), "a day too early");
        assert_eq!(expiring(db.read(), host, day("2026-11-25")).await.unwrap().len(), 1);
        let elsewhere = office(&house, "bapas-madiun").await;
        assert!(expiring(db.read(), elsewhere, day("2026-11-25")).await.unwrap().is_empty());
        let page = format!("/certificates/{number}/reminding");
        let early = house.post("galih", &page, &[("day", "24-11-2026")]).await.expect(409);
        assert!(early.shows("mulai 25-11-2026"), "{}", early.body);
        house.at(day("2026-11-25"));
        let list = house.get("galih", "/certificates/expiring").await.expect(200);
        assert!(list.shows("Rahmat Wibisono") && list.shows("90 hari lagi"), "{}", list.body);
        let told = [("day", "25-11-2026"), ("note", "Asesmen ulang bulan Januari.")];
        for login in ["nur", "maya", "asesor"] {
            assert!(matches!(house.post(login, &page, &told).await.status, 403 | 404), "{login}");
        }
        house.post("galih", &page, &told).await.expect(303);
        house.post("galih", &page, &told).await.expect(409);
        assert!(
            house
                .get("galih", &format!("/certificates/{number}"))
                .await
                .shows("Disampaikan 25 November 2026")
        );
        let kept = expiring(db.read(), host, day("2026-11-25")).await.unwrap().remove(0);
        assert_eq!(kept.told.map(|(day, _)| day), Some(day("2026-11-25")));
        assert!(
            expiring(db.read(), host, day("2028-02-24")).await.unwrap().is_empty(),
            "after a year it is history"
        );
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn one_hand_judges_and_another_renews() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let old = ending(&house).await;
        let (judge, renew) =
            (format!("/certificates/{old}/reassessment"), format!("/certificates/{old}/renewal"));
        let early =
            house.post("asesor", &judge, &[JUDGED[0], JUDGED[1], ("day", "24-11-2026"), JUDGED[3]]).await;
        assert!(early.expect(409).shows("mulai 25-11-2026"));
        house.at(day("2026-11-26"));
        for login in ["nur", "galih"] {
            assert!(matches!(house.post(login, &judge, &JUDGED).await.status, 403 | 404), "{login}");
        }
        house.post("asesor", &judge, &JUDGED[..3]).await.expect(422);
        let not_yet = [JUDGED[0], ("outcome", "BK"), JUDGED[2], JUDGED[3]];
        house.post("asesor", &judge, &not_yet).await.expect(303);
        assert!(
            house
                .post("nur", &renew, &RENEWED)
                .await
                .expect(409)
                .shows("Belum ada penilaian ulang dengan hasil K")
        );
        assert_eq!(
            papers(&house).await[0].standing(day("2026-11-26")),
            Standing::InForce,
            "BK takes nothing"
        );
        house.post("ganda", &judge, &JUDGED).await.expect(303);
        house.post("asesor", &judge, &JUDGED).await.expect(409);
        assert!(house.post("ganda", &renew, &RENEWED).await.expect(409).shows("tidak ikut memutuskan"));
        house.post("nur", &renew, &RENEWED[..1]).await.expect(422);
        house.post("nur", &renew, &[("day", "24-11-2026"), RENEWED[1]]).await.expect(409);
        house.post("nur", &renew, &RENEWED).await.expect(303);
        house.post("nur", &renew, &RENEWED).await.expect(409);
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_old_one_ends_by_itself_and_the_new_one_continues_it() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let old = ending(&house).await;
        house.at(day("2026-11-26"));
        house.post("asesor", &format!("/certificates/{old}/reassessment"), &JUDGED).await.expect(303);
        house.post("nur", &format!("/certificates/{old}/renewal"), &RENEWED).await.expect(303);
        let all = papers(&house).await;
        let (before, after) = (
            all.iter().find(|one| one.number == old).unwrap(),
            all.iter().find(|one| one.number != old).unwrap(),
        );
        assert_eq!((before.turn, before.renewed_on, before.revoked_on), (1, Some(day("2026-11-26")), None));
        assert_eq!((after.turn, after.valid_until), (2, Some(day("2029-11-25"))));
        let outside = house.get("", &format!("/c/{old}")).await.expect(200);
        assert!(
            outside.shows("Sertifikat ini sah") && outside.shows("sudah diperpanjang"),
            "{}",
            outside.body
        );
        assert!(!outside.body.contains(&after.number), "the old paper does not lead to the new one");
        house.at(day("2027-02-24"));
        let outside = house.get("", &format!("/c/{old}")).await.expect(200);
        assert!(outside.shows("Masa berlaku sertifikat ini habis") && outside.shows("sudah diperpanjang"));
        let inside = house.get("nur", &format!("/certificates/{old}")).await.expect(200);
        assert!(inside.shows("Diteruskan oleh sertifikat") && inside.shows(&after.number));
        let both = ["CertificateRenewed", "CertificateIssued"];
        let object = audit::Object::new("certificate", after.id.0);
        let entries = audit::timeline(house.house.db.read(), object, 20).await.unwrap();
        assert!(both.iter().all(|kind| entries.iter().any(|entry| entry.kind == *kind)), "{entries:?}");
        // The renewed one can be replaced, and stays the second of its chain.
        let page = format!("/certificates/{}/replacement", after.number);
        house.post("nur", &page, &[("day", "24-02-2027"), ("reason", "Kertas rusak")]).await.expect(303);
        assert!(papers(&house).await.iter().any(|one| one.turn == 2 && one.revoked_on.is_none()));
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn an_expired_one_says_that_it_can_be_renewed_and_recognition_is_for_the_issuer_to_allow() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let old = ending(&house).await;
        house.at(day("2027-03-01"));
        let outside = house.get("", &format!("/c/{old}")).await.expect(200);
        assert!(
            outside.shows("dapat memperpanjang") && outside.shows("23 Februari 2027"),
            "{}",
            outside.body
        );
        let judge = format!("/certificates/{old}/reassessment");
        let recognised =
            [("basis", "recognition"), JUDGED[1], ("day", "01-03-2027"), ("evidence", "Portofolio kerja.")];
        assert!(
            house.post("asesor", &judge, &recognised).await.expect(409).shows("tidak menerima pengakuan")
        );
        let rule = "/programmes/PROG-1/renewal";
        for login in ["galih", "asesor"] {
            let answer = house.post(login, rule, &[("remind_days", "120")]).await;
            assert!(matches!(answer.status, 403 | 404), "{login}");
        }
        house.post("nur", rule, &[("remind_days", "0")]).await.expect(422);
        house.post("nur", rule, &[("remind_days", "731")]).await.expect(422);
        house.post("nur", rule, &[("remind_days", "120"), ("accepts_recognition", "on")]).await.expect(303);
        assert!(house.get("nur", rule).await.expect(200).shows("120"));
        house.post("asesor", &judge, &recognised).await.expect(303);
        let renew = format!("/certificates/{old}/renewal");
        house.post("nur", &renew, &[("day", "01-03-2027"), ("valid_until", "28-02-2030")]).await.expect(303);
        assert_eq!(papers(&house).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn only_competence_runs_out_and_is_renewed() {
    in_a_world(CertificateKind::Training, |house| async move {
        let number = ending(&house).await;
        house.at(day("2026-11-26"));
        let judge = format!("/certificates/{number}/reassessment");
        assert!(house.post("asesor", &judge, &JUDGED).await.expect(409).shows("Hanya sertifikat kompetensi"));
        let issuer = office(&house, "blk-mojokerto").await;
        assert!(expiring(house.house.db.read(), issuer, day("2026-12-01")).await.unwrap().is_empty());
    })
    .await;
}
