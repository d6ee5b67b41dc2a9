// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every reason is true: take away what it names, try every plan again, and the plan is a better one. Every price is
//! right: try every plan in which that person sits there, or does not.

use crate::exhaustive::{Kinds, best, question, times};
use placement::{
    Alternative, Barrier, BatchIndex, Displacement, Edges, Effort, PersonIndex, Plan, Problem, Refusal,
    Standing, Verdict, solve,
};

/// The question without what keeps a person out of a batch.
fn relieved(problem: &Problem, person: PersonIndex, batch: BatchIndex, barriers: &[Barrier]) -> Problem {
    let mut relieved = problem.clone();
    let mut quotas_gone = Vec::new();
    for barrier in barriers {
        match barrier {
            Barrier::Full => relieved.batches[batch.0 as usize].capacity += 1,
            Barrier::Apart(other) => {
                let pair = [(person, *other), (*other, person)];
                let before = relieved.apart.len();
                relieved.apart.retain(|apart| !pair.contains(apart));
                assert!(relieved.apart.len() < before, "the two are kept apart");
            }
            Barrier::MinimumNotReached { minimum } => {
                assert_eq!(relieved.batches[batch.0 as usize].minimum, *minimum);
                relieved.batches[batch.0 as usize].minimum = 0;
            }
            Barrier::RivalsOpen { by } => {
                let open = |rival: &BatchIndex| by.contains(rival);
                for rivals in relieved.rivals.iter_mut().filter(|rivals| rivals.batches.contains(&batch)) {
                    if rivals.batches.iter().filter(|rival| open(rival)).count() == by.len() {
                        rivals.at_most += 1;
                    }
                }
            }
            Barrier::QuotaShort { quota, .. } => quotas_gone.push(*quota as usize),
        }
    }
    for quota in quotas_gone {
        relieved.quotas[quota].at_least = 0;
    }
    relieved
}

#[derive(Default)]
struct Seen {
    seated: u32,
    kinds: [u32; 5],
    alone: u32,
    none: u32,
}

impl Seen {
    fn barrier(&mut self, barrier: &Barrier) {
        let kind = match barrier {
            Barrier::Full => 0,
            Barrier::Apart(_) => 1,
            Barrier::MinimumNotReached { .. } => 2,
            Barrier::RivalsOpen { .. } => 3,
            Barrier::QuotaShort { .. } => 4,
        };
        self.kinds[kind] += 1;
    }
}

fn check_seated(
    problem: &Problem,
    plan: &Plan,
    person: PersonIndex,
    batch: BatchIndex,
    told: Option<Alternative>,
) {
    let at = person.0 as usize;
    let told = told.expect("nothing stops the search");
    assert_eq!(plan.seats[at], Some(batch));
    let elsewhere = best(problem, |seats| seats[at] != Some(batch)).expect("nobody seated is a plan");
    assert_eq!(plan.value - told.loss, elsewhere, "{person:?} {problem:?} {plan:?}");
    let there = best(problem, |seats| seats[at] == told.batch);
    assert_eq!(there, Some(elsewhere), "{person:?} would sit in {:?}: {problem:?}", told.batch);
}

fn check_refused(
    problem: &Problem,
    plan: &Plan,
    person: PersonIndex,
    (batch, barriers): (BatchIndex, &[Barrier]),
    displacement: Option<Displacement>,
) {
    assert!(!barriers.is_empty(), "{person:?} {problem:?} {plan:?}");
    let relieved =
        best(&relieved(problem, person, batch, barriers), |_| true).expect("nobody seated is a plan");
    assert!(relieved > plan.value, "{person:?} {barriers:?} {problem:?} {plan:?}");
    let at = person.0 as usize;
    let there = best(problem, |seats| seats[at] == Some(batch));
    assert_eq!(displacement.map(|told| plan.value - told.cost), there, "{person:?} {problem:?} {plan:?}");
    if let Some(other) = displacement.and_then(|told| told.displaced) {
        assert!(plan.seats[other.0 as usize].is_some());
        let without = best(problem, |seats| seats[at] == Some(batch) && seats[other.0 as usize].is_none());
        assert_eq!(without, there, "{other:?} would lose the seat: {problem:?} {plan:?}");
    }
}

fn check(kinds: Kinds, seeds: u64) -> Seen {
    let mut seen = Seen::default();
    for seed in 0..times(seeds) {
        let problem = question(seed, kinds, 5, 3);
        let effort = Effort { nodes: 100_000, threads: 1, ..Effort::default() };
        let plan = solve(&problem, &effort).expect("a sound question");
        let mut standing = Standing::of(&problem, plan.clone(), effort).expect("a sound question");
        for person in (0..problem.person_count() as u32).map(PersonIndex) {
            match standing.explain(person).expect("within the question") {
                Verdict::Seated { batch, value, otherwise } => {
                    assert!(value > 0);
                    check_seated(&problem, &plan, person, batch, otherwise);
                    seen.seated += 1;
                }
                Verdict::Refused(Refusal::NoEligibleBatch) => {
                    assert_eq!(problem.eligible.of_person(person).count(), 0);
                    seen.none += 1;
                }
                Verdict::Refused(Refusal::KeptOut { batch, barriers, displacement, .. }) => {
                    check_refused(&problem, &plan, person, (batch, &barriers), displacement);
                    barriers.iter().for_each(|barrier| seen.barrier(barrier));
                    seen.alone += u32::from(barriers.len() == 1);
                }
                Verdict::Withdrawn => panic!("nobody withdrew"),
            }
        }
        assert_eq!(standing.plan(), &plan, "asking changes nothing");
    }
    seen
}

#[test]
fn reasons_of_capacity() {
    let seen = check(Kinds { stay: true, ..Kinds::default() }, 2000);
    assert!(seen.seated > 1000 && seen.none > 100 && seen.kinds[0] > 1000);
}

#[test]
fn reasons_of_each_rule_and_of_all() {
    let one = Kinds::default();
    assert!(check(Kinds { apart: true, ..one }, 1500).kinds[1] > 100);
    assert!(check(Kinds { minimum: true, ..one }, 1500).kinds[2] > 100);
    assert!(check(Kinds { rivals: true, ..one }, 1500).kinds[3] > 100);
    assert!(check(Kinds { quotas: true, ..one }, 1500).kinds[4] > 100);
    let seen = check(Kinds::ALL, 2000);
    assert!(seen.kinds.iter().all(|count| *count > 50) && seen.alone > 500);
}

#[test]
fn a_person_who_is_not_in_the_question() {
    let problem = Problem::new(Edges::of(1).build().expect("within the question"), Vec::new());
    let plan = solve(&problem, &Effort::default()).expect("a sound question");
    let mut standing = Standing::of(&problem, plan, Effort::default()).expect("a sound question");
    assert_eq!(standing.explain(PersonIndex(0)), Ok(Verdict::Refused(Refusal::NoEligibleBatch)));
    assert!(standing.explain(PersonIndex(1)).is_err());
    assert!(standing.withdraw(PersonIndex(1)).is_err());
}
