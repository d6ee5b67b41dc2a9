// SPDX-License-Identifier: Apache-2.0 OR MIT
//! People to batches: the snapshot as the placement engine's question, and its answers as verdicts.

use std::collections::BTreeMap;

use anyhow::Context;
use desk::Halt;
use kernel::id::{BatchId, PersonId};
use placement::{
    Barrier, Batch, BatchIndex, Edges, Effort, Fault, PersonIndex, Plan, Problem, Refusal, Rivals, Standing,
    solve,
};

use super::draft::Verdict;
use super::snapshot::Snapshot;
use super::why::{Bar, Why};

/// What one point of the ranking is worth to the engine; below it only the order of rank counts.
const POINT: i64 = 1_000;

/// What it is worth that somebody keeps the seat of the plan in force.
///
/// # Source
/// Product decision: less than a step in what a person brings, more than any order of rank; people are told a seat once.
const STAY_POINTS: i64 = 5;

/// At most so many of these batches, by their places, can have a timetable together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    pub batches: Vec<usize>,
    pub at_most: u32,
}

/// A plan of seats.
pub struct Placed {
    pub verdicts: Vec<Verdict>,
    /// People by place in the snapshot, for each batch.
    pub seated: Vec<Vec<usize>>,
    pub reserves: Vec<Vec<usize>>,
    /// Points; the bound is rounded up.
    pub value: i64,
    pub bound: i64,
}

/// The question for the engine.
fn problem(
    snapshot: &Snapshot,
    cuts: &[Cut],
    present: &BTreeMap<PersonId, BatchId>,
) -> Result<Problem, Halt> {
    let mut edges = Edges::of(index(snapshot.people.len())?);
    for (place, course) in snapshot.courses.iter().enumerate() {
        for ranked in &course.ranked {
            let person = snapshot.place_of(ranked.person).context("everyone ranked is among the people")?;
            let worth = ranked.points.max(0) * POINT + (POINT - ranked.rank).clamp(1, POINT - 1);
            let worth = i32::try_from(worth).context("few points")?;
            edges.add(PersonIndex(index(person)?), BatchIndex(index(place)?), worth).map_err(refused)?;
        }
    }
    let batch = |course: &super::Course| Batch {
        capacity: u32::try_from(course.batch.seats).unwrap_or(0),
        minimum: u32::try_from(snapshot.question.minimum).unwrap_or(0),
        reserves: u32::try_from(course.batch.reserves).unwrap_or(0),
    };
    let mut problem =
        Problem::new(edges.build().map_err(refused)?, snapshot.courses.iter().map(batch).collect());
    for (one, other) in snapshot.apart.places(&snapshot.people) {
        problem.apart.push((PersonIndex(index(one)?), PersonIndex(index(other)?)));
    }
    for cut in cuts {
        let batches =
            cut.batches.iter().map(|place| index(*place).map(BatchIndex)).collect::<Result<_, _>>()?;
        problem.rivals.push(Rivals { batches, at_most: cut.at_most });
    }
    if !present.is_empty() {
        let seat = |person: &PersonId| {
            let batch = present.get(person)?;
            let place = snapshot.courses.iter().position(|course| course.batch.id == *batch)?;
            u32::try_from(place).ok().map(BatchIndex)
        };
        problem.present = snapshot.people.iter().map(seat).collect();
        problem.stay_bonus = i32::try_from(STAY_POINTS * POINT).context("few points")?;
    }
    Ok(problem)
}

fn refused(fault: Fault) -> anyhow::Error {
    anyhow::anyhow!("the placement engine refused its question: {fault}")
}

fn index(place: usize) -> anyhow::Result<u32> {
    u32::try_from(place).context("an office has fewer people than that")
}

