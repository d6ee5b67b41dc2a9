// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is judged: seats, and what they must keep. People and batches by number; names come in only with words.

/// One person in one batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seat {
    pub person: u32,
    pub batch: u32,
}

/// What a batch takes in.
///
/// # Units
/// Both count people; a batch in which nobody sits has not opened and needs no minimum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Intake {
    pub capacity: u32,
    pub minimum: u32,
}

/// Of these people at least so many sit in these batches together, unless none of the batches opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub members: Vec<u32>,
    pub batches: Vec<u32>,
    pub at_least: u32,
}

/// Batches that need the same room or instructor: at most so many of them open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    pub batches: Vec<u32>,
    pub at_most: u32,
}

/// A whole placement with what it must keep.
///
/// # Shape
/// A batch is its place in `batches`. No list needs an order; one who is named twice in a list counts once. Pairs of
/// person and batch that are not in `eligible` do not go together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Placement {
    pub seats: Vec<Seat>,
    pub batches: Vec<Intake>,
    pub eligible: Vec<(u32, u32)>,
    pub apart: Vec<(u32, u32)>,
    pub shares: Vec<Share>,
    pub contests: Vec<Contest>,
}
