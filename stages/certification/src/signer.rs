// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one door to an issuer's key: a limit an hour, a log, a stop switch. Nobody else opens the sealed seed; a [`Pen`] signs
//! without ever giving the key out, and what it signed is written down in the transaction that keeps it.
//!
//! A national certification authority takes the key's place as another [`Authority`]; nothing else here changes.

mod authority;
mod keys;
mod log;
mod register;
pub mod rekey;
pub mod rules;
pub mod switch;

use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use credential::{Badge, CodeFacts};
use desk::{Desk, Halt, Refusal, Work};
use document::{DocumentProblem, Paper};
use kernel::day::Day;
use kernel::id::OrganisationId;
use uuid::Uuid;

use authority::Authority;
use rules::{Face, Gate};

pub use log::{Line, latest};
pub use register::{sealed_register, signed_list, stand_by};

/// Signs for one issuer while it is open, and remembers each use until [`Pen::note`] writes it down.
pub struct Pen {
    authority: Box<dyn Authority>,
    issuer: OrganisationId,
    act: &'static str,
    used: Mutex<Vec<Use>>,
}

/// One signature.
#[derive(Debug)]
struct Use {
    document: Uuid,
    face: Face,
    digest: String,
}

/// Takes up the issuer's pen for an act; where the issuer has no key yet, one is made.
///
/// # Errors
/// `CERT-29` stopped, `CERT-30` more documents than this hour still allows, `CERT-31` the log cannot be carried out. All are asked
/// again when the uses are written.
pub async fn take_up(
    desk: &Desk,
    issuer: OrganisationId,
    act: &'static str,
    documents: usize,
) -> Result<Pen, Halt> {
    let gate = Gate::read(desk.house.db.read(), issuer, desk.now).await?;
    gate.lets(i64::try_from(documents).unwrap_or(i64::MAX), desk)?;
    let authority = keys::of_issuer(desk, issuer).await?;
    Ok(Pen { authority, issuer, act, used: Mutex::default() })
}

impl Pen {
    /// The signed credential of a document.
    pub fn credential(&self, document: Uuid, badge: &Badge) -> String {
        let signed = self.authority.credential(badge);
        self.remember(document, Face::Credential, signed.as_bytes());
        signed
    }

    /// The signed code on its paper.
    pub fn code(&self, document: Uuid, facts: &CodeFacts) -> String {
        let signed = self.authority.code(facts);
        self.remember(document, Face::Code, signed.as_bytes());
        signed
    }

    /// The same certificate in the form whose holder chooses what to show.
    ///
    /// # Errors
    /// `CERT-35`: the credential was signed with a key that this issuer no longer has.
    pub fn selection(&self, document: Uuid, credential: &str) -> Result<String, Halt> {
        if !credential.contains(&self.authority.did()) {
            return Err(Refusal::new("CERT-35").into());
        }
        let made = self.authority.selection(credential);
        let signed = made.map_err(|cause| anyhow::anyhow!("document {document}: {}", cause.code()))?;
        self.remember(document, Face::Selection, signed.as_bytes());
        Ok(signed)
    }

    /// Seals papers that name the issuer so.
    ///
    /// # Errors
    /// [`DocumentProblem::Unsealed`].
    pub fn stamp(&self, issuer_name: &str) -> Result<Stamp<'_>, DocumentProblem> {
        Ok(Stamp { pen: self, sealer: self.authority.sealer(issuer_name)? })
    }

    fn remember(&self, document: Uuid, face: Face, signed: &[u8]) {
        let one = Use { document, face, digest: audit::fingerprint(signed) };
        self.used.lock().unwrap_or_else(PoisonError::into_inner).push(one);
    }

    /// Writes down what was signed, in the transaction that keeps it. Without this the tables take no certificate.
    ///
    /// # Errors
    /// The refusals of [`take_up`], should the door have been shut meanwhile.
    pub async fn note(&self, work: &Work<'_>) -> Result<(), Halt> {
        let used = std::mem::take(&mut *self.used.lock().unwrap_or_else(PoisonError::into_inner));
        if used.is_empty() {
            return Ok(());
        }
        // Whoever presses the switch waits for this transaction, or this one for hers.
        audit::hold(&work.tx).await?;
        let desk = work.desk;
        let mut documents: Vec<Uuid> = used.iter().map(|one| one.document).collect();
        documents.sort();
        documents.dedup();
        let count = i64::try_from(documents.len()).context("a transaction signs few documents")?;
        Gate::read(&work.tx, self.issuer, desk.now).await?.lets(count, desk)?;
        log::count(&work.tx, self.issuer, desk.now, count).await?;
        log::keep(work, (self.issuer, self.act), &self.authority.did(), used).await
    }
}

/// Seals paper after paper.
pub struct Stamp<'p> {
    pen: &'p Pen,
    sealer: Box<dyn document::seal::Sealer + Sync + 'p>,
}

impl Stamp<'_> {
    /// The paper of a document, sealed on a day.
    ///
    /// # Errors
    /// [`DocumentProblem::Unsealed`].
    pub fn seal(&self, document: Uuid, paper: &Paper, day: Day) -> Result<Vec<u8>, DocumentProblem> {
        let sealed = document::seal::seal(paper, day, &*self.sealer)?.pdf;
        self.pen.remember(document, Face::Seal, &sealed);
        Ok(sealed)
    }
}
