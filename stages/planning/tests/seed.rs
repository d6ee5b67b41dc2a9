// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The tables of enrolment and planning applied to a house that is already filled, and read back as facts.

use store::testing::on_each_database;
use store::{Db, Migration};

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
    ]
    .concat()
}

#[tokio::test]
async fn the_seed_can_be_read_as_facts() {
    on_each_database(&steps(), true, async |db: Db| {
        let on = db.read();
        let batch = programme::facts::batch_by_code(on, "SEED-ANGKATAN").await.unwrap().unwrap();
        let seated = enrolment::facts::participants(on, batch.id).await.unwrap();
        assert_eq!(seated.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Warga Benih"]);
        assert_eq!(enrolment::facts::decided(on, batch.id).await.unwrap().unwrap().number, "SK.01");
        let counts = enrolment::facts::counts(on, batch.id).await.unwrap();
        assert_eq!((counts.applicants, counts.eligible, counts.seated), (1, 1, 1));
        let slots = planning::facts::slots(on, batch.id).await.unwrap();
        assert_eq!((slots.len(), slots[0].jp), (1, 5));
        assert_eq!(planning::facts::slot(on, slots[0].id).await.unwrap().as_ref(), slots.first());
        assert_eq!(planning::facts::slots_on(on, batch.host, slots[0].day).await.unwrap(), slots);
        assert!(planning::facts::opened_on(on, batch.id).await.unwrap().is_some());
    })
    .await;
}
