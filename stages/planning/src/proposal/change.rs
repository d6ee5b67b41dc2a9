// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A draft changed by hand: a session moved, a seat given or taken, two seats exchanged. What comes of it is judged like any other.

use std::collections::BTreeSet;

use desk::Say;
use kernel::day::{self, Day};
use kernel::id::{BatchId, FacilityId, InstructorId, PersonId};
use kernel::zone::Minute;
use serde::{Deserialize, Serialize};

use super::draft::{Draft, DraftSlot};
use super::retell::retell;
use super::snapshot::Snapshot;

/// What somebody wants changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The session of a batch that begins then goes elsewhere; it stays as long as it was.
    Session {
        batch: BatchId,
        at: (Day, Minute),
        to: Spot,
    },
    /// A seat in a batch, or none.
    Seat {
        person: PersonId,
        batch: Option<BatchId>,
    },
    Exchange {
        one: PersonId,
        other: PersonId,
    },
}

/// When a session begins, where, and who teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub day: Day,
    pub starts: Minute,
    pub facility: FacilityId,
    pub instructor: InstructorId,
}

/// What was changed, as it is kept beside the proposal: by codes, and people only by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub what: What,
    pub person: Option<PersonId>,
    pub other: Option<PersonId>,
}

/// Codes of batch, module, room and instructor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum What {
    Session { batch: String, module: String, from: SpotText, to: SpotText },
    Seat { from: Option<String>, to: Option<String> },
    Exchange { one: Option<String>, other: Option<String> },
}

/// A spot as it is written down: `day` dd-mm-yyyy, `starts` hh.mm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpotText {
    pub day: String,
    pub starts: String,
    pub room: String,
    pub instructor: String,
}

impl Changed {
    /// The sentence; `name` gives the name of a person.
    pub fn say(&self, name: impl Fn(PersonId) -> String) -> Say {
        let named = |person: Option<PersonId>| person.map(&name).unwrap_or_default();
        match &self.what {
            What::Session { batch, module, from, to } => Say::new("proposal-changed-session")
                .with("batch", batch)
                .with("module", module)
                .with("from", from.line())
                .with("to", to.line()),
            What::Seat { from: None, to: Some(to) } => {
                Say::new("proposal-changed-given").with("person", named(self.person)).with("to", to)
            }
            What::Seat { from, to: None } => Say::new("proposal-changed-taken")
                .with("person", named(self.person))
                .with("from", from.clone().unwrap_or_default()),
            What::Seat { from: Some(from), to: Some(to) } => Say::new("proposal-changed-seat")
                .with("person", named(self.person))
                .with("from", from)
                .with("to", to),
            What::Exchange { .. } => Say::new("proposal-changed-exchange")
                .with("person", named(self.person))
                .with("other", named(self.other)),
        }
    }
}

impl SpotText {
    fn line(&self) -> String {
        format!("{} {}, {}, {}", self.day, self.starts, self.room, self.instructor)
    }
}

/// A draft after its changes, and what they were; a change that leaves everything as it is stands among neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    pub draft: Draft,
    pub changed: Vec<Changed>,
}

/// Makes the changes, whatever they break.
///
/// # Shape
/// The points are counted anew. The bound is that of the draft it comes from: the facts are the same. Reasons that were found
/// for other seats are said anew, as far as they still hold.
pub fn apply(snapshot: &Snapshot, draft: &Draft, changes: &[Change]) -> Applied {
    let mut after = draft.clone();
    let mut changed = Vec::new();
    let mut moved: BTreeSet<PersonId> = BTreeSet::new();
    for change in changes {
        let done = match *change {
            Change::Session { batch, at, to } => move_session(snapshot, &mut after, (batch, at), to),
            Change::Seat { person, batch } => {
                moved.insert(person);
                give_seat(snapshot, &mut after, person, batch)
            }
            Change::Exchange { one, other } => {
                moved.extend([one, other]);
                exchange(snapshot, &mut after, one, other)
            }
        };
        changed.extend(done);
    }
    after.slots.sort_by_key(|slot| (slot.batch, slot.day, slot.starts));
    if seats(draft) != seats(&after) {
        retell(snapshot, draft, &mut after, &moved);
        after.value = points(snapshot, &after);
        // Where staying counted, the bound did as well; more points than it says are no contradiction.
        after.bound = after.bound.max(after.value);
    }
    Applied { draft: after, changed }
}

