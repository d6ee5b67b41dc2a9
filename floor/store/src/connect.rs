// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Opening a database. What a durable write means is decided here and nowhere else.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr, TransactionTrait};

/// Connections that answer pages; writes never wait for them.
const READERS: u32 = 4;
/// Pages of the file each connection keeps, in KiB with a minus; the system keeps the rest of the file in memory besides, so
/// that four readers need not each hold it.
const READER_CACHE: &str = "-6000";
const WRITER_CACHE: &str = "-16000";
/// Statements each connection keeps prepared: about as many as the house has.
const STATEMENTS: usize = 400;

/// Where the data lives, as written in `BEKAL_DATABASE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatabaseAddress {
    Sqlite(PathBuf),
    Postgres(String),
}

impl std::str::FromStr for DatabaseAddress {
    type Err = anyhow::Error;

    /// # Errors
    /// Anything but `sqlite:PATH`, `postgres://…` or `postgresql://…`.
    fn from_str(text: &str) -> anyhow::Result<Self> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.trim_start_matches("//");
            anyhow::ensure!(!path.is_empty(), "BEKAL_DATABASE: a path must follow `sqlite:`");
            return Ok(Self::Sqlite(path.into()));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.into()));
        }
        anyhow::bail!(
            "BEKAL_DATABASE must be `sqlite:PATH` or `postgres://…`, not `{}`",
            text.split("://").next().unwrap_or("")
        )
    }
}

async fn postgres_pool(url: &str, connections: u32) -> anyhow::Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).sqlx_logging(false).acquire_timeout(Duration::from_secs(20));
    Database::connect(options).await.context("cannot reach the PostgreSQL database")
}

/// The two pools of one database.
#[derive(Debug, Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
}

impl Db {
    /// Opens the database, creating an SQLite file and its folder where there is none.
    ///
    /// # Errors
    /// The file cannot be created or the server cannot be reached.
    pub async fn open(address: &DatabaseAddress) -> anyhow::Result<Self> {
        match address {
            DatabaseAddress::Sqlite(path) => Self::open_sqlite(path).await,
            DatabaseAddress::Postgres(url) => {
                // Two pools: one who writes may read besides, and never waits for those who wait for her to end.
                Ok(Self { read: postgres_pool(url, 16).await?, write: postgres_pool(url, 8).await? })
            }
        }
    }

    async fn open_sqlite(path: &Path) -> anyhow::Result<Self> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        }
        let url = format!("sqlite://{}?mode=rwc", path.display());
        // The writer comes first: it creates the file and turns on the write-ahead log.
        let write = Database::connect(sqlite_options(&url, 1, WRITER_CACHE))
            .await
            .context("cannot open the database to write")?;
        let read = Database::connect(sqlite_options(&url, READERS, READER_CACHE))
            .await
            .context("cannot open the database to read")?;
        Ok(Self { read, write })
    }

    /// For questions. Never write through it.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// A transaction of the one writer; dropped without `commit`, it leaves no trace.
    ///
    /// # Errors
    /// The writer could not be had in time.
    pub async fn begin(&self) -> Result<sea_orm::DatabaseTransaction, DbErr> {
        self.write.begin().await
    }

    /// The writing connection itself, for migrations and back-ups.
    pub fn writer(&self) -> &DatabaseConnection {
        &self.write
    }

    pub fn backend(&self) -> DbBackend {
        self.write.get_database_backend()
    }

    /// Closes both pools; on SQLite the last connection folds the log into the file.
    pub async fn close(self) -> Result<(), DbErr> {
        if self.backend() == DbBackend::Sqlite {
            self.read.close().await?;
        }
        self.write.close().await
    }
}

/// WAL lets readers go on while one writes; FULL makes an acknowledged commit survive a power cut.
fn sqlite_options(url: &str, connections: u32, cache: &'static str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        // There is no wire to break between here and the file, and asking costs as much as a short question.
        .test_before_acquire(false)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(20))
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                .statement_cache_capacity(STATEMENTS)
                .pragma("wal_autocheckpoint", "4000")
                .pragma("cache_size", cache)
        });
    options
}
