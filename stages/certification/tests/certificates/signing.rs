// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The signer: every use of the key is written down, no more than the limit an hour, and nothing at all while it is stopped.

use std::sync::Arc;

use access::Role;
use jobs::Worker;
use programme::facts::CertificateKind;
use store::{FromQueryResult, insert, one, rows, run};
use uuid::Uuid;
use web::testing::{Answer, Standing};

use crate::world::{SARI, batch, in_a_world, issue, issued, second_try};

const SIGNER: &str = "/certificates/signers/blk-mojokerto";

#[derive(Debug, FromQueryResult)]
struct Used {
    face: String,
    digest: String,
    act: String,
    account_name: String,
}

async fn uses(house: &Standing) -> Vec<Used> {
    let sql = "SELECT face, digest, act, account_name FROM signing_use ORDER BY document_id, face";
    rows(house.house.db.read(), sql, []).await.expect("uses can be read")
}

async fn count(house: &Standing, table: &str) -> i64 {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM {table}");
    one::<Count, _>(house.house.db.read(), &sql, []).await.expect("counted").expect("a count").count
}

async fn act(house: &Standing, who: &str, what: &str, fields: &[(&str, &str)]) -> Answer {
    house.post(who, &format!("{SIGNER}/{what}"), fields).await
}

async fn stop(house: &Standing) -> Answer {
    act(house, "nur", "stop", &[("reason", "Laptop pimpinan hilang.")]).await
}

#[tokio::test]
async fn every_use_is_written_down_with_the_certificate() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let number = issued(&house).await;
        let found = uses(&house).await;
        let faces: Vec<&str> = found.iter().map(|one| one.face.as_str()).collect();
        assert_eq!(faces, ["code", "credential", "seal"]);
        assert!(found.iter().all(|one| one.act == "certificate issue"));
        assert!(found.iter().all(|one| one.account_name.starts_with("Nuraini")));
        let pdf = house.get("nur", &format!("/certificates/{number}/pdf")).await.expect(200);
        let json = house.get("nur", &format!("/certificates/{number}/json")).await.expect(200);
        assert_eq!(found[2].digest, audit::fingerprint(&pdf.bytes), "the sealed paper");
        assert_eq!(found[1].digest, audit::fingerprint(&json.bytes), "the credential");

        // The third face is signed once, when somebody first asks, and the same bytes come again.
        let path = format!("/certificates/{number}/sd-jwt");
        let first = house.get("nur", &path).await.expect(200);
        let again = house.get("galih", &path).await.expect(200);
        assert_eq!(first.bytes, again.bytes);
        let selections: Vec<_> =
            uses(&house).await.into_iter().filter(|one| one.face == "selection").collect();
        assert_eq!(selections.len(), 1);
        assert_eq!(selections[0].digest, audit::fingerprint(&first.bytes));
        let page = house.get("nur", SIGNER).await.expect(200);
        assert!(page.shows(&number) && page.shows("2 dari 1000 dokumen"), "{}", page.body);
        let list = house.get("nur", "/certificates/signers").await.expect(200);
        assert!(list.shows("UPT BLK Mojokerto") && list.shows("2/1000"), "{}", list.body);
        assert!(matches!(house.get("maya", SIGNER).await.status, 403 | 404));
        assert!(matches!(house.get("galih", SIGNER).await.status, 403 | 404), "another head's is not hers");
    })
    .await;
}

