// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An office that answers for the holder has told her when the certificate ends, and that it can be renewed.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use crate::rules::day_problem;
use crate::rules::renewal::renewable;
use crate::{renewal, subject};

/// `certificate remind`.
pub const REMIND: Action = Action {
    name: "certificate remind",
    path: "/certificates/{certificate}/reminding",
    act: Act::CertificateTell,
    room: "certification",
    fields: &[
        Field::path("certificate"),
        Field::required("day", Kind::Day),
        Field::optional("note", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateTell, &subject::keepers(desk, &certificate, &batch).await?)?;
    let form = Prepared { back: "/certificates/expiring".to_owned(), ..subject::form_about(&certificate) };
    Ok(form.filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateTell, &subject::keepers(desk, &certificate, &batch).await?)?;
    let mut reading = form.read();
    let (on, note) = (reading.day("day"), reading.optional_text("note").unwrap_or_default());
    if let Some(problem) = day_problem(on, Some(certificate.issued_on), desk.today()) {
        reading.problem("day", problem);
    }
    reading.done()?;
    let mut work = desk.begin("certificate remind").await?;
    renewable(&certificate, renewal::rule(&work.tx, batch.programme.id).await?, on)?;
    renewal::keep_told(&work.tx, certificate.id, (on, &note), &desk.actor).await.map_err(|error| {
        match store::violation(&error) {
            Some(found) if found.is("expiry_told_once", "expiry_told.") => Refusal::new("CERT-28").into(),
            Some(_) | None => Halt::from(error),
        }
    })?;
    let content = json!({ "number": certificate.number, "day": on });
    let event = Event::new("ExpiryTold", Object::new("certificate", certificate.id.0), content)
        .about("person", certificate.person.0);
    work.record(event).await?;
    let say = Say::new("certificate-reminded").with("name", &certificate.learner_name);
    work.commit(Done::new("/certificates/expiring", say)).await
}
