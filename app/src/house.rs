// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Opening the house: database, master key, words.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use desk::{Dice, House, ReactionTable, Secrets, Settings, Words};
use store::{DatabaseAddress, Db};

use crate::{log_outside, reactions, rooms};

/// Where an installation keeps its things and how it shows itself outside.
#[derive(Debug, Clone)]
pub struct Place {
    pub folder: PathBuf,
    pub database: DatabaseAddress,
    pub settings: Settings,
}

impl Place {
    /// An installation in a folder: the database named by `BEKAL_DATABASE`, else an SQLite file in the folder.
    ///
    /// # Errors
    /// `BEKAL_DATABASE` cannot be read.
    pub fn in_folder(folder: &Path, specimen: bool) -> anyhow::Result<Self> {
        let database = match std::env::var("BEKAL_DATABASE") {
            Ok(address) if !address.is_empty() => address.parse()?,
            _ => DatabaseAddress::Sqlite(folder.join("bekal.db")),
        };
        let public_base =
            std::env::var("BEKAL_PUBLIC_BASE").unwrap_or_else(|_| "https://sertifikat.example".to_owned());
        Ok(Self { folder: folder.to_owned(), database, settings: Settings { public_base, specimen } })
    }
}

/// Opens the house, brings its tables up to date, and holds its audit log against what was carried out of it.
///
/// # Errors
/// As [`assemble`]; or the database lacks what its folders outside have, or has something else there.
pub async fn open(place: &Place) -> anyhow::Result<Arc<House>> {
    let house = assemble(place).await?;
    let held = log_outside::hold(&house, audit::Depth::Newest).await;
    if held.is_err() {
        house.db.clone().close().await?;
    }
    held.map(|()| house)
}

/// The same without that question, for those who want to know what is wrong.
///
/// # Errors
/// Folder, key file or database cannot be opened, or the words do not fit together.
pub async fn assemble(place: &Place) -> anyhow::Result<Arc<House>> {
    std::fs::create_dir_all(&place.folder)
        .with_context(|| format!("cannot create {}", place.folder.display()))?;
    let db = Db::open(&place.database).await?;
    store::migrate(db.writer(), &rooms::migrations()).await?;
    Ok(Arc::new(House {
        db,
        words: Words::new(&rooms::words())?,
        secrets: Secrets::new(key_file(&place.folder.join("secret.key"))?),
        log: audit::Log {
            origin: log_outside::origin(&place.settings.public_base),
            seed: key_file(&place.folder.join("log.key"))?,
            shelves: log_outside::folders(&place.folder).into_iter().map(audit::Shelf::new).collect(),
            patience: log_outside::patience()?,
        },
        settings: place.settings.clone(),
        rooms: rooms::PATH,
        reactions: ReactionTable(reactions::reactions()),
    }))
}

/// Reads a key, or makes one that only the owner of the process can read.
fn key_file(path: &Path) -> anyhow::Result<[u8; 32]> {
    if let Ok(bytes) = std::fs::read(path) {
        return bytes
            .try_into()
            .map_err(|_| anyhow::anyhow!("{} does not hold a key of 32 bytes", path.display()));
    }
    let key = Dice::from_system().bytes::<32>();
    write_privately(path, &key).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(key)
}

#[cfg(unix)]
fn write_privately(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_privately(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(path, bytes)
}
