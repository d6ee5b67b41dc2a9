// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The form of a change by hand: what can be picked, and what was meant.

use desk::{Choice, Desk, Form, Halt, Reading, Say};
use kernel::day;
use kernel::id::{BatchId, PersonId};
use kernel::zone::Minute;

use super::proposal_change::changeable;
use crate::proposal::{self, Change, Draft, DraftSlot, Snapshot, Spot};

/// The batch of whoever is to have no seat.
const NO_SEAT: &str = "-";

/// The draft that the address names, for its choices.
async fn draft(desk: &Desk, form: &Form) -> Result<Draft, Halt> {
    let made = changeable(desk, form).await?;
    Ok(proposal::read_draft(desk.house.db.read(), &made).await?)
}

/// The sessions by batch and time.
pub(super) async fn sessions(desk: &Desk, form: &Form) -> Result<Vec<Choice>, Halt> {
    let draft = draft(desk, form).await?;
    let mut choices = Vec::new();
    for one in &draft.batches {
        let batch = batch(desk, one.batch).await?;
        let modules = programme::facts::modules(desk.house.db.read(), batch.programme.id).await?;
        for slot in draft.slots.iter().filter(|slot| slot.batch == one.batch) {
            let module = modules.iter().find(|module| module.id == slot.module);
            let module = module.map(|module| module.code.as_str()).unwrap_or_default();
            let value = proposal::slot_name(&batch.code, slot);
            choices.push(Choice { label: format!("{value} {module}"), value });
        }
    }
    Ok(choices)
}

async fn batch(desk: &Desk, id: BatchId) -> Result<programme::facts::BatchFact, Halt> {
    programme::facts::batch(desk.house.db.read(), id).await?.ok_or(Halt::Missing)
}

/// The rooms of the office.
pub(super) async fn rooms(desk: &Desk, form: &Form) -> Result<Vec<Choice>, Halt> {
    let made = changeable(desk, form).await?;
    let rooms = programme::facts::facilities_of_host(desk.house.db.read(), made.host).await?;
    Ok(rooms.into_iter().map(|room| Choice { value: room.code, label: room.name }).collect())
}

/// The instructors of all batches of the proposal, each once.
pub(super) async fn instructors(desk: &Desk, form: &Form) -> Result<Vec<Choice>, Halt> {
    let draft = draft(desk, form).await?;
    let mut choices: Vec<Choice> = Vec::new();
    for one in &draft.batches {
        for teacher in programme::facts::instructors_of_batch(desk.house.db.read(), one.batch).await? {
            if !choices.iter().any(|known| known.value == teacher.code) {
                choices.push(Choice { value: teacher.code, label: teacher.name });
            }
        }
    }
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(choices)
}

/// Everyone of the proposal by name, each with the batch of her seat.
pub(super) async fn people(desk: &Desk, form: &Form) -> Result<Vec<Choice>, Halt> {
    let draft = draft(desk, form).await?;
    let mut codes = Vec::new();
    for one in &draft.batches {
        codes.push((one.batch, batch(desk, one.batch).await?.code));
    }
    let ids: Vec<PersonId> = draft.verdicts.iter().map(|verdict| verdict.person).collect();
    let found = people::facts::persons(desk.house.db.read(), &ids).await?;
    let none = desk.teller().say("proposal-no-seat");
    let choice = |person: people::facts::PersonFact| {
        let verdict = draft.verdicts.iter().find(|verdict| verdict.person == person.id);
        let batch = verdict.and_then(|verdict| verdict.batch);
        let code = codes.iter().find(|(id, _)| Some(*id) == batch).map_or(&none, |(_, code)| code);
        Choice { value: person.id.to_string(), label: format!("{} ({code})", person.name) }
    };
    let mut choices: Vec<Choice> = found.into_iter().map(choice).collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(choices)
}

/// The batches of the proposal, and none.
pub(super) async fn batches(desk: &Desk, form: &Form) -> Result<Vec<Choice>, Halt> {
    let draft = draft(desk, form).await?;
    let none = Choice { value: NO_SEAT.to_owned(), label: desk.teller().say("proposal-no-seat") };
    let mut choices = vec![none];
    for one in &draft.batches {
        let batch = batch(desk, one.batch).await?;
        choices.push(Choice { label: format!("{} ({})", batch.title, batch.code), value: batch.code });
    }
    Ok(choices)
}