/// Places everybody, and asks of everyone why.
///
/// # Errors
/// The snapshot contradicts itself: a mistake of the program.
pub fn place(
    snapshot: &Snapshot,
    cuts: &[Cut],
    present: &BTreeMap<PersonId, BatchId>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Placed, Halt> {
    let problem = problem(snapshot, cuts, present)?;
    let effort = Effort { stop, ..Effort::default() };
    let plan: Plan = solve(&problem, &effort).map_err(refused)?;
    let mut placed = Placed {
        verdicts: Vec::new(),
        seated: vec![Vec::new(); snapshot.courses.len()],
        reserves: plan.reserves.iter().map(|list| list.iter().map(|one| one.0 as usize).collect()).collect(),
        value: plan.value / POINT,
        bound: (plan.bound + POINT - 1) / POINT,
    };
    let mut standing = Standing::of(&problem, plan, effort).map_err(refused)?;
    for (place, person) in snapshot.people.iter().enumerate() {
        let told = standing.explain(PersonIndex(index(place)?)).map_err(refused)?;
        let seat = standing.plan().seat(PersonIndex(index(place)?));
        if let Some(batch) = seat {
            placed.seated[batch.0 as usize].push(place);
        }
        let batch = seat.map(|batch| snapshot.courses[batch.0 as usize].batch.id);
        placed.verdicts.push(Verdict { person: *person, batch, why: why(snapshot, told, place) });
    }
    // A proven plan says so in points too, whatever the rounding.
    if standing.plan().is_proven() {
        placed.bound = placed.value;
    }
    Ok(placed)
}

fn why(snapshot: &Snapshot, told: placement::Verdict, person: usize) -> Why {
    let code = |batch: BatchIndex| snapshot.courses[batch.0 as usize].batch.code.clone();
    let points = |batch: BatchIndex| {
        let ranked = &snapshot.courses[batch.0 as usize].ranked;
        ranked
            .iter()
            .find(|ranked| ranked.person == snapshot.people[person])
            .map_or(0, |ranked| ranked.points)
    };
    match told {
        placement::Verdict::Seated { batch, otherwise, .. } => {
            let (own, points_here) = (code(batch), points(batch));
            match otherwise {
                None => Why::Seat { batch: own, points: points_here },
                Some(alternative) => match alternative.batch {
                    None => Why::OnlySeat { batch: own, points: points_here },
                    Some(other) => {
                        let (name, other_points) = (code(other), points(other));
                        if other_points > points_here {
                            Why::LesserSeat { batch: own, points: points_here, other: name, other_points }
                        } else {
                            Why::BestSeat { batch: own, points: points_here, other: name, other_points }
                        }
                    }
                },
            }
        }
        placement::Verdict::Refused(Refusal::KeptOut { batch, barriers, displacement, .. }) => Why::KeptOut {
            batch: code(batch),
            points: points(batch),
            bars: bars(snapshot, batch, &barriers),
            // Below a point only the order of rank counts; the sentence says so.
            loss: displacement.map(|displacement| displacement.cost / POINT),
        },
        placement::Verdict::Refused(Refusal::NoEligibleBatch) | placement::Verdict::Withdrawn => Why::NoBatch,
    }
}

fn bars(snapshot: &Snapshot, batch: BatchIndex, barriers: &[Barrier]) -> Vec<Bar> {
    let course = &snapshot.courses[batch.0 as usize];
    let bar = |barrier: &Barrier| match barrier {
        Barrier::Full => Bar::Full { seats: course.batch.seats },
        Barrier::Apart(_) => Bar::Apart,
        Barrier::MinimumNotReached { minimum } => Bar::TooFew { minimum: i64::from(*minimum) },
        Barrier::RivalsOpen { by } => Bar::Rivals {
            by: by.iter().map(|one| snapshot.courses[one.0 as usize].batch.code.clone()).collect(),
        },
        Barrier::QuotaShort { at_least, .. } => Bar::TooFew { minimum: i64::from(*at_least) },
    };
    let mut bars: Vec<Bar> = barriers.iter().map(bar).collect();
    // Two people to be kept apart from say no more than one.
    bars.dedup();
    bars
}
