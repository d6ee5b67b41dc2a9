// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The tables on filled databases: seed rows read back as facts, and what no row may say is refused by the database itself.

use partnership::facts::{self, Standing};
use store::testing::on_each_database;
use store::{Db, Migration, insert, run, violation};
use uuid::Uuid;

use crate::ground::day;

fn steps() -> Vec<Migration> {
    [audit::MIGRATIONS, access::MIGRATIONS, desk::MIGRATIONS, partnership::MIGRATIONS].concat()
}

#[tokio::test]
async fn the_seed_can_be_read_as_facts() {
    on_each_database(&steps(), true, async |db: Db| {
        let on = db.read();
        let fact = facts::agreement_by_code(on, "SEED-PKS").await.unwrap().unwrap();
        assert_eq!(fact.standing(day("01-03-2025")), Standing::InForce);
        assert_eq!(facts::agreement(on, fact.id).await.unwrap().as_ref(), Some(&fact));
        let promises = facts::obligations(on, fact.id).await.unwrap();
        assert_eq!((promises.len(), promises[0].delivered, promises[0].percent()), (1, 40, 33));
        let meeting = facts::meeting_by_code(on, "SEED-RAPAT").await.unwrap().unwrap();
        assert_eq!((meeting.parties.len(), meeting.items.len()), (2, 1));
    })
    .await;
}

#[tokio::test]
async fn the_database_refuses_what_no_row_may_say() {
    on_each_database(&steps(), true, async |db: Db| {
        for (sql, constraint) in [
            ("UPDATE agreement SET state = 'in_force'", "agreement_state"),
            ("UPDATE agreement SET kind = 'letter'", "agreement_kind"),
            ("UPDATE agreement SET ends_on = starts_on", "agreement_term"),
            ("UPDATE agreement SET state = 'ended'", "agreement_ended"),
            (
                "UPDATE agreement SET state = 'ended', end_reason = 'x', ended_on = '2027-01-01'",
                "agreement_ended_within",
            ),
            ("UPDATE agreement_party SET role = 'host' WHERE role = 'trainer'", "agreement_party"),
            ("UPDATE agreement_party SET role = 'friend' WHERE role = 'trainer'", "agreement_party_role"),
            ("UPDATE agreement_party SET number = NULL", "agreement_party_signed"),
            ("UPDATE agreement_party SET agreed_on = NULL", "agreement_party_agreed_first"),
            ("UPDATE agreement_party SET signed_on = '2025-02-19'", "agreement_party_agreed_first"),
            ("UPDATE obligation SET quantity = 0", "obligation_quantity"),
            ("UPDATE delivery SET quantity = -1", "delivery_quantity"),
            ("UPDATE meeting_item SET number = 0", "meeting_item_number"),
            ("UPDATE meeting_item SET closed_on = '2025-02-01'", "meeting_item_closed"),
        ] {
            let error = run(db.writer(), sql, []).await.expect_err(sql);
            assert!(violation(&error).is_some_and(|found| found.is(constraint, "")), "{sql}: {error}");
        }
    })
    .await;
}

#[tokio::test]
async fn promises_and_items_belong_to_those_who_take_part() {
    on_each_database(&steps(), true, async |db: Db| {
        let stranger = Uuid::from_u128(99);
        insert("organisation")
            .set("id", stranger)
            .set("code", "asing")
            .set("kind", "smk")
            .set("name", "Asing")
            .set("short_name", "Asing")
            .set("zone", "WIB")
            .run(db.writer())
            .await
            .expect("a stranger to both");
        for table in ["obligation", "meeting_item"] {
            let sql = format!("UPDATE {table} SET organisation_id = $1");
            let error = run(db.writer(), &sql, [stranger.into()]).await.expect_err(&sql);
            assert!(error.to_string().to_lowercase().contains("foreign key"), "{sql}: {error}");
        }
    })
    .await;
}
