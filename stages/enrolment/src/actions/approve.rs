// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A training body or school without a hearing board: its head approves the enrolment list, and the list gives the seats.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::day::{self, Day};
use programme::facts::BatchFact;

use super::decree_issue::{event, refused, seats};
use super::hearing_record::ranked;
use super::{batch_named, exceptions, has_board};
use crate::rules::{Exception, recommend};
use crate::state::{IntakeCommand, SeatState, decide};
use crate::store::{self, HearingFact, HearingKind, NewDecree};

pub const APPROVE: Action = Action {
    name: "enrolment approve",
    path: "/batches/{batch}/enrolment/approval",
    act: Act::EnrolmentApprove,
    room: "enrolment",
    fields: &[
        Field::path("batch"),
        Field::required("number", Kind::Text),
        Field::required("day", Kind::Day),
        Field::required("signer", Kind::Text),
        Field::optional("exceptions", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::EnrolmentApprove, &batch.target())?;
    let prepared = Prepared::about(
        format!("{} · {}", batch.code, batch.title),
        format!("/batches/{}/applicants", batch.code),
    );
    Ok(prepared.filled("signer", &desk.actor.name).filled("day", day::short(desk.today())))
}

struct Command {
    number: String,
    day: Day,
    signer: String,
    exceptions: Vec<Vec<String>>,
}

fn parse(form: &Form) -> Result<Command, Halt> {
    let mut reading = form.read();
    let command = Command {
        number: reading.text("number"),
        day: reading.day("day"),
        signer: reading.text("signer"),
        exceptions: reading.lines("exceptions"),
    };
    reading.done()?;
    Ok(command)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let command = parse(form)?;
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::EnrolmentApprove, &batch.target())?;
    let on = desk.house.db.read();
    let before = store::intake(on, batch.id).await?;
    let facts = before.facts(desk.today(), has_board(on, &batch).await?);
    decide(before.state, &facts, IntakeCommand::Approve { on: command.day })?;
    let exceptions = exceptions::read(desk, &command.exceptions).await?;
    let mut work = desk.begin("enrolment approve").await?;
    let list = keep_list(&work, &batch, &command, &exceptions).await?;
    let decree = NewDecree {
        id: desk.dice.ordered_id(desk.now),
        batch: batch.id,
        hearing: list.id,
        office: batch.host,
        number: command.number,
        day: command.day,
        signer: command.signer,
    };
    if !store::decree(&work.tx, &decree).await.map_err(|error| refused(error, &decree.number))? {
        return Err(Refusal::new("ENRL-04").into());
    }
    let given = seats(&work, &batch, list.id).await?;
    store::seat_people(&work.tx, &decree, batch.seats, &given)
        .await
        .map_err(|error| refused(error, &decree.number))?;
    work.record(event(&batch, &decree, &given)).await?;
    let seated = given.iter().filter(|seat| seat.state == SeatState::Seated).count();
    let say = Say::new("enrolment-approved")
        .with("number", &decree.number)
        .with("seated", seated)
        .with("reserves", given.len() - seated);
    work.commit(Done::new(format!("/batches/{}/seats", batch.code), say)).await
}

/// The list as approved, in the order of the ranking, kept where a hearing's votes are kept.
async fn keep_list(
    work: &Work<'_>,
    batch: &BatchFact,
    command: &Command,
    exceptions: &[Exception],
) -> Result<HearingFact, Halt> {
    let votes = recommend(&ranked(&work.tx, batch).await?, batch.seats, batch.reserves, exceptions)?;
    let list = HearingFact {
        id: work.desk.fresh_id(),
        // A batch is approved once, so its own code tells its list from every other.
        code: format!("DAFTAR-{}", batch.code),
        batch: batch.id,
        held_on: command.day,
        chair: command.signer.clone(),
        members: String::new(),
        kind: HearingKind::List,
    };
    store::keep_hearing(&work.tx, &list, &votes).await?;
    if !store::hear(&work.tx, batch.id, list.id).await? {
        return Err(Refusal::new("ENRL-04").into());
    }
    Ok(list)
}
