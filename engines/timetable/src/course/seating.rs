// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The first timetable: every lecture in an open period with a room left, conflicts not looked at.

use super::tables::Tables;
use crate::dice::Dice;

/// A period for each lecture, by augmenting paths; `None` for lectures that no rearrangement can place.
///
/// # Shape
/// At most as many lectures in a period as there are rooms. A maximum matching: what is left out cannot be placed at all.
pub(super) fn periods(tables: &Tables, dice: &mut Dice) -> Vec<Option<u32>> {
    let mut seating = Seating {
        tables,
        period_of: vec![None; tables.course_of.len()],
        taught: vec![Vec::new(); tables.periods],
        turn: (0..tables.periods).collect(),
        visited: vec![usize::MAX; tables.periods],
    };
    dice.shuffle(&mut seating.turn);
    for lecture in 0..tables.course_of.len() {
        let shift = dice.below(tables.periods);
        seating.turn.rotate_left(shift);
        seating.place(lecture);
    }
    seating.period_of
}

struct Seating<'a> {
    tables: &'a Tables,
    period_of: Vec<Option<u32>>,
    taught: Vec<Vec<usize>>,
    turn: Vec<usize>,
    /// The lecture whose search last came to a period.
    visited: Vec<usize>,
}

impl Seating<'_> {
    /// Breadth first over periods: the lecture into one, somebody of it into the next, until one has a room left.
    fn place(&mut self, lecture: usize) {
        let mut queue = vec![(lecture, None)];
        let mut next = 0;
        while let Some(&(mover, _)) = queue.get(next) {
            for index in 0..self.turn.len() {
                let period = self.turn[index];
                let course = self.tables.course_of[mover] as usize;
                if self.visited[period] == lecture
                    || !self.tables.is_open[course * self.tables.periods + period]
                {
                    continue;
                }
                self.visited[period] = lecture;
                if self.taught[period].len() < self.tables.rooms {
                    self.shift(&queue, next, period);
                    return;
                }
                queue.extend(self.taught[period].iter().map(|taught| (*taught, Some(next))));
            }
            next += 1;
        }
    }

    /// Moves everybody on the path one period on.
    fn shift(&mut self, queue: &[(usize, Option<usize>)], end: usize, free: usize) {
        let (mut at, mut target) = (Some(end), free);
        while let Some((mover, before)) = at.map(|at| queue[at]) {
            let left = self.period_of[mover].replace(u32::try_from(target).expect("periods are few"));
            self.taught[target].push(mover);
            if let Some(left) = left {
                self.taught[left as usize].retain(|taught| *taught != mover);
                target = left as usize;
            }
            at = before;
        }
    }
}
