// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What was looked into is settled: the certificate holds again.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;
use serde_json::json;

use crate::rules::day_problem;
use crate::state::{Hold, Reliance, State, hold};
use crate::store::keep_lift;
use crate::subject;

/// `certificate lift`.
pub const LIFT: Action = Action {
    name: "certificate lift",
    path: "/certificates/{certificate}/suspension/end",
    act: Act::CertificateSuspend,
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
    desk.allow(Act::CertificateSuspend, &subject::issued_by(&certificate))?;
    Ok(subject::form_about(&certificate).filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let (on, reason) = (reading.day("day"), reading.text("reason"));
    reading.done()?;
    let (certificate, _) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateSuspend, &subject::issued_by(&certificate))?;
    hold(State::of(&certificate), Reliance::of(&certificate), Hold::Lift)?;
    if let Some(since) = certificate.suspended_on.filter(|since| on < *since) {
        let say = Say::new("certificate-problem-lift-before").with("day", day::short(since));
        return Err(Halt::field("day", say));
    }
    if let Some(problem) = day_problem(on, Some(certificate.issued_on), desk.today()) {
        return Err(Halt::field("day", problem));
    }
    let mut work = desk.begin("certificate lift").await?;
    keep_lift(&work.tx, certificate.id, (on, &reason), desk.actor.account)
        .await
        .map_err(subject::changed_meanwhile)?;
    let content = json!({ "number": certificate.number, "day": on });
    let event = subject::event("SuspensionLifted", &certificate, content);
    work.record(event).await?;
    let say = Say::new("certificate-lifted").with("number", &certificate.number);
    work.commit(Done::new(subject::page(&certificate), say)).await
}
