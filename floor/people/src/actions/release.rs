// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person leaves the gate; the way of leaving says whether a probation office goes on with her.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day::{self, Day};
use kernel::person::ReleaseKind;

use crate::{commands, facts};

/// The codes of `ReleaseKind`, in its order.
pub(crate) const KINDS: &[&str] = &[
    "parole",
    "conditional-leave",
    "leave-before-release",
    "assimilation",
    "full-release",
    "remission-release",
];

pub const RELEASE: Action = Action {
    name: "person release",
    path: "/people/{person}/release",
    act: Act::PersonRelease,
    room: "people",
    fields: &[
        Field::path("person"),
        Field::required("kind", Kind::Codes { prefix: "people-release-kind", codes: KINDS }),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let person = facts::resolve(desk, form.text("person")).await?;
    desk.allow(Act::PersonRelease, &facts::target(desk.house.db.read(), person.id).await?)?;
    let today = desk.today().format("%d-%m-%Y");
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)).filled("day", today))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (kind, day) = parse(form)?;
    let person = facts::resolve(desk, form.text("person")).await?;
    desk.allow(Act::PersonRelease, &facts::target(desk.house.db.read(), person.id).await?)?;
    let mut work = desk.begin("person release").await?;
    commands::release(&mut work, person.id, kind, day).await?;
    let say = Say::new("people-released")
        .with("name", &person.name)
        .with("kind", kind.label(desk.lang))
        .with("day", day::long(day, desk.lang));
    work.commit(Done::new(format!("/people/{}", person.id), say)).await
}

fn parse(form: &Form) -> Result<(ReleaseKind, Day), Halt> {
    let mut reading = form.read();
    let kind = reading.code("kind", ReleaseKind::from_code, ReleaseKind::FullRelease);
    let day = reading.day("day");
    reading.done()?;
    Ok((kind, day))
}
