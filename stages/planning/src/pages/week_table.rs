// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Planned sessions arranged by week, room and day, for the table of blocks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days};
use kernel::Lang;
use kernel::day::{self, Day};

use super::weekday_name;
use crate::board::Board;
use crate::facts::SlotFact;
use crate::rules::weekday_number;

/// One session in its cell.
pub struct Block {
    pub title: String,
    pub hours: String,
    pub clashes: bool,
}

/// One room's week.
pub struct RoomRow {
    pub room: String,
    pub capacity: i64,
    /// One entry a day of the head, in its order.
    pub days: Vec<Vec<Block>>,
}

/// One week.
pub struct Week {
    pub title: String,
    pub id: String,
    pub head: Vec<String>,
    pub rows: Vec<RoomRow>,
}

/// The weeks in which anything is planned. Monday to Friday stand always, Saturday and Sunday where they are used.
pub fn weeks(board: &Board, lang: Lang, clashes: impl Fn(&SlotFact) -> bool) -> Vec<Week> {
    let mut by_monday: BTreeMap<Day, Vec<&SlotFact>> = BTreeMap::new();
    for slot in &board.slots {
        by_monday.entry(slot.day.week(chrono::Weekday::Mon).first_day()).or_default().push(slot);
    }
    by_monday.into_iter().map(|(monday, slots)| week(board, lang, (monday, &slots), &clashes)).collect()
}

fn week(
    board: &Board,
    lang: Lang,
    (monday, slots): (Day, &[&SlotFact]),
    clashes: &impl Fn(&SlotFact) -> bool,
) -> Week {
    let used = slots.iter().map(|slot| weekday_number(slot.day.weekday())).max().unwrap_or(5).max(5);
    let days: Vec<Day> =
        (0..used).filter_map(|ahead| monday.checked_add_days(Days::new(ahead.unsigned_abs()))).collect();
    let rooms: BTreeSet<_> = slots.iter().map(|slot| slot.facility).collect();
    let block = |slot: &&&SlotFact| Block {
        title: board.module(slot.module).map(|module| module.code.clone()).unwrap_or_default(),
        hours: format!("{}–{}", slot.starts, slot.ends),
        clashes: clashes(slot),
    };
    let row = |room: &kernel::id::FacilityId| {
        let facility = board.facilities.get(room);
        let cell = |day: &Day| {
            slots
                .iter()
                .filter(|slot| slot.facility == *room && slot.day == *day)
                .map(|slot| block(&slot))
                .collect()
        };
        RoomRow {
            room: facility.map(|facility| facility.name.clone()).unwrap_or_default(),
            capacity: facility.map_or(0, |facility| facility.capacity),
            days: days.iter().map(cell).collect(),
        }
    };
    let head = |day: &Day| format!("{} {}", weekday_name(weekday_number(day.weekday()), lang), day.day());
    let last = days.last().copied().unwrap_or(monday);
    Week {
        title: day::range_long(monday, last, lang),
        id: format!("w{}", day::short(monday)),
        head: days.iter().map(head).collect(),
        rows: rooms.iter().map(row).collect(),
    }
}
