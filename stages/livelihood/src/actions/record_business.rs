// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person's own business is written down, with the capital it began with.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Say};
use kernel::day::{self, Day};
use kernel::rupiah::Rupiah;
use serde_json::json;

use super::person_for;
use crate::rules;
use crate::store::{self, BusinessFact, StartUp};

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
        Field::optional("place", Kind::Text),
        Field::optional("product", Kind::Text),
        Field::optional("tools", Kind::Long),
        Field::optional("nib", Kind::Text),
        Field::optional("first_sale_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, _) = person_for(desk, form, Act::BusinessRecord).await?;
    Ok(Prepared::about(person.name, format!("/people/{}", person.id)))
}

/// What the form says of place, product, tools, licence and first sale; what it leaves open stays as it was.
pub(super) fn read_start_up(read: &mut Reading<'_>, before: StartUp, started_on: Day, today: Day) -> StartUp {
    let licence = read.optional_text("nib");
    let nib = licence.as_deref().and_then(rules::nib);
    if let (Some(text), None) = (&licence, &nib) {
        read.problem(
            "nib",
            Say::new("business-problem-nib").with("text", text).with("digits", rules::NIB_DIGITS),
        );
    }
    let first_sale_on = read.optional_day("first_sale_on");
    if first_sale_on.is_some_and(|sold| sold < started_on || sold > today) {
        let say = Say::new("business-problem-first-sale").with("started", day::short(started_on));
        read.problem("first_sale_on", say);
    }
    StartUp {
        place: read.optional_text("place").unwrap_or(before.place),
        product: read.optional_text("product").unwrap_or(before.product),
        tools: read.optional_text("tools").unwrap_or(before.tools),
        nib: nib.or(before.nib),
        first_sale_on: first_sale_on.or(before.first_sale_on),
    }
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (name, field, started_on) = (read.text("name"), read.text("field"), read.day("started_on"));
    let capital = read.optional_rupiah("capital").unwrap_or(Rupiah(0));
    let capital_source = read.optional_text("capital_source").unwrap_or_default();
    if capital.0 < 0 {
        read.problem("capital", Say::new("problem-rupiah").with("text", form.text("capital")));
    }
    let start_up = read_start_up(&mut read, StartUp::default(), started_on, desk.today());
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
        start_up,
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
