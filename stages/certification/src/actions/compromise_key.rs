// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Somebody says that the issuer's key may be in other hands since a moment. Signing stops at once; a second person confirms.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day;
use serde_json::json;

use crate::signer::{rekey, switch};
use crate::subject;

/// `certificate compromise-key`.
pub const COMPROMISE_KEY: Action = Action {
    name: "certificate compromise-key",
    path: "/certificates/signers/{issuer}/compromise",
    act: Act::CertificateCompromiseKey,
    room: "certification",
    fields: &[
        Field::path("issuer"),
        Field::required("day", Kind::Day),
        Field::required("clock", Kind::Minute),
        Field::required("reason", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateCompromiseKey, &Target::of(issuer.id))?;
    Ok(Prepared::about(&issuer.name, subject::signer_page(&issuer)).filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let (on, clock, reason) = (reading.day("day"), reading.minute("clock"), reading.text("reason"));
    let since = desk.zone().at_minute(on, clock);
    if since > desk.now {
        reading.problem("day", "problem-certificate-future");
    }
    reading.done()?;
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateCompromiseKey, &Target::of(issuer.id))?;
    let mut work = desk.begin("certificate compromise-key").await?;
    audit::hold(&work.tx).await?;
    rekey::declare(&work, issuer.id, (since, &reason)).await?;
    let object = Object::new("organisation", issuer.id.0);
    work.record(Event::new("KeyCompromiseDeclared", object, json!({ "since": since }))).await?;
    match switch::press(&work, issuer.id, &reason).await {
        Ok(turn) => work.record(Event::new("SigningStopped", object, json!({ "turn": turn }))).await?,
        // It was pressed before: so it stays.
        Err(Halt::Refusal(Refusal { code: "CERT-33", .. })) => {}
        Err(halt) => return Err(halt),
    }
    let say = Say::new("certificate-key-declared").with("issuer", &issuer.name);
    work.commit(Done::new(subject::signer_page(&issuer), say)).await
}
