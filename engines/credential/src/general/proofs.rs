// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Checks all proofs of a document: one, a set, or a chain. Each must hold.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::key::KeyOf;
use super::proof::{Cryptosuite, hash_data};
use super::shape::{date_time, is_url};
use crate::problem::{Problem, ProblemKind};

/// What the one who asks expects of a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub now: DateTime<Utc>,
    /// `assertionMethod` or `authentication`.
    pub purpose: String,
    pub challenge: Option<String>,
    /// Any order.
    pub domain: Option<Vec<String>>,
    /// Whether a credential may stand whose issuer is no DID, so that nobody can tell here whose key it names. Then the proof
    /// says only who made it.
    pub allows_unresolved_issuer: bool,
}

impl Expected {
    /// A proof made for `purpose`, without a challenge, by the issuer itself.
    pub fn at(now: DateTime<Utc>, purpose: impl Into<String>) -> Self {
        Self { now, purpose: purpose.into(), challenge: None, domain: None, allows_unresolved_issuer: false }
    }
}

/// The type of a proof.
const TYPE: &str = "DataIntegrityProof";
/// The type of proofs made before there were cryptosuites. They are read and never made.
const OLDER_TYPE: &str = "Ed25519Signature2020";

/// Finds the key of a verification method; the second text is the path it stands at.
pub type Resolve<'a> = &'a dyn Fn(&str, &str) -> Result<KeyOf, Problem>;

/// The ones who proved `document`, in the order of its proofs.
///
/// # Errors
/// What is wrong with any proof; `ProofVerification` if there is none.
///
/// # Source
/// Data Integrity 1.0, sections 2.1, 4.4 and 4.5 (verify proof; verify proof sets and chains).
pub fn check_proofs(
    document: &Map<String, Value>,
    expected: &Expected,
    resolve: Resolve<'_>,
) -> Result<Vec<String>, Vec<Problem>> {
    let mut unsecured = document.clone();
    let (all, is_set) = match unsecured.remove("proof") {
        Some(Value::Array(all)) if !all.is_empty() => (all, true),
        Some(one @ Value::Object(_)) => (vec![one], false),
        _ => {
            let detail = "must be a proof, or a set of them";
            return Err(vec![Problem::new(ProblemKind::ProofVerification, "$.proof", detail)]);
        }
    };
    let mut problems = Vec::new();
    let mut controllers = Vec::new();
    for (at, proof) in all.iter().enumerate() {
        let path = if is_set { format!("$.proof[{at}]") } else { "$.proof".into() };
        let Value::Object(proof) = proof else {
            problems.push(Problem::new(ProblemKind::ProofVerification, path, "must be an object"));
            continue;
        };
        let examined = Examined { unsecured: &unsecured, all: &all, path: &path };
        match examined.check(proof, expected, resolve) {
            Ok(controller) => controllers.push(controller),
            Err(found) => add_new(&mut problems, found),
        }
    }
    if problems.is_empty() { Ok(controllers) } else { Err(problems) }
}

/// Two proofs find the same fault of a document, which is told once.
pub(crate) fn add_new(problems: &mut Vec<Problem>, found: Vec<Problem>) {
    for problem in found {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
}

/// The proofs that `proof` names as its previous ones, in the order they stand in; each of an id that stands twice, so that neither
/// can be exchanged.
pub(crate) fn previous(proof: &Map<String, Value>, all: &[Value], path: &str) -> Result<Vec<Value>, Problem> {
    let Some(named) = proof.get("previousProof") else {
        return Ok(Vec::new());
    };
    let path = format!("{path}.previousProof");
    let names = texts(named).filter(|names| !names.is_empty());
    let names = names.ok_or_else(|| {
        Problem::new(ProblemKind::ProofVerification, path.as_str(), "must be an id or a list of ids")
    })?;
    let others = || all.iter().filter(|other| other.as_object() != Some(proof));
    if let Some(name) = names.iter().find(|name| !others().any(|other| other["id"] == **name)) {
        let detail = format!("no proof here has the id {name}");
        return Err(Problem::new(ProblemKind::ProofVerification, path, detail));
    }
    let is_named = |other: &&Value| names.iter().any(|name| other["id"] == *name);
    Ok(others().filter(is_named).cloned().collect())
}

fn texts(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(one) => Some(vec![one]),
        Value::Array(all) => all.iter().map(Value::as_str).collect(),
        _ => None,
    }
}

