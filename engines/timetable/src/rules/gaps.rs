// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: nobody waits between two sessions of a day; hours in which the place is closed are no waiting.
//!
//! Unit: JP of open time begun between two sessions. Source: product decision: each waiting hour needs somebody who watches.

use crate::office::laid::Laid;

pub const WEIGHT: i64 = 3;

pub fn units(laid: &Laid<'_>) -> i64 {
    let same_day = laid.slots.windows(2).filter(|pair| pair[0].day == pair[1].day);
    let waiting = same_day.map(|pair| laid.site.open_on(pair[0].day).common(pair[0].ends, pair[1].starts));
    let jp = i64::from(laid.site.problem.minutes_per_jp);
    waiting.map(|minutes| (minutes + jp - 1) / jp).sum()
}
