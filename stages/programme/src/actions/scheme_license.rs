// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A licence of a scheme: its number, and from which day to which it holds. A renewal is the next one; none is changed.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day::long;
use serde_json::json;

use crate::facts::LicenceFact;
use crate::{named, store};

pub const LICENSE: Action = Action {
    name: "scheme license",
    path: "/schemes/{scheme}/licences/new",
    act: Act::SchemeKeep,
    room: "programme",
    fields: &[
        Field::path("scheme"),
        Field::required("number", Kind::Text),
        Field::required("starts_on", Kind::Day),
        Field::required("ends_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let scheme = named::scheme(desk, form).await?;
    desk.allow(Act::SchemeKeep, &scheme.target())?;
    Ok(Prepared::about(&scheme.title, format!("/schemes/{}", scheme.code)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let scheme = named::scheme(desk, form).await?;
    desk.allow(Act::SchemeKeep, &scheme.target())?;
    let mut reading = form.read();
    let number = reading.text("number");
    let (starts_on, ends_on) = named::read_term(&mut reading);
    reading.done()?;
    let licence = LicenceFact { number, starts_on, ends_on };
    let mut work = desk.begin("scheme license").await?;
    store::scheme::licence(&work.tx, scheme.id, &licence).await?;
    let content = json!({
        "scheme": scheme.code, "number": licence.number, "starts_on": starts_on.to_string(), "ends_on": ends_on.to_string(),
    });
    work.record(Event::new("SchemeLicensed", Object::new("scheme", scheme.id.0), content)).await?;
    let said = Say::new("scheme-licensed").with("number", &licence.number).with("title", &scheme.title);
    let said = said.with("day", long(ends_on, desk.lang));
    work.commit(Done::new(format!("/schemes/{}", scheme.code), said)).await
}
