// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The cryptosuite eddsa-jcs-2022 by itself: it seals and checks any JSON object and knows nothing of badges.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::cause::Cause;
use crate::jcs;
use crate::key::{IssuerKey, PublicKey};

/// The name of the suite in a proof.
pub const NAME: &str = "eddsa-jcs-2022";
const CONTEXT: &str = "@context";
const PROOF: &str = "proof";
const VALUE: &str = "proofValue";

/// Adds a proof made of `options` to `document`; a proof already there is replaced.
///
/// # Shape
/// `options` holds `type`, `cryptosuite`, `created`, `verificationMethod` and `proofPurpose`.
///
/// # Source
/// W3C Recommendation Data Integrity EdDSA Cryptosuites 1.0, section 3.3.1 (create proof).
pub fn seal(
    mut document: Map<String, Value>,
    options: Map<String, Value>,
    key: &IssuerKey,
) -> Map<String, Value> {
    let proof = prove(&document, options, key);
    document.insert(PROOF.into(), Value::Object(proof));
    document
}

/// The proof alone, over all members of `document` but `proof`.
pub(crate) fn prove(
    document: &Map<String, Value>,
    options: Map<String, Value>,
    key: &IssuerKey,
) -> Map<String, Value> {
    let mut proof = options;
    if let Some(context) = document.get(CONTEXT) {
        proof.insert(CONTEXT.into(), context.clone());
    }
    let signature = key.sign(&hash_data(document, &proof));
    proof.insert(VALUE.into(), format!("z{}", bs58::encode(signature).into_string()).into());
    proof
}

/// Whether the one proof of `document` is a signature of `key` over all the rest of it.
///
/// The Recommendation lets a document carry contexts after those of its proof. They would not be
/// signed, so here both lists must be equal.
///
/// # Errors
/// `ProofMissing`, `ContextsDiffer`, `ProofValueUnreadable` or `SignatureMismatch`.
///
/// # Source
/// W3C Recommendation Data Integrity EdDSA Cryptosuites 1.0, section 3.3.2 (verify proof).
pub fn check(document: &Map<String, Value>, key: &PublicKey) -> Result<(), Cause> {
    let Some(Value::Object(proof)) = document.get(PROOF) else {
        return Err(Cause::ProofMissing);
    };
    check_proof(document, proof, key)
}

/// The same of one proof among several.
pub(crate) fn check_proof(
    document: &Map<String, Value>,
    proof: &Map<String, Value>,
    key: &PublicKey,
) -> Result<(), Cause> {
    if proof.get(CONTEXT).is_some_and(|signed| Some(signed) != document.get(CONTEXT)) {
        return Err(Cause::ContextsDiffer);
    }
    let signature =
        proof.get(VALUE).and_then(Value::as_str).and_then(decode).ok_or(Cause::ProofValueUnreadable)?;
    if key.accepts(&hash_data(document, proof), &signature) { Ok(()) } else { Err(Cause::SignatureMismatch) }
}

/// SHA-256 of the canonical proof configuration, then SHA-256 of the canonical document; of the document without its proof, of the
/// proof without its value.
///
/// # Source
/// The same, section 3.3.4 (hashing); RFC 8785 (JCS).
pub fn hash_data(document: &Map<String, Value>, proof_config: &Map<String, Value>) -> [u8; 64] {
    digests(&jcs::canonical(document, Some(PROOF)), proof_config)
}

/// The same of a document whose `proof` is no proof of its own: the previous ones of a chain, which are signed along.
///
/// # Source
/// W3C Recommendation Data Integrity 1.0, sections 4.3 and 4.5.
pub(crate) fn hash_chained(document: &Map<String, Value>, proof_config: &Map<String, Value>) -> [u8; 64] {
    digests(&canonical(document), proof_config)
}

fn digests(document: &[u8], proof_config: &Map<String, Value>) -> [u8; 64] {
    let mut both = [0; 64];
    both[..32].copy_from_slice(&Sha256::digest(jcs::canonical(proof_config, Some(VALUE))));
    both[32..].copy_from_slice(&Sha256::digest(document));
    both
}

/// The one way to write `document` as JSON.
///
/// # Source
/// RFC 8785.
pub fn canonical(document: &Map<String, Value>) -> Vec<u8> {
    jcs::canonical(document, None)
}

fn decode(proof_value: &str) -> Option<[u8; 64]> {
    bs58::decode(proof_value.strip_prefix('z')?).into_vec().ok()?.try_into().ok()
}