#[tokio::test]
async fn nothing_of_any_kind_is_signed_while_it_is_stopped() {
    in_a_world(CertificateKind::Competence, |house| async move {
        house.account("wakil", "blk-mojokerto", &[Role::TrainingHead]).await;
        house.account("sistem", "disnaker", &[Role::Admin]).await;
        let number = issued(&house).await;
        second_try(&house.house.db).await;
        assert!(matches!(act(&house, "maya", "stop", &[("reason", "x")]).await.status, 403 | 404));
        act(&house, "nur", "stop", &[]).await.expect(422);
        stop(&house).await.expect(303);
        let twice = stop(&house).await.expect(409);
        assert!(twice.shows("sudah dihentikan"), "{}", twice.body);

        let refused = issue(&house).await.expect(409);
        assert!(refused.shows("dihentikan sejak 24 November 2026, 09.00 WIB"), "{}", refused.body);
        let replace = [("day", "24-11-2026"), ("reason", "Rusak")];
        let path = format!("/certificates/{number}/replacement");
        assert!(house.post("nur", &path, &replace).await.expect(409).shows("dihentikan sejak"));
        let path = format!("/certificates/{number}/sd-jwt");
        assert!(house.get("nur", &path).await.expect(409).shows("dihentikan sejak"));
        // What was signed before can still be had, and so can what no longer holds be learned.
        house.get("nur", &format!("/certificates/{number}/pdf")).await.expect(200);
        house.get("", "/c/register.json").await.expect(200);
        house.get("", "/c/status/1/revocation").await.expect(200);
        assert_eq!((count(&house, "signing_use").await, count(&house, "certificate").await), (3, 1));

        // Two different hands lift it; the administrator may be one of them.
        let why = [("reason", "Kunci tidak tersentuh.")];
        act(&house, "nur", "resumption", &why).await.expect(303);
        let same = act(&house, "nur", "resumption", &why).await.expect(409);
        assert!(same.shows("Anda sudah setuju"), "{}", same.body);
        assert!(issue(&house).await.expect(409).shows("dihentikan sejak"), "one hand is not enough");
        assert!(house.get("nur", SIGNER).await.expect(200).shows("setuju menjalankannya lagi"));
        act(&house, "sistem", "resumption", &why).await.expect(303);
        let over = act(&house, "wakil", "resumption", &why).await.expect(409);
        assert!(over.shows("tidak sedang dihentikan"), "{}", over.body);
        issue(&house).await.expect(303);
        assert_eq!(count(&house, "certificate").await, 2);
        // Pressed again it takes two again.
        act(&house, "sistem", "stop", &[("reason", "Latihan.")]).await.expect(303);
        act(&house, "wakil", "resumption", &why).await.expect(303);
        act(&house, "nur", "resumption", &why).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn the_limit_says_when_it_goes_on_and_the_head_may_raise_it() {
    in_a_world(CertificateKind::Training, |house| async move {
        let set = async |most: &str| act(&house, "nur", "limit", &[("per_hour", most)]).await;
        for wrong in ["9", "20001", "0", "-1", "banyak"] {
            act(&house, "nur", "limit", &[("per_hour", wrong)]).await.expect(422);
        }
        set("10").await.expect(303);
        for number in 2..=6 {
            batch(
                &house.house.db,
                ["LAS-2", "LAS-3", "LAS-4", "LAS-5", "LAS-6"][number - 2],
                number as u128,
                CertificateKind::Training,
            )
            .await;
        }
        for code in ["LAS-1", "LAS-2", "LAS-3", "LAS-4", "LAS-5"] {
            let path = format!("/batches/{code}/certificates");
            house.post("nur", &path, &[("day", "24-11-2026")]).await.expect(303);
        }
        let path = "/batches/LAS-6/certificates";
        let refused = house.post("nur", path, &[("day", "24-11-2026")]).await.expect(409);
        assert!(
            refused.shows("Batas 10 dokumen per jam tercapai: diminta 2, tersisa 0."),
            "{}",
            refused.body
        );
        assert!(refused.shows("24 November 2026, 10.00 WIB"), "{}", refused.body);
        house.later(59);
        house.post("nur", path, &[("day", "24-11-2026")]).await.expect(409);
        house.later(1);
        house.post("nur", path, &[("day", "24-11-2026")]).await.expect(303);
        assert_eq!(count(&house, "certificate").await, 12);
        set("20000").await.expect(303);
        assert!(house.get("nur", SIGNER).await.expect(200).shows("2 dari 20000 dokumen"));
    })
    .await;
}

fn worker(house: &Standing) -> Worker {
    Worker::new(Arc::clone(&house.house), certification::job_kinds(), house.clock(), house.clock())
}

#[tokio::test]
async fn an_order_in_the_background_waits_and_goes_on() {
    in_a_world(CertificateKind::Training, |house| async move {
        house.account("wakil", "blk-mojokerto", &[Role::TrainingHead]).await;
        for (code, number) in [("LAS-2", 2), ("LAS-3", 3), ("LAS-4", 4), ("LAS-5", 5), ("LAS-6", 6)] {
            batch(&house.house.db, code, number, CertificateKind::Training).await;
        }
        act(&house, "nur", "limit", &[("per_hour", "10")]).await.expect(303);
        let asked = house.post("nur", "/certificates/issuing", &[("day", "24-11-2026")]).await.expect(303);
        worker(&house).drain().await.expect("the worker works");
        assert_eq!(count(&house, "certificate").await, 10);
        let page = house.get("nur", &asked.location).await.expect(200);
        assert!(page.shows("10 sertifikat sudah terbit; sisanya menunggu."), "{}", page.body);
        assert_eq!(worker(&house).drain().await.expect("nothing is due"), 0);

        // The switch holds it too, and the second hand wakes it.
        house.later(61);
        stop(&house).await.expect(303);
        worker(&house).drain().await.expect("it looks, and waits again");
        let page = house.get("nur", &asked.location).await.expect(200);
        assert!(page.shows("dihentikan sejak"), "{}", page.body);
        let why = [("reason", "Ketemu.")];
        act(&house, "nur", "resumption", &why).await.expect(303);
        assert_eq!(worker(&house).drain().await.expect("one hand wakes nobody"), 0);
        act(&house, "wakil", "resumption", &why).await.expect(303);
        assert_eq!(worker(&house).drain().await.expect("it goes on"), 1);
        assert_eq!(count(&house, "certificate").await, 12);
        let page = house.get("nur", &asked.location).await.expect(200);
        assert!(page.shows("12 sertifikat terbit dari 6 angkatan."), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_issued_while_the_log_cannot_be_carried_out() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let stall = |is_long: bool| {
            insert("audit_stall")
                .set("folder", if is_long { "luar" } else { "sebentar" })
                .set("since", house.now())
                .set("seen", house.now())
                .set("why", "penuh")
                .set("is_long", is_long)
                .run(house.house.db.writer())
        };
        stall(false).await.expect("a short one");
        stall(true).await.expect("a long one");
        let refused = issue(&house).await.expect(409);
        assert!(
            refused.shows("jejak audit tidak dapat dibawa ke luar sejak 24 November 2026"),
            "{}",
            refused.body
        );
        assert!(house.get("nur", SIGNER).await.expect(200).shows("Berhenti: jejak audit tertahan"));
        let mended = "DELETE FROM audit_stall WHERE is_long = TRUE";
        run(house.house.db.writer(), mended, []).await.expect("mended");
        issue(&house).await.expect(303);
    })
    .await;
}

#[tokio::test]
async fn the_tables_hold_the_door_shut_by_themselves() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let db = &house.house.db;
        issued(&house).await;
        second_try(db).await;
        for sql in [
            "UPDATE signing_use SET digest = did",
            "DELETE FROM signing_use",
            "DELETE FROM signing_hour",
            "UPDATE signing_hour SET used = 0",
            "UPDATE signing_hour SET used = 1001",
            "INSERT INTO signing_hour (issuer_id, hour, used) SELECT issuer_id, '2027-01-01T00:00:00+00:00', 1001 FROM signing_hour",
        ] {
            let error = run(db.writer(), sql, []).await.expect_err(sql).to_string();
            assert!(error.contains("signing_"), "{sql}: {error}");
        }
        // A certificate that no use in the log stands behind.
        let raw = crate::world::certificate_row(77, 1, SARI, "competence").set("state", "issued");
        let error = raw.run(db.writer()).await.expect_err("nobody signed it").to_string();
        assert!(error.contains("certificate_needs_signature"), "{error}");
        stop(&house).await.expect(303);
        let again = "INSERT INTO signing_use (document_id, face, issuer_id, hour, did, digest, act, at, account_name) \
                     SELECT $1, face, issuer_id, hour, did, digest, act, at, account_name FROM signing_use WHERE face = 'seal'";
        let document = Uuid::from_u128(5);
        let error = run(db.writer(), again, [document.into()]).await.expect_err("stopped").to_string();
        assert!(error.contains("signing_use_while_stopped"), "{error}");
        for sql in ["DELETE FROM signing_stop", "UPDATE signing_stop SET turn = 2"] {
            let error = run(db.writer(), sql, []).await.expect_err(sql).to_string();
            assert!(error.contains("signing_kept"), "{sql}: {error}");
        }
    })
    .await;
}
