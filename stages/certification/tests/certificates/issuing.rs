// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Issuing, handing over and revoking: who gets one, who is told why not, who may not.

use access::Role;
use certification::facts::{certificates_of_batch, certificates_of_person, untold_of};
use kernel::id::BatchId;
use programme::facts::CertificateKind;
use web::testing::Standing;

use crate::world::{RAHMAT, SARI, batch, day, in_a_world, issue, issued, person, second_try};

async fn batch_id(house: &Standing) -> BatchId {
    let found = programme::facts::batch_by_code(house.house.db.read(), "LAS-1").await;
    found.expect("batches can be read").expect("the batch is there").id
}

#[tokio::test]
async fn those_who_earned_it_get_one_and_the_others_the_reason() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let ready = house.get("nur", "/certificates").await.expect(200);
        assert!(ready.shows("1 orang memenuhi syarat dan belum mendapat sertifikat."), "{}", ready.body);
        let form = house.get("nur", "/batches/LAS-1/certificates").await.expect(200);
        assert!(form.shows("Nuraini Kusumawardani, M.T."), "the head of the issuer signs unasked");
        assert!(
            form.shows("Sari Ningsih: unit “Mengelas pelat posisi 1F” belum dinyatakan K."),
            "{}",
            form.body
        );
        let answer = issue(&house).await.expect(303);
        let said = answer.said.join("\n");
        assert!(said.contains("1 sertifikat terbit untuk angkatan LAS-1."), "{said}");
        assert!(said.contains("Sari Ningsih: unit “Mengelas pelat posisi 1F” belum dinyatakan K."), "{said}");
        assert_eq!(said.matches("Tono Prasetyo: unit").count(), 2, "{said}");
        assert!(
            !house.get("nur", "/certificates").await.shows("Siap diterbitkan"),
            "Sari's batch is not ready"
        );
        let again = issue(&house).await.expect(409);
        assert!(again.shows("Rahmat Wibisono: sudah memegang sertifikat"), "{}", again.body);
        second_try(&house.house.db).await;
        issue(&house).await.expect(303);
        let all = certificates_of_batch(house.house.db.read(), batch_id(&house).await).await.unwrap();
        assert_eq!(all.len(), 2, "Rahmat keeps his, Sari has hers");
        let list = house.get("nur", "/certificates?batch=LAS-1&q=sari").await.expect(200);
        assert!(list.shows("Sari Ningsih") && !list.shows("Rahmat Wibisono"));
    })
    .await;
}

#[tokio::test]
async fn a_training_certificate_follows_completion_and_a_school_one_mastery() {
    for (kind, expected) in [(CertificateKind::Training, 2), (CertificateKind::School, 1)] {
        in_a_world(kind, |house| async move {
            issue(&house).await.expect(303);
            let all = certificates_of_batch(house.house.db.read(), batch_id(&house).await).await.unwrap();
            assert_eq!(all.len(), expected, "{kind:?}");
            assert!(all.iter().all(|certificate| certificate.kind == kind));
        })
        .await;
    }
}

#[tokio::test]
async fn what_the_form_may_not_say() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let refused = |fields: &'static [(&'static str, &'static str)], sentence: &'static str| {
            let house = &house;
            async move {
                let page = house.post("nur", "/batches/LAS-1/certificates", fields).await;
                assert!(
                    matches!(page.status, 409 | 422) && page.shows(sentence),
                    "not «{sentence}»: {}",
                    page.body
                );
            }
        };
        refused(&[("day", "25-11-2026")], "Tanggal ini belum tiba.").await;
        refused(
            &[("day", "24-11-2026"), ("valid_until", "24-11-2026")],
            "Masa berlaku harus berakhir sesudah tanggal terbit.",
        )
        .await;
        refused(
            &[("day", "24-11-2026"), ("place", "Surabaya")],
            "Tempat terbit hanya boleh kota lembaga penerbit: Mojokerto.",
        )
        .await;
        refused(
            &[("day", "01-11-2026")],
            "Rahmat Wibisono: hasilnya baru ada pada 5 November 2026, sesudah tanggal terbit.",
        )
        .await;
        refused(
            &[("day", "24-11-2026"), ("signer_post", "Kepala Lapas")],
            "Sertifikat untuk Rahmat Wibisono memuat kata yang tidak boleh keluar: Lapas.",
        )
        .await;
        let none = certificates_of_person(house.house.db.read(), person(RAHMAT)).await.unwrap();
        assert!(none.is_empty(), "a refusal stores nothing");
    })
    .await;
}

