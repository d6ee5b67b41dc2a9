// SPDX-License-Identifier: Apache-2.0 OR MIT
//! HiGHS goes on where the search had to stop, and comes to what trying every plan comes to.

use crate::exhaustive::{Kinds, best, question, times, worth};
use placement::{Effort, prove, solve};
use std::time::Duration;

#[test]
fn what_was_left_open_is_proven() {
    let mut left_open = 0;
    for seed in 0..times(600) {
        let problem = question(seed, Kinds::ALL, 6, 3);
        let effort = Effort { nodes: 0, threads: 1, ..Effort::default() };
        let stopped = solve(&problem, &effort).expect("a sound question");
        let plan = prove(&problem, &stopped, Duration::from_secs(60)).expect("a sound question");
        assert_eq!(worth(&problem, &plan.seats), Some(plan.value), "seed {seed}: {problem:?} {plan:?}");
        assert_eq!(Some(plan.value), best(&problem, |_| true), "seed {seed}: {problem:?} {plan:?}");
        assert!(plan.is_proven(), "seed {seed}: {problem:?} {plan:?}");
        left_open += u32::from(!stopped.is_proven());
    }
    assert!(left_open > 50, "only {left_open} were left open");
}

#[test]
fn without_time_a_plan_stays_as_it_was() {
    let problem = question(7, Kinds::ALL, 40, 12);
    let stopped = solve(&problem, &Effort { nodes: 0, ..Effort::default() }).expect("a sound question");
    assert_eq!(prove(&problem, &stopped, Duration::ZERO).expect("a sound question"), stopped);
}
