// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The search: a lecture to a place drawn by chance, changing places with whoever is there, cooling as the budget is used.

use super::cooling::{Cooling, Range};
use super::delta::Step;
use super::instance::Instance;
use super::plan::{FREE, Plan};
use super::solution::Solution;
use super::tables::Tables;
use crate::dice::{Dice, scaled};
use crate::progress::Progress;

/// Moves between two looks at the pace.
const LOOK: u64 = 1 << 14;

const RANGE: Range = Range { hot: 10.0, cold: 0.14 };

/// Searches for a timetable of little cost.
///
/// # Shape
/// `pace` is asked every 16 384 moves for the share of the budget that is used, and stops the search with 1.0; see
/// [`by_moves`](crate::by_moves). Same instance, seed and answers of `pace`: same solution. The best found comes back; what
/// it breaks or costs, [`Score::of`](super::Score::of) says. Lectures for which there is no place at all are not in it.
///
/// # Source
/// Single-stage annealing after R. Bellio and others, 2016: every lecture always placed, conflicts weighed.
pub fn anneal(instance: &Instance, seed: u64, pace: &mut dyn FnMut(&Progress) -> f64) -> Solution {
    let tables = Tables::of(instance);
    let mut dice = Dice::new(seed);
    let plan = Plan::start(&tables, &mut dice);
    if plan.placed.is_empty() {
        return plan.solution();
    }
    let missing = (tables.course_of.len() - plan.placed.len()) as i64;
    let mut search = Search::of(plan, dice);
    loop {
        let (conflicts, soft) = search.best;
        let share = pace(&Progress { moves: search.moves, hard: missing + conflicts, soft });
        if share >= 1.0 {
            break;
        }
        search.cooling.cool(share);
        search.run(LOOK);
    }
    search.plan.solution_of(&search.best_places)
}

struct Search<'a> {
    plan: Plan<'a>,
    dice: Dice,
    cooling: Cooling,
    moves: u64,
    /// Conflicts and soft cost now, and of the best.
    now: (i64, i64),
    best: (i64, i64),
    best_places: Vec<u32>,
}

impl<'a> Search<'a> {
    fn of(plan: Plan<'a>, dice: Dice) -> Self {
        let best_places = plan.place_of.clone();
        let now = (plan.conflicts_now(), plan.soft_now());
        Self { plan, dice, cooling: Cooling::new(RANGE), moves: 0, now, best: now, best_places }
    }

    fn run(&mut self, moves: u64) {
        for _ in 0..moves {
            let bits = self.dice.bits();
            let limit = self.cooling.limit(bits);
            self.try_one(bits, limit);
        }
        self.moves += moves;
    }

    #[inline]
    fn try_one(&mut self, bits: u64, limit: i32) {
        let tables = self.plan.tables;
        let lecture = self.plan.placed[scaled(bits >> 48, 16, self.plan.placed.len())] as usize;
        let course = tables.course_of[lecture] as usize;
        let place = self.plan.place_of[lecture] as usize;
        let (from, from_room) = (place / tables.rooms, place % tables.rooms);
        let open = &tables.open[course];
        let to = open[scaled(bits >> 32 & 0xFFFF, 16, open.len())] as usize;
        let to_room = scaled(bits >> 16 & 0xFFFF, 16, tables.rooms);
        let target = to * tables.rooms + to_room;
        let step = Step { course, from, from_room, to, to_room };
        let other = self.plan.lecture_at[target];
        let price = if other == FREE {
            self.plan.price(&step, limit)
        } else {
            let rival = tables.course_of[other as usize] as usize;
            if rival == course || !tables.is_open[rival * tables.periods + from] {
                return;
            }
            let back = Step { course: rival, from: to, from_room: to_room, to: from, to_room: from_room };
            self.plan.price_of_swap(&step, &back, limit)
        };
        let Some(price) = price else { return };
        self.plan.take(lecture);
        if other != FREE {
            self.plan.take(other as usize);
            self.plan.put(other as usize, place);
        }
        self.plan.put(lecture, target);
        self.now.0 += i64::from(price.conflicts);
        self.now.1 += i64::from(price.soft);
        if self.now < self.best {
            self.best = self.now;
            self.best_places.clone_from(&self.plan.place_of);
        }
    }
}