fn seats(draft: &Draft) -> Vec<Option<BatchId>> {
    draft.verdicts.iter().map(|verdict| verdict.batch).collect()
}

/// What the ranking gives the people seated, where they sit.
fn points(snapshot: &Snapshot, draft: &Draft) -> i64 {
    let seated = draft.verdicts.iter().filter_map(|verdict| Some((verdict.person, verdict.batch?)));
    seated.map(|(person, batch)| snapshot.points(person, batch)).sum()
}

fn move_session(
    snapshot: &Snapshot,
    draft: &mut Draft,
    (batch, (day, starts)): (BatchId, (Day, Minute)),
    to: Spot,
) -> Option<Changed> {
    let slot =
        draft.slots.iter_mut().find(|slot| (slot.batch, slot.day, slot.starts) == (batch, day, starts));
    let slot = slot?;
    let before = slot.clone();
    slot.day = to.day;
    slot.ends = Minute(to.starts.0.saturating_add(before.ends.0 - before.starts.0));
    (slot.starts, slot.facility, slot.instructor) = (to.starts, to.facility, to.instructor);
    if *slot == before {
        return None;
    }
    let course = snapshot.courses.iter().find(|course| course.batch.id == batch)?;
    let module = course.modules.iter().find(|module| module.id == before.module);
    let what = What::Session {
        batch: course.batch.code.clone(),
        module: module.map(|module| module.code.clone()).unwrap_or_default(),
        from: text(snapshot, &before),
        to: text(snapshot, slot),
    };
    Some(Changed { what, person: None, other: None })
}

fn text(snapshot: &Snapshot, slot: &DraftSlot) -> SpotText {
    let room = snapshot.rooms.iter().find(|room| room.id == slot.facility);
    let mut staff = snapshot.courses.iter().flat_map(|course| &course.instructors);
    let teacher = staff.find(|(one, _)| one.id == slot.instructor);
    SpotText {
        day: day::short(slot.day),
        starts: slot.starts.to_string(),
        room: room.map(|room| room.code.clone()).unwrap_or_default(),
        instructor: teacher.map(|(one, _)| one.code.clone()).unwrap_or_default(),
    }
}

fn code(snapshot: &Snapshot, batch: Option<BatchId>) -> Option<String> {
    let course = snapshot.courses.iter().find(|course| Some(course.batch.id) == batch);
    course.map(|course| course.batch.code.clone())
}

/// Answers where the person sat before.
fn seat(draft: &mut Draft, person: PersonId, batch: Option<BatchId>) -> Option<BatchId> {
    let verdict = draft.verdicts.iter_mut().find(|verdict| verdict.person == person)?;
    let before = verdict.batch;
    verdict.batch = batch;
    if batch.is_some() {
        // Who sits waits for no other seat.
        draft.batches.iter_mut().for_each(|one| one.reserves.retain(|waiting| *waiting != person));
    }
    before
}

fn give_seat(
    snapshot: &Snapshot,
    draft: &mut Draft,
    person: PersonId,
    batch: Option<BatchId>,
) -> Option<Changed> {
    let before = seat(draft, person, batch);
    let what = What::Seat { from: code(snapshot, before), to: code(snapshot, batch) };
    (before != batch).then_some(Changed { what, person: Some(person), other: None })
}

fn exchange(snapshot: &Snapshot, draft: &mut Draft, one: PersonId, other: PersonId) -> Option<Changed> {
    let sits = |draft: &Draft, person| {
        draft.verdicts.iter().find(|verdict| verdict.person == person).and_then(|verdict| verdict.batch)
    };
    let (first, second) = (sits(draft, one), sits(draft, other));
    seat(draft, one, second);
    seat(draft, other, first);
    let what = What::Exchange { one: code(snapshot, second), other: code(snapshot, first) };
    (first != second).then_some(Changed { what, person: Some(one), other: Some(other) })
}
