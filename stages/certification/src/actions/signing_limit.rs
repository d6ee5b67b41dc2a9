// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer's head says how many documents its key signs in an hour at most.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use serde_json::json;

use super::ISSUE_TO_MANY;
use crate::signer::rules::{Gate, PER_HOUR};
use crate::signer::switch;
use crate::subject;

/// `certificate signing-limit`.
pub const SIGNING_LIMIT: Action = Action {
    name: "certificate signing-limit",
    path: "/certificates/signers/{issuer}/limit",
    act: Act::CertificateSigningLimit,
    room: "certification",
    fields: &[Field::path("issuer"), Field::required("per_hour", Kind::Number)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateSigningLimit, &Target::of(issuer.id))?;
    let gate = Gate::read(desk.house.db.read(), issuer.id, desk.now).await?;
    Ok(Prepared::about(&issuer.name, subject::signer_page(&issuer)).filled("per_hour", gate.per_hour))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let per_hour = reading.number("per_hour");
    if !PER_HOUR.contains(&per_hour) {
        let say = Say::new("problem-certificate-per-hour").with("least", PER_HOUR.start());
        reading.problem("per_hour", say.with("most", PER_HOUR.end()));
    }
    reading.done()?;
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateSigningLimit, &Target::of(issuer.id))?;
    let mut work = desk.begin("certificate signing-limit").await?;
    switch::limit(&work, issuer.id, per_hour).await?;
    let content = json!({ "per_hour": per_hour });
    work.record(Event::new("SigningLimitSet", Object::new("organisation", issuer.id.0), content)).await?;
    jobs::hasten(&work, &ISSUE_TO_MANY, &issuer.id.to_string()).await?;
    let say = Say::new("certificate-signing-limit-set").with("count", per_hour);
    work.commit(Done::new(subject::signer_page(&issuer), say)).await
}
