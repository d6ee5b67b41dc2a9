// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The stop switch is lifted by two persons; with the second, what waited in the background goes on.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use serde_json::json;

use super::ISSUE_TO_MANY;
use crate::signer::switch;
use crate::subject;

/// `certificate resume-signing`.
pub const RESUME_SIGNING: Action = Action {
    name: "certificate resume-signing",
    path: "/certificates/signers/{issuer}/resumption",
    act: Act::CertificateResumeSigning,
    room: "certification",
    fields: &[Field::path("issuer"), Field::required("reason", Kind::Long)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateResumeSigning, &Target::of(issuer.id))?;
    Ok(Prepared::about(&issuer.name, subject::signer_page(&issuer)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason = reading.text("reason");
    reading.done()?;
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateResumeSigning, &Target::of(issuer.id))?;
    let mut work = desk.begin("certificate resume-signing").await?;
    audit::hold(&work.tx).await?;
    let goes_on = switch::release(&work, issuer.id, &reason).await?;
    let (kind, said) = if goes_on {
        jobs::hasten(&work, &ISSUE_TO_MANY, &issuer.id.to_string()).await?;
        ("SigningResumed", "certificate-signing-resumed")
    } else {
        ("SigningReleaseAgreed", "certificate-signing-agreed")
    };
    work.record(Event::new(kind, Object::new("organisation", issuer.id.0), json!({}))).await?;
    let say = Say::new(said).with("issuer", &issuer.name);
    work.commit(Done::new(subject::signer_page(&issuer), say)).await
}
