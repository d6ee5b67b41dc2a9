// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A death was recorded of somebody who lives; another officer takes the entry back.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;

use crate::commands::death::undo;
use crate::facts::{self, PersonFact};
use crate::rules::may_undo;

pub const UNDO_DEATH: Action = Action {
    name: "person undo-death",
    path: "/people/{person}/death/undoing",
    act: Act::PersonDeathUndo,
    room: "people",
    fields: &[Field::path("person"), Field::required("reason", Kind::Long)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn named(desk: &Desk, form: &Form) -> Result<PersonFact, Halt> {
    let person = facts::resolve(desk, form.text("person")).await?;
    desk.allow(Act::PersonDeathUndo, &facts::target(desk.house.db.read(), person.id).await?)?;
    Ok(person)
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let person = named(desk, form).await?;
    let entry = facts::death(desk.house.db.read(), person.known_as).await?;
    let entry = entry.ok_or(Refusal::new("PEOP-20"))?;
    may_undo(&entry, desk.actor.account, &desk.actor.name)?;
    let say = Say::new("people-death-entry").with("day", day::long(entry.day, desk.lang));
    let entry = desk.teller().tell(&say.with("by", entry.recorded_by).with("name", &person.name));
    Ok(Prepared::about(entry, format!("/people/{}", person.id)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason = reading.text("reason");
    reading.done()?;
    let person = named(desk, form).await?;
    let mut work = desk.begin("person undo-death").await?;
    undo(&mut work, person.id, &reason).await?;
    let say = Say::new("people-death-undone").with("name", person.name);
    work.commit(Done::new("/changes", say)).await
}
