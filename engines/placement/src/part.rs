// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One part of a question, answered.

use crate::branch::{self, WhatIf};
use crate::components::Components;
use crate::network::{CLOSED, Network};
use crate::plan::Plan;
use crate::problem::{BatchIndex, PersonIndex, Problem};
use crate::side::Sides;
use crate::solve::Effort;

/// The answer for one part.
///
/// # Shape
/// Seats in the order of the part's persons, prices in that of its batches; no prices where a search was needed.
#[derive(Debug, Clone)]
pub struct PartPlan {
    pub seats: Vec<Option<BatchIndex>>,
    pub prices: Option<Vec<i64>>,
    pub value: i64,
    pub bound: i64,
}

impl PartPlan {
    /// Writes seats and prices to where they belong in the whole.
    pub fn write(&self, parts: &Components, part: usize, plan: &mut Plan) {
        for (person, seat) in parts.persons(part).iter().zip(&self.seats) {
            plan.seats[person.at()] = *seat;
        }
        for (batch, price) in parts.batches(part).iter().zip(self.prices.iter().flatten()) {
            plan.prices[batch.at()] = *price;
        }
    }
}

/// Answers a part: by flow alone where nothing but capacity binds, else by flow and search.
pub fn solve_part(
    problem: &Problem,
    parts: &Components,
    part: usize,
    sides: &Sides,
    effort: &Effort<'_>,
) -> PartPlan {
    if sides.is_plain(part) {
        return plain(problem, parts, part);
    }
    let side = sides.of_part(problem, parts, part);
    let nobody_gone = vec![false; parts.persons(part).len()];
    branch::solve(&side, &nobody_gone, WhatIf::AsItIs, effort)
}

fn plain(problem: &Problem, parts: &Components, part: usize) -> PartPlan {
    let mut net = Network::of(problem, parts, part, 1);
    for person in 0..net.person_count() as u32 {
        net.push(person);
    }
    read(&net, parts.batches(part))
}

/// The flow of a plain part as an answer.
pub fn read(net: &Network, batches: &[BatchIndex]) -> PartPlan {
    let seat = |person| net.batch_of(person).map(|batch| batches[batch as usize]);
    let prices = net.flow.price.iter().map(|price| (*price).min(CLOSED)).collect();
    let value = net.total();
    PartPlan {
        seats: (0..net.person_count() as u32).map(seat).collect(),
        prices: Some(prices),
        value,
        bound: value,
    }
}

/// The network of a plain part as a plan has it.
pub fn reopened(problem: &Problem, parts: &Components, part: usize, plan: &Plan) -> Network {
    let mut net = Network::of(problem, parts, part, 1);
    let persons: &[PersonIndex] = parts.persons(part);
    let seats: Vec<Option<u32>> =
        persons.iter().map(|person| plan.seats[person.at()].map(|batch| parts.place(batch))).collect();
    let prices: Vec<i64> = parts.batches(part).iter().map(|batch| plan.prices[batch.at()]).collect();
    net.restore(&seats, &prices);
    net
}
