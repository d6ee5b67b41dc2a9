// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer gives a new certificate for an old one, because a name or a paper was wrong. The old one is revoked in the same
//! breath, and whoever checks it learns that a newer one is with its holder.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use super::issue::{make_all, occasion, parse_replacement, prefilled};
use crate::candidate::Candidate;
use crate::rules::day_problem;
use crate::state::{Command, State, decide};
use crate::store::{self, keep_replacement};
use crate::subject;

/// `certificate replace`.
pub const REPLACE: Action = Action {
    name: "certificate replace",
    path: "/certificates/{certificate}/replacement",
    act: Act::CertificateIssue,
    room: "certification",
    fields: &[
        Field::path("certificate"),
        Field::required("day", Kind::Day),
        Field::required("reason", Kind::Long),
        Field::optional("signer", Kind::Text),
        Field::optional("signer_post", Kind::Text),
        Field::optional("decision", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (certificate, batch) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateIssue, &subject::issuer_target(&batch))?;
    let subject = format!("{}, {}", certificate.learner_name, certificate.number);
    let prepared = Prepared::about(subject, format!("/certificates/{}", certificate.number))
        .filled("day", day::short(desk.today()));
    prefilled(desk, batch.programme.issuer, prepared).await
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (old, batch) = subject::certificate(desk, form).await?;
    let (mut request, reason) = parse_replacement(form, desk.today())?;
    desk.allow(Act::CertificateIssue, &subject::issuer_target(&batch))?;
    if let Some(problem) = day_problem(request.day, Some(old.issued_on), desk.today()) {
        return Err(Halt::field("day", problem));
    }
    decide(State::of(&old), Command::Revoke)?;
    request.valid_until = old.valid_until.filter(|last| *last > request.day);
    if old.valid_until.is_some() && request.valid_until.is_none() {
        return Err(Refusal::new("CERT-14").into());
    }
    let occasion = occasion(desk, batch, &request).await?;
    let on = desk.house.db.read();
    let person = people::facts::person(on, old.person).await?.ok_or(Halt::Missing)?;
    let holder = Candidate { person, reasons: Vec::new(), units: store::units_of(on, old.id).await? };
    let made = make_all(desk, &occasion, vec![holder]).await?;
    let new = made.first().ok_or(Halt::Missing)?;
    let mut work = desk.begin("certificate replace").await?;
    let why = (reason.as_str(), request.decision.as_deref());
    let kept = keep_replacement(&work.tx, &old, new, why, desk.actor.account).await;
    if !kept.map_err(subject::changed_meanwhile)? {
        return Err(Refusal::new("CERT-08").into());
    }
    let content = json!({ "number": old.number, "new": new.number, "day": request.day });
    let event = Event::new("CertificateReplaced", Object::new("certificate", old.id.0), content)
        .about("certificate", new.id.0)
        .about("batch", old.batch.0)
        .about("person", old.person.0);
    work.record(event).await?;
    let say = Say::new("certificate-replaced").with("old", &old.number).with("new", &new.number);
    work.commit(Done::new(format!("/certificates/{}", new.number), say)).await
}
