// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the database holds of codes and tries: each is taken once, whoever comes second, on every database at hand.

use access::{begin_factor, confirm_factor, forget_wrong_proofs, take_step, take_try, use_recovery_code};
use chrono::{DateTime, Duration, Utc};
use kernel::id::AccountId;
use store::testing::on_each_database;
use store::{Db, Migration, insert, run};
use uuid::Uuid;

const ACCOUNT: AccountId = AccountId(Uuid::from_u128(2));

fn steps() -> Vec<Migration> {
    [audit::MIGRATIONS, access::MIGRATIONS].concat()
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_764_000_000, 0).expect("an instant")
}

async fn settle(db: &Db) {
    let office = Uuid::from_u128(1);
    let row = insert("organisation").set("id", office).set("code", "lapas").set("kind", "prison");
    let row = row.set("name", "Lapas").set("short_name", "Lapas").set("zone", "WIB");
    row.run(db.writer()).await.expect("the office fits");
    let row = insert("account").set("id", ACCOUNT.0).set("login", "a").set("name", "A");
    let row = row.set("password_hash", "!").set("organisation_id", office);
    row.run(db.writer()).await.expect("the account fits");
}

#[tokio::test]
async fn a_step_and_a_recovery_code_are_taken_once() {
    on_each_database(&steps(), false, |db| async move {
        settle(&db).await;
        let tx = db.begin().await.expect("a transaction begins");
        assert!(begin_factor(&tx, ACCOUNT, vec![1], now()).await.expect("written"));
        assert!(begin_factor(&tx, ACCOUNT, vec![2], now()).await.expect("written"), "a key begun anew");
        assert!(!take_step(&tx, ACCOUNT, 10).await.expect("written"), "not confirmed yet");
        assert!(confirm_factor(&tx, ACCOUNT, 10, now()).await.expect("written"));
        assert!(!confirm_factor(&tx, ACCOUNT, 11, now()).await.expect("written"), "only once");
        assert!(!begin_factor(&tx, ACCOUNT, vec![3], now()).await.expect("written"), "a confirmed key stays");
        for (step, is_taken) in [(10, false), (11, true), (11, false), (9, false), (12, true)] {
            assert_eq!(take_step(&tx, ACCOUNT, step).await.expect("written"), is_taken, "{step}");
        }
        access::set_recovery_codes(&tx, ACCOUNT, vec![vec![1], vec![2]], now()).await.expect("written");
        assert!(use_recovery_code(&tx, ACCOUNT, vec![1], now()).await.expect("written"));
        assert!(!use_recovery_code(&tx, ACCOUNT, vec![1], now()).await.expect("written"));
        assert_eq!(access::recovery_codes_left(&tx, ACCOUNT).await.expect("read"), 1);
        tx.commit().await.expect("it is written");

        let back = run(db.writer(), "UPDATE second_factor SET last_step = 1", []).await;
        assert!(back.is_err(), "the database itself takes no step back");
        let fresh =
            run(db.writer(), "UPDATE recovery_code SET used_at = NULL WHERE used_at IS NOT NULL", []).await;
        assert!(fresh.is_err(), "nor makes a used code fresh");
    })
    .await;
}

#[tokio::test]
async fn five_tries_are_free_then_each_waits() {
    on_each_database(&steps(), false, |db| async move {
        settle(&db).await;
        let tx = db.begin().await.expect("a transaction begins");
        for _ in 0..5 {
            assert!(take_try(&tx, ACCOUNT, now()).await.expect("written"));
        }
        assert!(!take_try(&tx, ACCOUNT, now()).await.expect("written"));
        let later = now() + Duration::minutes(5);
        assert!(!take_try(&tx, ACCOUNT, later - Duration::seconds(1)).await.expect("written"));
        assert!(take_try(&tx, ACCOUNT, later).await.expect("written"));
        assert!(!take_try(&tx, ACCOUNT, later).await.expect("written"), "one, then the next waits");
        forget_wrong_proofs(&tx, ACCOUNT).await.expect("written");
        assert!(
            take_try(&tx, ACCOUNT, later).await.expect("written"),
            "after a right one all are free again"
        );
    })
    .await;
}

#[tokio::test]
async fn the_migration_applies_to_filled_tables() {
    on_each_database(&steps(), true, |db| async move {
        let account = access::account_named(db.read(), "seed.akun").await.expect("read").expect("seeded");
        assert!(access::confirmed_factor(db.read(), account).await.expect("read").is_some());
        assert_eq!(access::tokens_of(db.read(), account).await.expect("read").len(), 1);
    })
    .await;
}
