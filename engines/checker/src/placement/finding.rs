// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be wrong with a placement. The sentences are in `words.rs`.

/// A broken rule, with the numbers that break it; all of them forbid the placement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Misplacement {
    /// More than one seat, be it twice in the same batch.
    TwoSeats {
        person: u32,
        batches: Vec<u32>,
    },
    Ineligible {
        person: u32,
        batch: u32,
    },
    OverCapacity {
        batch: u32,
        capacity: u32,
        seated: u32,
    },
    UnderMinimum {
        batch: u32,
        minimum: u32,
        seated: u32,
    },
    /// Kept apart, and in one batch: the lower number first.
    Together {
        batch: u32,
        one: u32,
        other: u32,
    },
    /// The share by its place in the list.
    ShareShort {
        share: u32,
        at_least: u32,
        seated: u32,
    },
    /// The contest by its place in the list, and those of its batches that open.
    TooManyOpen {
        contest: u32,
        at_most: u32,
        open: Vec<u32>,
    },
    BatchUnknown {
        person: u32,
        batch: u32,
    },
}

impl Misplacement {
    /// The code shown to users and kept in records; it never changes its meaning.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TwoSeats { .. } => "SEAT-01",
            Self::Ineligible { .. } => "SEAT-02",
            Self::OverCapacity { .. } => "SEAT-03",
            Self::UnderMinimum { .. } => "SEAT-04",
            Self::Together { .. } => "SEAT-05",
            Self::ShareShort { .. } => "SEAT-06",
            Self::TooManyOpen { .. } => "SEAT-07",
            Self::BatchUnknown { .. } => "SEAT-08",
        }
    }
}
