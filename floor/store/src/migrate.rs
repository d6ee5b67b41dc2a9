// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Migrations: portable SQL files of the rooms, applied in order, each once, each whole.

use anyhow::Context;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr};
use sea_orm_migration::prelude::{MigrationName, MigrationTrait, SchemaManager};
use sea_orm_migration::{MigratorTraitSelf, async_trait};

/// One step of the schema.
///
/// # Shape
/// `sql` is portable text: `UUID`, `DATE`, `TIMESTAMPTZ`, `BYTEA`, `BIGINT`, `BOOLEAN` and `TEXT` are column types that
/// both databases take. What must differ stands between `--[sqlite]` or `--[postgres]` and `--[end]` lines.
/// `seed` is inserted after the step in tests only.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub name: &'static str,
    pub sql: &'static str,
    pub seed: &'static str,
}

impl MigrationName for Migration {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let sql = for_backend(self.sql, connection.get_database_backend());
        connection.execute_unprepared(&sql).await.map(|_| ())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

struct Steps(Vec<Migration>);

#[async_trait::async_trait]
impl MigratorTraitSelf for Steps {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        self.0.iter().map(|step| Box::new(*step) as Box<dyn MigrationTrait>).collect()
    }
}

/// Applies what is not yet applied.
///
/// # Errors
/// A step failed; it left nothing behind.
pub async fn migrate(writer: &DatabaseConnection, steps: &[Migration]) -> anyhow::Result<()> {
    Steps(steps.to_vec()).up(writer, None).await.context("a migration failed")
}

/// Keeps the lines that are for every database and those for this one.
pub(crate) fn for_backend(sql: &str, backend: DbBackend) -> String {
    let mut keep = true;
    let mut kept = String::with_capacity(sql.len());
    for line in sql.lines() {
        match line.trim() {
            "--[sqlite]" => keep = backend == DbBackend::Sqlite,
            "--[postgres]" => keep = backend == DbBackend::Postgres,
            "--[end]" => keep = true,
            _ if keep => {
                kept.push_str(line);
                kept.push('\n');
            }
            _ => {}
        }
    }
    kept
}
