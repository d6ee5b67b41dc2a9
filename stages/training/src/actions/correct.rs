// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A mark is corrected: the old one stays, the new one says who changed it and why.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use super::lesson::lesson_in_form;
use super::{batch_in_path, sessions_address};
use crate::facts::{self, Letter, Mark, Reason};
use crate::state::{Command, SessionState, decide};
use crate::store::{self, NewMark};

/// `day` and `starts` come with the address of the roll.
pub const CORRECT: Action = Action {
    name: "mark correct",
    path: "/batches/{batch}/sessions/correction",
    act: Act::SessionHold,
    room: "training",
    fields: &[
        Field::path("batch"),
        Field::required("day", Kind::Day),
        Field::required("starts", Kind::Minute),
        Field::required("person", Kind::Pick(pick_learners)),
        Field::required("letter", Kind::Codes { prefix: "training-letter", codes: Letter::CODES }),
        Field::optional("reason", Kind::Codes { prefix: "training-reason", codes: Reason::CODES }),
        Field::required("why", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionHold, &batch.target())?;
    Ok(Prepared::about(&batch.title, sessions_address(&batch)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionHold, &batch.target())?;
    let lesson = lesson_in_form(desk, form, &batch).await?;
    let mut reading = form.read();
    let text = reading.text("person");
    let letter = reading.code("letter", |code| Letter::from_code(&code.to_uppercase()), Letter::Present);
    let reason = reading.optional_code("reason", Reason::from_word);
    let why = reading.text("why");
    let person = facts::person_meant(desk.house.db.read(), &batch, &text).await?;
    if person.is_none() && !text.is_empty() {
        reading.problem("person", Say::new("problem-unknown").with("text", &text));
    }
    let mark = Mark::with(letter, reason);
    if mark.is_none() {
        reading.problem("reason", Say::new("training-problem-reason").with("letter", letter.code()));
    }
    reading.done()?;
    let (Some(person), Some(mark)) = (person, mark) else { return Err(Halt::Missing) };
    let mut work = desk.begin("mark correct").await?;
    let situation = lesson.situation(&work.tx, &batch, desk.today()).await?;
    let found = facts::session_with_mark(&work.tx, lesson.slot.id, person.id).await?;
    let state = found.as_ref().map_or(SessionState::Planned, |(session, _)| session.state);
    let step = decide(state, Command::Correct, &situation)?;
    let (session, before) = found.ok_or(Halt::Missing)?;
    let Some((version, before)) = before else {
        return Err(Refusal::new("TRAN-14").with("name", &person.name).into());
    };
    if before == mark {
        return Err(Refusal::new("TRAN-15").with("name", &person.name).with("letter", letter.code()).into());
    }
    let version = version + 1;
    let new = NewMark { session: session.id, person: person.id, version, mark, why_changed: &why };
    store::add_mark(&work.tx, desk, &new).await?;
    let content = json!({
        "batch": batch.code, "module": lesson.module.title, "day": lesson.slot.day.to_string(),
        "starts": lesson.slot.starts.to_string(), "version": version,
        "was_present": before.letter.is_present(), "is_present": mark.letter.is_present(),
    });
    let event = Event::new(step.event(), Object::new("session", session.id.0), content);
    work.record(event.about("batch", batch.id.0).about("person", person.id.0)).await?;
    let say = Say::new("training-mark-corrected").with("name", &person.name);
    let say = say.with("before", before.letter.code()).with("after", letter.code());
    work.commit(Done::new(lesson.address(&batch), say)).await
}

pub(super) fn pick_learners<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let batch = batch_in_path(desk, form).await?;
        let roster = facts::roster(desk.house.db.read(), &batch).await?;
        let choice = |learner: &facts::Learner| Choice {
            value: learner.id().to_string(),
            label: learner.person.name.clone(),
        };
        Ok(roster.learners.iter().map(choice).collect())
    })
}
