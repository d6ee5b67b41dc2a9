// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An employer is written down, with the organisation whose accounts may answer for it.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use serde_json::json;

use super::{district, districts};
use crate::store::{self, EmployerFact};

/// `employer register`.
pub const REGISTER_EMPLOYER: Action = Action {
    name: "employer register",
    path: "/employers/new",
    act: Act::EmployerRegister,
    room: "livelihood",
    fields: &[
        Field::required("name", Kind::Text),
        Field::required("district", Kind::Pick(districts)),
        Field::optional("contact", Kind::Text),
        Field::optional("organisation", Kind::Pick(office::facts::pick_organisations)),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.allow(Act::EmployerRegister, &Target::default())?;
    Ok(Prepared::about("", "/vacancies"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut read = form.read();
    let (name, contact) = (read.text("name"), read.optional_text("contact").unwrap_or_default());
    let district = district(form);
    if district.is_none() {
        read.problem("district", Say::new("problem-unknown").with("text", form.text("district")));
    }
    read.done()?;
    desk.allow(Act::EmployerRegister, &Target::default())?;
    let organisation = match form.text("organisation") {
        "" => None,
        code => {
            let found = office::facts::by_code(desk.house.db.read(), code).await?;
            let unknown = || Halt::field("organisation", Say::new("problem-unknown").with("text", code));
            Some(found.ok_or_else(unknown)?.id)
        }
    };
    let mut work = desk.begin("employer register").await?;
    let employer = EmployerFact {
        id: desk.fresh_id(),
        code: store::next_employer_code(&work.tx).await?,
        name: name.clone(),
        organisation,
        district: district.map_or_else(String::new, |district| district.code.to_owned()),
        contact,
    };
    match store::put_employer(&work.tx, &employer).await {
        Err(error)
            if ::store::violation(&error).is_some_and(|no| no.is("employer_name", "employer.name")) =>
        {
            return Err(Halt::field("name", Say::new("problem-taken").with("text", name)));
        }
        other => other?,
    }
    let content = json!({ "code": employer.code, "name": employer.name });
    work.record(Event::new("EmployerRegistered", Object::new("employer", employer.id.0), content)).await?;
    work.commit(Done::new("/vacancies", Say::new("employer-registered").with("name", name))).await
}
