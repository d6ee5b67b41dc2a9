// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The engine against trying every plan, rule by rule and all together; and what it says when it has to stop early.

use crate::exhaustive::{Kinds, best, question, times, worth};
use placement::{Effort, solve};

fn effort(nodes: u64, threads: usize) -> Effort<'static> {
    Effort { nodes, threads, stop: &|| false }
}

#[track_caller]
fn check(kinds: Kinds, seeds: u64, persons: u32) {
    for seed in 0..times(seeds) {
        let problem = question(seed, kinds, persons, 3);
        let plan = solve(&problem, &effort(100_000, 1)).expect("a sound question");
        assert_eq!(worth(&problem, &plan.seats), Some(plan.value), "seed {seed}: {problem:?} {plan:?}");
        assert_eq!(Some(plan.value), best(&problem, |_| true), "seed {seed}: {problem:?} {plan:?}");
        assert!(plan.is_proven(), "seed {seed}: {problem:?} {plan:?}");
    }
}

#[test]
fn capacity_alone() {
    check(Kinds::default(), 2000, 6);
}

#[test]
fn a_bonus_for_staying() {
    check(Kinds { stay: true, ..Kinds::default() }, 1000, 6);
}

#[test]
fn minimums() {
    check(Kinds { minimum: true, ..Kinds::default() }, 2000, 6);
}

#[test]
fn people_kept_apart() {
    check(Kinds { apart: true, ..Kinds::default() }, 2000, 6);
}

#[test]
fn quotas() {
    check(Kinds { quotas: true, ..Kinds::default() }, 2000, 6);
    check(Kinds { quotas: true, apart: true, ..Kinds::default() }, 300, 9);
}

#[test]
fn rivals() {
    check(Kinds { rivals: true, ..Kinds::default() }, 2000, 6);
}

#[test]
fn two_kinds_of_rules() {
    check(Kinds { minimum: true, rivals: true, ..Kinds::default() }, 1000, 6);
    check(Kinds { apart: true, quotas: true, ..Kinds::default() }, 1000, 6);
}

#[test]
fn everything_together() {
    check(Kinds::ALL, 3000, 6);
    check(Kinds::ALL, 200, 8);
}

#[test]
fn a_search_that_stops_tells_the_truth() {
    let mut unproven = 0;
    for seed in 0..times(1500) {
        let problem = question(seed, Kinds::ALL, 6, 3);
        let optimum = best(&problem, |_| true).expect("nobody seated is a plan");
        for nodes in [0, 1, 2, 4] {
            let plan = solve(&problem, &effort(nodes, 1)).expect("a sound question");
            assert_eq!(worth(&problem, &plan.seats), Some(plan.value), "seed {seed}: {problem:?}");
            assert!(plan.value <= optimum && optimum <= plan.bound, "seed {seed}: {optimum} {plan:?}");
            unproven += u32::from(!plan.is_proven());
        }
    }
    assert!(unproven > 100, "only {unproven} searches had to stop");
}

#[test]
fn the_answer_is_the_same_on_any_number_of_threads() {
    for seed in 0..times(50) {
        let problem = question(seed, Kinds::ALL, 40, 12);
        let one = solve(&problem, &effort(40, 1)).expect("a sound question");
        assert_eq!(one, solve(&problem, &effort(40, 3)).expect("a sound question"), "seed {seed}");
    }
}

#[test]
fn the_bound_is_near_and_searches_stay_short() {
    let mut proven = 0;
    for seed in 0..60 {
        let problem = question(seed, Kinds::ALL, 40, 12);
        let plan = solve(&problem, &effort(60, 1)).expect("a sound question");
        proven += u32::from(plan.is_proven());
    }
    // Without prices on rules, or with a wrong one, it is 56 at most.
    assert!(proven >= 59, "only {proven} of 60 were proven");
}
