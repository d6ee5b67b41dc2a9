// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The price of a move, read from counts and masks without making it.
//!
//! A price has two parts, broken conflicts and soft cost. Cheap parts come first, and a move is given up as soon as what is
//! left could no longer bring it under its limit: that changes no decision, only how soon it falls.

use super::plan::{PAD, Plan};
use super::rules::{compactness, room_stability, working_days};

/// What one broken conflict weighs against soft cost during a search.
pub(super) const HARD: i32 = 60;

const CHANGES: ([i8; 32], [i8; 32]) = compactness::changes();

/// A lecture of `course` leaves one period and room for another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub course: usize,
    pub from: usize,
    pub from_room: usize,
    pub to: usize,
    pub to_room: usize,
}

/// What a move changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Price {
    pub conflicts: i32,
    pub soft: i32,
}

impl Price {
    pub fn total(self) -> i32 {
        HARD * self.conflicts + self.soft
    }
}

impl Plan<'_> {
    /// The price of one lecture going to a free place; `None` when it is above `limit`.
    #[inline]
    pub fn price(&self, step: &Step, limit: i32) -> Option<Price> {
        let conflicts = self.conflicts(step, 0);
        let gain = self.tables.most_gain[step.course];
        let seats = self.seats(step);
        if HARD * conflicts + seats - gain.0 - gain.1 > limit {
            return None;
        }
        let soft = seats + self.days(step) + self.rooms(step);
        if HARD * conflicts + soft - gain.1 > limit {
            return None;
        }
        let price = Price { conflicts, soft: soft + self.alone(step, None) };
        (price.total() <= limit).then_some(price)
    }

    /// The price of two lectures of different courses changing places; `None` when it is above `limit`.
    #[inline]
    pub fn price_of_swap(&self, one: &Step, two: &Step, limit: i32) -> Option<Price> {
        let clash = self.tables.clash(one.course, two.course);
        let away = i32::from(clash && one.from != one.to);
        let conflicts = self.conflicts(one, away) + self.conflicts(two, away);
        let (first, second) = (self.tables.most_gain[one.course], self.tables.most_gain[two.course]);
        let seats = self.seats(one) + self.seats(two);
        let most = first.1 + second.1;
        if HARD * conflicts + seats - first.0 - second.0 - most > limit {
            return None;
        }
        let soft = seats + self.days(one) + self.rooms(one) + self.days(two) + self.rooms(two);
        if HARD * conflicts + soft - most > limit {
            return None;
        }
        let shared = clash.then_some(());
        let alone =
            self.alone(one, shared.map(|()| two.course)) + self.alone(two, shared.map(|()| one.course));
        let price = Price { conflicts, soft: soft + alone };
        (price.total() <= limit).then_some(price)
    }

    /// Lectures of rivals met, less those left; `away` are rivals met that leave at the same time.
    #[inline]
    fn conflicts(&self, step: &Step, away: i32) -> i32 {
        if step.from == step.to {
            return 0;
        }
        let row = &self.rivals_at[step.course * self.tables.periods..];
        i32::from(row[step.to]) - away - (i32::from(row[step.from]) - 1)
    }

    #[inline]
    fn seats(&self, step: &Step) -> i32 {
        let row = &self.tables.unseated[step.course * self.tables.rooms..];
        row[step.to_room] - row[step.from_room]
    }

    #[inline]
    fn days(&self, step: &Step) -> i32 {
        let (from, to) = (self.tables.day_of[step.from].0, self.tables.day_of[step.to].0);
        if from == to {
            return 0;
        }
        let row = &self.on_day[step.course * self.tables.days..];
        let used = self.tables.min_days[step.course] as i32 - self.days_used[step.course] as i32;
        let after = used + i32::from(row[from as usize] == 1) - i32::from(row[to as usize] == 0);
        working_days::WEIGHT as i32 * (after.max(0) - used.max(0))
    }

    #[inline]
    fn rooms(&self, step: &Step) -> i32 {
        if step.from_room == step.to_room {
            return 0;
        }
        let row = &self.in_room[step.course * self.tables.rooms..];
        room_stability::WEIGHT as i32
            * (i32::from(row[step.to_room] == 0) - i32::from(row[step.from_room] == 1))
    }

    /// Change of compactness; a curriculum of `other`, who goes the other way, keeps both periods.
    #[inline]
    fn alone(&self, step: &Step, other: Option<usize>) -> i32 {
        if step.from == step.to {
            return 0;
        }
        let (from_day, from) = self.tables.day_of[step.from];
        let (to_day, to) = self.tables.day_of[step.to];
        let mut alone = 0;
        for curriculum in &self.tables.curricula[step.course] {
            let curriculum = *curriculum as usize;
            if other.is_some_and(|other| self.tables.curricula[other].contains(&(curriculum as u32))) {
                continue;
            }
            let masks = &self.taught[curriculum * self.tables.days..];
            let counts = &self.taught_at[curriculum * self.tables.periods..];
            let mut target = masks[to_day as usize];
            if counts[step.from] == 1 {
                let mask = masks[from_day as usize];
                alone += i32::from(CHANGES.0[(mask >> from & 31) as usize]);
                if from_day == to_day {
                    target = mask & !(1 << (from + PAD));
                }
            }
            if counts[step.to] == 0 {
                alone += i32::from(CHANGES.1[(target >> to & 31) as usize]);
            }
        }
        compactness::WEIGHT as i32 * alone
    }
}
