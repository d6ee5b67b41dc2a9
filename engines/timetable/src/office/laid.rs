// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The sessions of one batch in the order of time, as the soft rules read them.

use super::board::Board;
use super::site::Site;
use chrono::Datelike;
use kernel::day::Day;

/// One placed piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    pub day: usize,
    pub date: Day,
    /// Weeks begin on Monday.
    pub week: i64,
    pub weekday: u8,
    pub starts: u16,
    pub ends: u16,
    pub module: usize,
    /// Place of the module in the order of teaching.
    pub rank: usize,
    pub instructor: usize,
    pub room: usize,
    pub jp: u16,
    pub piece: usize,
}

#[derive(Debug)]
pub(crate) struct Laid<'a> {
    pub site: &'a Site<'a>,
    pub batch: usize,
    pub slots: Vec<Slot>,
}

impl<'a> Laid<'a> {
    pub fn of(board: &Board<'a>, batch: usize) -> Self {
        let site = board.site;
        let mut rank = 0;
        let mut before = None;
        let slots = site.pieces_of[batch].iter().filter_map(|index| {
            let piece = &site.pieces[*index];
            rank += usize::from(before.is_some_and(|module| module != piece.module));
            before = Some(piece.module);
            let place = board.places[*index]?;
            let date = site.days[place.day].date;
            Some(Slot {
                day: place.day,
                date,
                week: (i64::from(date.num_days_from_ce()) - 1).div_euclid(7),
                weekday: date.weekday().num_days_from_monday() as u8,
                starts: place.starts,
                ends: place.starts + piece.minutes,
                module: piece.module,
                rank,
                instructor: place.instructor,
                room: place.room,
                jp: piece.jp,
                piece: *index,
            })
        });
        let mut slots: Vec<Slot> = slots.collect();
        slots.sort_unstable_by_key(|slot| (slot.day, slot.starts));
        Self { site, batch, slots }
    }

    /// Of each module, how many different things it has beyond the first.
    pub fn beyond_first(&self, thing: impl Fn(&Slot) -> usize) -> i64 {
        let mut pairs: Vec<(usize, usize)> =
            self.slots.iter().map(|slot| (slot.module, thing(slot))).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs.windows(2).filter(|pair| pair[0].0 == pair[1].0).count() as i64
    }
}
