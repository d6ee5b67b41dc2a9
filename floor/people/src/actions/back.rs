// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person who was away is back.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;

use super::person_here;
use crate::commands::absence::come_back;

pub const BACK: Action = Action {
    name: "person return",
    path: "/people/{person}/return",
    act: Act::PersonAbsence,
    room: "people",
    fields: &[Field::path("person"), Field::required("day", Kind::Day)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_here(desk, form, Act::PersonAbsence).await?;
    let today = desk.today().format("%d-%m-%Y");
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)).filled("day", today))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let on = reading.day("day");
    reading.done()?;
    let (person, _) = person_here(desk, form, Act::PersonAbsence).await?;
    let mut work = desk.begin("person return").await?;
    come_back(&mut work, person.id, on).await?;
    let say = Say::new("people-back").with("name", &person.name).with("day", day::long(on, desk.lang));
    work.commit(Done::new(format!("/people/{}", person.id), say)).await
}
