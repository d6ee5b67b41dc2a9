// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The judge, which shares no code with the engine, finds nothing against its plans, and something against a plan
//! that was spoiled.

use crate::exhaustive::{Chance, Kinds, question, times, worth};
use checker::placement::{Contest, Intake, Placement, Seat, Share, judge_placement};
use placement::{BatchIndex, Effort, PersonIndex, Problem, solve};

fn numbers(batches: &[BatchIndex]) -> Vec<u32> {
    batches.iter().map(|batch| batch.0).collect()
}

fn as_judged(problem: &Problem, seats: &[Option<BatchIndex>]) -> Placement {
    let persons = || (0..problem.person_count() as u32).map(PersonIndex);
    let seat = |(person, seat): (PersonIndex, &Option<BatchIndex>)| {
        seat.map(|batch| Seat { person: person.0, batch: batch.0 })
    };
    let pairs = |person| problem.eligible.of_person(person).map(move |(batch, _)| (person.0, batch.0));
    Placement {
        seats: persons().zip(seats).filter_map(seat).collect(),
        batches: problem
            .batches
            .iter()
            .map(|batch| Intake { capacity: batch.capacity, minimum: batch.minimum })
            .collect(),
        eligible: persons().flat_map(pairs).collect(),
        apart: problem.apart.iter().map(|(one, other)| (one.0, other.0)).collect(),
        shares: problem
            .quotas
            .iter()
            .map(|quota| Share {
                members: quota.members.iter().map(|person| person.0).collect(),
                batches: numbers(&quota.batches),
                at_least: quota.at_least,
            })
            .collect(),
        contests: problem
            .rivals
            .iter()
            .map(|rivals| Contest { batches: numbers(&rivals.batches), at_most: rivals.at_most })
            .collect(),
    }
}

#[test]
fn the_judge_has_nothing_against_a_plan_of_the_engine() {
    for seed in 0..times(3000) {
        let (persons, batches) = if seed % 30 == 0 { (50, 12) } else { (7, 4) };
        let problem = question(seed, Kinds::ALL, persons, batches);
        let effort = Effort { nodes: 60, threads: 1, ..Effort::default() };
        let plan = solve(&problem, &effort).expect("a sound question");
        assert_eq!(judge_placement(&as_judged(&problem, &plan.seats)), [], "seed {seed}");
    }
}

#[test]
fn the_judge_and_the_slow_way_agree_on_any_seats() {
    let mut sound = 0_u64;
    for seed in 0..times(6000) {
        let problem = question(seed, Kinds::ALL, 6, 3);
        let mut chance = Chance::of(seed + 5_000_000);
        let batches = problem.batches.len() as u32;
        let mut seat = || chance.below(2 * batches + 1).checked_sub(batches + 1).map(BatchIndex);
        let seats: Vec<Option<BatchIndex>> = (0..problem.person_count()).map(|_| seat()).collect();
        let found = judge_placement(&as_judged(&problem, &seats));
        assert_eq!(found.is_empty(), worth(&problem, &seats).is_some(), "seed {seed} {seats:?} {found:?}");
        sound += u64::from(found.is_empty());
    }
    assert!(sound > times(300) && sound < times(5000));
}
