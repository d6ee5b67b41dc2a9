// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A mentor notes a visit. The words stay in their own table: no event, log, list or other room repeats them.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::{self, Day};
use serde_json::json;

use super::mentored;
use crate::rules::NoteKind;
use crate::store::mentoring::{self, NoteFact};

/// `mentoring note`.
pub const NOTE: Action = Action {
    name: "mentoring note",
    path: "/people/{person}/mentoring/new",
    act: Act::MentoringNote,
    room: "livelihood",
    fields: &[
        Field::path("person"),
        Field::required("kind", Kind::Codes { prefix: "mentoring-kind", codes: NoteKind::CODES }),
        Field::required("day", Kind::Day),
        Field::required("note", Kind::Long),
        Field::optional("next_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let person = mentored(desk, form, Act::MentoringNote).await?;
    Ok(Prepared::about(&person.name, format!("/people/{}/mentoring", person.id))
        .filled("day", day::short(desk.today())))
}

struct Noted {
    kind: NoteKind,
    day: Day,
    note: String,
    next_on: Option<Day>,
}

fn parse(desk: &Desk, form: &Form) -> Result<Noted, Halt> {
    let mut read = form.read();
    let noted = Noted {
        kind: read.code("kind", NoteKind::from_code, NoteKind::Visit),
        day: read.day("day"),
        note: read.text("note"),
        next_on: read.optional_day("next_on"),
    };
    if noted.day > desk.today() {
        read.problem("day", "mentor-problem-future");
    }
    if noted.next_on.is_some_and(|next| next < noted.day) {
        read.problem("next_on", "mentor-problem-next");
    }
    read.done()?;
    Ok(noted)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let noted = parse(desk, form)?;
    let person = mentored(desk, form, Act::MentoringNote).await?;
    let mut work = desk.begin("mentoring note").await?;
    // Read again inside the transaction: the office may have ended it meanwhile.
    let granted = mentoring::granted(&work.tx, person.id, desk.now).await?;
    let own = granted.into_iter().find(|one| Some(one.mentor) == desk.actor.account);
    let own = own.ok_or_else(|| Refusal::new("LIVE-13").with("person", &person.name))?;
    if noted.day < own.since {
        return Err(Halt::field(
            "day",
            Say::new("mentor-problem-before").with("since", day::short(own.since)),
        ));
    }
    let note = NoteFact {
        id: desk.dice.ordered_id(desk.now),
        mentoring: own.id,
        day: noted.day,
        kind: noted.kind,
        note: noted.note,
        next_on: noted.next_on,
        by: desk.actor.name.clone(),
        at: desk.now,
    };
    mentoring::put_note(&work.tx, &note).await?;
    let content = json!({ "kind": note.kind.code(), "day": note.day.to_string() });
    work.record(Event::new("MentoringNoted", Object::new("person", person.id.0), content)).await?;
    let said = Say::new("mentoring-noted").with("person", person.name).with("day", day::short(note.day));
    work.commit(Done::new(format!("/people/{}/mentoring", person.id), said)).await
}
