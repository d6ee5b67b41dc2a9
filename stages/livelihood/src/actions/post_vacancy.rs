// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A vacancy is posted.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Say};
use serde_json::json;

use super::{district, districts};
use crate::store::{self, EmployerFact, VacancyFact};

/// `vacancy post`.
pub const POST_VACANCY: Action = Action {
    name: "vacancy post",
    path: "/vacancies/new",
    act: Act::VacancyPost,
    room: "livelihood",
    fields: &[
        Field::required("employer", Kind::Pick(employers)),
        Field::required("title", Kind::Text),
        Field::required("field", Kind::Text),
        Field::required("district", Kind::Pick(districts)),
        Field::required("openings", Kind::Number),
        Field::optional("requirement", Kind::Text),
        Field::required("closes_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.allow(Act::VacancyPost, &Target::default())?;
    Ok(Prepared::about("", "/vacancies"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (title, field) = (read.text("title"), read.text("field").to_lowercase());
    let (openings, closes_on) = (read.number("openings"), read.day("closes_on"));
    let requirement = read.optional_text("requirement").unwrap_or_default();
    let employer_code = read.text("employer");
    let district = district(form);
    if district.is_none() {
        read.problem("district", Say::new("problem-unknown").with("text", form.text("district")));
    }
    if openings == 0 && !form.text("openings").is_empty() {
        read.problem("openings", "vacancy-openings-none");
    }
    read.done()?;
    desk.allow(Act::VacancyPost, &Target::default())?;
    let employer = own_employers(desk).await?.into_iter().find(|employer| employer.code == employer_code);
    let unknown = || Halt::field("employer", Say::new("problem-unknown").with("text", &employer_code));
    let employer = employer.ok_or_else(unknown)?;

    let mut work = desk.begin("vacancy post").await?;
    let vacancy = VacancyFact {
        id: desk.fresh_id(),
        code: store::next_vacancy_code(&work.tx).await?,
        employer: employer.id,
        employer_name: employer.name.clone(),
        employer_organisation: employer.organisation,
        title,
        field,
        district: district.map_or_else(String::new, |district| district.code.to_owned()),
        openings,
        requirement,
        closes_on,
    };
    match store::put_vacancy(&work.tx, &vacancy, desk.today()).await {
        Err(error)
            if ::store::violation(&error).is_some_and(|no| no.is("vacancy_once", "vacancy.employer_id")) =>
        {
            return Err(Halt::field("title", Say::new("problem-taken").with("text", vacancy.title)));
        }
        other => other?,
    }
    let content = json!({ "code": vacancy.code, "title": vacancy.title, "openings": openings });
    work.record(Event::new("VacancyPosted", Object::new("vacancy", vacancy.id.0), content)).await?;
    let said = Say::new("vacancy-posted").with("title", &vacancy.title).with("employer", employer.name);
    work.commit(Done::new(format!("/vacancies/{}", vacancy.code), said)).await
}

/// An employer's own accounts post for it alone; offices post for everyone.
async fn own_employers(desk: &Desk) -> Result<Vec<EmployerFact>, Halt> {
    let all = store::employers(desk.house.db.read()).await?;
    if desk.actor.has(access::Role::Employer) {
        return Ok(all
            .into_iter()
            .filter(|employer| employer.organisation == desk.actor.office_id())
            .collect());
    }
    Ok(all)
}

fn employers<'a>(desk: &'a Desk, _form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let choice = |employer: EmployerFact| Choice { value: employer.code, label: employer.name };
        Ok(own_employers(desk).await?.into_iter().map(choice).collect())
    })
}
