// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The decree of the head of the office: what the hearing recommended becomes seats and reserve places.

use std::collections::HashSet;

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::day::Day;
use kernel::id::HearingId;
use programme::facts::BatchFact;
use serde_json::json;

use super::batch_named;
use crate::state::{IntakeCommand, SeatState, decide};
use crate::store::{self, NewDecree, NewSeat, VoteFact};

pub const ISSUE: Action = Action {
    name: "decree issue",
    path: "/batches/{batch}/decree",
    act: Act::DecreeIssue,
    room: "enrolment",
    fields: &[
        Field::path("batch"),
        Field::required("number", Kind::Text),
        Field::required("day", Kind::Day),
        Field::required("signer", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::DecreeIssue, &batch.target())?;
    let prepared = Prepared::about(
        format!("{} · {}", batch.code, batch.title),
        format!("/batches/{}/applicants", batch.code),
    );
    Ok(prepared.filled("signer", &desk.actor.name))
}

fn parse(form: &Form) -> Result<(String, Day, String), Halt> {
    let mut reading = form.read();
    let command = (reading.text("number"), reading.day("day"), reading.text("signer"));
    reading.done()?;
    Ok(command)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (number, day, signer) = parse(form)?;
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::DecreeIssue, &batch.target())?;
    let before = store::intake(desk.house.db.read(), batch.id).await?;
    let has_board = super::has_board(desk.house.db.read(), &batch).await?;
    decide(before.state, &before.facts(desk.today(), has_board), IntakeCommand::Decree { on: day })?;
    let hearing = before.hearing.ok_or_else(|| Refusal::new("ENRL-03"))?;
    let decree = NewDecree {
        id: desk.dice.ordered_id(desk.now),
        batch: batch.id,
        hearing,
        office: batch.host,
        number,
        day,
        signer,
    };
    let mut work = desk.begin("decree issue").await?;
    if !store::decree(&work.tx, &decree).await.map_err(|error| refused(error, &decree.number))? {
        return Err(Refusal::new("ENRL-04").into());
    }
    let seats = seats(&work, &batch, hearing).await?;
    store::seat_people(&work.tx, &decree, batch.seats, &seats)
        .await
        .map_err(|error| refused(error, &decree.number))?;
    work.record(event(&batch, &decree, &seats)).await?;
    let seated = seats.iter().filter(|seat| seat.state == SeatState::Seated).count();
    let say = Say::new("decree-issued")
        .with("number", &decree.number)
        .with("seated", seated)
        .with("reserves", seats.len() - seated);
    work.commit(Done::new(format!("/batches/{}/seats", batch.code), say)).await
}

/// The recommended, if each of them can still come: held at the host and not seated elsewhere since the hearing.
pub(super) async fn seats(
    work: &Work<'_>,
    batch: &BatchFact,
    hearing: HearingId,
) -> Result<Vec<NewSeat>, Halt> {
    let votes = store::votes(&work.tx, hearing).await?;
    let elsewhere = store::seated_elsewhere(&work.tx, batch.id, (batch.starts_on, batch.ends_on)).await?;
    let held: HashSet<_> = people::facts::held_at(&work.tx, batch.host)
        .await?
        .into_iter()
        .map(|(person, _)| person.id)
        .collect();
    let (mut seats, mut gone) = (Vec::new(), Vec::new());
    for VoteFact { name, vote } in votes {
        let Some(state) = vote.recommendation.seat() else { continue };
        match elsewhere.get(&vote.person) {
            Some(code) => gone.push(Say::new("decree-person-seated").with("name", name).with("batch", code)),
            None if !held.contains(&vote.person) => {
                gone.push(Say::new("decree-person-gone").with("name", name))
            }
            None => seats.push(NewSeat {
                id: work.desk.fresh_id(),
                person: vote.person,
                state,
                position: vote.position,
            }),
        }
    }
    if gone.is_empty() { Ok(seats) } else { Err(Refusal::new("ENRL-08").because(gone).into()) }
}

/// Everyone who gets a seat or a reserve place finds the decree on their own timeline.
pub(super) fn event(batch: &BatchFact, decree: &NewDecree, seats: &[NewSeat]) -> Event {
    let seated = seats.iter().filter(|seat| seat.state == SeatState::Seated).count();
    let content = json!({
        "number": decree.number, "day": decree.day.to_string(), "batch": batch.code,
        "seated": seated, "reserves": seats.len() - seated,
    });
    let event = Event::new("DecreeIssued", Object::new("batch", batch.id.0), content);
    seats.iter().fold(event, |event, seat| event.about("person", seat.person.0))
}

pub(super) fn refused(error: ::store::DbErr, number: &str) -> Halt {
    let Some(violation) = ::store::violation(&error) else { return error.into() };
    if violation.is("decree_number", "decree.office_id") {
        return Halt::field("number", Say::new("problem-taken").with("text", number));
    }
    if violation.is("decree_batch", "decree.batch_id") {
        return Refusal::new("ENRL-04").into();
    }
    if violation.name.contains("seat_number") || violation.name.contains("seat_batch") {
        return Refusal::new("ENRL-09").into();
    }
    error.into()
}
