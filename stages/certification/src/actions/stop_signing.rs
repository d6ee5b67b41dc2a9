// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The stop switch: from here on the issuer's key signs nothing of any kind, until two persons lift it.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use serde_json::json;

use crate::signer::switch;
use crate::subject;

/// `certificate stop-signing`.
pub const STOP_SIGNING: Action = Action {
    name: "certificate stop-signing",
    path: "/certificates/signers/{issuer}/stop",
    act: Act::CertificateStopSigning,
    room: "certification",
    fields: &[Field::path("issuer"), Field::required("reason", Kind::Long)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateStopSigning, &Target::of(issuer.id))?;
    Ok(Prepared::about(&issuer.name, subject::signer_page(&issuer)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason = reading.text("reason");
    reading.done()?;
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateStopSigning, &Target::of(issuer.id))?;
    let mut work = desk.begin("certificate stop-signing").await?;
    // What is being signed at this moment is finished first, or finds the switch pressed.
    audit::hold(&work.tx).await?;
    let turn = switch::press(&work, issuer.id, &reason).await?;
    let content = json!({ "turn": turn });
    work.record(Event::new("SigningStopped", Object::new("organisation", issuer.id.0), content)).await?;
    let say = Say::new("certificate-signing-stopped").with("issuer", &issuer.name);
    work.commit(Done::new(subject::signer_page(&issuer), say)).await
}
