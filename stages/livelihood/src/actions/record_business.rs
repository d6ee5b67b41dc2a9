// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person's own business is written down, with the capital it began with.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::rupiah::Rupiah;
use serde_json::json;

use super::person_for;
use crate::store::{self, BusinessFact};

/// `business record`.
pub const RECORD_BUSINESS: Action = Action {
    name: "business record",
    path: "/people/{person}/business",
    act: Act::BusinessRecord,
    room: "livelihood",
    fields: &[
        Field::path("person"),
        Field::required("name", Kind::Text),
        Field::required("field", Kind::Text),
        Field::required("started_on", Kind::Day),
        Field::optional("capital", Kind::Rupiah),
        Field::optional("capital_source", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_for(desk, form, Act::BusinessRecord).await?;
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (name, field, started_on) = (read.text("name"), read.text("field"), read.day("started_on"));
    let capital = read.optional_rupiah("capital").unwrap_or(Rupiah(0));
    let capital_source = read.optional_text("capital_source").unwrap_or_default();
    if capital.0 < 0 {
        read.problem("capital", Say::new("problem-rupiah").with("text", form.text("capital")));
    }
    read.done()?;
    let (person, _) = person_for(desk, form, Act::BusinessRecord).await?;
    let business = BusinessFact {
        id: desk.fresh_id(),
        person: person.id,
        name,
        field,
        started_on,
        capital_rupiah: capital.0,
        capital_source,
    };
    let mut work = desk.begin("business record").await?;
    store::put_business(&work.tx, &business).await?;
    let content =
        json!({ "name": business.name, "field": business.field, "capital_rupiah": business.capital_rupiah });
    let event = Event::new("BusinessRecorded", Object::new("business", business.id.0), content)
        .about("person", person.id.0);
    work.record(event).await?;
    let said = Say::new("business-recorded").with("person", person.name).with("name", business.name);
    work.commit(Done::new(format!("/people/{}", person.id), said)).await
}
