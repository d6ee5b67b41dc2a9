// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The hearing (sidang TPP) about a batch: who sat, and what was recommended for each person.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::Day;
use programme::facts::BatchFact;
use serde_json::json;

use super::{batch_named, exceptions};
use crate::rules::{Ranked, Recommendation, Vote, recommend};
use crate::state::{IntakeCommand, decide};
use crate::store::{self, HearingFact, HearingKind};

pub const RECORD: Action = Action {
    name: "hearing record",
    path: "/batches/{batch}/hearings/new",
    act: Act::HearingRecord,
    room: "enrolment",
    fields: &[
        Field::path("batch"),
        Field::required("code", Kind::Text),
        Field::required("day", Kind::Day),
        Field::required("chair", Kind::Text),
        Field::required("members", Kind::Long),
        Field::optional("exceptions", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::HearingRecord, &batch.target())?;
    Ok(Prepared::about(
        format!("{} · {}", batch.code, batch.title),
        format!("/batches/{}/applicants", batch.code),
    ))
}

struct Command {
    code: String,
    day: Day,
    chair: String,
    members: String,
    exceptions: Vec<Vec<String>>,
}

fn parse(form: &Form) -> Result<Command, Halt> {
    let mut reading = form.read();
    let code = reading.text("code");
    if !is_code(&code) && !code.is_empty() {
        reading.problem("code", Say::new("problem-hearing-code").with("text", &code));
    }
    let day = reading.day("day");
    let chair = reading.text("chair");
    // A command has no lines of its own, so a semicolon also ends a name.
    let members = reading
        .text("members")
        .split([';', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    let exceptions = reading.lines("exceptions");
    reading.done()?;
    Ok(Command { code, day, chair, members, exceptions })
}

fn is_code(text: &str) -> bool {
    text.chars().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '-')
        && text.len() <= 40
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let command = parse(form)?;
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::HearingRecord, &batch.target())?;
    let before = store::intake(desk.house.db.read(), batch.id).await?;
    let has_board = super::has_board(desk.house.db.read(), &batch).await?;
    decide(before.state, &before.facts(desk.today(), has_board), IntakeCommand::Hear { on: command.day })?;
    let exceptions = exceptions::read(desk, &command.exceptions).await?;
    let mut work = desk.begin("hearing record").await?;
    let votes = recommend(&ranked(&work.tx, &batch).await?, batch.seats, batch.reserves, &exceptions)?;
    let hearing = HearingFact {
        id: desk.fresh_id(),
        code: command.code,
        batch: batch.id,
        held_on: command.day,
        chair: command.chair,
        members: command.members,
        kind: HearingKind::Board,
    };
    store::keep_hearing(&work.tx, &hearing, &votes).await.map_err(|error| taken(error, &hearing.code))?;
    if !store::hear(&work.tx, batch.id, hearing.id).await? {
        return Err(Refusal::new("ENRL-04").into());
    }
    work.record(event(&hearing, &votes)).await?;
    let say = Say::new("hearing-recorded")
        .with("seats", count(&votes, Recommendation::Seat))
        .with("reserves", count(&votes, Recommendation::Reserve))
        .with("waiting", count(&votes, Recommendation::Wait));
    work.commit(Done::new(format!("/hearings/{}", hearing.code), say)).await
}

/// The eligible in their order, read inside the transaction that uses it.
pub(super) async fn ranked(
    tx: &::store::DatabaseTransaction,
    batch: &BatchFact,
) -> Result<Vec<Ranked>, Halt> {
    let eligible = store::applicants(tx, batch.id).await?.into_iter().filter(|row| row.eligible);
    Ok(eligible.map(|row| Ranked { person: row.person }).collect())
}

fn count(votes: &[Vote], wanted: Recommendation) -> usize {
    votes.iter().filter(|vote| vote.recommendation == wanted).count()
}

fn event(hearing: &HearingFact, votes: &[Vote]) -> Event {
    let content = json!({
        "code": hearing.code, "day": hearing.held_on.to_string(),
        "seats": count(votes, Recommendation::Seat), "reserves": count(votes, Recommendation::Reserve),
    });
    Event::new("HearingRecorded", Object::new("hearing", hearing.id.0), content)
        .about("batch", hearing.batch.0)
}

fn taken(error: ::store::DbErr, code: &str) -> Halt {
    match ::store::violation(&error) {
        Some(violation) if violation.is("hearing_code", "hearing.code") => {
            Halt::field("code", Say::new("problem-taken").with("text", code))
        }
        _ => error.into(),
    }
}
