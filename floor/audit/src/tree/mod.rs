// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The Merkle tree over the leaves: its root at any size, and short proofs that a leaf is in it and that it only ever grew.
//!
//! # Source
//! RFC 6962, section 2.1. Pure: hashes come from whoever stores them.

mod note;
mod proof;
mod tiles;

use sha2::{Digest, Sha256};

pub use note::{Checkpoint, NoteKey, NoteProblem};
pub use proof::{Bundle, ProofProblem, verify_consistency, verify_inclusion};
pub use tiles::{Growth, TILE, Tile};

/// SHA-256 of a leaf or a node.
pub type Hash = [u8; 32];

/// Where the hashes of complete tiles' entries are: at level 0 the leaves, at each level above one hash for 256 of those below.
pub trait Stored {
    type Error;

    /// Hashes `first` to `first + count` of a level; all of one tile.
    fn hashes(&self, level: u32, first: u64, count: usize) -> Result<Vec<Hash>, Self::Error>;
}

/// The hash of an inner node.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root over the first `size` leaves.
///
/// # Errors
/// A stored hash cannot be read.
pub fn root<S: Stored>(stored: &S, size: u64) -> Result<Hash, S::Error> {
    if size == 0 { Ok(Sha256::digest([]).into()) } else { range(stored, 0, size) }
}

/// The sibling hashes from the leaf at `index` up to the root over `size` leaves, nearest first. `index` is below `size`.
///
/// # Errors
/// A stored hash cannot be read.
pub fn inclusion<S: Stored>(stored: &S, index: u64, size: u64) -> Result<Vec<Hash>, S::Error> {
    let (mut low, mut high) = (0, size);
    let mut path = Vec::new();
    while high - low > 1 {
        let middle = low + split(high - low);
        if index < middle {
            path.push(range(stored, middle, high)?);
            high = middle;
        } else {
            path.push(range(stored, low, middle)?);
            low = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// The hashes that show the tree of `old` leaves to be the beginning of that of `new`. `old` is not above `new`.
///
/// # Errors
/// A stored hash cannot be read.
pub fn consistency<S: Stored>(stored: &S, old: u64, new: u64) -> Result<Vec<Hash>, S::Error> {
    let mut path = Vec::new();
    if old == 0 || old == new {
        return Ok(path);
    }
    let (mut low, mut high, mut whole) = (0, new, true);
    while old != high {
        let middle = low + split(high - low);
        if old <= middle {
            path.push(range(stored, middle, high)?);
            high = middle;
        } else {
            path.push(range(stored, low, middle)?);
            (low, whole) = (middle, false);
        }
    }
    // The old root itself is known to whoever asks; any other subtree is not.
    if !whole {
        path.push(range(stored, low, high)?);
    }
    path.reverse();
    Ok(path)
}

/// The largest power of two below `count`, which is at least 2.
fn split(count: u64) -> u64 {
    1 << (63 - (count - 1).leading_zeros())
}

/// The hash over the leaves `low` to `high`, a range as the tree divides.
fn range<S: Stored>(stored: &S, low: u64, high: u64) -> Result<Hash, S::Error> {
    let count = high - low;
    if count.is_power_of_two() {
        return complete(stored, count.trailing_zeros(), low / count);
    }
    let middle = low + split(count);
    Ok(node_hash(&range(stored, low, middle)?, &range(stored, middle, high)?))
}

/// The root of a complete subtree of `1 << height` leaves, the `index`th of its height.
fn complete<S: Stored>(stored: &S, height: u32, index: u64) -> Result<Hash, S::Error> {
    let (level, within) = (height / 8, height % 8);
    Ok(folded(stored.hashes(level, index << within, 1 << within)?))
}

/// One hash of a power of two of them: that of a full tile, in the level above.
pub fn folded(mut hashes: Vec<Hash>) -> Hash {
    while hashes.len() > 1 {
        hashes = hashes.chunks_exact(2).map(|pair| node_hash(&pair[0], &pair[1])).collect();
    }
    hashes[0]
}
