// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whatever is walked: rules are kept, counts are those of a plan counted anew, nothing gets worse, and the search uses it.

use super::*;
use crate::branch::{self, WhatIf};
use crate::components::Components;
use crate::part::PartPlan;
use crate::problem::{Batch, BatchIndex, PersonIndex, Problem, Quota};
use crate::side::Sides;
use crate::{Edges, Effort};

const PERSONS: u32 = 60;
const BATCHES: u32 = 6;

/// Sixty people who may sit nearly anywhere, every fifth pair kept apart, minimums, one quota.
fn question(seed: u64) -> Problem {
    let mut dice = StdRng::seed_from_u64(seed);
    let mut edges = Edges::of(PERSONS);
    for person in 0..PERSONS {
        for batch in (0..BATCHES).filter(|batch| (person + batch) % 7 != 0) {
            edges
                .add(PersonIndex(person), BatchIndex(batch), dice.random_range(1..1000))
                .expect("a sound pair");
        }
    }
    let batch = Batch { capacity: 8, minimum: 4, reserves: 0 };
    let mut problem =
        Problem::new(edges.build().expect("no pair stands twice"), vec![batch; BATCHES as usize]);
    for one in 0..PERSONS {
        for other in (one + 1..PERSONS).filter(|_| dice.random_range(0..5) == 0) {
            problem.apart.push((PersonIndex(one), PersonIndex(other)));
        }
    }
    let members = (0..PERSONS).step_by(4).map(PersonIndex).collect();
    let batches = (0..3).map(BatchIndex).collect();
    problem.quotas.push(Quota { members, batches, at_least: 5 });
    problem
}

fn side_of(problem: &Problem) -> Side {
    let parts = Components::of(problem);
    Sides::of(problem, &parts).of_part(problem, &parts, 0)
}

/// The first plan of a short search, as edges.
fn begun(side: &Side) -> Vec<u32> {
    let effort = Effort { nodes: 100, threads: 1, ..Effort::default() };
    let nobody_gone = vec![false; side.net.person_count()];
    let plan: PartPlan = branch::solve(side, &nobody_gone, WhatIf::AsItIs, &effort);
    let edge = |(person, seat): (usize, &Option<BatchIndex>)| {
        seat.map_or(NONE, |batch| side.net.edge(person as u32, batch.0).expect("a seat is an edge"))
    };
    plan.seats.iter().enumerate().map(edge).collect()
}

/// What is broken, counted without anything the walk counts.
fn faults(side: &Side, seats: &[u32]) -> Vec<&'static str> {
    let mut found = Vec::new();
    let size = |batch: u32| {
        seats.iter().filter(|edge| **edge != NONE && side.net.to[**edge as usize] == batch).count() as u32
    };
    for batch in 0..BATCHES {
        if size(batch) > side.net.capacity[batch as usize] {
            found.push("overfull");
        }
        if size(batch) > 0 && size(batch) < side.minimum[batch as usize] {
            found.push("under its minimum");
        }
    }
    let sits = |edge: u32| seats.contains(&edge);
    if side.clauses.iter().any(|clause| clause.edges.iter().all(|edge| sits(*edge))) {
        found.push("together");
    }
    for quota in &side.quotas {
        let inside = quota.edges.iter().filter(|edge| sits(**edge)).count() as u32;
        if inside < quota.at_least && quota.batches.iter().any(|batch| size(*batch) > 0) {
            found.push("quota");
        }
    }
    found
}

#[test]
fn a_walk_keeps_every_rule_and_mostly_finds_more() {
    let (mut better, mut begins) = (0, 0);
    for seed in 0..20 {
        let side = side_of(&question(seed));
        let seats = begun(&side);
        let nobody = vec![false; seats.len()];
        let before = Seating::of(&side, &nobody, &seats).worth;
        let found = anneal(&side, &nobody, &seats, (30_000, seed), &|| false);
        assert_eq!(faults(&side, &found.seats), Vec::<&str>::new(), "seed {seed}");
        assert_eq!(found.worth, Seating::of(&side, &nobody, &found.seats).worth, "seed {seed}");
        assert!(found.worth >= before, "seed {seed}");
        begins += u32::from(before > 0);
        better += u32::from(found.worth > before);
    }
    assert!(begins > 10 && better > begins / 2, "{better} of {begins} walks found more");
}

#[test]
fn after_every_turn_the_counts_are_those_of_a_plan_counted_anew() {
    let side = side_of(&question(77));
    let seats = begun(&side);
    let nobody = vec![false; seats.len()];
    let mut now = Seating::of(&side, &nobody, &seats);
    let (edges, mut dice, mut turn, mut taken) =
        (now.open_edges(), StdRng::seed_from_u64(1), Turn::default(), 0);
    for _ in 0..3_000 {
        let edge = edges[dice.random_range(0..edges.len())];
        if now.try_turn(edge, dice.random(), -1_000 * crate::side::SCALE, &mut turn) {
            now.take(&turn);
            taken += 1;
            assert_eq!(faults(&side, &now.seat), Vec::<&str>::new());
            assert!(now.counts_like(&Seating::of(&side, &nobody, &now.seat)));
        }
    }
    assert!(taken > 300, "{taken} turns were taken");
}

#[test]
fn whoever_is_gone_comes_back_in_no_walk() {
    let side = side_of(&question(5));
    let seats = begun(&side);
    let gone: Vec<bool> = seats.iter().enumerate().map(|(at, edge)| *edge == NONE && at % 2 == 0).collect();
    assert!(gone.contains(&true));
    for seed in 0..10 {
        let found = anneal(&side, &gone, &seats, (20_000, seed), &|| false);
        let back = found.seats.iter().zip(&gone).filter(|(edge, gone)| **gone && **edge != NONE);
        assert_eq!(back.count(), 0, "seed {seed}");
    }
}

#[test]
fn a_search_that_needs_a_second_pass_walks_before_it() {
    let effort = Effort { nodes: 400, threads: 1, ..Effort::default() };
    let value = |seed| branch::solve(&side_of(&question(seed)), &[false; 60], WhatIf::AsItIs, &effort).value;
    let values = [value(1), value(5)];
    // Without walks they are 37,124 and 35,537.
    assert!(values[0] > 37_200 && values[1] > 36_500, "{values:?}");
}
