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

/// What it is worth that somebody keeps the seat of the plan in force.
///
/// # Source
/// Product decision: less than a step in what a person brings, more than any order of rank; people are told a seat once.
const STAY_POINTS: i64 = 5;

/// The engine's unit: a point of the ranking is worth more than the order of rank of everybody together, so that the most
/// points are found first and the order of rank decides between equals only.
#[derive(Debug, Clone, Copy)]
struct Worth {
    point: i64,
    /// Ranks from here on count alike.
    depth: i64,
}

impl Worth {
    fn of(snapshot: &Snapshot) -> Self {
        let ranked = || snapshot.courses.iter().flat_map(|course| &course.ranked);
        let people = i64::try_from(snapshot.people.len()).unwrap_or(i64::MAX).max(1);
        let most = ranked().map(|ranked| ranked.points).max().unwrap_or(0).max(STAY_POINTS);
        // The most that a point may be worth, so that all points of one seat, and the bonus for staying, fit the engine.
        let highest = i64::from(placement::MAX_VALUE) / (most + 1);
        let deepest = ranked().map(|ranked| ranked.rank + 1).max().unwrap_or(1);
        let depth = deepest.clamp(1, ((highest - 1) / people).max(1));
        Self { point: (people * depth + 1).min(highest), depth }
    }

    fn of_seat(self, points: i64, rank: i64) -> i64 {
        points.max(0) * self.point + (self.depth - rank).clamp(1, self.depth)
    }
}

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
    unit: Worth,
) -> Result<Problem, Halt> {
    let mut edges = Edges::of(index(snapshot.people.len())?);
    for (place, course) in snapshot.courses.iter().enumerate() {
        for ranked in &course.ranked {
            let person = snapshot.place_of(ranked.person).context("everyone ranked is among the people")?;
            let worth = i32::try_from(unit.of_seat(ranked.points, ranked.rank)).context("few points")?;
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
        problem.stay_bonus = i32::try_from(STAY_POINTS * unit.point).context("few points")?;
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
    let unit = Worth::of(snapshot);
    let problem = problem(snapshot, cuts, present, unit)?;
    let effort = Effort { stop, ..Effort::default() };
    let plan: Plan = solve(&problem, &effort).map_err(refused)?;
    let value = points_of(snapshot, &plan);
    let mut placed = Placed {
        verdicts: Vec::new(),
        seated: vec![Vec::new(); snapshot.courses.len()],
        reserves: plan.reserves.iter().map(|list| list.iter().map(|one| one.0 as usize).collect()).collect(),
        value,
        // What is left to gain, in whole points: a gain in the order of rank alone is none.
        bound: value + (plan.bound - plan.value) / unit.point,
    };
    let mut standing = Standing::of(&problem, plan, effort).map_err(refused)?;
    for (place, person) in snapshot.people.iter().enumerate() {
        let told = standing.explain(PersonIndex(index(place)?)).map_err(refused)?;
        let seat = standing.plan().seat(PersonIndex(index(place)?));
        if let Some(batch) = seat {
            placed.seated[batch.0 as usize].push(place);
        }
        let batch = seat.map(|batch| snapshot.courses[batch.0 as usize].batch.id);
        let why = Told { snapshot, plan: standing.plan(), unit, person: place }.why(told);
        placed.verdicts.push(Verdict { person: *person, batch, why });
    }
    Ok(placed)
}

/// What the ranking gave the people seated, in the batches where they sit.
fn points_of(snapshot: &Snapshot, plan: &Plan) -> i64 {
    let seats = snapshot.people.iter().zip(&plan.seats);
    seats.filter_map(|(person, seat)| Some(points(snapshot, *person, (*seat)?))).sum()
}

fn points(snapshot: &Snapshot, person: PersonId, batch: BatchIndex) -> i64 {
    let ranked = &snapshot.courses[batch.0 as usize].ranked;
    ranked.iter().find(|ranked| ranked.person == person).map_or(0, |ranked| ranked.points)
}

/// One person in a plan, about whom the engine has told something.
struct Told<'a> {
    snapshot: &'a Snapshot,
    plan: &'a Plan,
    unit: Worth,
    person: usize,
}

impl Told<'_> {
    fn code(&self, batch: BatchIndex) -> String {
        self.snapshot.courses[batch.0 as usize].batch.code.clone()
    }

    fn points(&self, batch: BatchIndex) -> i64 {
        points(self.snapshot, self.snapshot.people[self.person], batch)
    }

    /// The full batch that suits this person best, where it suits better than the one given: the question that a person
    /// seated in the lesser of two asks first.
    fn better(&self, than: BatchIndex) -> Option<BatchIndex> {
        let person = self.snapshot.people[self.person];
        let is_full = |place: usize, course: &super::Course| {
            let seated = self.plan.seats.iter().flatten().filter(|seat| seat.0 as usize == place).count();
            i64::try_from(seated).is_ok_and(|seated| seated >= course.batch.seats)
        };
        let courses = self.snapshot.courses.iter().enumerate();
        let full = courses.filter(|(place, course)| is_full(*place, course));
        let hers = full.filter(|(_, course)| course.ranked.iter().any(|ranked| ranked.person == person));
        let all = hers.filter_map(|(place, _)| u32::try_from(place).ok().map(BatchIndex));
        let best = all.max_by_key(|batch| (self.points(*batch), std::cmp::Reverse(*batch)))?;
        (self.points(best) > self.points(than)).then_some(best)
    }

    fn why(&self, told: placement::Verdict) -> Why {
        match told {
            placement::Verdict::Seated { batch, otherwise, .. } => self.why_here(batch, otherwise),
            placement::Verdict::Refused(Refusal::KeptOut { batch, barriers, displacement, .. }) => {
                Why::KeptOut {
                    batch: self.code(batch),
                    points: self.points(batch),
                    bars: bars(self.snapshot, batch, &barriers),
                    // Below a point only the order of rank counts; the sentence says so.
                    loss: displacement.map(|displacement| displacement.cost / self.unit.point),
                }
            }
            placement::Verdict::Refused(Refusal::NoEligibleBatch) | placement::Verdict::Withdrawn => {
                Why::NoBatch
            }
        }
    }

    fn why_here(&self, seat: BatchIndex, otherwise: Option<placement::Alternative>) -> Why {
        let (batch, points) = (self.code(seat), self.points(seat));
        if let Some(better) = self.better(seat) {
            return Why::LesserSeat {
                batch,
                points,
                other: self.code(better),
                other_points: self.points(better),
            };
        }
        match otherwise.map(|alternative| alternative.batch) {
            None => Why::Seat { batch, points },
            Some(None) => Why::OnlySeat { batch, points },
            Some(Some(other)) => {
                Why::BestSeat { batch, points, other: self.code(other), other_points: self.points(other) }
            }
        }
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
