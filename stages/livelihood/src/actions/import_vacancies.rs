// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A manpower office's list of vacancies is read in: all of it or, where a row cannot be read, none.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use serde_json::json;

use crate::store::{self, EmployerFact, VacancyFact};
use crate::vacancies_file::{self, VacancyLine};

/// `vacancy import`.
pub const IMPORT_VACANCIES: Action = Action {
    name: "vacancy import",
    path: "/vacancies/import",
    act: Act::VacancyPost,
    room: "livelihood",
    fields: &[Field::required("file", Kind::File)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    allow(desk)?;
    Ok(Prepared::about("", "/vacancies"))
}

/// An employer posts one by one, for itself.
fn allow(desk: &Desk) -> Result<(), Halt> {
    desk.allow(Act::VacancyPost, &Target::default())?;
    if desk.actor.has(access::Role::Employer) {
        return Err(access::Denied { act: Act::VacancyPost }.into());
    }
    Ok(())
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let file = read.file("file");
    read.done()?;
    allow(desk)?;
    let bytes = file.map_or(&[][..], |file| &file.bytes);
    let lines = vacancies_file::read(bytes).map_err(|problems| Refusal::new("LIVE-06").because(problems))?;

    let mut work = desk.begin("vacancy import").await?;
    let (mut posted, mut known) = (0, 0);
    for line in lines {
        if post(&mut work, line).await? { posted += 1 } else { known += 1 }
    }
    let done = Done::new("/vacancies", Say::new("vacancy-imported").with("count", posted));
    let done =
        if known == 0 { done } else { done.and(Say::new("vacancy-import-known").with("count", known)) };
    work.commit(done).await
}

/// Posts one line; false when the same vacancy stands already.
async fn post(work: &mut Work<'_>, line: VacancyLine) -> Result<bool, Halt> {
    let desk = work.desk;
    let employer = employer_named(work, &line).await?;
    let vacancy = VacancyFact {
        id: desk.fresh_id(),
        code: match line.code {
            Some(code) => code,
            None => store::next_vacancy_code(&work.tx).await?,
        },
        employer: employer.id,
        employer_name: employer.name,
        employer_organisation: employer.organisation,
        title: line.title,
        field: line.field,
        district: line.district,
        openings: line.openings,
        requirement: line.requirement,
        closes_on: line.closes_on,
    };
    if store::vacancy_exists(&work.tx, &vacancy).await? {
        return Ok(false);
    }
    match store::put_vacancy(&work.tx, &vacancy, desk.today()).await {
        Err(error) if ::store::violation(&error).is_some_and(|no| no.is("vacancy_code", "vacancy.code")) => {
            return Err(Halt::field("file", Say::new("problem-taken").with("text", vacancy.code)));
        }
        other => other?,
    }
    let content = json!({ "code": vacancy.code, "title": vacancy.title, "openings": vacancy.openings });
    work.record(Event::new("VacancyPosted", Object::new("vacancy", vacancy.id.0), content)).await?;
    Ok(true)
}

async fn employer_named(work: &mut Work<'_>, line: &VacancyLine) -> Result<EmployerFact, Halt> {
    let known = store::employers(&work.tx).await?;
    if let Some(employer) = known.into_iter().find(|employer| employer.name == line.employer) {
        return Ok(employer);
    }
    let employer = EmployerFact {
        id: work.desk.fresh_id(),
        code: store::next_employer_code(&work.tx).await?,
        name: line.employer.clone(),
        organisation: None,
        district: line.district.clone(),
        contact: String::new(),
    };
    store::put_employer(&work.tx, &employer).await?;
    let content = json!({ "code": employer.code, "name": employer.name });
    work.record(Event::new("EmployerRegistered", Object::new("employer", employer.id.0), content)).await?;
    Ok(employer)
}