/// What was meant, with every problem at once.
pub(super) fn parse(form: &Form, snapshot: &Snapshot, draft: &Draft) -> Result<Vec<Change>, Halt> {
    let mut reading = form.read();
    let mut changes = Vec::new();
    changes.extend(session(form, &mut reading, snapshot, draft));
    changes.extend(seat(form, &mut reading, snapshot));
    let is_empty = ["session", "person"].iter().all(|name| form.text(name).is_empty());
    if is_empty {
        reading.problem("session", "problem-proposal-nothing");
    }
    reading.done()?;
    Ok(changes)
}

/// What stays empty stays as it is.
fn session(form: &Form, reading: &mut Reading<'_>, snapshot: &Snapshot, draft: &Draft) -> Option<Change> {
    let text = form.text("session");
    if text.is_empty() {
        let is_lone =
            ["day", "starts", "facility", "instructor"].iter().any(|name| !form.text(name).is_empty());
        if is_lone {
            reading.problem("session", "problem-proposal-which-session");
        }
        return None;
    }
    let Some(slot) = slot(snapshot, draft, text) else {
        reading.problem("session", Say::new("problem-proposal-session").with("text", text));
        return None;
    };
    let day = reading.optional_day("day").unwrap_or(slot.day);
    let starts = if form.text("starts").is_empty() { slot.starts } else { reading.minute("starts") };
    if starts.0 + (slot.ends.0 - slot.starts.0) > 24 * 60 {
        reading.problem("starts", "problem-proposal-midnight");
    }
    let facility = reading.optional_code("facility", |code| {
        snapshot.rooms.iter().find(|room| room.code == code).map(|room| room.id)
    });
    let course = snapshot.courses.iter().find(|course| course.batch.id == slot.batch)?;
    let named = form.text("instructor");
    let known = course.instructors.iter().find(|(one, _)| one.code == named);
    if known.is_none() && !named.is_empty() {
        let say = Say::new("problem-proposal-instructor").with("text", named);
        reading.problem("instructor", say.with("batch", &course.batch.code));
    }
    let to = Spot {
        day,
        starts,
        facility: facility.unwrap_or(slot.facility),
        instructor: known.map_or(slot.instructor, |(one, _)| one.id),
    };
    Some(Change::Session { batch: slot.batch, at: (slot.day, slot.starts), to })
}

/// The session that is named by batch, day and start.
fn slot<'d>(snapshot: &Snapshot, draft: &'d Draft, text: &str) -> Option<&'d DraftSlot> {
    let mut parts = text.split_whitespace();
    let (batch, day, starts) = (parts.next()?, parts.next()?, parts.next()?);
    let batch = snapshot.courses.iter().find(|course| course.batch.code == batch)?.batch.id;
    let (day, starts) = (day::parse(day).ok()?, Minute::parse(starts).ok()?);
    draft.slots.iter().find(|slot| (slot.batch, slot.day, slot.starts) == (batch, day, starts))
}

fn seat(form: &Form, reading: &mut Reading<'_>, snapshot: &Snapshot) -> Option<Change> {
    let known = |code: &str| code.parse::<PersonId>().ok().filter(|id| snapshot.place_of(*id).is_some());
    let person = reading.optional_code("person", known);
    let other = reading.optional_code("other", known);
    let batch = reading.optional_code("batch", |code| {
        let course = snapshot.courses.iter().find(|course| course.batch.code == code);
        if code == NO_SEAT { Some(None) } else { course.map(|course| Some(course.batch.id)) }
    });
    let is_named = |name| !form.text(name).is_empty();
    match (is_named("person"), is_named("batch"), is_named("other")) {
        (false, false, false) => None,
        (false, _, _) => {
            reading.problem("person", "problem-proposal-which-person");
            None
        }
        (true, false, false) => {
            reading.problem("batch", "problem-proposal-which-seat");
            None
        }
        (true, true, true) => {
            reading.problem("other", "problem-proposal-one-way");
            None
        }
        (true, true, false) => Some(Change::Seat { person: person?, batch: batch? }),
        (true, false, true) => Some(Change::Exchange { one: person?, other: other? }),
    }
}
