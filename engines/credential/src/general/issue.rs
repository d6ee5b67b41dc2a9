// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Issues any conforming credential in the name of a key.

use serde_json::{Map, Value, json};

use super::contexts::{DATA_INTEGRITY_V2, STATUS_V1};
use super::proof::{ProofOptions, add_proof};
use super::shape::{Version, is_url, version};
use super::verify::all_problems;
use crate::key::IssuerKey;
use crate::problem::{Problem, ProblemKind};

/// The signed credential.
///
/// # Shape
/// The issuer becomes the key's own `did:key`, whatever URL stood there; its name and other members stay, and one must be there. A
/// credential of data model 1.1 gets the context of its proof.
///
/// # Errors
/// All that keeps it from conforming.
///
/// # Source
/// VC Data Model 2.0, section 1.3 (conforming issuer); Data Integrity 1.0, section 2.4.1 (nothing may be dropped).
pub fn issue(credential: &Value, key: &IssuerKey, options: &ProofOptions) -> Result<Value, Vec<Problem>> {
    let Value::Object(members) = credential else {
        return Err(vec![Problem::new(ProblemKind::Parsing, "$", "must be a JSON object")]);
    };
    let mut members = members.clone();
    set_issuer(&mut members, &key.did());
    let document = Value::Object(members.clone());
    if version(&document, &mut Vec::new()) == Version::V1 {
        add_context(&mut members, DATA_INTEGRITY_V2);
    }
    let problems = all_problems(&document, &members);
    if !problems.is_empty() {
        return Err(problems);
    }
    add_proof(&members, key, options).map(Value::Object)
}

/// Only what may stand is replaced; what breaks a rule stays, to be named as a problem.
fn set_issuer(members: &mut Map<String, Value>, did: &str) {
    match members.get_mut("issuer") {
        Some(Value::Object(issuer)) if issuer.get("id").is_none_or(|id| id.as_str().is_some_and(is_url)) => {
            issuer.insert("id".into(), did.into());
        }
        Some(issuer) if issuer.as_str().is_some_and(is_url) => *issuer = did.into(),
        _ => {}
    }
}

/// Adds a status entry to those a credential has. One of data model 1.1 gets the context of its words.
pub fn add_status(credential: &mut Value, entry: Value) {
    let is_older = version(credential, &mut Vec::new()) == Version::V1;
    let Value::Object(members) = credential else { return };
    let status = match members.remove("credentialStatus") {
        None => entry,
        Some(Value::Array(mut all)) => {
            all.push(entry);
            Value::Array(all)
        }
        Some(one) => Value::Array(vec![one, entry]),
    };
    members.insert("credentialStatus".into(), status);
    if is_older {
        add_context(members, STATUS_V1);
    }
}

fn add_context(members: &mut Map<String, Value>, url: &str) {
    if let Some(Value::Array(contexts)) = members.get_mut("@context")
        && !contexts.contains(&json!(url))
    {
        contexts.push(url.into());
    }
}