struct Examined<'a> {
    unsecured: &'a Map<String, Value>,
    all: &'a [Value],
    path: &'a str,
}

impl Examined<'_> {
    fn problem(&self, kind: ProblemKind, member: &str, detail: &str) -> Problem {
        Problem::new(kind, format!("{}.{member}", self.path), detail)
    }

    fn check(
        &self,
        proof: &Map<String, Value>,
        expected: &Expected,
        resolve: Resolve<'_>,
    ) -> Result<String, Vec<Problem>> {
        let mut problems = self.members(proof);
        problems.extend(self.expectations(proof, expected));
        let suite = suite(proof);
        if suite.is_none() {
            let detail = "must be eddsa-rdfc-2022 or eddsa-jcs-2022, or left out of an Ed25519Signature2020; no other is checked here";
            problems.push(self.problem(ProblemKind::ProofVerification, "cryptosuite", detail));
        }
        let method = proof.get("verificationMethod").and_then(Value::as_str).unwrap_or_default();
        let key = resolve(method, &format!("{}.verificationMethod", self.path));
        let signature = signature(proof);
        if signature.is_none() {
            let detail = "must be 64 bytes in base58 behind the letter z";
            problems.push(self.problem(ProblemKind::ProofVerification, "proofValue", detail));
        }
        let before = previous(proof, self.all, self.path);
        problems.extend(before.as_ref().err().cloned());
        match (suite, key, signature, before) {
            (Some(suite), Ok(key), Some(signature), Ok(before)) if problems.is_empty() => {
                self.signature(suite, proof, before).and_then(|hash| {
                    if key.key.accepts(&hash, &signature) {
                        Ok(key.controller)
                    } else {
                        let detail = "does not fit the document: it was changed, or signed with another key";
                        Err(vec![self.problem(ProblemKind::ProofVerification, "proofValue", detail)])
                    }
                })
            }
            (_, key, ..) => {
                problems.extend(key.err());
                Err(problems)
            }
        }
    }

    /// What was signed.
    fn signature(
        &self,
        suite: Cryptosuite,
        proof: &Map<String, Value>,
        before: Vec<Value>,
    ) -> Result<[u8; 64], Vec<Problem>> {
        let mut unsecured = self.unsecured.clone();
        if !before.is_empty() {
            unsecured.insert("proof".into(), Value::Array(before));
        }
        let mut options = proof.clone();
        options.remove("proofValue");
        if let Some(signed) = proof.get("@context") {
            if !starts_with(unsecured.get("@context"), signed, suite) {
                let detail = "must be the beginning of the document's own contexts";
                return Err(vec![self.problem(ProblemKind::ProofVerification, "@context", detail)]);
            }
            unsecured.insert("@context".into(), signed.clone());
        }
        hash_data(suite, &unsecured, &options).map_err(|mut problems| {
            for problem in &mut problems {
                if let Some(member) = problem.path.strip_prefix("$.proof.") {
                    problem.path = format!("{}.{member}", self.path);
                }
            }
            problems
        })
    }

    /// The MUSTs of Data Integrity 1.0, section 2.1, for members whatever is expected.
    fn members(&self, proof: &Map<String, Value>) -> Vec<Problem> {
        let text = Value::is_string;
        let url = |value: &Value| value.as_str().is_some_and(is_url);
        let moment = |value: &Value| value.as_str().and_then(date_time).is_some();
        let many = |value: &Value| texts(value).is_some();
        type Fits<'f> = &'f dyn Fn(&Value) -> bool;
        let rules: [(&str, bool, Fits<'_>, &str); 9] = [
            ("type", true, &|value| value == TYPE || value == OLDER_TYPE, "must be DataIntegrityProof"),
            ("verificationMethod", true, &url, "must be a URL"),
            ("proofPurpose", true, &text, "must be a string"),
            ("id", false, &url, "must be a URL"),
            ("created", false, &moment, "must be a dateTimeStamp"),
            ("expires", false, &moment, "must be a dateTimeStamp"),
            ("challenge", false, &text, "must be a string"),
            ("nonce", false, &text, "must be a string"),
            ("domain", false, &many, "must be a string or a list of strings"),
        ];
        let broken = rules.into_iter().filter(|(member, needed, fits, _)| match proof.get(*member) {
            Some(value) => !fits(value),
            None => *needed,
        });
        broken
            .map(|(member, _, _, detail)| self.problem(ProblemKind::ProofVerification, member, detail))
            .collect()
    }

    fn expectations(&self, proof: &Map<String, Value>, expected: &Expected) -> Vec<Problem> {
        let mut problems = Vec::new();
        let text = |member: &str| proof.get(member).and_then(Value::as_str);
        if text("proofPurpose").is_some_and(|purpose| purpose != expected.purpose) {
            let detail = format!("must be {} here", expected.purpose);
            problems.push(self.problem(ProblemKind::ProofVerification, "proofPurpose", &detail));
        }
        if text("expires").and_then(date_time).is_some_and(|end| end < expected.now) {
            problems.push(self.problem(
                ProblemKind::ProofVerification,
                "expires",
                "the proof is no longer in force",
            ));
        }
        if expected.challenge.as_deref().is_some_and(|challenge| text("challenge") != Some(challenge)) {
            problems.push(self.problem(
                ProblemKind::InvalidChallenge,
                "challenge",
                "is not the challenge given",
            ));
        }
        if let Some(domain) = &expected.domain {
            let mut given: Vec<&str> = domain.iter().map(String::as_str).collect();
            let mut signed = proof.get("domain").and_then(texts).unwrap_or_default();
            given.sort_unstable();
            signed.sort_unstable();
            if given != signed {
                problems.push(self.problem(ProblemKind::InvalidDomain, "domain", "is not the domain given"));
            }
        }
        problems
    }
}

