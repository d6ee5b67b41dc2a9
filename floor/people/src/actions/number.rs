// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The office that received a person enters the register number of her stay there.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};

use super::person_here;
use crate::commands::transfer::number;

pub const NUMBER: Action = Action {
    name: "person number",
    path: "/people/{person}/number",
    act: Act::PersonAdmit,
    room: "people",
    fields: &[Field::path("person"), Field::required("register", Kind::Text)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_here(desk, form, Act::PersonAdmit).await?;
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let written = reading.text("register");
    reading.done()?;
    let (person, own) = person_here(desk, form, Act::PersonAdmit).await?;
    let mut work = desk.begin("person number").await?;
    number(&mut work, person.id, own, &written).await?;
    let say = Say::new("people-numbered").with("name", &person.name).with("register", &written);
    work.commit(Done::new(format!("/people/{}", person.id), say)).await
}
