// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A merge was wrong, and is undone: both records say again what they said before.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};

use crate::commands::merge::part;
use crate::facts::{self, PersonFact};

pub const PART: Action = Action {
    name: "person part",
    path: "/people/{person}/part",
    act: Act::PersonMerge,
    room: "people",
    fields: &[Field::path("person"), Field::required("reason", Kind::Long)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn named(desk: &Desk, form: &Form) -> Result<PersonFact, Halt> {
    let person = facts::resolve(desk, form.text("person")).await?;
    desk.allow(Act::PersonMerge, &facts::target(desk.house.db.read(), person.id).await?)?;
    Ok(person)
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let person = named(desk, form).await?;
    if facts::latest_merge(desk.house.db.read(), person.id).await?.is_none() {
        return Err(Refusal::new("PEOP-16").into());
    }
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason = reading.text("reason");
    reading.done()?;
    let person = named(desk, form).await?;
    let mut work = desk.begin("person part").await?;
    part(&mut work, person.id, &reason).await?;
    let say = Say::new("people-parted").with("name", &person.name);
    work.commit(Done::new(format!("/people/{}", person.id), say)).await
}
