// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules as the tables hold them: rows written past the rooms, refused by name.

use programme::facts::CertificateKind;
use store::{Db, DbErr, Insert, violation};

use crate::world::{
    RAHMAT, SARI, TONO, accompaniment_row, accompany, acknowledgement_id, acknowledgement_row,
    certificate_id, certificate_row, foundation, foundation_key_row, in_a_world, issuing_account, key_row,
    letter_row, unit_row,
};

async fn write(db: &Db, row: Insert) -> Result<(), DbErr> {
    row.run(db.writer()).await
}

#[track_caller]
fn refused_by(result: Result<(), DbErr>, constraint: &str, sqlite_says: &str) {
    let error = result.expect_err("the table takes what it must refuse");
    let named = violation(&error).is_some_and(|found| found.is(constraint, sqlite_says));
    // SQLite does not name a foreign key.
    let keyed = sqlite_says == "FOREIGN KEY" && error.to_string().contains("FOREIGN KEY constraint failed");
    assert!(named || keyed, "not by {constraint}: {error}");
}

#[tokio::test]
async fn a_competence_certificate_needs_a_final_k_on_every_unit() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let db = &house.house.db;
        key_row(db).await;
        let raw = |number, who| certificate_row(number, 1, who, "competence").set("state", "issued");
        refused_by(write(db, raw(1, SARI)).await, "certificate_needs_k", "");
        refused_by(write(db, raw(1, TONO)).await, "certificate_needs_k", "");
        write(db, raw(1, RAHMAT)).await.expect("everything is K");
        let unit = |who, verdict: &'static str| unit_row(1, 1, who, 2).set("verdict", verdict);
        refused_by(write(db, unit(RAHMAT, "BK")).await, "certificate_unit_verdict", "");
        refused_by(write(db, unit(SARI, "K")).await, "certificate_unit_learner", "FOREIGN KEY");
        write(db, unit(RAHMAT, "K")).await.expect("a final K can stand on it");
        refused_by(
            write(db, unit_row(1, 1, RAHMAT, 9).set("verdict", "K")).await,
            "certificate_unit_final",
            "FOREIGN KEY",
        );
    })
    .await;
}

#[tokio::test]
async fn a_school_certificate_needs_every_skill_confirmed() {
    in_a_world(CertificateKind::School, |house| async move {
        let db = &house.house.db;
        key_row(db).await;
        let raw = |who| certificate_row(1, 1, who, "school").set("state", "issued");
        refused_by(write(db, raw(SARI)).await, "certificate_needs_k", "");
        write(db, raw(RAHMAT)).await.expect("every skill is confirmed");
    })
    .await;
}

#[tokio::test]
async fn a_programme_without_units_gives_no_competence_certificate() {
    in_a_world(CertificateKind::Training, |house| async move {
        let db = &house.house.db;
        key_row(db).await;
        for sql in ["DELETE FROM module_unit", "DELETE FROM programme_unit"] {
            store::run(db.writer(), sql, []).await.expect("units can be taken away");
        }
        let raw = certificate_row(1, 1, RAHMAT, "competence").set("state", "issued");
        refused_by(write(db, raw).await, "certificate_needs_k", "");
    })
    .await;
}

#[tokio::test]
async fn a_training_certificate_needs_completion() {
    in_a_world(CertificateKind::Training, |house| async move {
        let db = &house.house.db;
        key_row(db).await;
        let training = |number, who| certificate_row(number, 1, who, "training").set("state", "issued");
        refused_by(write(db, training(1, TONO)).await, "certificate_needs_completion", "");
        write(db, training(1, SARI)).await.expect("the training is complete");
    })
    .await;
}

