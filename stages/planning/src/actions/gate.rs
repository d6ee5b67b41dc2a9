// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Opens a batch, if every condition of the gate is met; else names all that are not.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use crate::board::{Board, batch_named};
use crate::rules::{Outcome, conditions};
use crate::state::{PlanCommand, decide};
use crate::store;

pub const OPEN: Action = Action {
    name: "batch open",
    path: "/batches/{batch}/opening",
    act: Act::BatchOpen,
    room: "planning",
    fields: &[Field::path("batch"), Field::required("day", Kind::Day)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form.text("batch")).await?;
    desk.allow(Act::BatchOpen, &batch.target())?;
    let prepared =
        Prepared::about(format!("{} · {}", batch.code, batch.title), format!("/batches/{}/gate", batch.code));
    Ok(prepared.filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let day = reading.day("day");
    if day > desk.today() {
        reading.problem("day", Say::new("problem-opening-future"));
    }
    reading.done()?;
    let batch = batch_named(desk, form.text("batch")).await?;
    desk.allow(Act::BatchOpen, &batch.target())?;
    let mut work = desk.begin("batch open").await?;
    // Nobody lays at this host while the gate looks.
    store::take_turn(&work.tx, batch.host).await?;
    let board = Board::read(&work.tx, batch, None).await?;
    let facts = board.gate_facts(&work.tx, desk.lang, day).await?;
    let unmet = conditions(&facts).into_iter().filter(|condition| condition.met == Outcome::Unmet);
    decide(board.state(), PlanCommand::Open { unmet: unmet.flat_map(|condition| condition.says).collect() })?;
    if !store::open(&work.tx, board.batch.id, day, desk.actor.account).await? {
        return Err(Refusal::new("PLAN-02").into());
    }
    let content = json!({ "day": day.to_string(), "sessions": board.slots.len() });
    work.record(Event::new("BatchOpened", Object::new("batch", board.batch.id.0), content)).await?;
    let first = board.span().map(|(first, _)| day::weekday_long(first, desk.lang)).unwrap_or_default();
    let say = Say::new("batch-opened").with("batch", &board.batch.title).with("first", first);
    work.commit(Done::new(format!("/batches/{}/timetable", board.batch.code), say)).await
}