/// The suite of a proof; the older type is one itself, and hashes as eddsa-rdfc-2022 does.
///
/// # Source
/// Data Integrity 1.0, section 2.1; Ed25519Signature2020: W3C CCG draft "Ed25519 Signature 2020", before the Recommendation.
fn suite(proof: &Map<String, Value>) -> Option<Cryptosuite> {
    match (proof.get("type")?.as_str()?, proof.get("cryptosuite")) {
        (OLDER_TYPE, None) => Some(Cryptosuite::Rdfc),
        (OLDER_TYPE, Some(_)) => None,
        (_, named) => Cryptosuite::from_name(named?.as_str()?),
    }
}

fn signature(proof: &Map<String, Value>) -> Option<[u8; 64]> {
    let text = proof.get("proofValue")?.as_str()?.strip_prefix('z')?;
    bs58::decode(text).into_vec().ok()?.try_into().ok()
}

/// Over the text a document may carry more contexts than were signed; they are left out of what counts as proved. Over the
/// meaning they count, so there the proof can have none but the document's own.
fn starts_with(contexts: Option<&Value>, signed: &Value, suite: Cryptosuite) -> bool {
    match (contexts, signed) {
        (Some(Value::Array(all)), Value::Array(signed)) if suite == Cryptosuite::Jcs => {
            all.starts_with(signed)
        }
        (Some(all), signed) => all == signed,
        (None, _) => false,
    }
}
