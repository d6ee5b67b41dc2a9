// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Answers a question: part by part, on several threads, the same answer on any number of them.

use crate::components::Components;
use crate::fault::Fault;
use crate::part::{PartPlan, solve_part};
use crate::plan::Plan;
use crate::problem::Problem;
use crate::reserves;
use crate::rules::Rules;
use crate::side::Sides;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How long to try where a proof needs a search.
///
/// # Units
/// `nodes` counts the steps of the search in each part. With `stop` that never says yes, the answer depends on the
/// question and `nodes` alone.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    pub nodes: u64,
    pub threads: usize,
    /// Asked between steps; once it says yes, the best plan so far is given with its bound.
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

impl Default for Effort<'_> {
    fn default() -> Self {
        Self { nodes: 20_000, threads: 2, stop: &|| false }
    }
}

/// The best plan for a question, with a bound on every plan.
///
/// # Shape
/// Parts that no person, quota or rivalry connects are answered alone. Without anything but capacities to keep, a
/// part of p persons, e edges and b batches costs at most O(p (e + b log b)), mostly far less.
///
/// # Errors
/// `Fault` when the question names what is not there.
///
/// # Source
/// Successive shortest paths with potentials for the transportation problem; Lagrangian bounds and branching where
/// more than capacity binds. That every question has a plan, with batches closed, is a product decision.
pub fn solve(problem: &Problem, effort: &Effort<'_>) -> Result<Plan, Fault> {
    problem.check()?;
    let parts = Components::of(problem);
    let sides = Sides::of(problem, &parts);
    let mut order: Vec<usize> = (0..parts.count()).collect();
    // The largest first, so that no thread is left alone with it at the end.
    order.sort_by_key(|part| std::cmp::Reverse(parts.persons(*part).len()));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&part) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((part, solve_part(problem, &parts, part, &sides, effort)));
        }
        done
    };
    let answers: Vec<(usize, PartPlan)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..effort.threads.max(1)).map(|_| scope.spawn(work)).collect();
        let mut answers = work();
        for other in others {
            match other.join() {
                Ok(more) => answers.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        answers
    });
    Ok(joined(problem, &parts, &answers))
}

fn joined(problem: &Problem, parts: &Components, answers: &[(usize, PartPlan)]) -> Plan {
    let mut plan = Plan {
        seats: vec![None; problem.person_count()],
        reserves: vec![Vec::new(); problem.batches.len()],
        value: 0,
        bound: 0,
        prices: vec![0; problem.batches.len()],
        part_bounds: vec![0; parts.count()],
    };
    for (part, answer) in answers {
        answer.write(parts, *part, &mut plan);
        plan.value += answer.value;
        plan.bound += answer.bound;
        plan.part_bounds[*part] = answer.bound;
    }
    let rules = Rules::of(problem);
    let nobody_gone = vec![false; problem.person_count()];
    for (part, answer) in answers {
        if answer.value < answer.bound {
            plan.value += rules.fill(problem, &mut plan.seats, parts.persons(*part), &nobody_gone);
        }
    }
    for part in 0..parts.count() {
        reserves::rank(problem, &rules, (parts, part), &nobody_gone, &mut plan);
    }
    plan
}
