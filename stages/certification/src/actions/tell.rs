// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An office that answers for the holder has told her that the certificate is revoked; until then it waits there.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use crate::rules::day_problem;
use crate::store::keep_told;
use crate::subject;

/// `certificate tell`.
pub const TELL: Action = Action {
    name: "certificate tell",
    path: "/certificates/{certificate}/telling",
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
    Ok(subject::form_about(&certificate).filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateTell, &subject::keepers(desk, &certificate, &batch).await?)?;
    let mut reading = form.read();
    let (on, note) = (reading.day("day"), reading.optional_text("note").unwrap_or_default());
    reading.done()?;
    let revoked_on = certificate.revoked_on.ok_or(Refusal::new("CERT-09"))?;
    if on < revoked_on {
        let say = Say::new("certificate-problem-told-before").with("day", day::short(revoked_on));
        return Err(Halt::field("day", say));
    }
    if let Some(problem) = day_problem(on, None, desk.today()) {
        return Err(Halt::field("day", problem));
    }
    let mut work = desk.begin("certificate tell").await?;
    keep_told(&work.tx, certificate.id, (on, &note), &desk.actor).await?;
    let content = json!({ "number": certificate.number, "day": on });
    let event = Event::new("RevocationTold", Object::new("certificate", certificate.id.0), content)
        .about("person", certificate.person.0);
    work.record(event).await?;
    let say = Say::new("certificate-told").with("name", &certificate.learner_name);
    work.commit(Done::new(subject::page(&certificate), say)).await
}
