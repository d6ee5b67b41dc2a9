// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The certificate or batch an action or page is about, and whose it is.

use access::{ScopeColumns, Target};
use audit::{Event, Object};
use desk::{Desk, Form, Halt, Prepared, Refusal};
use kernel::id::OrganisationId;
use office::facts::OrganisationFact;
use partnership::facts::PartyRole;
use programme::facts::BatchFact;
use serde_json::Value;
use store::DbErr;

use crate::facts::{self, CertificateFact};

/// Where lists keep what `target` says of one certificate: `c` is the certificate, `b` its batch, `p` its programme.
pub const COLUMNS: ScopeColumns = ScopeColumns {
    owner: Some(
        "({} IN (c.issuer_id, p.host_id) OR EXISTS \
         (SELECT 1 FROM episode e JOIN person r ON e.person_id = COALESCE(r.merged_into, r.id) WHERE r.id = c.person_id AND e.office_id = {} AND e.ended_on IS NULL))",
    ),
    agreement: Some("COALESCE(b.agreement_id, p.agreement_id)"),
    addressed: None,
    assigned: None,
};

/// The certificate named in the address.
///
/// # Errors
/// `Missing`, where no certificate has this number.
pub async fn certificate(desk: &Desk, form: &Form) -> Result<(CertificateFact, BatchFact), Halt> {
    let on = desk.house.db.read();
    let certificate = facts::by_number(on, form.text("certificate")).await?.ok_or(Halt::Missing)?;
    let batch = programme::facts::batch(on, certificate.batch).await?.ok_or(Halt::Missing)?;
    Ok((certificate, batch))
}

/// Where a certificate is seen from inside.
pub fn page(certificate: &CertificateFact) -> String {
    format!("/certificates/{}", certificate.number)
}

/// A form about a certificate: whose it is, and back to its page.
pub fn form_about(certificate: &CertificateFact) -> Prepared {
    let whose = format!("{}, {}", certificate.learner_name, certificate.number);
    Prepared::about(whose, page(certificate))
}

/// What happened to a certificate, also told of its batch and its holder.
pub fn event(kind: &'static str, certificate: &CertificateFact, content: Value) -> Event {
    Event::new(kind, Object::new("certificate", certificate.id.0), content)
        .about("batch", certificate.batch.0)
        .about("person", certificate.person.0)
}

/// The issuer named in the address.
///
/// # Errors
/// `Missing`, where no organisation has this code.
pub async fn issuer(desk: &Desk, form: &Form) -> Result<OrganisationFact, Halt> {
    office::facts::by_code(desk.house.db.read(), form.text("issuer")).await?.ok_or(Halt::Missing)
}

/// Where an issuer's signer is seen.
pub fn signer_page(issuer: &OrganisationFact) -> String {
    format!("/certificates/signers/{}", issuer.code)
}

/// The batch named in the address.
///
/// # Errors
/// `Missing`, where no batch has this code.
pub async fn batch(desk: &Desk, form: &Form) -> Result<BatchFact, Halt> {
    programme::facts::batch_by_code(desk.house.db.read(), form.text("batch")).await?.ok_or(Halt::Missing)
}

/// Of the issuer, of the host of the batch and of the offices in whose charge the learner is now; under the agreement.
pub async fn target(desk: &Desk, certificate: &CertificateFact, batch: &BatchFact) -> Result<Target, Halt> {
    let stays = people::facts::episodes(desk.house.db.read(), certificate.person).await?;
    let open = stays.into_iter().filter(|stay| stay.ended_on.is_none());
    let owners = Target::of(certificate.issuer).also_of(batch.host).under(batch.agreement);
    Ok(open.fold(owners, |target, stay| target.also_of(stay.office)))
}

/// Of the offices that answer for the holder: the host of the batch, and those in whose charge she is now.
pub async fn keepers(desk: &Desk, certificate: &CertificateFact, batch: &BatchFact) -> Result<Target, Halt> {
    let stays = people::facts::episodes(desk.house.db.read(), certificate.person).await?;
    let open = stays.into_iter().filter(|stay| stay.ended_on.is_none());
    Ok(open.fold(Target::of(batch.host), |target, stay| target.also_of(stay.office)))
}

/// Suspending, replacing and revoking is for whoever issued it, alone.
pub fn issued_by(certificate: &CertificateFact) -> Target {
    Target::of(certificate.issuer)
}

/// The foundations whose mentors accompany the people of a batch under its agreement.
pub async fn foundations(desk: &Desk, batch: &BatchFact) -> Result<Vec<OrganisationId>, Halt> {
    let found = partnership::facts::agreement(desk.house.db.read(), batch.agreement).await?;
    let parties = found.into_iter().flat_map(|agreement| agreement.parties);
    Ok(parties.filter(|party| party.role == PartyRole::Mentor).map(|party| party.organisation).collect())
}

/// Issuing is the issuer's alone.
pub fn issuer_target(batch: &BatchFact) -> Target {
    Target::of(batch.programme.issuer)
}

/// The tables hold the rules too: what was so a moment ago may not be any more.
pub fn changed_meanwhile(error: DbErr) -> Halt {
    let own = [
        "certificate_",
        "revocation",
        "handing",
        "suspension",
        "replacement",
        "renewal",
        "selection_file",
        "paper_step",
        "claim_code",
    ];
    match store::violation(&error) {
        Some(violation) if own.iter().any(|name| violation.name.contains(name)) => {
            Refusal::new("CERT-08").into()
        }
        Some(_) | None => error.into(),
    }
}
