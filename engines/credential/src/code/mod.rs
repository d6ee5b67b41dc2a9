// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The certificate as a code on paper: what it attests in so few bytes that a printed square holds them with the signature, to
//! be checked where there is no network.

mod cbor;
mod claims;
mod envelope;

use chrono::NaiveDate;

use crate::badge::{Badge, BadgeKind};
use crate::cause::Cause;
use crate::key::IssuerKey;
use crate::trust::TrustList;

/// What the text of a code begins with; it names nobody.
pub const PREFIX: &str = "SERT1:";

/// Bytes that fit behind the prefix into a code of version 10 at error level M, which holds 311 letters.
///
/// # Source
/// ISO/IEC 18004, table 7 (alphanumeric mode); RFC 9285, section 4 (three letters for two bytes).
const MOST_BYTES: usize = (311 - PREFIX.len()) / 3 * 2;

/// What a code attests.
///
/// # Shape
/// `learner` and `achievement` are cut where they are too long for the code, and end in `…` then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFacts {
    pub kind: BadgeKind,
    pub number: String,
    pub learner: String,
    pub achievement: String,
    /// How many units were mastered; which ones stand on the second page.
    pub units: u32,
    pub awarded_on: NaiveDate,
    /// The last day it holds.
    pub valid_until: Option<NaiveDate>,
    /// Number of the status lists, and the place in them.
    pub status: Option<(u32, u32)>,
}

/// A code whose signature holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeRead {
    pub facts: CodeFacts,
    /// As on the trust list; the code itself does not say it.
    pub issuer_name: String,
    pub issuer_did: String,
}

impl CodeFacts {
    /// The same facts as in the file; `list` is the number by which the register knows the status lists.
    pub fn of(badge: &Badge, list: u32) -> Self {
        Self {
            kind: badge.kind,
            number: badge.number.clone(),
            learner: badge.learner_name.clone(),
            achievement: badge.achievement_name.clone(),
            units: u32::try_from(badge.units.len()).unwrap_or(u32::MAX),
            awarded_on: badge.awarded_on,
            valid_until: badge.valid_until,
            status: badge.status.as_ref().map(|status| (list, status.index)),
        }
    }
}

/// The text of the code; the same facts and key give the same text every time.
///
/// # Shape
/// [`PREFIX`], then base45 of a CWT in COSE_Sign1 with EdDSA. At most 311 letters for numbers up to 20 letters.
///
/// # Source
/// RFC 8392 (CWT), RFC 9052 section 4.2 (COSE_Sign1), RFC 9285 (base45).
pub fn issue_code(facts: &CodeFacts, key: &IssuerKey) -> String {
    let room = MOST_BYTES.saturating_sub(envelope::BYTES + claims::bytes_without_words(facts));
    let payload = claims::write(facts, room);
    format!("{PREFIX}{}", base45::encode(envelope::sign(&payload, key)))
}

/// Whether `text` is an unchanged code of an issuer on the list. The day, and whether the certificate was withdrawn, are asked
/// elsewhere.
///
/// # Errors
/// `NotACode`, `IssuerUnknown` with the number of the key, or `SignatureMismatch`.
pub fn read_code(text: &str, trust: &TrustList) -> Result<CodeRead, Cause> {
    // The last letter of base45 is never a space, so none is lost here.
    let coded = text.trim().strip_prefix(PREFIX).ok_or(Cause::NotACode)?;
    let bytes = base45::decode(coded).map_err(|_| Cause::NotACode)?;
    // Another spelling of the same bytes would be another code for the same certificate.
    if base45::encode(&bytes) != coded {
        return Err(Cause::NotACode);
    }
    let sealed = envelope::open(&bytes).ok_or(Cause::NotACode)?;
    let mut known = trust.with_key_number(sealed.key_number).peekable();
    if known.peek().is_none() {
        let hex: String = sealed.key_number.iter().map(|byte| format!("{byte:02x}")).collect();
        return Err(Cause::IssuerUnknown(hex));
    }
    let (key, name) = known.find(|(key, _)| sealed.holds(key)).ok_or(Cause::SignatureMismatch)?;
    let facts = claims::read(sealed.payload).ok_or(Cause::NotACode)?;
    Ok(CodeRead { facts, issuer_name: name.to_owned(), issuer_did: key.did() })
}
