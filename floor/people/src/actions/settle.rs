// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What hangs on a change is settled by a decision with its note, where no act is needed.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use serde_json::json;

use crate::facts::{self, CircumstanceFact, PersonFact};
use crate::store::{self, change};

pub const SETTLE: Action = Action {
    name: "change settle",
    path: "/changes/{change}/{item}/settlement",
    act: Act::ChangeSettle,
    room: "people",
    fields: &[Field::path("change"), Field::path("item"), Field::required("note", Kind::Long)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn named(desk: &Desk, form: &Form) -> Result<(CircumstanceFact, PersonFact), Halt> {
    let on = desk.house.db.read();
    let id = form.text("change").parse().map_err(|_| Halt::Missing)?;
    let change = facts::circumstance(on, id).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ChangeSettle, &Target::of(change.office))?;
    let person = facts::person(on, change.person).await?.ok_or(Halt::Missing)?;
    Ok((change, person))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (change, person) = named(desk, form).await?;
    let t = desk.teller();
    let what = t.code("circumstance", change.kind.code());
    Ok(Prepared::about(format!("{}, {what}", person.honoured_name(t)), "/changes"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let (item, note) = (reading.text("item"), reading.text("note"));
    reading.done()?;
    let (change, person) = named(desk, form).await?;
    let mut work = desk.begin("change settle").await?;
    change::note(&work, change.id, (&item, &note)).await.map_err(store::refused)?;
    let content = json!({ "item": item, "kind": change.kind.code() });
    let event = Event::new("ChangeSettled", Object::new("person", person.id.0), content);
    work.record(event.about("organisation", change.office.0)).await?;
    let say = Say::new("change-settled").with("name", person.honoured_name(desk.teller()));
    work.commit(Done::new("/changes", say)).await
}
