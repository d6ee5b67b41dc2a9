// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A reserve is called into a free seat. Two calls for one free seat: one wins, the other is told so.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::day::Day;
use kernel::id::PersonId;
use programme::facts::BatchFact;
use serde_json::json;

use super::{batch_named, seat_named};
use crate::facts::{self, SeatFact};
use crate::state::{SeatCommand, SeatState, SeatStep, decide_seat, free_number};
use crate::store;

pub const PROMOTE: Action = Action {
    name: "seat promote",
    path: "/batches/{batch}/seats/{person}/promotion",
    act: Act::SeatPromote,
    room: "enrolment",
    fields: &[
        Field::path("batch"),
        Field::path("person"),
        Field::required("day", Kind::Day),
        Field::optional("reason", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::SeatPromote, &batch.target())?;
    let (person, _) = seat_named(desk, form, &batch).await?;
    Ok(Prepared::about(format!("{} · {}", person.name, batch.code), format!("/batches/{}/seats", batch.code)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let day = reading.day("day");
    if day > desk.today() {
        reading.problem("day", Say::new("problem-seat-future"));
    }
    let reason = reading.optional_text("reason").unwrap_or_default();
    reading.done()?;
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::SeatPromote, &batch.target())?;
    let (person, seat) = seat_named(desk, form, &batch).await?;
    let mut work = desk.begin("seat promote").await?;
    let number = promote(&mut work, &batch, (person.id, seat.person), (day, &reason)).await?;
    let say = Say::new("seat-promoted")
        .with("name", &person.name)
        .with("number", number)
        .with("batch", &batch.code);
    work.commit(Done::new(format!("/batches/{}/seats", batch.code), say)).await
}

/// Everything is read again behind the intake's lock; the table's own refusal is the last guard.
async fn promote(
    work: &mut Work<'_>,
    batch: &BatchFact,
    (person, record): (PersonId, PersonId),
    (day, reason): (Day, &str),
) -> Result<i64, Halt> {
    if !store::lock_intake(&work.tx, batch.id).await? {
        return Err(Refusal::new("ENRL-03").into());
    }
    let seats = facts::seats(&work.tx, batch.id).await?;
    let seat = seats.iter().find(|seat| seat.person == record).ok_or(Halt::Missing)?;
    let taken: Vec<i64> = seats.iter().filter_map(|seat| seat.number).collect();
    let command = SeatCommand::Promote {
        free_number: free_number(batch.seats, &taken),
        earlier_reserves: earlier_reserves(&seats, seat),
        has_reason: !reason.is_empty(),
    };
    let number = match decide_seat(seat.state, command)? {
        SeatStep::TakeNumber(number) => number,
        SeatStep::Leave | SeatStep::Return(_) | SeatStep::WaitAgain => {
            return Err(Refusal::new("ENRL-10").into());
        }
    };
    let elsewhere = store::seated_elsewhere(&work.tx, batch.id, (batch.starts_on, batch.ends_on)).await?;
    if let Some(code) = elsewhere.get(&person) {
        return Err(Refusal::new("ENRL-14").with("batch", code).into());
    }
    match store::change_seat(&work.tx, seat, SeatStep::TakeNumber(number), (day, reason)).await {
        Ok(true) => {}
        Ok(false) => return Err(Refusal::new("ENRL-11").into()),
        Err(error) if store::is_seat_number_taken(&error) => return Err(Refusal::new("ENRL-12").into()),
        Err(error) => return Err(error.into()),
    }
    let content = json!({ "batch": batch.code, "number": number, "day": day.to_string(), "reason": reason });
    let event =
        Event::new("SeatPromoted", Object::new("person", record.0), content).about("batch", batch.id.0);
    work.record(event).await?;
    Ok(number)
}

fn earlier_reserves(seats: &[SeatFact], seat: &SeatFact) -> i64 {
    let waiting = seats.iter().filter(|other| other.state == SeatState::Reserve);
    let earlier = waiting.filter(|other| other.reserve_position < seat.reserve_position).count();
    i64::try_from(earlier).unwrap_or(i64::MAX)
}
