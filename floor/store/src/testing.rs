// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A fresh database for a test: SQLite always, PostgreSQL where `BEKAL_TEST_POSTGRES` names a server.

use std::future::Future;
use std::path::PathBuf;

use sea_orm::{ConnectionTrait, Database};
use uuid::Uuid;

use crate::{DatabaseAddress, Db, Migration, migrate};

/// Runs the test on every database at hand, each time on fresh tables, with each migration's seed rows
/// inserted before the next migration when `seeded`.
///
/// # Panics
/// The test panics, or a database cannot be had.
pub async fn on_each_database<T, F>(steps: &[Migration], seeded: bool, test: T)
where
    T: Fn(Db) -> F,
    F: Future<Output = ()>,
{
    let path = std::env::temp_dir().join(format!("bekal-test-{}", Uuid::new_v4()));
    let file = path.join("bekal.db");
    run_one(&DatabaseAddress::Sqlite(file), steps, seeded, &test).await;
    remove(&path);
    if let Ok(server) = std::env::var("BEKAL_TEST_POSTGRES") {
        let name = format!("bekal_{}", Uuid::new_v4().simple());
        let admin = Database::connect(&server).await.expect("the PostgreSQL of the tests answers");
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .expect("a database can be created");
        let (base, _) = server.rsplit_once('/').expect("the address ends in a database name");
        run_one(&DatabaseAddress::Postgres(format!("{base}/{name}")), steps, seeded, &test).await;
        admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.expect("and dropped");
    }
}

async fn run_one<T, F>(address: &DatabaseAddress, steps: &[Migration], seeded: bool, test: &T)
where
    T: Fn(Db) -> F,
    F: Future<Output = ()>,
{
    let db = Db::open(address).await.expect("the database opens");
    if seeded {
        migrate_seeded(&db, steps).await;
    } else {
        migrate(db.writer(), steps).await.expect("the migrations apply");
    }
    test(db.clone()).await;
    db.close().await.expect("the database closes");
}

/// Applies the steps, each with its seed rows before the next.
///
/// # Panics
/// A step or its rows do not fit.
pub async fn migrate_seeded(db: &Db, steps: &[Migration]) {
    for count in 1..=steps.len() {
        migrate(db.writer(), &steps[..count]).await.expect("the migration applies to filled tables");
        let seed = crate::migrate::for_backend(steps[count - 1].seed, db.backend());
        if !seed.trim().is_empty() {
            db.writer().execute_unprepared(&seed).await.expect("the seed rows fit the new tables");
        }
    }
}

fn remove(folder: &PathBuf) {
    std::fs::remove_dir_all(folder).expect("the test's folder can be removed");
}