#[tokio::test]
async fn only_the_issuer_issues_and_revokes_and_strangers_see_nothing() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let fields = [("day", "24-11-2026")];
        let denied = house.post("galih", "/batches/LAS-1/certificates", &fields).await;
        assert!(matches!(denied.status, 403 | 404), "{}", denied.status);
        let number = issued(&house).await;
        let page = format!("/certificates/{number}");
        house.get("galih", &page).await.expect(200);
        house.get("maya", &page).await.expect(404);
        assert!(
            !house.get("maya", "/certificates").await.shows("Rahmat"),
            "the list holds what the page shows"
        );
        assert!(house.get("galih", "/certificates").await.shows("Rahmat Wibisono"));
        let reason = [("day", "24-11-2026"), ("reason", "Bukan haknya")];
        let denied = house.post("galih", &format!("{page}/revocation"), &reason).await;
        assert!(matches!(denied.status, 403 | 404), "{}", denied.status);
    })
    .await;
}

#[tokio::test]
async fn a_probation_office_sees_the_certificates_of_its_clients() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let sql = "INSERT INTO episode (id, person_id, office_id, kind, admitted_on) \
                   SELECT $1, $2, o.id, 'client', '2026-11-20' FROM organisation o WHERE o.code = 'bapas-madiun'";
        let id = uuid::Uuid::from_u128(99);
        store::run(house.house.db.writer(), sql, [id.into(), person(RAHMAT).0.into()]).await.unwrap();
        house.get("maya", &format!("/certificates/{number}")).await.expect(200);
        assert!(house.get("maya", "/certificates").await.shows(&number));
    })
    .await;
}

#[tokio::test]
async fn a_certificate_is_handed_over_once_and_revoked_for_good() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let page = format!("/certificates/{number}");
        let handing = format!("{page}/handing");
        let early =
            house.post("galih", &handing, &[("day", "23-11-2026"), ("to", "Rahmat")]).await.expect(422);
        assert!(early.shows("Tanggal ini mendahului tanggal terbit, 24-11-2026."), "{}", early.body);
        house.post("galih", &handing, &[("day", "24-11-2026"), ("to", "Rahmat Wibisono")]).await.expect(303);
        let twice =
            house.post("galih", &handing, &[("day", "24-11-2026"), ("to", "Rahmat")]).await.expect(409);
        assert!(twice.shows("Sertifikat ini sudah diserahkan."), "{}", twice.body);
        let revocation = format!("{page}/revocation");
        house.post("nur", &revocation, &[("day", "24-11-2026"), ("reason", "")]).await.expect(422);
        house.post("nur", &revocation, &[("day", "24-11-2026"), ("reason", "Salah nama")]).await.expect(303);
        let twice =
            house.post("nur", &revocation, &[("day", "24-11-2026"), ("reason", "Lagi")]).await.expect(409);
        assert!(twice.shows("Sertifikat ini sudah dicabut."), "{}", twice.body);
        let shown = house.get("nur", &page).await.expect(200);
        assert!(shown.shows("Salah nama") && shown.shows("Sertifikat diserahkan"), "{}", shown.body);
        issue(&house).await.expect(303);
        let all = certificates_of_person(house.house.db.read(), person(RAHMAT)).await.unwrap();
        assert_eq!(all.len(), 2, "the replacement has a number of its own");
        assert_eq!(
            all.iter().filter(|certificate| certificate.revoked_on == Some(day("2026-11-24"))).count(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_revocation_waits_at_the_offices_of_the_holder_until_she_is_told() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let on = house.house.db.read();
        let host = office::facts::by_code(on, "lapas-mojokerto").await.unwrap().unwrap().id;
        let telling = format!("/certificates/{number}/telling");
        let told = [("day", "24-11-2026"), ("note", "Disampaikan langsung.")];
        house.post("galih", &telling, &told).await.expect(409);
        let revoked = [("day", "24-11-2026"), ("reason", "Salah nama")];
        house.post("nur", &format!("/certificates/{number}/revocation"), &revoked).await.expect(303);
        let waiting = untold_of(on, host).await.unwrap();
        assert_eq!(waiting.iter().map(|(one, _)| one.number.as_str()).collect::<Vec<_>>(), [number.as_str()]);

        let outside = house.get("", &format!("/c/{number}")).await.expect(200);
        assert!(outside.shows("Sertifikat ini dicabut") && !outside.shows("Salah nama"), "{}", outside.body);
        for login in ["nur", "maya"] {
            let answer = house.post(login, &telling, &told).await;
            assert!([403, 404].contains(&answer.status), "{login} got {}", answer.status);
        }
        house.post("galih", &telling, &[("day", "23-11-2026")]).await.expect(422);
        house.post("galih", &telling, &told).await.expect(303);
        assert!(untold_of(on, host).await.unwrap().is_empty());
        assert!(house.post("galih", &telling, &told).await.expect(409).shows("sudah disampaikan"));
        let page = house.get("galih", &format!("/certificates/{number}")).await.expect(200);
        assert!(page.shows("Disampaikan kepada pemegang 24 November 2026"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn two_issues_at_the_same_moment_make_one_certificate() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let (one, other) = tokio::join!(issue(&house), issue(&house));
        let mut both = [one.status, other.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409], "one issues, the other is told");
        let held = certificates_of_person(house.house.db.read(), person(RAHMAT)).await.unwrap();
        assert_eq!(held.len(), 1);
        assert!(certificates_of_person(house.house.db.read(), person(SARI)).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_hand_overs_at_the_same_moment_are_one() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let path = format!("/certificates/{}/handing", issued(&house).await);
        let fields = [("day", "24-11-2026"), ("to", "Rahmat Wibisono")];
        let (one, other) =
            tokio::join!(house.post("galih", &path, &fields), house.post("nur", &path, &fields));
        let mut both = [one.status, other.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409]);
    })
    .await;
}

