// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The tables on filled databases, and what they refuse whatever the code above them does.

use kernel::id::BatchId;
use store::testing::on_each_database;
use store::{Db, FromQueryResult, Migration, one, run, violation};
use uuid::Uuid;

fn steps() -> Vec<Migration> {
    [
        audit::MIGRATIONS,
        access::MIGRATIONS,
        desk::MIGRATIONS,
        people::MIGRATIONS,
        partnership::MIGRATIONS,
        programme::MIGRATIONS,
        enrolment::MIGRATIONS,
        planning::MIGRATIONS,
        training::MIGRATIONS,
    ]
    .concat()
}

/// Runs a change that must be refused by the named guard.
async fn refused(db: &Db, sql: &str, guard: &str) {
    let error = run(db.writer(), sql, []).await.expect_err("the database must refuse");
    let said = violation(&error).map_or_else(|| error.to_string(), |violation| violation.name);
    assert!(said.contains(guard), "{sql}: refused by `{said}`, not by `{guard}`");
}

#[tokio::test]
async fn marks_are_never_changed_only_followed_by_another() {
    on_each_database(&steps(), true, |db| async move {
        #[derive(FromQueryResult)]
        struct Row {
            batch_id: Uuid,
        }
        let row: Option<Row> = one(db.read(), "SELECT batch_id FROM session", []).await.expect("sessions can be read");
        let batch = BatchId(row.expect("the seed rows hold a session").batch_id);
        assert_eq!(training::facts::marks_count(db.read(), batch).await.expect("marks can be counted"), 1);
        assert_eq!(training::facts::sessions(db.read(), batch).await.expect("sessions can be read").len(), 1);
        assert_eq!(training::facts::completions(db.read(), batch).await.expect("completions can be read").len(), 1);

        refused(&db, "UPDATE mark SET letter = 'H', reason = NULL", "mark_append_only").await;
        refused(&db, "DELETE FROM mark", "mark_append_only").await;
        let next = "INSERT INTO mark (session_id, person_id, version, letter, reason, legitimate, account_name, at, why_changed) \
                    SELECT session_id, person_id, version + 1, letter, reason, legitimate, account_name, at, 'x' FROM mark";
        refused(&db, next, "mark_not_after_close").await;
        run(db.writer(), "DELETE FROM completion", []).await.expect("the seed completion goes");
        run(db.writer(), "UPDATE training_run SET closed_on = NULL", []).await.expect("the seed batch runs again");
        refused(&db, &next.replace("'x'", "''"), "mark_why_changed").await;
        run(db.writer(), next, []).await.expect("a correction is the next version");
        assert_eq!(training::facts::marks_count(db.read(), batch).await.expect("marks can be counted"), 1);
        run(db.writer(), "UPDATE session SET state = 'cancelled'", []).await.expect("states can change");
        let third = next.replace("version + 1", "version + 2");
        refused(&db, &third, "mark_only_of_held").await;
    })
    .await;
}
