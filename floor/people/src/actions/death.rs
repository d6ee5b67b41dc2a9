// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A death is recorded, once, with its day.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;

use crate::commands::death::die;
use crate::facts::{self, PersonFact};

pub const DEATH: Action = Action {
    name: "person death",
    path: "/people/{person}/death",
    act: Act::PersonDeath,
    room: "people",
    fields: &[Field::path("person"), Field::required("day", Kind::Day)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn named(desk: &Desk, form: &Form) -> Result<PersonFact, Halt> {
    let person = facts::resolve(desk, form.text("person")).await?;
    desk.allow(Act::PersonDeath, &facts::target(desk.house.db.read(), person.id).await?)?;
    Ok(person)
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let person = named(desk, form).await?;
    let today = desk.today().format("%d-%m-%Y");
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)).filled("day", today))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let on = reading.day("day");
    reading.done()?;
    let person = named(desk, form).await?;
    let mut work = desk.begin("person death").await?;
    die(&mut work, person.id, on).await?;
    let late = PersonFact { died_on: Some(on), ..person };
    let say = Say::new("people-died")
        .with("name", late.honoured_name(desk.teller()))
        .with("day", day::long(on, desk.lang));
    work.commit(Done::new(format!("/people/{}", late.id), say)).await
}
