// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The tables on filled databases.

use kernel::id::BatchId;
use store::testing::on_each_database;
use store::{FromQueryResult, Migration, one};
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
        assessment::MIGRATIONS,
    ]
    .concat()
}

#[derive(FromQueryResult)]
struct Row {
    batch_id: Uuid,
}

#[tokio::test]
async fn the_seed_rows_read_back_as_facts() {
    on_each_database(&steps(), true, |db| async move {
        let row: Option<Row> = one(db.read(), "SELECT batch_id FROM sitting", []).await.unwrap();
        let batch = BatchId(row.expect("the seed rows hold a sitting").batch_id);
        let counts = assessment::facts::counts(db.read(), batch).await.unwrap();
        assert_eq!((counts.assessed, counts.k_people), (1, 1), "one person, one unit, one K");
        assert_eq!(assessment::facts::results(db.read(), batch).await.unwrap().len(), 1);
    })
    .await;
}
