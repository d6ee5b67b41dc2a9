// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One who withdraws: the plan afterwards is as good as one made anew without that person.

use crate::exhaustive::{Chance, Kinds, question, times, worth};
use placement::{Edges, Effort, PersonIndex, Problem, Standing, Verdict, solve};

/// The question without these persons' wishes.
fn without(problem: &Problem, gone: &[PersonIndex]) -> Problem {
    let mut edges = Edges::of(problem.person_count() as u32);
    for person in (0..problem.person_count() as u32).map(PersonIndex).filter(|one| !gone.contains(one)) {
        for (batch, value) in problem.eligible.of_person(person) {
            edges.add(person, batch, value).expect("within the question");
        }
    }
    Problem { eligible: edges.build().expect("within the question"), ..problem.clone() }
}

fn check(kinds: Kinds, seeds: u64, persons: u32, batches: u32) {
    let effort = Effort { nodes: 100_000, threads: 1, ..Effort::default() };
    for seed in 0..times(seeds) {
        let problem = question(seed, kinds, persons, batches);
        let mut standing =
            Standing::of(&problem, solve(&problem, &effort).expect("within the question"), effort)
                .expect("a sound question");
        let mut chance = Chance::of(seed + 1_000_000);
        let mut gone = Vec::new();
        for _ in 0..4 {
            let person = PersonIndex(chance.below(problem.person_count() as u32));
            let before = standing.plan().seats.clone();
            let change = standing.withdraw(person).expect("within the question");
            gone.push(person);
            let anew = solve(&without(&problem, &gone), &effort).expect("a sound question");
            let plan = standing.plan();
            assert_eq!(plan.value, anew.value, "seed {seed} {gone:?} {problem:?}");
            assert!(plan.is_proven());
            assert_eq!(worth(&problem, &plan.seats), Some(plan.value));
            assert_eq!(plan.seat(person), None);
            let mut moved = before;
            for one in &change.moves {
                assert_eq!(moved[one.person.0 as usize], one.from);
                moved[one.person.0 as usize] = one.to;
            }
            assert_eq!((&moved, change.value), (&plan.seats, plan.value));
            assert!(
                plan.reserves.iter().flatten().all(|one| !gone.contains(one) && plan.seat(*one).is_none())
            );
            if gone.len() == 2 {
                // Explanations in between change nothing, and one who is gone has none.
                assert_eq!(standing.explain(person), Ok(Verdict::Withdrawn));
                for other in 0..problem.person_count() as u32 {
                    standing.explain(PersonIndex(other)).expect("within the question");
                }
            }
        }
    }
}

#[test]
fn in_small_plans() {
    check(Kinds { stay: true, ..Kinds::default() }, 1500, 6, 3);
    check(Kinds::ALL, 1000, 6, 3);
}

#[test]
fn in_larger_plans() {
    check(Kinds::default(), 150, 60, 12);
    check(Kinds { minimum: true, apart: true, ..Kinds::default() }, 60, 16, 5);
}
