// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person is referred to a vacancy. The employer will see name and certificates, and nothing else.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::{self, Day};
use serde_json::json;

use super::{person_for, vacancy};
use crate::rules;
use crate::store::{self, consent};

/// `application refer`.
pub const REFER: Action = Action {
    name: "application refer",
    path: "/vacancies/{vacancy}/referral",
    act: Act::ApplicationRefer,
    room: "livelihood",
    fields: &[
        Field::path("vacancy"),
        Field::required("person", Kind::Pick(people::facts::pick_people)),
        Field::required("day", Kind::Day),
        Field::required("consent_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::ApplicationRefer)?;
    let vacancy = vacancy(desk, form).await?;
    let back = format!("/vacancies/{}", vacancy.code);
    Ok(Prepared::about(format!("{}, {}", vacancy.title, vacancy.employer_name), back)
        .filled("person", form.text("person"))
        .filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (on, consent_on): (Day, Day) = (read.day("day"), read.day("consent_on"));
    read.text("person");
    read.done()?;
    let vacancy = vacancy(desk, form).await?;
    let (person, _) = person_for(desk, form, Act::ApplicationRefer).await?;
    if on > vacancy.closes_on {
        return Err(Refusal::new("LIVE-04").with("day", day::short(vacancy.closes_on)).into());
    }
    let taken_back = consent::withdrawals(desk.house.db.read(), person.id).await?;
    let latest = taken_back.iter().find(|one| one.employer == vacancy.employer).map(|one| one.withdrawn_on);
    rules::may_refer(consent_on, on, latest)?;
    let mut work = desk.begin("application refer").await?;
    match store::put_referral(&work.tx, vacancy.id, person.id, (on, consent_on)).await {
        Err(error)
            if ::store::violation(&error).is_some_and(|no| no.is("referral_pkey", "referral.vacancy_id")) =>
        {
            return Err(Refusal::new("LIVE-07").with("person", person.name).into());
        }
        // Taken back at this moment.
        Err(error)
            if ::store::violation(&error).is_some_and(|no| no.is("referral_consent_withdrawn", "")) =>
        {
            return Err(Refusal::new("LIVE-15").with("day", day::short(desk.today())).into());
        }
        other => other?,
    }
    let content = json!({ "vacancy": vacancy.code, "title": vacancy.title, "employer": vacancy.employer_name, "consent_on": consent_on.to_string() });
    let event = Event::new("ApplicationReferred", Object::new("vacancy", vacancy.id.0), content)
        .about("person", person.id.0);
    work.record(event).await?;
    let said =
        Say::new("application-referred").with("person", person.name).with("employer", vacancy.employer_name);
    work.commit(Done::new(format!("/vacancies/{}", vacancy.code), said)).await
}
