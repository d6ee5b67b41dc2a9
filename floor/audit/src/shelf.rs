// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The log's tiles and newest checkpoint as plain files in a folder outside the database; as many such folders as one likes,
//! best on other disks and with other people.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::tree::{Hash, Stored, TILE, Tile};

const CHECKPOINT: &str = "checkpoint";
const LOCK: &str = "lock";

/// One such folder.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The newest checkpoint, as signed; nothing before the first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn note(&self) -> io::Result<Option<String>> {
        match fs::read_to_string(self.folder.join(CHECKPOINT)) {
            Ok(note) => Ok(Some(note)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A tile's hashes; of a partial one that has since been filled, its beginning.
    ///
    /// # Errors
    /// It is not there, or not of its length.
    pub fn tile(&self, tile: Tile) -> io::Result<Vec<Hash>> {
        let bytes = match fs::read(self.folder.join(tile.to_string())) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && tile.width < TILE => {
                fs::read(self.folder.join(Tile { width: TILE, ..tile }.to_string()))
            }
            read => read,
        }?;
        let hashes = bytes.chunks_exact(32).take(tile.width).filter_map(|chunk| chunk.try_into().ok());
        let hashes: Vec<Hash> = hashes.collect();
        let short = || io::Error::new(io::ErrorKind::InvalidData, format!("{tile}: {} hashes", hashes.len()));
        if hashes.len() == tile.width { Ok(hashes) } else { Err(short()) }
    }

    /// The partial tiles of a tree of `size` leaves, level 0 first.
    pub(crate) fn edge(&self, size: u64) -> io::Result<Vec<Vec<Hash>>> {
        let mut edge = Vec::new();
        for level in 0.. {
            let entries = size >> (8 * level);
            if entries == 0 {
                break;
            }
            let width = usize::try_from(entries % TILE as u64).unwrap_or_default();
            let tile = Tile { level, number: entries / TILE as u64, width };
            edge.push(if width == 0 { Vec::new() } else { self.tile(tile)? });
        }
        Ok(edge)
    }

    /// Keeps every other process from writing here until the file is dropped.
    pub(crate) fn lock(&self) -> io::Result<File> {
        fs::create_dir_all(&self.folder)?;
        let file = File::options().create(true).truncate(false).write(true).open(self.folder.join(LOCK))?;
        file.lock()?;
        Ok(file)
    }

    /// Writes a tile; of one that is now full the shorter versions go.
    pub(crate) fn put(&self, tile: Tile, hashes: &[Hash]) -> io::Result<()> {
        self.write(&tile.to_string(), hashes.as_flattened())?;
        if tile.width == TILE {
            let partial = self.folder.join(format!("{tile}.p"));
            match fs::remove_dir_all(partial) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    pub(crate) fn put_note(&self, note: &str) -> io::Result<()> {
        self.write(CHECKPOINT, note.as_bytes())
    }

    /// Whole or not at all, also when the power goes.
    fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.folder.join(name);
        let parent = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(parent)?;
        let fresh = self.folder.join("fresh");
        let mut file = File::create(&fresh)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&fresh, &path)?;
        // On systems where a folder cannot be opened, its entry is as durable as the system makes it.
        if let Ok(folder) = File::open(parent) {
            folder.sync_all()?;
        }
        Ok(())
    }
}

/// A shelf as it was when the tree had this many leaves.
pub struct At<'a> {
    pub shelf: &'a Shelf,
    pub size: u64,
}

impl Stored for At<'_> {
    type Error = io::Error;

    fn hashes(&self, level: u32, first: u64, count: usize) -> io::Result<Vec<Hash>> {
        let tile = Tile::holding(level, first, self.size)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "beyond the tree"))?;
        let start = usize::try_from(first % TILE as u64).unwrap_or_default();
        let hashes = self.shelf.tile(tile)?;
        hashes
            .get(start..start + count)
            .map(<[Hash]>::to_vec)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, format!("{tile} is too short")))
    }
}
