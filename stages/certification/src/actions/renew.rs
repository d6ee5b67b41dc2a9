// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer continues a certificate that runs out with a new one, by another hand than the one that judged the holder anew.
//! Nothing of the old one changes: it ends on its own last day.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use super::issue::{issued, make_all, occasion, parse, prefilled};
use crate::candidate::Candidate;
use crate::rules::day_problem;
use crate::rules::renewal::{grounded, renewable};
use crate::{renewal, store, subject};

/// `certificate renew`.
pub const RENEW: Action = Action {
    name: "certificate renew",
    path: "/certificates/{certificate}/renewal",
    act: Act::CertificateIssue,
    room: "certification",
    fields: &[
        Field::path("certificate"),
        Field::required("day", Kind::Day),
        Field::required("valid_until", Kind::Day),
        Field::optional("signer", Kind::Text),
        Field::optional("signer_post", Kind::Text),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (certificate, _) = subject::certificate(desk, form).await?;
    desk.allow(Act::CertificateIssue, &subject::issued_by(&certificate))?;
    let prepared = subject::form_about(&certificate).filled("day", day::short(desk.today()));
    prefilled(desk, certificate.issuer, prepared).await
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (old, batch) = subject::certificate(desk, form).await?;
    let request = parse(form, desk.today())?;
    desk.allow(Act::CertificateIssue, &subject::issued_by(&old))?;
    if let Some(problem) = day_problem(request.day, Some(old.issued_on), desk.today()) {
        return Err(Halt::field("day", problem));
    }
    if request.valid_until.is_none() {
        return Err(Halt::field("valid_until", Say::new("problem-empty")));
    }
    let on = desk.house.db.read();
    renewable(&old, renewal::rule(on, batch.programme.id).await?, request.day)?;
    let grounds = renewal::grounds(on, old.id).await?;
    let ground = grounded(&grounds, desk.actor.account)?;
    if request.day < ground.day {
        let say = Say::new("problem-certificate-before-ground").with("day", day::short(ground.day));
        return Err(Halt::field("day", say));
    }
    let by = desk.actor.account.ok_or(Refusal::new("CERT-26"))?;
    let holder = Candidate {
        person: people::facts::person(on, old.person).await?.ok_or(Halt::Missing)?,
        reasons: Vec::new(),
        units: store::units_of(on, old.id).await?,
        accompanied: None,
        turn: old.turn + 1,
    };
    let occasion = occasion(desk, batch, (old.kind, old.issuer), &request).await?;
    let made = make_all(desk, &occasion, (RENEW.name, vec![holder])).await?;
    let new = made.certificates.first().ok_or(Halt::Missing)?;
    let mut work = desk.begin("certificate renew").await?;
    made.pen.note(&work).await?;
    renewal::keep(&work.tx, (old.id, new.id), (request.day, by)).await.map_err(subject::changed_meanwhile)?;
    if !store::keep(&work.tx, new).await.map_err(subject::changed_meanwhile)? {
        return Err(Refusal::new("CERT-08").into());
    }
    let content =
        json!({ "number": old.number, "new": new.number, "basis": ground.basis.code(), "day": request.day });
    let event = Event::new("CertificateRenewed", Object::new("certificate", old.id.0), content)
        .about("certificate", new.id.0)
        .about("batch", old.batch.0)
        .about("person", old.person.0);
    work.record(event).await?;
    work.record(issued(new)).await?;
    let say = Say::new("certificate-renewed").with("old", &old.number).with("new", &new.number);
    work.commit(Done::new(format!("/certificates/{}", new.number), say)).await
}
