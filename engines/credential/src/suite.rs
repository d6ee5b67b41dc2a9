// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The cryptosuite eddsa-jcs-2022 by itself: it seals and checks any JSON object and knows nothing of badges.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::cause::Cause;
use crate::key::{IssuerKey, PublicKey};

/// The name of the suite in a proof.
pub const NAME: &str = "eddsa-jcs-2022";

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
    document.remove("proof");
    let mut proof = options;
    if let Some(context) = document.get("@context") {
        proof.insert("@context".into(), context.clone());
    }
    let signature = key.sign(&hash_data(&document, &proof));
    proof.insert("proofValue".into(), format!("z{}", bs58::encode(signature).into_string()).into());
    document.insert("proof".into(), Value::Object(proof));
    document
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
    let mut unsecured = document.clone();
    let Some(Value::Object(mut proof)) = unsecured.remove("proof") else {
        return Err(Cause::ProofMissing);
    };
    if proof.get("@context").is_some_and(|signed| Some(signed) != unsecured.get("@context")) {
        return Err(Cause::ContextsDiffer);
    }
    let value = proof.remove("proofValue");
    let signature =
        value.as_ref().and_then(Value::as_str).and_then(decode).ok_or(Cause::ProofValueUnreadable)?;
    if key.accepts(&hash_data(&unsecured, &proof), &signature) {
        Ok(())
    } else {
        Err(Cause::SignatureMismatch)
    }
}

/// SHA-256 of the canonical proof configuration, then SHA-256 of the canonical document.
///
/// # Source
/// The same, section 3.3.4 (hashing); RFC 8785 (JCS).
pub fn hash_data(document: &Map<String, Value>, proof_config: &Map<String, Value>) -> [u8; 64] {
    let mut both = [0; 64];
    both[..32].copy_from_slice(&Sha256::digest(canonical(proof_config)));
    both[32..].copy_from_slice(&Sha256::digest(canonical(document)));
    both
}

/// The one way to write `document` as JSON.
///
/// # Source
/// RFC 8785.
pub fn canonical(document: &Map<String, Value>) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(document)
        .expect("a parsed JSON object has string keys and finite numbers")
}

fn decode(proof_value: &str) -> Option<[u8; 64]> {
    bs58::decode(proof_value.strip_prefix('z')?).into_vec().ok()?.try_into().ok()
}
