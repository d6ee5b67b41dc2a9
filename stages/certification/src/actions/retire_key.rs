// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A second person confirms that the issuer's key is in other hands. A new key takes its place; what the log had in time stays
//! valid, and everything else that the old one signed is suspended at once and looked through.

use access::{Act, Target};
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say, Work};
use kernel::day;
use office::facts::OrganisationFact;
use serde_json::json;

use crate::signer::rekey::{self, Compromise};
use crate::store::keep_suspension;
use crate::subject;

/// `certificate retire-key`.
pub const RETIRE_KEY: Action = Action {
    name: "certificate retire-key",
    path: "/certificates/signers/{issuer}/compromise/confirmation",
    act: Act::CertificateRetireKey,
    room: "certification",
    fields: &[Field::path("issuer"), Field::required("understood", Kind::Check)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// What waits for the second person.
async fn named(desk: &Desk, form: &Form) -> Result<(OrganisationFact, Compromise), Halt> {
    let issuer = subject::issuer(desk, form).await?;
    desk.allow(Act::CertificateRetireKey, &Target::of(issuer.id))?;
    let pending = rekey::pending(desk.house.db.read(), issuer.id).await?;
    Ok((issuer, pending.ok_or(Refusal::new("CERT-37"))?))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (issuer, pending) = named(desk, form).await?;
    let since = format!(
        "{}, {}",
        day::long(desk.zone().day_of(pending.since), desk.lang),
        desk.zone().clock_label(pending.since)
    );
    Ok(Prepared::about(format!("{}, {since}", issuer.name), subject::signer_page(&issuer)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    if !reading.check("understood") {
        reading.problem("understood", "problem-empty");
    }
    reading.done()?;
    let (issuer, pending) = named(desk, form).await?;
    let mut work = desk.begin("certificate retire-key").await?;
    // Nothing is recorded between what is counted here and the end of this transaction.
    audit::hold(&work.tx).await?;
    if rekey::pending(&work.tx, issuer.id).await?.as_ref() != Some(&pending) {
        return Err(Refusal::new("CERT-08").into());
    }
    let checkpoint = desk.house.log.last_before(&work.tx, pending.since).await?;
    let recorded = checkpoint.map_or(0, |checkpoint| i64::try_from(checkpoint.size).unwrap_or(i64::MAX));
    let did = rekey::retire(&work, issuer.id, (&pending, recorded)).await?;
    let suspended = suspend(&mut work, &issuer, (&pending.did, recorded)).await?;
    let content = json!({
        "old": pending.did, "new": did, "since": pending.since, "recorded": recorded, "suspended": suspended,
    });
    work.record(Event::new("KeyRetired", Object::new("organisation", issuer.id.0), content)).await?;
    let say = Say::new("certificate-key-retired").with("issuer", &issuer.name).with("count", suspended);
    work.commit(Done::new(subject::signer_page(&issuer), say)).await
}

/// Sets aside what the log did not have in time; answers how many.
async fn suspend(work: &mut Work<'_>, issuer: &OrganisationFact, key: (&str, i64)) -> Result<usize, Halt> {
    let (desk, today) = (work.desk, work.desk.today());
    let reason = desk.teller().say("certificate-key-suspended");
    let late = rekey::late(&work.tx, issuer.id, key).await?;
    for one in &late {
        keep_suspension(&work.tx, one.id(), (today, &reason), desk.actor.account)
            .await
            .map_err(subject::changed_meanwhile)?;
        let content = json!({ "number": one.number, "day": today, "key": key.0 });
        let event = Event::new("CertificateSuspended", Object::new("certificate", one.id().0), content)
            .about("batch", one.batch().0)
            .about("person", one.person().0);
        work.record(event).await?;
    }
    Ok(late.len())
}
