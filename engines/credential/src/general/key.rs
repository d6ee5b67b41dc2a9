// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whose key a proof names.

use crate::key::PublicKey;
use crate::problem::{Problem, ProblemKind};

/// A key and the one who may speak with it, for every purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyOf {
    pub controller: String,
    pub key: PublicKey,
}

/// The key of `did:key:X#X`, Ed25519 as Multikey; its document names it for assertion and authentication alike.
///
/// # Errors
/// `InvalidVerificationMethod` for all else; `path` is where the name stands.
///
/// # Source
/// The did:key Method, section 3; Controlled Identifiers 1.0, section 3.3.
pub fn did_key(method: &str, path: &str) -> Result<KeyOf, Problem> {
    let key = PublicKey::from_verification_method(method).map_err(|_| {
        let detail = "must be did:key:z…#z… of an Ed25519 key; no other is resolved here";
        Problem::new(ProblemKind::InvalidVerificationMethod, path, detail)
    })?;
    Ok(KeyOf { controller: key.did(), key })
}
