// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The certificate of an assessor for one field, its term, and where she works besides. A renewal is the next one.

use access::{Act, Role, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day::long;
use office::facts::{AccountFact, pick_accounts, pick_organisations};
use serde_json::json;

use crate::facts::{AssessorCertificateFact, LicenceFact};
use crate::{named, store};

pub const CERTIFY: Action = Action {
    name: "assessor certify",
    path: "/assessor-certificates/new",
    act: Act::SchemeKeep,
    room: "programme",
    fields: &[
        Field::required("assessor", Kind::Pick(pick_accounts)),
        Field::required("number", Kind::Text),
        Field::required("field", Kind::Text),
        Field::optional("workplace", Kind::Pick(pick_organisations)),
        Field::required("starts_on", Kind::Day),
        Field::required("ends_on", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, _form: &Form) -> Result<Prepared, Halt> {
    desk.scope(Act::SchemeKeep)?;
    Ok(Prepared::about("", "/schemes"))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (assessor, certificate) = parse(desk, form).await?;
    desk.allow(Act::SchemeKeep, &Target::of(assessor.organisation))?;
    let mut work = desk.begin("assessor certify").await?;
    store::scheme::assessor_certificate(&work.tx, &certificate).await?;
    let term = &certificate.term;
    let content = json!({
        "assessor": assessor.login, "number": term.number, "field": certificate.field,
        "starts_on": term.starts_on.to_string(), "ends_on": term.ends_on.to_string(),
    });
    let event = Event::new("AssessorCertified", Object::new("account", assessor.id.0), content);
    work.record(event).await?;
    let said = Say::new("assessor-certified").with("name", &assessor.name).with("field", &certificate.field);
    let said = said.with("number", &term.number).with("day", long(term.ends_on, desk.lang));
    work.commit(Done::new("/schemes", said)).await
}

async fn parse(desk: &Desk, form: &Form) -> Result<(AccountFact, AssessorCertificateFact), Halt> {
    let mut reading = form.read();
    let assessor = named::account(desk, &mut reading, "assessor").await?;
    if assessor.as_ref().is_some_and(|one| !one.roles.iter().any(|role| role == Role::Assessor.code())) {
        reading.problem("assessor", "problem-assessor-role");
    }
    if form.text("assessor").is_empty() {
        reading.problem("assessor", "problem-empty");
    }
    let (number, field) = (reading.text("number"), reading.text("field"));
    let workplace = match form.text("workplace") {
        "" => None,
        _ => named::organisation(desk, &mut reading, "workplace").await?.map(|office| office.id),
    };
    let (starts_on, ends_on) = named::read_term(&mut reading);
    reading.done()?;
    let assessor = assessor.ok_or(Halt::Missing)?;
    let certificate = AssessorCertificateFact {
        account: assessor.id,
        name: assessor.name.clone(),
        field,
        workplace,
        term: LicenceFact { number, starts_on, ends_on },
    };
    Ok((assessor, certificate))
}
