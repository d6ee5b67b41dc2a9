// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Is this file, or this number, a certificate that can be relied on? Reading only; nobody who checks is noted.

use credential::{Face, Read, TrustList, Verdict, face_of, read_attachment, verify};
use kernel::day::Day;

use crate::facts::{CertificateFact, Standing};

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
