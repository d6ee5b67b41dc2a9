// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Lays what is left of a curriculum into fixed weekly hours, module after module. A convenience for laying by hand:
//! it looks for nothing better, and the checker judges what it laid.

use chrono::Datelike;
use kernel::day::Day;
use kernel::id::ModuleId;
use kernel::zone::Minute;

use super::week::weekday_number;

/// How many days ahead a spread looks before it gives up.
const FARTHEST_DAYS: usize = 730;

/// What of a module is not laid yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remaining {
    pub module: ModuleId,
    pub jp: i64,
}

/// The hours to fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    pub from: Day,
    /// 1 (Monday) to 7 (Sunday).
    pub weekdays: Vec<i64>,
    pub starts: Minute,
    pub ends: Minute,
    pub minutes_per_jp: i64,
}

/// One session laid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    pub day: Day,
    pub starts: Minute,
    pub ends: Minute,
    pub module: ModuleId,
    pub jp: i64,
}

/// Fills the hours of each day in order; a day that `is_taken` is passed over.
///
/// # Shape
/// Every session holds whole JP; the sessions of a day follow each other without a pause. What the days ahead do not hold is
/// missing from the answer, and so is everything when the hours are shorter than one JP.
///
/// # Source
/// Product decision: the order of the curriculum is the order of teaching.
pub fn spread(modules: &[Remaining], hours: &Hours, is_taken: impl Fn(Day) -> bool) -> Vec<Placed> {
    let minutes = i64::from(hours.ends.0) - i64::from(hours.starts.0);
    let jp_a_day = minutes.checked_div(hours.minutes_per_jp).unwrap_or(0);
    let mut left: Vec<Remaining> = modules.iter().copied().filter(|module| module.jp > 0).rev().collect();
    let mut placed = Vec::new();
    let days = hours.from.iter_days().take(FARTHEST_DAYS);
    for day in days.filter(|day| hours.weekdays.contains(&weekday_number(day.weekday())) && !is_taken(*day)) {
        let mut free = jp_a_day;
        while free > 0
            && let Some(next) = left.last_mut()
        {
            let jp = next.jp.min(free);
            let starts = i64::from(hours.starts.0) + (jp_a_day - free) * hours.minutes_per_jp;
            placed.push(Placed {
                day,
                starts: crate::facts::minute(starts),
                ends: crate::facts::minute(starts + jp * hours.minutes_per_jp),
                module: next.module,
                jp,
            });
            free -= jp;
            next.jp -= jp;
            if next.jp == 0 {
                left.pop();
            }
        }
        if left.is_empty() {
            break;
        }
    }
    placed
}