#[tokio::test]
async fn an_acknowledgement_rests_on_a_confirmation_and_another_hand() {
    in_a_world(CertificateKind::Training, |house| async move {
        let db = &house.house.db;
        foundation(&house).await;
        foundation_key_row(db).await;
        let account = async |login| access::account_named(db.read(), login).await.unwrap().unwrap().0;
        let (ketua, pendamping) = (account("ketua").await, account("pendamping").await);
        let undone = accompany(db, TONO, "pendamping").await;
        refused_by(undone, "accompaniment_needs_completion", "");
        let early = accompaniment_row(RAHMAT, pendamping, "2026-10-29");
        refused_by(write(db, early).await, "accompaniment_needs_completion", "");
        let dated = |who, on| letter_row(1, who, on).set("acknowledgement_id", acknowledgement_id(1));
        let letter = |who| dated(who, "2026-11-10");
        let lonely = letter_row(1, RAHMAT, "2026-11-10");
        refused_by(write(db, lonely).await, "certificate_needs_accompaniment", "");
        write(db, acknowledgement_row(1).set("account_id", pendamping))
            .await
            .expect("a decision is recorded");
        accompany(db, RAHMAT, "pendamping").await.expect("a mentor confirms");
        refused_by(write(db, letter(SARI)).await, "certificate_needs_accompaniment", "");
        refused_by(write(db, letter(RAHMAT)).await, "certificate_needs_accompaniment", "");
        store::run(db.writer(), "UPDATE acknowledgement SET account_id = $1", [ketua.into()]).await.unwrap();
        let other = dated(RAHMAT, "2026-11-08");
        refused_by(write(db, other).await, "certificate_needs_accompaniment", "");
        write(db, letter(RAHMAT)).await.expect("another hand decided");
        refused_by(
            store::run(db.writer(), "DELETE FROM accompaniment", []).await.map(|_| ()),
            "certificate_kept",
            "",
        );
    })
    .await;
}

#[tokio::test]
async fn one_certificate_in_force_and_none_that_changes() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let db = &house.house.db;
        key_row(db).await;
        let raw = |number| certificate_row(number, 1, RAHMAT, "competence");
        refused_by(write(db, raw(1).set("state", "handed")).await, "certificate_begins_issued", "");
        write(db, raw(1).set("state", "issued")).await.expect("the first one");
        let second = write(db, raw(2).set("state", "issued")).await;
        refused_by(second, "certificate_in_force", "certificate.batch_id");
        let change = |sql: &'static str| async move { store::run(db.writer(), sql, []).await.map(|_| ()) };
        refused_by(
            change("UPDATE certificate SET learner_name = 'Orang lain'").await,
            "certificate_unchanged",
            "",
        );
        refused_by(change("DELETE FROM certificate").await, "certificate_kept", "");
        refused_by(change("UPDATE certificate SET state = 'handed'").await, "certificate_order", "");
        refused_by(change("UPDATE certificate SET state = 'revoked'").await, "certificate_order", "");
        let revocation = || {
            store::insert("revocation")
                .set("certificate_id", certificate_id(1))
                .set("day", crate::world::day("2026-11-11"))
        };
        refused_by(write(db, revocation().set("reason", "")).await, "revocation_reason", "");
        write(db, revocation().set("reason", "Salah nama")).await.expect("a revocation with its reason");
        change("UPDATE certificate SET state = 'revoked'").await.expect("revoked");
        refused_by(change("UPDATE certificate SET state = 'issued'").await, "certificate_order", "");
        refused_by(change("DELETE FROM revocation").await, "certificate_kept", "");
        write(db, raw(2).set("state", "issued")).await.expect("a replacement");
    })
    .await;
}

