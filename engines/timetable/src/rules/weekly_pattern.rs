// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: a batch meets at the same hours every week.
//!
//! Unit: weeks in which an hour of the week differs from what most weeks do with it, among the weeks from first to last session.
//! Source: product decision: participants, guards and guests remember a week, not a calendar.

use crate::office::laid::Laid;

pub const WEIGHT: i64 = 2;

pub fn units(laid: &Laid<'_>) -> i64 {
    let (Some(first), Some(last)) = (laid.slots.first(), laid.slots.last()) else { return 0 };
    let weeks = last.week - first.week + 1;
    let mut hours: Vec<(u8, u16)> = laid.slots.iter().map(|slot| (slot.weekday, slot.starts)).collect();
    hours.sort_unstable();
    // A batch meets once at an hour of a day, so equal entries are different weeks.
    hours.chunk_by(|one, two| one == two).map(|used| (used.len() as i64).min(weeks - used.len() as i64)).sum()
}
