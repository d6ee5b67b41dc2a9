// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be wrong with any conforming credential, in the words of the Recommendations: a kind, a place, a sentence.
//! The house's own certificates have their own, narrower [`Cause`](crate::Cause).

use std::fmt;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    /// The JSON path of the value, `$.credentialSubject[0].id`; `$` is the document itself.
    pub path: String,
    /// An English sentence for the developer who reads the answer of an interface.
    pub detail: String,
}

/// The kinds the Recommendations name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    Parsing,
    CryptographicSecurity,
    MalformedValue,
    Range,
    ProofGeneration,
    ProofVerification,
    ProofTransformation,
    DataLoss,
    InvalidDomain,
    InvalidChallenge,
    InvalidVerificationMethod,
    InvalidRelationship,
    StatusRetrieval,
    StatusVerification,
    StatusListLength,
}

impl ProblemKind {
    /// The address that names the kind in a problem document.
    ///
    /// # Source
    /// VC Data Model 2.0, section 7.4; Data Integrity 1.0, sections 2.4.1 and 4.7; Controlled Identifiers 1.0, section 3.5; Bitstring
    /// Status List 1.0, section 3.5.
    pub fn url(self) -> &'static str {
        match self {
            Self::Parsing => "https://www.w3.org/TR/vc-data-model#PARSING_ERROR",
            Self::CryptographicSecurity => "https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR",
            Self::MalformedValue => "https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR",
            Self::Range => "https://www.w3.org/TR/vc-data-model#RANGE_ERROR",
            Self::ProofGeneration => "https://w3id.org/security#PROOF_GENERATION_ERROR",
            Self::ProofVerification => "https://w3id.org/security#PROOF_VERIFICATION_ERROR",
            Self::ProofTransformation => "https://w3id.org/security#PROOF_TRANSFORMATION_ERROR",
            Self::DataLoss => "https://w3id.org/security#DATA_LOSS_DETECTION_ERROR",
            Self::InvalidDomain => "https://w3id.org/security#INVALID_DOMAIN_ERROR",
            Self::InvalidChallenge => "https://w3id.org/security#INVALID_CHALLENGE_ERROR",
            Self::InvalidVerificationMethod => "https://w3id.org/security#INVALID_VERIFICATION_METHOD",
            Self::InvalidRelationship => {
                "https://w3id.org/security#INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD"
            }
            Self::StatusRetrieval => "https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR",
            Self::StatusVerification => {
                "https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR"
            }
            Self::StatusListLength => {
                "https://www.w3.org/ns/credentials/status-list#STATUS_LIST_LENGTH_ERROR"
            }
        }
    }

    /// The kind in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Parsing => "Not readable",
            Self::CryptographicSecurity => "Not protected by the proof",
            Self::MalformedValue => "Malformed value",
            Self::Range => "Value out of range",
            Self::ProofGeneration => "Proof cannot be made",
            Self::ProofVerification => "Proof does not hold",
            Self::ProofTransformation => "Cannot be brought into canonical form",
            Self::DataLoss => "Not all would be signed",
            Self::InvalidDomain => "Another domain",
            Self::InvalidChallenge => "Another challenge",
            Self::InvalidVerificationMethod => "Key not usable",
            Self::InvalidRelationship => "Key not meant for this",
            Self::StatusRetrieval => "Status list not found",
            Self::StatusVerification => "Status list does not hold",
            Self::StatusListLength => "Status list too short",
        }
    }
}

impl Problem {
    pub fn new(kind: ProblemKind, path: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { kind, path: path.into(), detail: detail.into() }
    }

    /// The commonest kind: a value that a MUST of a Recommendation does not let stand.
    pub fn malformed(path: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::new(ProblemKind::MalformedValue, path, detail)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} at {}: {}", self.kind.title(), self.path, self.detail)
    }
}

impl std::error::Error for Problem {}
