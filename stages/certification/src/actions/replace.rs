// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer gives a new certificate for an old one, because a name or a paper was wrong. The old one is revoked in the same
//! breath, and whoever checks it learns that a newer one is with its holder.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use programme::facts::CertificateKind;
use serde_json::json;

use super::issue::{issued, make_all, occasion, parse_replacement, prefilled};
use crate::candidate::{Candidate, resting_on};
use crate::facts::CertificateFact;
use crate::rules::day_problem;
use crate::state::{Command, State, decide};
use crate::store::{self, keep_replacement};
use crate::{accompaniment, subject};

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
    let (certificate, _) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateIssue, &subject::issued_by(&certificate))?;
    let prepared = subject::form_about(&certificate).filled("day", day::short(desk.today()));
    let prepared = prefilled(desk, certificate.issuer, prepared).await?;
    let rests_on_decision = certificate.kind == CertificateKind::Acknowledgement;
    Ok(if rests_on_decision { prepared } else { prepared.without("decision") })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (old, batch) = subject::certificate(desk, form).await?;
    let (mut request, reason) = parse_replacement(form, desk.today())?;
    desk.allow(Act::CertificateIssue, &subject::issued_by(&old))?;
    if let Some(problem) = day_problem(request.day, Some(old.issued_on), desk.today()) {
        return Err(Halt::field("day", problem));
    }
    decide(State::of(&old), Command::Revoke)?;
    request.valid_until = old.valid_until.filter(|last| *last > request.day);
    if old.valid_until.is_some() && request.valid_until.is_none() {
        return Err(Refusal::new("CERT-14").into());
    }
    let holder = holder(desk, &old).await?;
    let occasion = occasion(desk, batch, (old.kind, old.issuer), &request).await?;
    let made = make_all(desk, &occasion, (REPLACE.name, vec![holder])).await?;
    let new = made.certificates.first().ok_or(Halt::Missing)?;
    let mut work = desk.begin("certificate replace").await?;
    made.pen.note(&work).await?;
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
    work.record(issued(new)).await?;
    let say = Say::new("certificate-replaced").with("old", &old.number).with("new", &new.number);
    work.commit(Done::new(format!("/certificates/{}", new.number), say)).await
}

/// The holder with the name now on record and what the old certificate rests on.
///
/// # Errors
/// `CERT-17` where the mentor who confirmed an accompaniment would acknowledge it herself, `CERT-50` where whoever judged her or
/// closed her training would issue the certificate of it.
async fn holder(desk: &Desk, old: &CertificateFact) -> Result<Candidate, Halt> {
    let on = desk.house.db.read();
    let person = people::facts::person(on, old.person).await?.ok_or(Halt::Missing)?;
    let confirmed = accompaniment::of_batch(on, old.batch, old.issuer).await?;
    let own = confirmed
        .into_iter()
        .find(|one| old.kind == CertificateKind::Acknowledgement && one.person == old.person);
    if own.as_ref().is_some_and(|one| Some(one.mentor) == desk.actor.account) {
        return Err(Refusal::new("CERT-17").into());
    }
    // A renewal rests on another judgement, and that has its own rule.
    let own_ground = resting_on(on, (old.batch, old.kind), desk.actor.account).await?;
    if old.turn == 1 && own_ground.contains(&old.person) {
        return Err(Refusal::new("CERT-50").into());
    }
    Ok(Candidate {
        person,
        reasons: Vec::new(),
        units: store::units_of(on, old.id).await?,
        accompanied: own.map(|one| (one.since, one.day)),
        turn: old.turn,
    })
}
