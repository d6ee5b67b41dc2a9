// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who waits behind the seated, and in which order; and questions that cannot be asked.

use crate::exhaustive::{Kinds, question, times};
use placement::{
    Batch, BatchIndex, Edges, Effort, Fault, MAX_VALUE, PersonIndex, Problem, Quota, Rivals, Standing, solve,
};

const FIRST: BatchIndex = BatchIndex(0);

fn queue(values: &[i32], capacity: u32, reserves: u32) -> Problem {
    let mut edges = Edges::of(values.len() as u32);
    for (person, value) in values.iter().enumerate() {
        edges.add(PersonIndex(person as u32), FIRST, *value).expect("within the question");
    }
    Problem::new(edges.build().expect("within the question"), vec![Batch { capacity, minimum: 0, reserves }])
}

#[test]
fn reserves_stand_in_the_order_of_what_they_would_add() {
    let mut problem = queue(&[5, 9, 7, 5, 8], 1, 3);
    let plan = solve(&problem, &Effort::default()).expect("a sound question");
    assert_eq!(plan.seat(PersonIndex(1)), Some(FIRST));
    assert_eq!(plan.reserves, [[4, 2, 0].map(PersonIndex)]);

    problem.apart.push((PersonIndex(1), PersonIndex(4)));
    let plan = solve(&problem, &Effort::default()).expect("a sound question");
    assert_eq!(
        plan.reserves,
        [[2, 0, 3].map(PersonIndex)],
        "who is kept apart from the seated does not wait"
    );

    let mut standing = Standing::of(&problem, plan, Effort::default()).expect("a sound question");
    standing.withdraw(PersonIndex(1)).expect("within the question");
    assert_eq!(standing.plan().seat(PersonIndex(4)), Some(FIRST));
    assert_eq!(standing.plan().reserves, [[2, 0, 3].map(PersonIndex)]);
}

#[test]
fn a_batch_that_does_not_open_has_no_reserves() {
    let mut problem = queue(&[5, 9], 3, 2);
    problem.batches[0].minimum = 3;
    let plan = solve(&problem, &Effort::default()).expect("a sound question");
    assert_eq!((plan.value, plan.bound, plan.placed()), (0, 0, 0));
    assert!(plan.reserves[0].is_empty());
    assert_eq!(plan.gap(), 0.0);
}

#[test]
fn nobody_waits_who_sits_or_may_not() {
    for seed in 0..times(500) {
        let problem = question(seed, Kinds::ALL, 8, 4);
        let plan = solve(&problem, &Effort::default()).expect("a sound question");
        for (at, waiting) in plan.reserves.iter().enumerate() {
            assert!(waiting.len() <= problem.batches[at].reserves as usize);
            for person in waiting {
                assert_eq!(plan.seat(*person), None);
                assert!(problem.eligible.value(*person, BatchIndex(at as u32)).is_some());
            }
        }
    }
}

#[track_caller]
fn refuse(change: impl Fn(&mut Problem), fault: Fault) {
    let mut problem = queue(&[1, 2], 1, 0);
    change(&mut problem);
    assert_eq!(solve(&problem, &Effort::default()), Err(fault));
    assert!(!fault.to_string().is_empty());
}

#[test]
fn a_question_names_only_what_is_there() {
    let (stranger, nowhere) = (PersonIndex(2), BatchIndex(1));
    refuse(|problem| problem.apart.push((PersonIndex(0), stranger)), Fault::NoPerson(stranger));
    refuse(
        |problem| problem.apart.push((PersonIndex(0), PersonIndex(0))),
        Fault::ApartFromOneself(PersonIndex(0)),
    );
    let quota = |member, batch| Quota { members: vec![member], batches: vec![batch], at_least: 1 };
    refuse(|problem| problem.quotas.push(quota(stranger, FIRST)), Fault::NoPerson(stranger));
    refuse(|problem| problem.quotas.push(quota(PersonIndex(0), nowhere)), Fault::NoBatch(nowhere));
    refuse(
        |problem| problem.rivals.push(Rivals { batches: vec![nowhere], at_most: 1 }),
        Fault::NoBatch(nowhere),
    );
    refuse(|problem| problem.present = vec![None], Fault::PresentSeats { expected: 2, given: 1 });
    refuse(|problem| problem.present = vec![None, Some(nowhere)], Fault::NoBatch(nowhere));
    refuse(|problem| problem.stay_bonus = -1, Fault::StayBonus(-1));
    refuse(|problem| problem.batches.clear(), Fault::NoBatch(FIRST));
}

#[test]
fn pairs_are_within_bounds_and_come_once() {
    let (person, batch) = (PersonIndex(0), FIRST);
    let mut edges = Edges::of(1);
    for value in [0, -1, MAX_VALUE + 1] {
        assert_eq!(edges.add(person, batch, value), Err(Fault::Value { person, batch, value }));
    }
    assert_eq!(edges.add(PersonIndex(1), batch, 1), Err(Fault::NoPerson(PersonIndex(1))));
    edges.add(person, BatchIndex(1), 3).expect("within the question");
    edges.add(person, batch, MAX_VALUE).expect("within the question");
    let packed = edges.clone().build().expect("within the question");
    assert_eq!(packed.of_person(person).collect::<Vec<_>>(), [(batch, MAX_VALUE), (BatchIndex(1), 3)]);
    edges.add(person, batch, 2).expect("within the question");
    assert_eq!(edges.build(), Err(Fault::Twice { person, batch }));
}
