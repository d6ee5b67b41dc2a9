// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One proof over any document: how its bytes are hashed, and how it is made.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::canonical::canonical;
use super::proofs::previous;
use crate::key::IssuerKey;
use crate::problem::{Problem, ProblemKind};
use crate::{rdf_suite, suite};

/// The cryptosuites of Ed25519 that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cryptosuite {
    /// `eddsa-rdfc-2022`, over the meaning.
    Rdfc,
    /// `eddsa-jcs-2022`, over the text.
    Jcs,
}

impl Cryptosuite {
    /// As in a proof.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rdfc => rdf_suite::NAME,
            Self::Jcs => suite::NAME,
        }
    }

    /// The suite of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Rdfc, Self::Jcs].into_iter().find(|suite| suite.name() == name)
    }
}

/// What a proof says besides its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofOptions {
    pub cryptosuite: Cryptosuite,
    /// A URL, needed where another proof will name this one as its `previousProof`.
    pub id: Option<String>,
    /// `2026-11-20T08:00:00Z`.
    pub created: Option<String>,
    /// `assertionMethod` for a credential, `authentication` for a presentation.
    pub purpose: String,
    pub challenge: Option<String>,
    pub domain: Option<String>,
    /// The `id`s of proofs that this one signs along with the document.
    pub previous: Vec<String>,
}

impl ProofOptions {
    /// A plain proof of a credential.
    pub fn assertion(cryptosuite: Cryptosuite, created: impl Into<String>) -> Self {
        Self {
            cryptosuite,
            id: None,
            created: Some(created.into()),
            purpose: "assertionMethod".into(),
            challenge: None,
            domain: None,
            previous: Vec::new(),
        }
    }

    fn members(&self, method: String) -> Map<String, Value> {
        let previous = match self.previous.as_slice() {
            [] => None,
            [one] => Some(Value::from(one.as_str())),
            many => Some(Value::from(many)),
        };
        let text = |text: &Option<String>| text.as_deref().map(Value::from);
        let members = [
            ("id", text(&self.id)),
            ("type", Some("DataIntegrityProof".into())),
            ("cryptosuite", Some(self.cryptosuite.name().into())),
            ("created", text(&self.created)),
            ("verificationMethod", Some(method.into())),
            ("proofPurpose", Some(self.purpose.as_str().into())),
            ("challenge", text(&self.challenge)),
            ("domain", text(&self.domain)),
            ("previousProof", previous),
        ];
        members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }
}

/// Adds a proof to those `document` has already.
///
/// # Errors
/// As [`hash_data`]; `ProofGeneration` if a previous proof is not there.
///
/// # Source
/// Data Integrity 1.0, sections 4.2 and 4.3 (add proof; add proof set or chain).
pub fn add_proof(
    document: &Map<String, Value>,
    key: &IssuerKey,
    options: &ProofOptions,
) -> Result<Map<String, Value>, Vec<Problem>> {
    let mut unsecured = document.clone();
    let existing = unsecured.remove("proof");
    let mut all = match existing.clone() {
        None => Vec::new(),
        Some(Value::Array(all)) => all,
        Some(one) => vec![one],
    };
    let mut proof = options.members(key.verification_method());
    if !options.previous.is_empty() {
        let before = previous(&proof, &all, "$.proof").map_err(|mut problem| {
            problem.kind = ProblemKind::ProofGeneration;
            vec![problem]
        })?;
        unsecured.insert("proof".into(), Value::Array(before));
    }
    if let (Cryptosuite::Jcs, Some(context)) = (options.cryptosuite, document.get("@context")) {
        proof.insert("@context".into(), context.clone());
    }
    let signature = key.sign(&hash_data(options.cryptosuite, &unsecured, &proof)?);
    proof.insert("proofValue".into(), format!("z{}", bs58::encode(signature).into_string()).into());
    let mut secured = document.clone();
    let is_set = existing.is_some();
    all.push(Value::Object(proof));
    let proof = if is_set { Value::Array(all) } else { all.remove(0) };
    secured.insert("proof".into(), proof);
    Ok(secured)
}

/// SHA-256 of the canonical proof options, then SHA-256 of the canonical document.
///
/// # Shape
/// `unsecured` is without proofs, or with those a chain signs along; `options` without `proofValue`.
///
/// # Errors
/// What [`canonical`] finds, for eddsa-rdfc-2022.
///
/// # Source
/// Data Integrity EdDSA Cryptosuites 1.0, sections 3.2.3 to 3.2.5 and 3.3.3 to 3.3.5.
pub fn hash_data(
    suite: Cryptosuite,
    unsecured: &Map<String, Value>,
    options: &Map<String, Value>,
) -> Result<[u8; 64], Vec<Problem>> {
    if suite == Cryptosuite::Jcs {
        return Ok(suite::hash_chained(unsecured, options));
    }
    let mut options = options.clone();
    if let Some(context) = unsecured.get("@context") {
        options.insert("@context".into(), context.clone());
    }
    let canonical_options = canonical(&Value::Object(options)).map_err(|mut problems| {
        problems.iter_mut().for_each(|problem| problem.path = problem.path.replacen('$', "$.proof", 1));
        problems
    });
    let canonical_document = canonical(&Value::Object(unsecured.clone()));
    match (canonical_options, canonical_document) {
        (Ok(options), Ok(document)) => {
            let mut both = [0; 64];
            both[..32].copy_from_slice(&Sha256::digest(options));
            both[32..].copy_from_slice(&Sha256::digest(document));
            Ok(both)
        }
        (options, document) => {
            let mut problems = document.err().unwrap_or_default();
            problems.extend(options.err().unwrap_or_default());
            Err(problems)
        }
    }
}