#[tokio::test]
async fn no_renewal_without_a_judgement_by_another_hand() {
    in_a_world(CertificateKind::Competence, |house| async move {
        let db = &house.house.db;
        key_row(db).await;
        let dated = |number: u128, turn: i64| {
            certificate_row(number, 1, RAHMAT, "competence")
                .set("state", "issued")
                .set("valid_until", crate::world::day("2029-11-09"))
                .set("turn", turn)
        };
        refused_by(write(db, dated(1, 2)).await, "certificate_needs_renewal", "");
        write(db, dated(1, 1)).await.expect("the first one");
        refused_by(write(db, dated(2, 2)).await, "certificate_needs_renewal", "");
        let (judge, decider) = (acknowledgement_id(8), acknowledgement_id(9));
        let ground = |turn: i64, outcome: &'static str| {
            store::insert("renewal_ground")
                .set("certificate_id", certificate_id(1))
                .set("turn", turn)
                .set("basis", "reassessment")
                .set("outcome", outcome)
                .set("day", crate::world::day("2029-09-01"))
                .set("evidence", "Diperagakan")
                .set("account_id", judge)
                .set("account_name", "Asesor")
        };
        let renewal = |by: uuid::Uuid, on: &str| {
            store::insert("renewal")
                .set("old_id", certificate_id(1))
                .set("new_id", certificate_id(2))
                .set("day", crate::world::day(on))
                .set("account_id", by)
        };
        write(db, ground(1, "BK")).await.expect("not yet competent");
        refused_by(write(db, renewal(decider, "2029-09-02")).await, "renewal_fits", "");
        write(db, ground(2, "K")).await.expect("competent again");
        refused_by(write(db, ground(3, "K")).await, "renewal_ground_fits", "");
        refused_by(write(db, renewal(judge, "2029-09-02")).await, "renewal_fits", "");
        refused_by(write(db, renewal(decider, "2029-08-31")).await, "renewal_fits", "");
        let lonely =
            write(db, renewal(decider, "2029-09-02")).await.expect_err("a renewal without its certificate");
        assert!(lonely.to_string().to_lowercase().contains("foreign key"), "{lonely}");
        let told = store::insert("expiry_told")
            .set("certificate_id", certificate_id(3))
            .set("day", crate::world::day("2029-09-01"))
            .set("note", "")
            .set("account_name", "PK");
        refused_by(write(db, told).await, "expiry_told_fits", "");
        for sql in [
            "UPDATE certificate SET turn = 3",
            "DELETE FROM renewal_ground",
            "UPDATE renewal_ground SET outcome = 'K'",
        ] {
            let refused = store::run(db.writer(), sql, []).await.map(|_| ());
            let by = if sql.contains("turn") { "certificate_unchanged" } else { "certificate_kept" };
            refused_by(refused, by, "");
        }
    })
    .await;
}

#[tokio::test]
async fn the_tables_stand_after_filled_ones() {
    store::testing::on_each_database(&crate::world::PLAN.steps(), true, |db| async move {
        let on = db.read();
        let seeded =
            certification::facts::by_number(on, "seed-0000-0000").await.unwrap().expect("the seed is there");
        assert!(seeded.handed_on.is_some() && seeded.revoked_on.is_some(), "handed over, then revoked");
        let early = "INSERT INTO revocation_told (certificate_id, day, note, account_name) \
                     SELECT certificate_id, '2026-11-24', '', 'X' FROM revocation";
        store::run(db.writer(), "DELETE FROM revocation_told", []).await.expect("the seed row can go");
        let error = store::run(db.writer(), early, []).await.unwrap_err().to_string();
        assert!(error.contains("revocation_told_after"), "told before it was revoked: {error}");
    })
    .await;
}

#[tokio::test]
async fn no_certificate_by_the_hand_that_decided_what_it_rests_on() {
    for (kind, code, sql) in [
        (CertificateKind::Competence, "competence", "UPDATE sitting SET assessor_account = $1"),
        (CertificateKind::School, "school", "UPDATE sitting SET assessor_account = $1"),
        (CertificateKind::Training, "training", "UPDATE training_run SET account_id = $1"),
    ] {
        in_a_world(kind, |house| async move {
            let db = &house.house.db;
            key_row(db).await;
            let raw = || certificate_row(1, 1, RAHMAT, code).set("state", "issued");
            store::run(db.writer(), sql, [issuing_account().into()]).await.expect("she decided");
            refused_by(write(db, raw()).await, "certificate_other_hand", "");
            store::run(db.writer(), sql, [acknowledgement_id(9).into()]).await.expect("somebody else did");
            write(db, raw()).await.expect("another hand may");
        })
        .await;
    }
}
