// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The tables on each database: seed rows fit, and what no row may say is refused by the database itself.

use store::testing::on_each_database;
use store::{Db, Migration, run, violation};

fn steps() -> Vec<Migration> {
    let rooms = [
        audit::MIGRATIONS,
        access::MIGRATIONS,
        desk::MIGRATIONS,
        partnership::MIGRATIONS,
        programme::MIGRATIONS,
    ];
    rooms.concat()
}

#[tokio::test]
async fn the_seed_can_be_read_as_facts() {
    on_each_database(&steps(), true, async |db: Db| {
        let on = db.read();
        let batch = programme::facts::batch_by_code(on, "SEED-ANGKATAN").await.unwrap().unwrap();
        assert!(batch.assessment.is_some());
        let modules = programme::facts::modules(on, batch.programme.id).await.unwrap();
        let units = programme::facts::units(on, batch.programme.id).await.unwrap();
        assert_eq!(modules[0].units, [units[0].id]);
        let instructors = programme::facts::instructors_of_batch(on, batch.id).await.unwrap();
        assert_eq!(programme::facts::instructor_hours(on, instructors[0].id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_guest_of_the_batch_cannot_be_booked_to_assess() {
    on_each_database(&steps(), true, async |db: Db| {
        let teaches = "INSERT INTO batch_instructor (batch_id, instructor_id) \
                       SELECT a.batch_id, i.id FROM batch_assessment a, instructor i WHERE i.code = 'SEED-TAMU'";
        run(db.writer(), teaches, []).await.expect("a guest may teach");
        let sql = "UPDATE batch_assessment SET assessor_name = ' tamu benih'";
        let error = run(db.writer(), sql, []).await.expect_err("a guest judges");
        assert!(violation(&error).is_some_and(|found| found.is("guest_no_assessor", "")), "{error}");
    })
    .await;
}

#[tokio::test]
async fn the_database_refuses_what_no_row_may_say() {
    on_each_database(&steps(), true, async |db: Db| {
        for (sql, constraint) in [
            ("UPDATE programme SET standard = NULL", "programme_standard"),
            ("UPDATE inspection_finding SET met = FALSE", "inspection_finding_action"),
            ("UPDATE inspection_finding SET mended_on = '2026-11-25'", "inspection_finding_mend"),
            ("UPDATE batch SET seats = 61", "batch_seats"),
            ("UPDATE batch SET ends_on = '2026-11-01'", "batch_term"),
            ("UPDATE programme_module SET jp = 0", "programme_module_jp"),
            ("UPDATE instructor_hours SET ends_minute = 480", "instructor_hours_order"),
            ("UPDATE programme SET certificate_kind = 'degree'", "programme_certificate_kind"),
            (
                "UPDATE instructor SET account_id = (SELECT id FROM account LIMIT 1) WHERE kind = 'guest'",
                "guest_no_account",
            ),
        ] {
            let error = run(db.writer(), sql, []).await.expect_err(sql);
            assert!(violation(&error).is_some_and(|found| found.is(constraint, "")), "{sql}: {error}");
        }
    })
    .await;
}
