// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One person says what they want to learn, and what they have done before.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::id::{OrganisationId, PersonId};
use people::facts::PersonFact;
use serde_json::json;

use crate::rules::{Interest, Literacy};
use crate::store;

pub const RECORD: Action = Action {
    name: "interest record",
    path: "/people/{person}/interest",
    act: Act::InterestRecord,
    room: "enrolment",
    fields: &[
        Field::path("person"),
        Field::required("first_choice", Kind::Text),
        Field::optional("second_choice", Kind::Text),
        Field::optional("experience", Kind::Text),
        Field::optional("experience_months", Kind::Number),
        Field::required(
            "literacy",
            Kind::Codes { prefix: "literacy", codes: &["fluent", "limited", "none"] },
        ),
        Field::optional("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn load(desk: &Desk, form: &Form) -> Result<(PersonFact, Target), Halt> {
    let person = people::facts::resolve(desk, form.text("person")).await?;
    let target = people::facts::target(desk.house.db.read(), person.id).await?;
    Ok((person, target))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (person, target) = load(desk, form).await?;
    desk.allow(Act::InterestRecord, &target)?;
    let prepared = Prepared::about(&person.name, format!("/people/{}", person.id));
    Ok(match store::interest_of(desk.house.db.read(), person.id).await? {
        None => prepared,
        Some(said) => prepared
            .filled("first_choice", said.first_choice)
            .filled("second_choice", said.second_choice)
            .filled("experience", said.experience)
            .filled("experience_months", said.experience_months)
            .filled("literacy", said.literacy.code()),
    })
}

fn parse(desk: &Desk, form: &Form) -> Result<Interest, Halt> {
    let mut reading = form.read();
    let told_on = reading.optional_day("day").unwrap_or(desk.today());
    if told_on > desk.today() {
        reading.problem("day", Say::new("problem-interest-future"));
    }
    let interest = Interest {
        first_choice: reading.text("first_choice").to_lowercase(),
        second_choice: reading.optional_text("second_choice").unwrap_or_default().to_lowercase(),
        experience: reading.optional_text("experience").unwrap_or_default(),
        experience_months: reading.optional_number("experience_months").unwrap_or(0),
        literacy: reading.code("literacy", Literacy::from_code, Literacy::None),
        since: told_on,
        told_on,
    };
    reading.done()?;
    Ok(interest)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let interest = parse(desk, form)?;
    let (person, target) = load(desk, form).await?;
    desk.allow(Act::InterestRecord, &target)?;
    let office = target.owners.first().copied().ok_or(Halt::Missing)?;
    let mut work = desk.begin("interest record").await?;
    store::keep_interest(&work.tx, person.id, office, &interest).await?;
    work.record(event(person.id, office, &interest)).await?;
    let say = Say::new("interest-recorded").with("name", &person.name).with("first", &interest.first_choice);
    work.commit(Done::new(format!("/people/{}", person.id), say)).await
}

/// The event of one person's wish.
pub(super) fn event(person: PersonId, office: OrganisationId, interest: &Interest) -> Event {
    let content = json!({
        "first": interest.first_choice, "second": interest.second_choice, "experience_months": interest.experience_months,
    });
    Event::new("InterestRecorded", Object::new("person", person.0), content).about("organisation", office.0)
}
