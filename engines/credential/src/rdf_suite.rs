// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The cryptosuite eddsa-rdfc-2022 for certificates of the one fixed shape.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::badge::{Badge, midnight};
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
    let signature = key.sign(&hash_data(badge, key));
    let members = [
        ("type", "DataIntegrityProof".to_owned()),
        ("cryptosuite", NAME.to_owned()),
        ("created", midnight(badge.awarded_on)),
        ("verificationMethod", key.verification_method()),
        ("proofPurpose", "assertionMethod".to_owned()),
        ("proofValue", format!("z{}", bs58::encode(signature).into_string())),
    ];
    members.into_iter().map(|(member, text)| (member.to_owned(), text.into())).collect()
}

/// Whether a signature is one of `key` over these statements.
pub fn accepts(hash_data: &[u8; 64], key: &PublicKey, proof_value: &str) -> bool {
    let decoded = proof_value.strip_prefix('z').and_then(|text| bs58::decode(text).into_vec().ok());
    let signature: Option<[u8; 64]> = decoded.and_then(|bytes| bytes.try_into().ok());
    signature.is_some_and(|signature| key.accepts(hash_data, &signature))
}

/// SHA-256 of the canonical proof options, then SHA-256 of the canonical statements.
///
/// # Source
/// The same, section 3.2.4 (hashing).
pub fn hash_data(badge: &Badge, key: &IssuerKey) -> [u8; 64] {
    let options = proof_quads(NAME, &midnight(badge.awarded_on), &key.verification_method());
    let mut both = [0; 64];
    both[..32].copy_from_slice(&Sha256::digest(canonical(&options)));
    both[32..].copy_from_slice(&Sha256::digest(canonical(&quads(badge, key))));
    both
}
