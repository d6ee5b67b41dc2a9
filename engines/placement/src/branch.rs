// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Branch and bound over one part: the flow bounds, what it breaks divides. Depth first, the better half first.

use crate::anneal::anneal;
use crate::bound;
use crate::network::NONE;
use crate::part::PartPlan;
use crate::search::Split;
use crate::side::{SCALE, Side};
use crate::solve::Effort;
use crate::state::State;
use std::panic::resume_unwind;

/// Deeper than this a search stops, and says that it did.
const DEPTH: usize = 3000;

/// How long each of the two walks between passes is.
const MOVES_AN_EDGE: u64 = 800;

/// Bounds that were left unexplored, and the best plan so far.
struct Hunt<'a> {
    state: State<'a>,
    effort: &'a Effort<'a>,
    seats: Vec<u32>,
    value: i64,
    left: i64,
    nodes: u64,
    /// How many second answers may be tried once batches and quotas are decided, and how many were.
    patience: u64,
    spent: u64,
    hasty: bool,
    gone: &'a [bool],
    /// Whether the best plan is walked from; answers to what-ifs count only when proven, and a walk proves nothing.
    may_walk: bool,
    /// How often the best plan was walked from.
    walks: u64,
}

/// What is asked about a part; people and edges in local numbers.
#[derive(Debug, Clone, Copy)]
pub enum WhatIf {
    AsItIs,
    /// This person may not use this edge.
    Without(u32, u32),
    /// This person sits in this batch.
    With(u32, u32),
}

/// The best plan of a part within the effort, with its bound. A plan always exists: nobody sits. Only for `With`
/// there may be none; then nobody sits either.
pub fn solve<'a>(side: &'a Side, gone: &'a [bool], what_if: WhatIf, effort: &'a Effort<'a>) -> PartPlan {
    let mut state = State::of(side, gone);
    let never = |batch: &u32| side.net.capacity[*batch as usize] < side.minimum[*batch as usize];
    let mut possible = true;
    for batch in (0..side.minimum.len() as u32).filter(never) {
        possible &= state.close(batch);
    }
    possible &= match what_if {
        WhatIf::AsItIs => true,
        WhatIf::Without(person, edge) => state.bar(person, edge),
        WhatIf::With(person, batch) => state.oblige(person, &[batch]),
    };
    let seats = vec![NONE; side.net.person_count()];
    let mut hunt = Hunt {
        state,
        effort,
        seats,
        value: 0,
        left: 0,
        nodes: 0,
        patience: 20,
        spent: 0,
        hasty: false,
        gone,
        may_walk: matches!(what_if, WhatIf::AsItIs),
        walks: 0,
    };
    if possible {
        hunt.passes();
    }
    let seat = |edge: u32| (edge != NONE).then(|| side.batches[side.net.to[edge as usize] as usize]);
    PartPlan {
        seats: hunt.seats.iter().map(|edge| seat(*edge)).collect(),
        prices: None,
        value: hunt.value,
        bound: hunt.left.max(hunt.value),
    }
}

