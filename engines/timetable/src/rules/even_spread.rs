// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: the weeks of a batch hold equally much.
//!
//! Unit: JP of a week beyond the mean of the weeks from first to last session, the mean rounded up.
//! Source: product decision: a week that is too full is the first to be cancelled.

use crate::office::laid::Laid;

pub const WEIGHT: i64 = 1;

pub fn units(laid: &Laid<'_>) -> i64 {
    let (Some(first), Some(last)) = (laid.slots.first(), laid.slots.last()) else { return 0 };
    let weeks = last.week - first.week + 1;
    let total: i64 = laid.slots.iter().map(|slot| i64::from(slot.jp)).sum();
    let mean = (total + weeks - 1) / weeks;
    let loads = laid.slots.chunk_by(|one, two| one.week == two.week);
    loads.map(|week| (week.iter().map(|slot| i64::from(slot.jp)).sum::<i64>() - mean).max(0)).sum()
}
