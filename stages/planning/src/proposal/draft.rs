// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A whole proposal as a value: seats first, then a timetable for those batches that get people; where two batches cannot both
//! have one, seats are given anew with that known, until both hold.

use std::collections::BTreeMap;

use desk::Halt;
use kernel::day::{self, Day};
use kernel::id::{BatchId, FacilityId, InstructorId, ModuleId, PersonId};
use kernel::zone::Minute;
use uuid::Uuid;

use super::lay::{NoRoom, Open, lay, quick};
use super::place::{Cut, Placed, place};
use super::snapshot::Snapshot;
use super::why::{Waits, Why};
use crate::facts::SlotFact;

/// What the plan says of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub person: PersonId,
    pub batch: Option<BatchId>,
    pub why: Why,
}

/// What the plan says of one batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftBatch {
    pub batch: BatchId,
    pub opens: bool,
    /// Why it has no timetable; empty where it has one, or simply gets too few people.
    pub waits: Vec<Waits>,
    /// In the order in which they are called.
    pub reserves: Vec<PersonId>,
}

/// One proposed session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSlot {
    pub batch: BatchId,
    pub day: Day,
    pub starts: Minute,
    pub ends: Minute,
    pub facility: FacilityId,
    pub instructor: InstructorId,
    pub module: ModuleId,
    pub jp: i64,
}

impl DraftSlot {
    /// As a planned session of the batch.
    pub fn kept(&self, id: Uuid) -> SlotFact {
        SlotFact {
            id,
            batch: self.batch,
            day: self.day,
            starts: self.starts,
            ends: self.ends,
            facility: self.facility,
            instructor: self.instructor,
            module: self.module,
            jp: self.jp,
        }
    }
}

/// How a session is named on a form: batch, day and start.
pub fn slot_name(batch: &str, slot: &DraftSlot) -> String {
    format!("{batch} {} {}", day::short(slot.day), slot.starts)
}

/// Seats and timetable together.
///
/// # Shape
/// `verdicts`: one a person of the snapshot; `batches` in the order of the question; `slots` by batch and time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub verdicts: Vec<Verdict>,
    pub batches: Vec<DraftBatch>,
    pub slots: Vec<DraftSlot>,
    /// Points.
    pub value: i64,
    /// No plan of seats is worth more, given which batches can have a timetable together.
    pub bound: i64,
}

/// Asked between steps with the share of the work that is done; true stops the search.
pub type Watch<'w> = dyn Fn(f64) -> bool + Sync + 'w;

/// Makes a proposal. The same snapshot, seats in force and seed give the same draft.
///
/// # Errors
/// An engine refused its question: a mistake of the program.
pub fn propose(
    snapshot: &Snapshot,
    present: &BTreeMap<PersonId, BatchId>,
    seed: u64,
    watch: &Watch<'_>,
) -> Result<Draft, Halt> {
    let mut cuts: Vec<Cut> = Vec::new();
    let mut waits: BTreeMap<usize, Vec<Waits>> = BTreeMap::new();
    let stop = || watch(0.0);
    loop {
        let placed = place(snapshot, &cuts, present, &stop)?;
        let open = opened(&placed.seated);
        let mut pace = quick();
        let mut watched = |progress: &timetable::Progress| {
            let share = pace(progress);
            watch(share);
            share
        };
        match lay(snapshot, &open, seed, &mut watched) {
            Ok(slots) => return Ok(draft(snapshot, &placed, slots, &waits)),
            Err(no) => {
                let cut = cut(snapshot, &open, seed, &no);
                for batch in no.batches {
                    waits.entry(batch).or_insert_with(|| no.waits.clone());
                }
                cuts.push(cut);
            }
        }
    }
}

/// The batches that get people.
pub(super) fn opened(seated: &[Vec<usize>]) -> Vec<(usize, &[usize])> {
    let open = seated.iter().enumerate().filter(|(_, seated)| !seated.is_empty());
    open.map(|(batch, seated)| (batch, seated.as_slice())).collect()
}

/// What the failed timetable teaches about seats: a batch that has none even alone never opens; otherwise not all of these
/// open together. Each cut rules out the plan it comes from, so the loop ends.
fn cut(snapshot: &Snapshot, open: &Open<'_>, seed: u64, no: &NoRoom) -> Cut {
    for (batch, seated) in open.iter().filter(|(batch, _)| no.batches.contains(batch)) {
        if open.len() == 1 || lay(snapshot, &[(*batch, *seated)], seed, &mut quick()).is_err() {
            return Cut { batches: vec![*batch], at_most: 0 };
        }
    }
    let batches: Vec<usize> = open.iter().map(|(batch, _)| *batch).collect();
    let at_most = u32::try_from(batches.len() - 1).unwrap_or(0);
    Cut { batches, at_most }
}

fn draft(
    snapshot: &Snapshot,
    placed: &Placed,
    slots: Vec<DraftSlot>,
    waits: &BTreeMap<usize, Vec<Waits>>,
) -> Draft {
    let people = |places: &[usize]| places.iter().map(|place| snapshot.people[*place]).collect();
    let batch = |(place, course): (usize, &super::Course)| {
        let opens = !placed.seated[place].is_empty();
        DraftBatch {
            batch: course.batch.id,
            opens,
            waits: if opens { Vec::new() } else { waits.get(&place).cloned().unwrap_or_default() },
            reserves: people(&placed.reserves[place]),
        }
    };
    let mut slots = slots;
    slots.sort_by_key(|slot| (slot.batch, slot.day, slot.starts));
    Draft {
        verdicts: placed.verdicts.clone(),
        batches: snapshot.courses.iter().enumerate().map(batch).collect(),
        slots,
        value: placed.value,
        bound: placed.bound,
    }
}