#[tokio::test]
async fn all_learners_of_an_issuer_share_one_key() {
    in_a_world(CertificateKind::Competence, |house| async move {
        batch(&house.house.db, "LAS-2", 2, CertificateKind::Training).await;
        issue(&house).await.expect(303);
        house.post("nur", "/batches/LAS-2/certificates", &[("day", "24-11-2026")]).await.expect(303);
        #[derive(store::FromQueryResult)]
        struct Row {
            credential: String,
        }
        let found: Vec<Row> =
            store::rows(house.house.db.read(), "SELECT credential FROM certificate", []).await.unwrap();
        let signer = |row: &Row| row.credential.split("did:key:").nth(1).map(|rest| rest[..48].to_owned());
        let signers: std::collections::BTreeSet<_> = found.iter().map(signer).collect();
        assert_eq!((found.len(), signers.len()), (3, 1));
    })
    .await;
}

#[tokio::test]
async fn every_sentence_is_there() {
    in_a_world(CertificateKind::Competence, |house| async move {
        house.get("nur", "/certificates?q=nobody").await.expect(200);
        house.get("nur", "/batches/LAS-1/certificates").await.expect(200);
        let number = issued(&house).await;
        let inside = ["", "/handing", "/revocation"].map(|end| format!("/certificates/{number}{end}"));
        let lists = ["/certificates", "/certificates?batch=LAS-1&state=issued"].map(str::to_owned);
        for path in inside.iter().chain(&lists) {
            for language in ["", "bahasa=en"] {
                let mark = if path.contains('?') { '&' } else { '?' };
                let page = house.get("nur", &format!("{path}{mark}{language}")).await;
                assert!(matches!(page.status, 200 | 303), "{path}: {}", page.status);
            }
        }
        for path in ["/c".to_owned(), format!("/c/{number}"), "/c/nothing".to_owned()] {
            house.get("", &path).await.expect(200);
        }
        assert_eq!(house.house.words.missing(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_replacement_bears_the_name_on_record_and_the_old_one_says_so() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let old = issued(&house).await;
        house.at(day("2026-12-01"));
        let db = &house.house.db;
        let sql = "INSERT INTO name_correction (person_id, turn, old_name, new_name, reason, document, day, account_name) \
                   SELECT id, 1, name, 'Rahmat Wibisana', 'Ejaan', 'KTP', '2026-12-01', '' FROM person WHERE id = $1";
        store::run(db.writer(), sql, [person(RAHMAT).0.into()]).await.unwrap();
        let sql = "UPDATE person SET name = 'Rahmat Wibisana' WHERE id = $1";
        store::run(db.writer(), sql, [person(RAHMAT).0.into()]).await.unwrap();
        let page = format!("/certificates/{old}/replacement");
        let denied = house.get("galih", &page).await;
        assert!(matches!(denied.status, 403 | 404), "{}", denied.status);
        let fields = [("day", "01-12-2026"), ("reason", "Ejaan nama diperbaiki")];
        let decision = "id=\"field-decision\"";
        assert!(!house.get("nur", &page).await.expect(200).body.contains(decision), "no certificate rests on one");
        let superfluous = [fields[0], fields[1], ("decision", "Keputusan 12/2026")];
        assert!(house.post("nur", &page, &superfluous).await.expect(422).body.contains(decision), "its problem is seen");
        let early = [("day", "23-11-2026"), ("reason", "Ejaan nama diperbaiki")];
        house.post("nur", &page, &early).await.expect(422);
        house.post("nur", &page, &fields).await.expect(303);
        let all = certificates_of_person(db.read(), person(RAHMAT)).await.unwrap();
        let new = all.iter().find(|one| one.number != old).expect("there is a new one");
        assert_eq!((all.len(), new.learner_name.as_str()), (2, "Rahmat Wibisana"));
        let outside = house.get("", &format!("/c/{old}")).await.expect(200);
        assert!(outside.shows("Sertifikat ini sudah diganti") && outside.shows("1 Desember 2026"));
        assert!(!outside.body.contains(&new.number), "the old paper does not lead to the new one");
        assert!(!outside.shows("Ejaan nama"), "the reason stays inside");
        assert!(house.get("", &format!("/c/{}", new.number)).await.shows("Sertifikat ini sah"));
        let inside = house.get("nur", &format!("/certificates/{old}")).await.expect(200);
        assert!(inside.shows(&new.number) && inside.shows("Diganti dengan sertifikat"));
        let inside = house.get("nur", &format!("/certificates/{}", new.number)).await.expect(200);
        assert!(inside.shows(&old) && inside.shows("Menggantikan sertifikat"));
        let object = audit::Object::new("certificate", new.id.0);
        let entries = audit::timeline(db.read(), object, 20).await.unwrap();
        assert!(
            entries.iter().any(|entry| entry.kind == "CertificateIssued"),
            "the new one is issued like any other"
        );
        let host = office::facts::by_code(db.read(), "lapas-mojokerto").await.unwrap().unwrap().id;
        assert!(untold_of(db.read(), host).await.unwrap().is_empty(), "the new paper says it");
        house.post("nur", &page, &fields).await.expect(409);
    })
    .await;
}

/// Certificates of one issue lie anywhere in the list, so that neighbours are no company.
#[tokio::test]
async fn places_in_the_lists_are_drawn_by_lot() {
    #[derive(store::FromQueryResult)]
    struct Row {
        place: i64,
    }
    in_a_world(CertificateKind::Training, |house| async move {
        issue(&house).await.expect(303);
        let sql = "SELECT place FROM status_place ORDER BY place";
        let places: Vec<Row> = store::rows(house.house.db.read(), sql, []).await.unwrap();
        assert_eq!(places.len(), 2);
        assert!(places[1].place - places[0].place > 1, "two neighbours are as likely as one in 65,000");
    })
    .await;
}

#[tokio::test]
async fn nobody_issues_what_she_decided_herself() {
    for (kind, sql, sentence, expected) in [
        (CertificateKind::Competence, JUDGED, "Anda sendiri yang menilai, jadi petugas lain", 1),
        (CertificateKind::School, JUDGED, "Anda sendiri yang menilai, jadi petugas lain", 1),
        (CertificateKind::Training, CLOSED, "Anda sendiri yang menutup pelatihannya", 2),
    ] {
        in_a_world(kind, |house| async move {
            let account = house.desk("nur").await.actor.account.expect("an account");
            store::run(house.house.db.writer(), sql, [account.0.into()]).await.expect("she decided");
            let ready = house.get("nur", "/certificates").await.expect(200);
            assert!(!ready.shows("Siap diterbitkan"), "{}", ready.body);
            let answer = issue(&house).await.expect(409);
            assert!(answer.shows("Rahmat Wibisono: ") && answer.shows(sentence), "{}", answer.body);
            house.post("nur", "/certificates/issuing", &[("day", "24-11-2026")]).await.expect(409);
            house.account("lain", "blk-mojokerto", &[Role::Certifier]).await;
            house.post("lain", "/batches/LAS-1/certificates", &[("day", "24-11-2026")]).await.expect(303);
            let all = certificates_of_batch(house.house.db.read(), batch_id(&house).await).await.unwrap();
            assert_eq!(all.len(), expected, "another hand issues {kind:?}");
            let again = format!("/certificates/{}/replacement", all[0].number);
            let fields = [("day", "24-11-2026"), ("reason", "Kertasnya rusak.")];
            let answer = house.post("nur", &again, &fields).await.expect(409);
            assert!(answer.shows("jadi Anda tidak menerbitkan sertifikatnya"), "{}", answer.body);
            house.post("lain", &again, &fields).await.expect(303);
        })
        .await;
    }
}

const JUDGED: &str = "UPDATE sitting SET assessor_account = $1";
const CLOSED: &str = "UPDATE training_run SET account_id = $1";
