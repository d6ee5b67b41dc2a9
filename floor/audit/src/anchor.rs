// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Carrying the log's growth out of the database: new leaves into tiles, then a signed checkpoint.

use std::path::PathBuf;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use store::{ConnectionTrait, Db, FromQueryResult, one, rows, run};

use crate::shelf::{At, Shelf};
use crate::tree::{Checkpoint, Growth, Hash, NoteKey, TILE, root};

/// Leaves under one new checkpoint at most, so that a long backlog is carried out in steps of 2 MiB.
const AT_ONCE: u64 = 65_536;

/// The log as it is known outside: its name, its key, and where its files are kept.
#[derive(Clone)]
pub struct Log {
    /// Its name where it has none yet: the address without a scheme; once a checkpoint is signed, that keeps its name.
    pub origin: String,
    pub seed: [u8; 32],
    /// The first is the one that is served; none in a house that keeps nothing outside.
    pub shelves: Vec<Shelf>,
    /// How long a folder may fail before nothing is issued any more.
    pub patience: TimeDelta,
}

impl std::fmt::Debug for Log {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Log({}, {} folders)", self.origin, self.shelves.len())
    }
}

/// What was carried out.
#[derive(Debug, Default)]
pub struct Anchored {
    /// Leaves under the newest checkpoint.
    pub size: u64,
    /// Folders that could not be written, and why.
    pub failed: Vec<(PathBuf, String)>,
}

impl Log {
    /// The public half of the key.
    pub fn key(&self) -> NoteKey {
        NoteKey::of(&self.seed)
    }

    /// The newest checkpoint of a folder, if its signature is this log's.
    ///
    /// # Errors
    /// The folder cannot be read, or what is in it is not this log's.
    pub fn newest(&self, shelf: &Shelf) -> anyhow::Result<Option<Checkpoint>> {
        let Some(note) = shelf.note()? else { return Ok(None) };
        Ok(Some(Checkpoint::read(&note, &self.key())?))
    }

    /// Brings every folder up to the log's present end; a folder that cannot be written keeps none of the others back.
    ///
    /// # Errors
    /// The database cannot be read, or no folder could be written.
    pub async fn anchor(&self, db: &Db, now: DateTime<Utc>) -> anyhow::Result<Anchored> {
        let mut anchored = Anchored::default();
        let mut last = None;
        for shelf in &self.shelves {
            match self.anchor_on(db, shelf).await {
                Ok(Some((checkpoint, grown))) => {
                    anchored.size = checkpoint.size;
                    if grown {
                        self.note_inside(db, &checkpoint, now).await?;
                    }
                }
                Ok(None) => {}
                Err(problem) => {
                    anchored.failed.push((shelf.folder().to_owned(), format!("{problem:#}")));
                    last = Some(problem);
                }
            }
        }
        self.note_stalls(db, &anchored, now).await?;
        match last {
            Some(problem) if anchored.failed.len() == self.shelves.len() => Err(problem),
            _ => Ok(anchored),
        }
    }

    /// The last checkpoint that this log signed before an instant, as the database remembers it.
    ///
    /// # Errors
    /// The database failed.
    pub async fn last_before<C: ConnectionTrait>(
        &self,
        on: &C,
        instant: DateTime<Utc>,
    ) -> anyhow::Result<Option<Checkpoint>> {
        #[derive(FromQueryResult)]
        struct Row {
            note: String,
        }
        let sql = "SELECT note FROM audit_checkpoint WHERE at < $1 ORDER BY size DESC LIMIT 1";
        let Some(row) = one::<Row, _>(on, sql, [instant.into()]).await? else { return Ok(None) };
        let checkpoint = Checkpoint::read(&row.note, &self.key());
        Ok(Some(checkpoint.context("the database remembers a checkpoint that this log did not sign")?))
    }

    /// Fills folders that were lost, where the database still leads to the checkpoint that it remembers; answers the size.
    ///
    /// # Errors
    /// The database no longer leads there, or a folder cannot be written.
    pub async fn refill(&self, db: &Db, now: DateTime<Utc>) -> anyhow::Result<u64> {
        if let Some(note) = last_note(db.read()).await? {
            let known = Checkpoint::read(&note, &self.key())?;
            let (mut growth, mut next) = (Growth::default(), 0);
            while next < known.size {
                let page = hashes(db.read(), next, known.size.min(next + AT_ONCE)).await?;
                anyhow::ensure!(!page.is_empty(), "leaf {next} is missing");
                next += page.len() as u64;
                page.into_iter().for_each(|hash| growth.push(hash));
                growth.take_full();
            }
            anyhow::ensure!(
                growth.root() == known.root,
                "the leaves of the database do not lead to its checkpoint of {} leaves",
                known.size
            );
        }
        Ok(self.anchor(db, now).await?.size)
    }

