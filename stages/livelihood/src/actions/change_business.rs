// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What became known later about a business: its licence, its first sale, a new place.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;
use people::facts::PersonFact;
use serde_json::json;

use super::person_for;
use super::record_business::read_start_up;
use crate::store::{self, BusinessFact};

/// `business change`.
pub const CHANGE_BUSINESS: Action = Action {
    name: "business change",
    path: "/people/{person}/businesses/{business}",
    act: Act::BusinessRecord,
    room: "livelihood",
    fields: &[
        Field::path("person"),
        Field::path("business"),
        Field::optional("place", Kind::Text),
        Field::optional("product", Kind::Text),
        Field::optional("tools", Kind::Long),
        Field::optional("nib", Kind::Text),
        Field::optional("first_sale_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The business by its id or its name, among those of the person.
async fn load(desk: &Desk, form: &Form) -> Result<(PersonFact, BusinessFact), Halt> {
    let (person, _) = person_for(desk, form, Act::BusinessRecord).await?;
    let wanted = form.text("business");
    let found = store::businesses(desk.house.db.read(), person.id).await?;
    let meant = |one: &BusinessFact| one.id.to_string() == wanted || one.name == wanted;
    let business = found.into_iter().find(meant).ok_or(Halt::Missing)?;
    Ok((person, business))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, business) = load(desk, form).await?;
    let start_up = business.start_up;
    Ok(Prepared::about(format!("{}, {}", business.name, person.name), format!("/people/{}", person.id))
        .filled("place", start_up.place)
        .filled("product", start_up.product)
        .filled("tools", start_up.tools)
        .filled("nib", start_up.nib.unwrap_or_default())
        .filled("first_sale_on", start_up.first_sale_on.map(day::short).unwrap_or_default()))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (person, business) = load(desk, form).await?;
    let mut read = form.read();
    let start_up = read_start_up(&mut read, business.start_up, business.started_on, desk.today());
    read.done()?;
    let mut work = desk.begin("business change").await?;
    if !store::change_business(&work.tx, business.id, &start_up).await? {
        return Err(Halt::Missing);
    }
    let content =
        json!({ "name": business.name, "nib": start_up.nib, "first_sale_on": start_up.first_sale_on });
    let event = Event::new("BusinessChanged", Object::new("business", business.id.0), content)
        .about("person", person.id.0);
    work.record(event).await?;
    let said = Say::new("business-changed").with("person", person.name).with("name", business.name);
    work.commit(Done::new(format!("/people/{}", person.id), said)).await
}