impl Hunt<'_> {
    /// Goes through all decisions with little patience for the rest of each, then with more, until nothing was left
    /// out: a good plan early prunes the later passes.
    fn passes(&mut self) {
        let mut bound = self.state.bound().div_euclid(SCALE);
        loop {
            (self.left, self.spent, self.hasty) = (0, 0, false);
            self.explore(bound, 0, true);
            self.left = self.left.min(bound);
            bound = self.left.max(self.value);
            if !self.hasty || bound <= self.value || self.is_over() {
                return;
            }
            self.patience *= 8;
            self.walk();
        }
    }

    /// Improves the best plan so far without asking what opens: the better it is, the more the next pass leaves out.
    fn walk(&mut self) {
        if !self.may_walk {
            return;
        }
        let (side, stop) = (self.state.side, self.effort.stop);
        let moves = side.net.to.len() as u64 * MOVES_AN_EDGE;
        let walk = |seed: u64| anneal(side, self.gone, &self.seats, (moves, seed), stop);
        let (one, other) = if self.effort.threads > 1 {
            std::thread::scope(|scope| {
                let other = scope.spawn(|| walk(2 * self.walks + 1));
                (walk(2 * self.walks), other.join().unwrap_or_else(|panic| resume_unwind(panic)))
            })
        } else {
            (walk(2 * self.walks), walk(2 * self.walks + 1))
        };
        self.walks += 1;
        let better = if other.worth > one.worth { other } else { one };
        if better.worth / SCALE > self.value {
            self.value = better.worth / SCALE;
            self.seats = better.seats;
        }
    }

    fn is_over(&self) -> bool {
        self.nodes > self.effort.nodes || (self.effort.stop)()
    }

    fn explore(&mut self, inherited: i64, depth: usize, structural: bool) {
        let bound = inherited.min(self.state.bound().div_euclid(SCALE));
        if bound <= self.value {
            return;
        }
        self.nodes += 1;
        if structural {
            self.spent = 0;
        }
        let hasty = self.spent > self.patience;
        if hasty || depth > DEPTH || self.is_over() {
            self.hasty |= hasty;
            self.left = self.left.max(bound);
            return;
        }
        let mut split = self.state.broken();
        if structural && split.is_some() {
            let rounds = if depth == 0 { 200 } else { 60 };
            bound::lower(&mut self.state, self.value * SCALE, rounds, &self.effort.stop);
            split = self.state.broken();
        }
        let bound = bound.min(self.state.bound().div_euclid(SCALE));
        if split.is_none() {
            self.keep();
        }
        if bound <= self.value {
            return;
        }
        match split.or_else(|| self.state.slack()) {
            Some(Split::Dead) => {}
            None => debug_assert!(false, "a plan without slack is worth its bound, and was left above"),
            Some(split) => self.divide(split, bound, depth),
        }
    }

    fn keep(&mut self) {
        let seats = &self.state.net.flow.seat;
        let worth = |edge: &u32| self.state.side.net.worth[*edge as usize] / SCALE;
        let value = seats.iter().filter(|edge| **edge != NONE).map(worth).sum();
        if value > self.value {
            self.value = value;
            self.seats.clone_from(seats);
        }
    }

    /// Looks into both answers, the one that promises more first.
    fn divide(&mut self, split: Split, bound: i64, depth: usize) {
        let structural = matches!(split, Split::Batch(_) | Split::Quota(_));
        let mut promises: Vec<(i64, bool)> = Vec::new();
        for answer in [true, false] {
            let mark = self.state.mark();
            if self.answer(split, answer) {
                promises.push((self.state.bound().div_euclid(SCALE).min(bound), answer));
            }
            self.state.back_to(mark);
        }
        promises.sort_by_key(|(promise, answer)| (-promise, !answer));
        for (at, (promise, answer)) in promises.into_iter().enumerate() {
            if promise <= self.value {
                continue;
            }
            self.spent += at as u64;
            let mark = self.state.mark();
            if self.answer(split, answer) {
                self.explore(promise, depth + 1, structural);
            }
            self.state.back_to(mark);
        }
    }

    fn answer(&mut self, split: Split, yes: bool) -> bool {
        let side = self.state.side;
        match split {
            Split::Batch(batch) if yes => self.state.open(batch),
            Split::Batch(batch) => self.state.close(batch),
            Split::Quota(quota) if yes => self.state.hold(quota),
            Split::Quota(quota) => self.state.void(quota),
            Split::Clause(clause) => {
                let concerned = side.clauses[clause as usize];
                let at = usize::from(!yes);
                self.state.bar(concerned.persons[at], concerned.edges[at])
            }
            Split::Member(quota, member) if yes => self.state.oblige(member, &side.quotas[quota].batches),
            Split::Member(quota, member) => self.state.exclude(member, &side.quotas[quota].batches),
            Split::Unprice(quota) => yes && self.state.price_quota(quota, 0),
            Split::Dead => false,
        }
    }
}