    /// The newest checkpoint of one folder, and whether it is new; nothing while the log is empty.
    async fn anchor_on(&self, db: &Db, shelf: &Shelf) -> anyhow::Result<Option<(Checkpoint, bool)>> {
        let on = db.read();
        let mut grown = false;
        loop {
            let old = self.newest(shelf)?;
            let old_size = old.as_ref().map_or(0, |newest| newest.size);
            let size = leaves(on).await?;
            anyhow::ensure!(old_size <= size, "the database has {size} leaves, the folder {old_size}");
            if size == old_size {
                return Ok(old.map(|newest| (newest, grown)));
            }
            let begin = old_size - old_size % TILE as u64;
            let end = size.min(old_size + AT_ONCE);
            let leaves = hashes(on, begin, end).await?;
            anyhow::ensure!(
                leaves.len() as u64 == end - begin,
                "leaf {} is missing",
                begin + leaves.len() as u64
            );
            grown |= self.write(shelf, old, &leaves)?;
        }
    }

    /// Writes the tiles that these leaves fill or lengthen, then the checkpoint; false where another process was faster.
    /// Nothing is awaited here, so that no one is kept waiting for the folder's lock by somebody who waits himself.
    ///
    /// `leaves` begin with those of the last partial tile, which must be those in the folder.
    fn write(&self, shelf: &Shelf, old: Option<Checkpoint>, leaves: &[Hash]) -> anyhow::Result<bool> {
        let _lock = shelf.lock()?;
        if self.newest(shelf)? != old {
            return Ok(false);
        }
        let (old_size, origin) = old.map_or((0, self.origin.clone()), |old| (old.size, old.origin));
        let edge = shelf.edge(old_size)?;
        let known = edge.first().cloned().unwrap_or_default();
        let (overlap, new) = leaves.split_at(known.len());
        anyhow::ensure!(overlap == known, "the last leaves before {old_size} are not those in the folder");
        let mut growth = Growth::from_edge(old_size, edge);
        for leaf in new {
            growth.push(*leaf);
            growth.take_full().into_iter().try_for_each(|(tile, hashes)| shelf.put(tile, &hashes))?;
        }
        for (tile, hashes) in growth.partial() {
            shelf.put(tile, hashes)?;
        }
        let size = growth.size();
        let checkpoint = Checkpoint { origin, size, root: root(&At { shelf, size }, size)? };
        shelf.put_note(&checkpoint.signed(&self.seed))?;
        Ok(true)
    }

    /// The same checkpoint inside the database, so that a lost folder is noticed.
    async fn note_inside(&self, db: &Db, checkpoint: &Checkpoint, now: DateTime<Utc>) -> anyhow::Result<()> {
        let size = i64::try_from(checkpoint.size)?;
        let note = checkpoint.signed(&self.seed);
        let tx = db.begin().await?;
        let sql =
            "INSERT INTO audit_checkpoint (size, note, at) VALUES ($1, $2, $3) ON CONFLICT (size) DO NOTHING";
        run(&tx, sql, [size.into(), note.into(), now.into()]).await?;
        tx.commit().await.context("the checkpoint could not be noted in the database")
    }
}

/// The newest checkpoint that the database itself remembers, as signed.
pub(crate) async fn last_note<C: ConnectionTrait>(on: &C) -> anyhow::Result<Option<String>> {
    #[derive(FromQueryResult)]
    struct Row {
        note: String,
    }
    let sql = "SELECT note FROM audit_checkpoint ORDER BY size DESC LIMIT 1";
    Ok(one::<Row, _>(on, sql, []).await?.map(|row| row.note))
}

/// How many leaves the log has, as its head says.
pub(crate) async fn leaves<C: ConnectionTrait>(on: &C) -> anyhow::Result<u64> {
    #[derive(FromQueryResult)]
    struct Head {
        size: i64,
    }
    let head: Option<Head> = one(on, "SELECT size FROM audit_head WHERE one = 1", []).await?;
    Ok(u64::try_from(head.context("the audit log has lost its head row")?.size)?)
}

/// The hashes of the leaves `from` to `to`, up to the first that is missing.
pub(crate) async fn hashes<C: ConnectionTrait>(on: &C, from: u64, to: u64) -> anyhow::Result<Vec<Hash>> {
    #[derive(FromQueryResult)]
    struct Row {
        number: i64,
        hash: Vec<u8>,
    }
    let sql = "SELECT number, hash FROM audit_leaf WHERE number >= $1 AND number < $2 ORDER BY number";
    let found: Vec<Row> = rows(on, sql, [i64::try_from(from)?.into(), i64::try_from(to)?.into()]).await?;
    let in_turn = (i64::try_from(from)?..).zip(found).take_while(|(number, row)| row.number == *number);
    in_turn.map(|(number, row)| row.hash.try_into().map_err(|_| anyhow::anyhow!("leaf {number}"))).collect()
}
