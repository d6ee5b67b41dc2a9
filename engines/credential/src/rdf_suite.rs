// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The cryptosuite eddsa-rdfc-2022 for certificates of the one fixed shape.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::badge::{Badge, midnight};
use crate::cause::Cause;
use crate::key::{IssuerKey, PublicKey};
use crate::quads::{proof_quads, quads};
use crate::rdfc::canonical;

/// The name of the suite in a proof.
pub const NAME: &str = "eddsa-rdfc-2022";

/// The proof of a certificate; the same badge and key give the same one every time.
///
/// # Source
/// W3C Recommendation Data Integrity EdDSA Cryptosuites 1.0, section 3.2.1 (create proof).
pub fn prove(badge: &Badge, key: &IssuerKey) -> Map<String, Value> {
    let method = key.verification_method();
    let signature = key.sign(&hash_of(badge, &method));
    members(badge, method, format!("z{}", bs58::encode(signature).into_string()))
}

/// Whether `proof` is the one that `key` makes of this certificate: the same members, and a signature over its meaning.
///
/// # Errors
/// `ProofValueUnreadable` or `SignatureMismatch`; the latter for options that are signed otherwise, too.
///
/// # Source
/// The same, section 3.2.2 (verify proof).
pub fn check(badge: &Badge, key: &PublicKey, proof: &Map<String, Value>) -> Result<(), Cause> {
    let value = proof.get("proofValue").and_then(Value::as_str).ok_or(Cause::ProofValueUnreadable)?;
    let decoded = value.strip_prefix('z').and_then(|text| bs58::decode(text).into_vec().ok());
    let signature: Option<[u8; 64]> = decoded.and_then(|bytes| bytes.try_into().ok());
    let signature = signature.ok_or(Cause::ProofValueUnreadable)?;
    let method = key.verification_method();
    let holds = key.accepts(&hash_of(badge, &method), &signature);
    (holds && *proof == members(badge, method, value.to_owned()))
        .then_some(())
        .ok_or(Cause::SignatureMismatch)
}

fn members(badge: &Badge, method: String, value: String) -> Map<String, Value> {
    let members = [
        ("type", "DataIntegrityProof".to_owned()),
        ("cryptosuite", NAME.to_owned()),
        ("created", midnight(badge.awarded_on)),
        ("verificationMethod", method),
        ("proofPurpose", "assertionMethod".to_owned()),
        ("proofValue", value),
    ];
    members.into_iter().map(|(member, text)| (member.to_owned(), text.into())).collect()
}

/// SHA-256 of the canonical proof options, then SHA-256 of the canonical statements.
///
/// # Source
/// The same, section 3.2.4 (hashing).
pub fn hash_data(badge: &Badge, key: &PublicKey) -> [u8; 64] {
    hash_of(badge, &key.verification_method())
}

fn hash_of(badge: &Badge, method: &str) -> [u8; 64] {
    let did = method.split_once('#').map_or(method, |(did, _)| did);
    let mut both = [0; 64];
    both[..32].copy_from_slice(&Sha256::digest(canonical(&proof_quads(
        NAME,
        &midnight(badge.awarded_on),
        method,
    ))));
    both[32..].copy_from_slice(&Sha256::digest(canonical(&quads(badge, did))));
    both
}
