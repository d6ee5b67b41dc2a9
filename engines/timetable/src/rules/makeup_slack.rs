// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: the last open days of a batch stay free, so that a lost session can be made up before the end.
//!
//! Unit: JP on those days. Source: product decision: sessions are lost to searches, visits and sick instructors, and after the
//! last day there is no agreement, no release date to wait for, and often no participant.

use crate::office::laid::Laid;

pub const WEIGHT: i64 = 2;

pub fn units(laid: &Laid<'_>) -> i64 {
    let (site, range) = (laid.site, &laid.site.range[laid.batch]);
    let spare = range.end.saturating_sub(usize::from(site.problem.house.spare_days));
    laid.slots.iter().filter(|slot| slot.day >= spare).map(|slot| i64::from(slot.jp)).sum()
}
