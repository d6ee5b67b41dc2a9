// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Verifies any conforming credential. Its status is asked elsewhere, see [`status`](crate::status).

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::proofs::{Expected, Resolve, add_new, check_proofs};
use super::shape::{credential_problems, date_time};
use super::statements::statements;
use crate::problem::{Problem, ProblemKind};

/// Whether a credential conforms, is in force, and is proved by its issuer; the answer is who that is.
///
/// # Errors
/// Every problem of its shape and its proofs.
///
/// # Source
/// VC Data Model 2.0, sections 7.1 and 8; that a credential outside its time is refused is a product decision.
pub fn verify_credential(
    document: &Value,
    expected: &Expected,
    resolve: Resolve<'_>,
) -> Result<String, Vec<Problem>> {
    let issuer = party(&document["issuer"]).unwrap_or_default().to_owned();
    let Some(members) = document.as_object() else {
        return Err(credential_problems(document));
    };
    let mut problems = all_problems(document, members);
    match check_proofs(members, expected, resolve) {
        // Others may sign beside the issuer, not in its place.
        Ok(controllers) => {
            let is_unresolved = expected.allows_unresolved_issuer && !issuer.starts_with("did:");
            if !controllers.contains(&issuer) && !is_unresolved {
                let detail = "is not the one whose key made the proof";
                problems.push(Problem::new(ProblemKind::InvalidRelationship, "$.issuer", detail));
            }
        }
        Err(found) => add_new(&mut problems, found),
    }
    problems.extend(outside_its_time(document, expected.now));
    if problems.is_empty() { Ok(issuer) } else { Err(problems) }
}

/// What is wrong with the shape of `document`, and whatever of `signed`, the same with the contexts of its proof, would not be
/// signed. Over the text alone nothing is left out, but the data model lets no word stand undefined there either.
pub(crate) fn all_problems(document: &Value, signed: &Map<String, Value>) -> Vec<Problem> {
    let mut problems = credential_problems(document);
    let mut unsecured = signed.clone();
    unsecured.remove("proof");
    let unsaid = statements(&Value::Object(unsecured)).err().unwrap_or_default();
    for problem in unsaid {
        if !problems.iter().any(|known| known.path == problem.path) {
            problems.push(problem);
        }
    }
    problems
}

/// The URL of a party that is a URL or an object.
pub(crate) fn party(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("id")?.as_str())
}

fn outside_its_time(document: &Value, now: DateTime<Utc>) -> Option<Problem> {
    let moment = |member: &str| document.get(member)?.as_str().and_then(date_time);
    for start in ["validFrom", "issuanceDate"] {
        if moment(start).is_some_and(|start| now < start) {
            return Some(Problem::new(
                ProblemKind::Range,
                format!("$.{start}"),
                "the credential is not in force yet",
            ));
        }
    }
    for end in ["validUntil", "expirationDate"] {
        if moment(end).is_some_and(|end| end < now) {
            return Some(Problem::new(
                ProblemKind::Range,
                format!("$.{end}"),
                "the credential is no longer in force",
            ));
        }
    }
    None
}
