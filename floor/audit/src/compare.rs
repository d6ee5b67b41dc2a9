// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The database beside the folders outside: what is missing or changed in either, by number.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use store::{ConnectionTrait, FromQueryResult, one};

use crate::Log;
use crate::anchor::{hashes, last_note, leaves};
use crate::shelf::{At, Shelf};
use crate::tree::{Checkpoint, Hash, Stored, TILE, Tile, folded, root};

/// Leaves compared when the house opens; the whole log is compared by `audit verify` and beside the server.
const NEWEST: u64 = 4_096;

/// How much of the log is compared, leaf by leaf. The sizes and the root always are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    Newest,
    Whole,
}

/// One way in which database and folder do not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The database lacks the leaves from `first` to `last`; its own last leaf is of that time.
    Behind { folder: PathBuf, first: u64, last: u64, newest_at: Option<DateTime<Utc>> },
    /// These leaves are not those that were carried out; runs of numbers, both ends included.
    Changed { folder: PathBuf, runs: Vec<(u64, u64)> },
    /// The folder is empty, though checkpoints were signed before.
    Gone { folder: PathBuf, signed: u64 },
    /// The folder's files do not fit each other, or are another log's.
    Damaged { folder: PathBuf, why: String },
}

impl Log {
    /// Every difference, folder by folder; none where all agrees. A database that is ahead agrees: it was not carried out yet.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn compare<C: ConnectionTrait>(&self, on: &C, depth: Depth) -> anyhow::Result<Vec<Difference>> {
        let mut found = Vec::new();
        for shelf in &self.shelves {
            let folder = shelf.folder().to_owned();
            match self.newest(shelf) {
                Ok(Some(checkpoint)) => {
                    // Asked after the checkpoint was read: others write meanwhile, and what is outside was inside before.
                    let size = leaves(on).await?;
                    found.extend(compare_one(on, shelf, &checkpoint, size, depth).await?);
                }
                Ok(None) => {
                    let signed = self.signed_inside(on).await?;
                    found.extend((signed > 0).then_some(Difference::Gone { folder, signed }));
                }
                Err(problem) => found.push(Difference::Damaged { folder, why: format!("{problem:#}") }),
            }
        }
        Ok(found)
    }

    /// Leaves under the newest checkpoint that the database itself remembers, if this log has signed it.
    async fn signed_inside<C: ConnectionTrait>(&self, on: &C) -> anyhow::Result<u64> {
        let note = last_note(on).await?;
        let known = note.and_then(|note| Checkpoint::read(&note, &self.key()).ok());
        Ok(known.map_or(0, |checkpoint| checkpoint.size))
    }
}

async fn compare_one<C: ConnectionTrait>(
    on: &C,
    shelf: &Shelf,
    checkpoint: &Checkpoint,
    size: u64,
    depth: Depth,
) -> anyhow::Result<Vec<Difference>> {
    let folder = || shelf.folder().to_owned();
    match root(&At { shelf, size: checkpoint.size }, checkpoint.size) {
        Ok(found) if found == checkpoint.root => {}
        Ok(_) => {
            let why = "pohonnya tidak sampai ke pos pemeriksaan / its tree does not lead to its checkpoint";
            return Ok(vec![Difference::Damaged { folder: folder(), why: why.to_owned() }]);
        }
        Err(problem) => {
            return Ok(vec![Difference::Damaged { folder: folder(), why: problem.to_string() }]);
        }
    }
    let mut found = Vec::new();
    if size < checkpoint.size {
        let newest_at = newest_at(on).await?;
        found.push(Difference::Behind {
            folder: folder(),
            first: size,
            last: checkpoint.size - 1,
            newest_at,
        });
    }
    let end = size.min(checkpoint.size);
    let from = if depth == Depth::Whole { 0 } else { end.saturating_sub(NEWEST) };
    let (runs, why) = changed(on, shelf, checkpoint.size, (from, end)).await?;
    found.extend(why.map(|why| Difference::Damaged { folder: folder(), why }));
    found.extend((!runs.is_empty()).then(|| Difference::Changed { folder: folder(), runs }));
    Ok(found)
}

/// Runs of leaves that differ, tile by tile; and the tiles outside that no longer fit the tree above them, which accuse no leaf.
async fn changed<C: ConnectionTrait>(
    on: &C,
    shelf: &Shelf,
    size: u64,
    (from, end): (u64, u64),
) -> anyhow::Result<(Vec<(u64, u64)>, Option<String>)> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    let mut misfits: Vec<String> = Vec::new();
    let mut first = from - from % TILE as u64;
    while first < end {
        let Some(tile) = Tile::holding(0, first, size) else { break };
        let outside = shelf.tile(tile)?;
        let last = end.min(first + tile.width as u64);
        let inside = hashes(on, first, last).await?;
        if inside != outside[..inside.len()] && !fits(shelf, size, tile, &outside)? {
            misfits.push(tile.to_string());
            first += TILE as u64;
            continue;
        }
        for (number, kept) in (first..last).zip(&outside) {
            if inside.get(usize::try_from(number - first)?) == Some::<&Hash>(kept) {
                continue;
            }
            match runs.last_mut() {
                Some((_, end)) if *end + 1 == number => *end = number,
                _ => runs.push((number, number)),
            }
        }
        first += TILE as u64;
    }
    let why = (!misfits.is_empty()).then(|| format!("berkas rusak / damaged files: {}", misfits.join(", ")));
    Ok((runs, why))
}

/// Whether a full tile of leaves has the hash that the level above keeps of it; a partial one is under the root itself.
fn fits(shelf: &Shelf, size: u64, tile: Tile, hashes: &[Hash]) -> std::io::Result<bool> {
    if tile.width < TILE {
        return Ok(true);
    }
    Ok(At { shelf, size }.hashes(1, tile.number, 1)? == [folded(hashes.to_vec())])
}

async fn newest_at<C: ConnectionTrait>(on: &C) -> anyhow::Result<Option<DateTime<Utc>>> {
    #[derive(FromQueryResult)]
    struct Row {
        at: DateTime<Utc>,
    }
    let row: Option<Row> = one(on, "SELECT at FROM audit_leaf ORDER BY number DESC LIMIT 1", []).await?;
    Ok(row.map(|row| row.at))
}
