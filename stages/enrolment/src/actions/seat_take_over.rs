// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The head lets somebody who began elsewhere go on in a running batch, on what was earned there.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::day::{self, Day};
use kernel::id::PersonId;
use people::facts::PersonFact;
use programme::facts::BatchFact;
use serde_json::json;

use super::batch_named;
use crate::facts::{self, SeatFact, SeatState};
use crate::state::{GoingOn, decide_take_over, free_number};
use crate::store::{self, NewTakeOver};

/// `source` is the code of the batch that was left; without it, the one left last.
pub const TAKE_OVER: Action = Action {
    name: "seat take-over",
    path: "/batches/{batch}/take-over",
    act: Act::SeatTakeOver,
    room: "enrolment",
    fields: &[
        Field::path("batch"),
        Field::required("person", Kind::Pick(people::facts::pick_people)),
        Field::optional("source", Kind::Text),
        Field::required("day", Kind::Day),
        Field::required("decision", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::SeatTakeOver, &batch.target())?;
    let prepared = Prepared::about(&batch.title, format!("/batches/{}/seats", batch.code));
    Ok(prepared.filled("day", day::short(desk.today())).filled("person", form.text("person")))
}

struct Asked {
    source: Option<String>,
    day: Day,
    decision: String,
}

fn parse(desk: &Desk, form: &Form) -> Result<Asked, Halt> {
    let mut reading = form.read();
    reading.text("person");
    let asked = Asked {
        source: reading.optional_text("source"),
        day: reading.day("day"),
        decision: reading.text("decision"),
    };
    if asked.day > desk.today() {
        reading.problem("day", Say::new("problem-seat-future"));
    }
    reading.done()?;
    Ok(asked)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let asked = parse(desk, form)?;
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::SeatTakeOver, &batch.target())?;
    let person = people::facts::resolve(desk, form.text("person")).await?;
    let mut work = desk.begin("seat take-over").await?;
    let (number, source) = take_over(&mut work, &batch, &person, &asked).await?;
    let say = Say::new("seat-taken-over")
        .with("name", &person.name)
        .with("number", number)
        .with("batch", &batch.code)
        .with("source", source.code);
    work.commit(Done::new(format!("/batches/{}/seats", batch.code), say)).await
}

/// Everything is read again behind the intake's lock; the table's own refusal is the last guard.
async fn take_over(
    work: &mut Work<'_>,
    batch: &BatchFact,
    person: &PersonFact,
    asked: &Asked,
) -> Result<(i64, BatchFact), Halt> {
    if !store::lock_intake(&work.tx, batch.id).await? {
        return Err(Refusal::new("ENRL-03").into());
    }
    let seats = facts::seats(&work.tx, batch.id).await?;
    let taken: Vec<i64> = seats.iter().filter_map(|seat| seat.number).collect();
    let source = left_seat(work, batch, person.id, asked.source.as_deref()).await?;
    let is_used = match &source {
        Some((seat, _)) => facts::is_taken_over(&work.tx, seat.id).await?,
        None => false,
    };
    let elsewhere = store::seated_elsewhere(&work.tx, batch.id, (batch.starts_on, batch.ends_on)).await?;
    let here = facts::seat_of(&work.tx, batch.id, person.id).await?;
    let stays = people::facts::episodes(&work.tx, person.id).await?;
    let going_on = GoingOn {
        is_held: stays.iter().any(|stay| stay.ended_on.is_none() && stay.office == batch.host),
        here: here.map(|seat| seat.state),
        source: source.as_ref().map(|(seat, _)| seat.state),
        is_used,
        free_number: free_number(batch.seats, &taken),
        elsewhere: elsewhere.get(&person.id).map(String::as_str),
    };
    let number = decide_take_over(&going_on)?;
    let Some((seat, from)) = source else { return Err(Refusal::new("ENRL-19").into()) };
    let new = NewTakeOver {
        id: work.desk.fresh_id(),
        batch: batch.id,
        seats: batch.seats,
        person: person.id,
        number,
        day: asked.day,
        source: seat.id,
        decision: &asked.decision,
        by: &work.desk.actor.name,
    };
    store::take_over(&work.tx, &new).await.map_err(refused)?;
    let content = json!({
        "batch": batch.code, "source": from.code, "number": number, "day": asked.day.to_string(),
        "decision": asked.decision,
    });
    let event = Event::new("SeatTakenOver", Object::new("person", person.id.0), content)
        .about("batch", batch.id.0)
        .about("batch", from.id.0);
    work.record(event).await?;
    Ok((number, from))
}

/// The seat to go on from: in the batch named, or the one left last.
async fn left_seat(
    work: &Work<'_>,
    batch: &BatchFact,
    person: PersonId,
    named: Option<&str>,
) -> Result<Option<(SeatFact, BatchFact)>, Halt> {
    let mut seats = facts::seats_of_person(&work.tx, person).await?;
    seats.retain(|seat| seat.batch != batch.id);
    if named.is_none() {
        seats.retain(|seat| seat.state == SeatState::Left);
    }
    seats.sort_by_key(|seat| std::cmp::Reverse(seat.left_on));
    for seat in seats {
        let Some(from) = programme::facts::batch(&work.tx, seat.batch).await? else { continue };
        if named.is_none_or(|code| code == from.code) {
            return Ok(Some((seat, from)));
        }
    }
    match named {
        Some(code) => Err(Halt::field("source", Say::new("problem-unknown").with("text", code))),
        None => Ok(None),
    }
}

fn refused(error: ::store::DbErr) -> Halt {
    let Some(violation) = ::store::violation(&error) else { return error.into() };
    if store::is_seat_number_taken(&error) {
        return Refusal::new("ENRL-12").into();
    }
    if violation.is("seat_person", "seat.batch_id, seat.person_id") {
        return Refusal::new("ENRL-18").into();
    }
    if violation.is("seat_take_over_source", "seat_take_over.source_seat_id") {
        return Refusal::new("ENRL-19").into();
    }
    error.into()
}
