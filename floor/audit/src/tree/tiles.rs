// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The tree in tiles of 256 hashes, as files of fixed names that never change once they are full.
//!
//! # Source
//! C2SP tlog-tiles, "Merkle Tree".

use std::fmt::{self, Display};
use std::str::FromStr;

use sha2::{Digest, Sha256};

use super::{Hash, folded, node_hash, split};

/// Hashes in a full tile.
pub const TILE: usize = 256;

/// A tile by its place; `width` is 1 to 256, below that it is partial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    pub level: u32,
    pub number: u64,
    pub width: usize,
}

impl Tile {
    /// The tile that holds the hash at `index` of a level when the tree has `size` leaves; nothing where there is none.
    pub fn holding(level: u32, index: u64, size: u64) -> Option<Self> {
        let entries = size.checked_shr(8 * level).unwrap_or(0);
        let number = index / TILE as u64;
        let width = entries.checked_sub(number * TILE as u64)?.min(TILE as u64) as usize;
        (index < entries && width > 0).then_some(Self { level, number, width })
    }
}

/// Its path below the log's address: `tile/0/x001/234.p/17`.
impl Display for Tile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "tile/{}/", self.level)?;
        let (mut groups, mut rest) = (vec![self.number % 1000], self.number / 1000);
        while rest > 0 {
            groups.push(rest % 1000);
            rest /= 1000;
        }
        for group in groups[1..].iter().rev() {
            write!(out, "x{group:03}/")?;
        }
        write!(out, "{:03}", groups[0])?;
        if self.width < TILE { write!(out, ".p/{}", self.width) } else { Ok(()) }
    }
}

/// Reads only what `Display` writes, so that no two paths name one tile.
impl FromStr for Tile {
    type Err = ();

    fn from_str(path: &str) -> Result<Self, ()> {
        let (level, rest) = path.strip_prefix("tile/").and_then(|rest| rest.split_once('/')).ok_or(())?;
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, width.parse().map_err(|_| ())?),
            None => (rest, TILE),
        };
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let level = level.parse().map_err(|_| ())?;
        let tile = Self { level, number: digits.parse().map_err(|_| ())?, width };
        if level < 64 && (1..=TILE).contains(&width) && tile.to_string() == path { Ok(tile) } else { Err(()) }
    }
}

/// A tree that takes leaves at its right edge, and gives the tiles that this fills or lengthens.
#[derive(Debug, Default)]
pub struct Growth {
    size: u64,
    /// The partial tile of each level.
    edge: Vec<Vec<Hash>>,
    done: Vec<(Tile, Vec<Hash>)>,
}

impl Growth {
    /// From a tree of `size` leaves whose partial tiles are `edge`, level 0 first.
    pub fn from_edge(size: u64, edge: Vec<Vec<Hash>>) -> Self {
        Self { size, edge, done: Vec::new() }
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf.
    pub fn push(&mut self, leaf: Hash) {
        self.size += 1;
        let (mut level, mut hash) = (0_u32, leaf);
        loop {
            if self.edge.len() <= level as usize {
                self.edge.push(Vec::with_capacity(TILE));
            }
            let edge = &mut self.edge[level as usize];
            edge.push(hash);
            if edge.len() < TILE {
                return;
            }
            let full = std::mem::take(edge);
            hash = folded(full.clone());
            let number = (self.size >> (8 * (level + 1))) - 1;
            self.done.push((Tile { level, number, width: TILE }, full));
            level += 1;
        }
    }

    /// The full tiles since the last call; the edge stays.
    pub fn take_full(&mut self) -> Vec<(Tile, Vec<Hash>)> {
        std::mem::take(&mut self.done)
    }

    /// The root over all leaves so far.
    pub fn root(&self) -> Hash {
        let mut below: Option<Hash> = None;
        for edge in &self.edge {
            // What is not complete below stands to the right of what is.
            let hashes: Vec<Hash> = edge.iter().copied().chain(below).collect();
            below = (!hashes.is_empty()).then(|| over(&hashes));
        }
        below.unwrap_or_else(|| Sha256::digest([]).into())
    }

    /// The partial tiles as they stand.
    pub fn partial(&self) -> impl Iterator<Item = (Tile, &[Hash])> {
        (0_u32..).zip(&self.edge).filter(|(_, hashes)| !hashes.is_empty()).map(|(level, hashes)| {
            let number = (self.size >> (8 * level)) / TILE as u64;
            (Tile { level, number, width: hashes.len() }, hashes.as_slice())
        })
    }
}

/// One hash over a row of at least one.
fn over(hashes: &[Hash]) -> Hash {
    match hashes {
        [one] => *one,
        many => {
            let (left, right) = many.split_at(split(many.len() as u64) as usize);
            node_hash(&over(left), &over(right))
        }
    }
}
