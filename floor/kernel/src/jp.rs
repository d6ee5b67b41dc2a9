// SPDX-License-Identifier: Apache-2.0 OR MIT
//! JP, the lesson hour in which training is planned and counted.

/// The usual length of a lesson hour.
///
/// # Units
/// Minutes.
///
/// # Source
/// Kemnaker training syllabi count 45 minutes. Some districts count 40, so every programme carries its own length.
pub const MINUTES_PER_JP: i32 = 45;

/// A number of lesson hours (jam pelajaran).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Jp(pub i32);

impl Jp {
    /// How long these lesson hours last.
    pub fn minutes(self, minutes_per_jp: i32) -> i32 {
        self.0.saturating_mul(minutes_per_jp)
    }
}

/// The lesson hours fully held in the minutes; a begun one does not count.
///
/// # Shape
/// Negative minutes, or a lesson hour shorter than a minute, yield no lesson hours.
pub fn whole_jp(minutes: i32, minutes_per_jp: i32) -> Jp {
    if minutes < 0 || minutes_per_jp < 1 {
        return Jp(0);
    }
    Jp(minutes / minutes_per_jp)
}

impl std::ops::Add for Jp {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Jp {
    fn sum<I: Iterator<Item = Self>>(hours: I) -> Self {
        hours.fold(Self(0), |total, hour| total + hour)
    }
}

impl std::fmt::Display for Jp {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} JP", crate::rupiah::thousands(self.0.into()))
    }
}
