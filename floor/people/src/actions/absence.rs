// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person is away for a while: in hospital, before a court, on leave.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;

use super::{code_in, person_here};
use crate::commands::absence::{Away, REASONS, go_away};

pub const ABSENCE: Action = Action {
    name: "person absence",
    path: "/people/{person}/absence",
    act: Act::PersonAbsence,
    room: "people",
    fields: &[
        Field::path("person"),
        Field::required("reason", Kind::Codes { prefix: "people-absence", codes: REASONS }),
        Field::required("from_on", Kind::Day),
        Field::optional("until_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_here(desk, form, Act::PersonAbsence).await?;
    let today = desk.today().format("%d-%m-%Y");
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)).filled("from_on", today))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason = reading.code("reason", |code| code_in(REASONS, code), "other");
    let (from_on, until_on) = (reading.day("from_on"), reading.optional_day("until_on"));
    if until_on.is_some_and(|until| until < from_on) {
        reading.problem("until_on", "people-absence-order");
    }
    reading.done()?;
    let (person, office) = person_here(desk, form, Act::PersonAbsence).await?;
    let mut work = desk.begin("person absence").await?;
    go_away(&mut work, person.id, Away { office, reason, from_on, until_on }).await?;
    let key = if until_on.is_some() { "people-away-until" } else { "people-away" };
    let long = |on| day::long(on, desk.lang);
    let say = Say::new(key)
        .with("name", &person.name)
        .with("from", long(from_on))
        .with("until", until_on.map(long).unwrap_or_default());
    work.commit(Done::new(format!("/people/{}", person.id), say)).await
}
