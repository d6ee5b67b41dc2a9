// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An assessor of the issuer judges a holder anew before a certificate runs out, or after. BK takes nothing from the old one.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use crate::rules::day_problem;
use crate::rules::renewal::{Basis, Ground, Outcome, may_judge, renewable};
use crate::{renewal, subject};

/// `certificate reassess`.
pub const REASSESS: Action = Action {
    name: "certificate reassess",
    path: "/certificates/{certificate}/reassessment",
    act: Act::CertificateReassess,
    room: "certification",
    fields: &[
        Field::path("certificate"),
        Field::required("basis", Kind::Codes { prefix: "certificate-basis", codes: Basis::CODES }),
        Field::required("outcome", Kind::Codes { prefix: "certificate-outcome", codes: Outcome::CODES }),
        Field::required("day", Kind::Day),
        Field::required("evidence", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (certificate, _) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateReassess, &subject::issued_by(&certificate))?;
    let subject = format!("{}, {}, {}", certificate.learner_name, certificate.title, certificate.number);
    Ok(Prepared::about(subject, "/").filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateReassess, &subject::issued_by(&certificate))?;
    let mut reading = form.read();
    let basis = reading.code("basis", Basis::from_code, Basis::Reassessment);
    let outcome = reading.code("outcome", Outcome::from_code, Outcome::NotYet);
    let (on, evidence) = (reading.day("day"), reading.text("evidence"));
    if let Some(problem) = day_problem(on, Some(certificate.issued_on), desk.today()) {
        reading.problem("day", problem);
    }
    reading.done()?;
    let by = desk.actor.account.ok_or(Refusal::new("CERT-27"))?;
    if !assessment::facts::is_independent(desk.house.db.read(), &batch, by).await? {
        return Err(Refusal::new("CERT-27").into());
    }
    let mut work = desk.begin("certificate reassess").await?;
    let rule = renewal::rule(&work.tx, batch.programme.id).await?;
    renewable(&certificate, rule, on)?;
    let before = renewal::grounds(&work.tx, certificate.id).await?;
    may_judge(&before, rule, basis)?;
    let ground = Ground { basis, outcome, day: on, evidence, by, by_name: desk.actor.name.clone() };
    let turn = i64::try_from(before.len()).unwrap_or(i64::MAX - 1) + 1;
    renewal::keep_ground(&work.tx, certificate.id, turn, &ground)
        .await
        .map_err(subject::changed_meanwhile)?;
    let content =
        json!({ "number": certificate.number, "basis": basis.code(), "outcome": outcome.code(), "day": on });
    let event = Event::new("CertificateReassessed", Object::new("certificate", certificate.id.0), content)
        .about("person", certificate.person.0);
    work.record(event).await?;
    let say = Say::new("certificate-reassessed")
        .with("name", &certificate.learner_name)
        .with("outcome", outcome.code());
    work.commit(Done::new("/", say)).await
}
