// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A session of the timetable does not take place; its JP may be caught up.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use serde_json::json;

use super::lesson::{lesson_in_form, lesson_to_open};
use super::{batch_in_path, sessions_address};
use crate::state::{Command, SessionState, decide};
use crate::store::{self, Outcome};

pub const CANCEL: Action = Action {
    name: "session cancel",
    path: "/batches/{batch}/sessions/cancellation",
    act: Act::SessionCancel,
    room: "training",
    fields: &[
        Field::path("batch"),
        Field::required("day", Kind::Day),
        Field::required("starts", Kind::Minute),
        Field::required("reason", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionCancel, &batch.target())?;
    let lesson = lesson_to_open(desk, form, &batch).await?;
    let prepared = Prepared::about(&batch.title, sessions_address(&batch));
    Ok(prepared.filled("day", kernel::day::short(lesson.slot.day)).filled("starts", lesson.slot.starts))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionCancel, &batch.target())?;
    let lesson = lesson_in_form(desk, form, &batch).await?;
    let mut reading = form.read();
    let reason = reading.text("reason");
    reading.done()?;
    let mut work = desk.begin("session cancel").await?;
    let (_, state, situation) = lesson.stand(&work.tx, &batch, (Command::Cancel, desk.today())).await?;
    let step = decide(state, Command::Cancel, &situation)?;
    let instructor = lesson.slot.instructor;
    let outcome = Outcome { slot: &lesson.slot, instructor, state: SessionState::Cancelled, reason: &reason };
    let id = store::begin_session(&work.tx, desk, &outcome).await?;
    let content = json!({
        "batch": batch.code, "module": lesson.module.title, "jp": lesson.slot.jp, "day": lesson.slot.day.to_string(),
        "starts": lesson.slot.starts.to_string(), "reason": reason,
    });
    work.record(Event::new(step.event(), Object::new("session", id.0), content).about("batch", batch.id.0))
        .await?;
    let say = lesson.name_in(Say::new("training-session-cancelled")).with("jp", lesson.slot.jp);
    work.commit(Done::new(sessions_address(&batch), say)).await
}
