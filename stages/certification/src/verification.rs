// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Is this file, or this number, a certificate that can be relied on? Reading only; nobody who checks is noted.

use audit::Object;
use credential::sdjwt::Selection;
use credential::{Cause, Face, Read, TrustList, Verdict, face_of, read_attachment, verify};
use kernel::day::Day;
use kernel::zone::Zone;
use store::{ConnectionTrait, DbErr};

use crate::facts::{self, CertificateFact, Standing};
use crate::selection;
use crate::signer::rekey::{self, Retired};

/// The credential in a file: out of the paper, or the file itself; nothing where there is none.
pub fn credential_of(bytes: &[u8]) -> Option<Vec<u8>> {
    match face_of(bytes) {
        Face::Pdf => read_attachment(bytes).ok(),
        Face::Json => Some(bytes.to_vec()),
        Face::Selection | Face::Unknown => None,
    }
}

/// Judges a file as it lies on a disk: a paper with its credential inside, or the credential alone. A file with chosen facts has
/// its own judge, `credential::sdjwt::verify`, because it need not tell them all.
///
/// Revocation is not in the file; whoever has the register asks it with the number read here.
pub fn verify_file(bytes: &[u8], today: Day, trust: &TrustList) -> Verdict {
    let verdict = match face_of(bytes) {
        Face::Pdf => match read_attachment(bytes) {
            Ok(credential) => verify(&credential, trust),
            Err(cause) => Verdict::Unreadable(cause),
        },
        Face::Json | Face::Selection | Face::Unknown => verify(bytes, trust),
    };
    verdict.on(today)
}

/// A file, and what the register knows of it.
#[derive(Debug, Clone)]
pub struct Judged {
    pub verdict: Verdict,
    /// Of the certificate, where the file is unchanged and the register has its number.
    pub standing: Option<Standing>,
}

/// Judges a file with the register at hand. Where the key that signed it was retired, the file must be the very one that was
/// issued: whoever has the key can make others.
///
/// # Errors
/// The database failed.
pub async fn judge_file<C: ConnectionTrait>(on: &C, bytes: &[u8], today: Day) -> Result<Judged, DbErr> {
    let trust = facts::trust_list(on).await?;
    let verdict = verify_file(bytes, today, &trust);
    let Verdict::Valid(read) = &verdict else { return Ok(Judged { verdict, standing: None }) };
    let found = facts::by_number(on, &read.number).await?;
    if let Some(key) = retired_key(on, &read.issuer_did).await? {
        let issued = match &found {
            Some(certificate) => {
                facts::files(on, certificate.id).await?.map(|(_, credential)| credential.into_bytes())
            }
            None => None,
        };
        if issued.is_none() || issued != credential_of(bytes) {
            return Ok(Judged { verdict: Verdict::Invalid(vec![withdrawn(&key)]), standing: None });
        }
    }
    Ok(Judged { standing: found.map(|certificate| certificate.standing(today)), verdict })
}

/// The same for a file with chosen facts, whose certificate the register found by number or place.
///
/// # Errors
/// The database failed.
pub async fn judge_selection<C: ConnectionTrait>(
    on: &C,
    (file, selection): (&str, &Selection),
    found: Option<&CertificateFact>,
) -> Result<Option<Cause>, DbErr> {
    let Some(key) = retired_key(on, &selection.issuer_did).await? else { return Ok(None) };
    let kept = match found {
        Some(certificate) => selection::kept(on, certificate).await?,
        None => None,
    };
    // What the issuer signed stands before the first sign of that kind; what follows is the holder's choice.
    let signed = |file: &str| file.split('~').next().map(str::to_owned);
    let is_kept = kept.is_some_and(|kept| signed(&kept) == signed(file));
    Ok((!is_kept).then(|| withdrawn(&key)))
}

async fn retired_key<C: ConnectionTrait>(on: &C, did: &str) -> Result<Option<Retired>, DbErr> {
    Ok(rekey::retired(on).await?.into_iter().find(|key| key.did == did))
}

fn withdrawn(key: &Retired) -> Cause {
    Cause::KeyRetired(Zone::Wib.day_of(key.since))
}

/// What became of the key that signed a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyStanding {
    /// It signs still.
    Signs,
    /// It was retired; the log had the certificate before.
    Recorded,
    /// It was retired; the issuer has looked at the certificate since.
    LookedAt,
}

/// Asks keys and log what became of the key behind a certificate.
pub async fn key_standing<C: ConnectionTrait>(
    on: &C,
    certificate: &CertificateFact,
    did: &str,
) -> Result<KeyStanding, DbErr> {
    let Some(key) = retired_key(on, did).await? else { return Ok(KeyStanding::Signs) };
    let object = Object::new("certificate", certificate.id.0);
    let evidence = audit::evidence(on, "CertificateIssued", object).await?;
    let is_recorded = evidence.is_some_and(|evidence| evidence.leaf.number < key.recorded);
    Ok(if is_recorded { KeyStanding::Recorded } else { KeyStanding::LookedAt })
}

/// What a stranger is told about a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Valid(Read),
    Revoked(Read, Day),
    /// A newer certificate stands in its place, since this day.
    Replaced(Read, Day),
    /// Set aside for a time, since this day.
    Suspended(Read, Day),
    /// With the last day it held.
    Expired(Read, Day),
    /// The register has the number, yet its credential does not hold: something is broken here, not in the reader's hand.
    Broken,
    Unknown,
}

/// Judges a stored certificate: the signature is checked anew each time, then its standing.
pub fn answer(certificate: &CertificateFact, credential: &str, trust: &TrustList, today: Day) -> Answer {
    let Verdict::Valid(read) = verify(credential.as_bytes(), trust) else { return Answer::Broken };
    if read.number != certificate.number {
        return Answer::Broken;
    }
    match certificate.standing(today) {
        Standing::InForce => Answer::Valid(read),
        Standing::Revoked(on) => Answer::Revoked(read, on),
        Standing::Replaced(on) => Answer::Replaced(read, on),
        Standing::Suspended(on) => Answer::Suspended(read, on),
        Standing::Expired(last) => Answer::Expired(read, last),
    }
}
