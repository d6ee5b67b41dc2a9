// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer takes a certificate back for good. The day is shown to whoever checks it; the reason stays inside.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use crate::rules::day_problem;
use crate::state::{Command, State, decide};
use crate::store::keep_revocation;
use crate::subject;

/// `certificate revoke`.
pub const REVOKE: Action = Action {
    name: "certificate revoke",
    path: "/certificates/{certificate}/revocation",
    act: Act::CertificateRevoke,
    room: "certification",
    fields: &[
        Field::path("certificate"),
        Field::required("day", Kind::Day),
        Field::required("reason", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (certificate, _) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateRevoke, &subject::issued_by(&certificate))?;
    Ok(subject::form_about(&certificate).filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let (on, reason) = (reading.day("day"), reading.text("reason"));
    reading.done()?;
    let (certificate, _) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateRevoke, &subject::issued_by(&certificate))?;
    if let Some(problem) = day_problem(on, Some(certificate.issued_on), desk.today()) {
        return Err(Halt::field("day", problem));
    }
    decide(State::of(&certificate), Command::Revoke)?;
    let mut work = desk.begin("certificate revoke").await?;
    let kept = keep_revocation(&work.tx, &certificate, on, &reason, desk.actor.account).await;
    if !kept.map_err(subject::changed_meanwhile)? {
        return Err(Refusal::new("CERT-08").into());
    }
    let content = json!({ "number": certificate.number, "day": on });
    let event = subject::event("CertificateRevoked", &certificate, content);
    work.record(event).await?;
    let say = Say::new("certificate-revoked").with("number", &certificate.number);
    work.commit(Done::new(subject::page(&certificate), say)).await
}
