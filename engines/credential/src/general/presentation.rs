// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Verifies a presentation and every credential in it.

use serde_json::Value;

use super::proofs::{Expected, Resolve, check_proofs};
use super::shape::{each, is_enveloped, presentation_problems};
use super::statements::statements;
use super::verify::{party, verify_credential};
use crate::problem::{Problem, ProblemKind};

/// Whether a presentation conforms, is proved by its holder, and holds only credentials that verify.
///
/// # Errors
/// Every problem, those of a credential under its path.
///
/// # Source
/// VC Data Model 2.0, sections 4.13, 4.13.3 (holder claims) and 7.1.
pub fn verify_presentation(
    document: &Value,
    expected: &Expected,
    resolve: Resolve<'_>,
) -> Result<(), Vec<Problem>> {
    let mut problems = presentation_problems(document);
    let Some(members) = document.as_object() else {
        return Err(problems);
    };
    let holder = document.get("holder").and_then(party);
    let presenters = match check_proofs(members, expected, resolve) {
        Ok(presenters) => presenters,
        Err(found) => {
            problems.extend(found);
            Vec::new()
        }
    };
    if holder.is_some_and(|holder| presenters.iter().any(|presenter| presenter != holder)) {
        let detail = "is not the one whose key made the proof";
        problems.push(Problem::new(ProblemKind::InvalidRelationship, "$.holder", detail));
    }
    if let Some(credentials) = document.get("verifiableCredential") {
        let of_credential = Expected { challenge: None, domain: None, ..expected.clone() };
        let of_credential = Expected { purpose: "assertionMethod".into(), ..of_credential };
        for (path, credential) in each(credentials, "$.verifiableCredential") {
            let inside = Inside { credential, holder, presenters: &presenters };
            let found = inside.check(&of_credential, resolve);
            problems.extend(
                found
                    .into_iter()
                    .map(|problem| Problem { path: problem.path.replacen('$', &path, 1), ..problem }),
            );
        }
    }
    if problems.is_empty() {
        let mut unsecured = members.clone();
        unsecured.remove("proof");
        problems.extend(statements(&Value::Object(unsecured)).err().unwrap_or_default());
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

struct Inside<'a> {
    credential: &'a Value,
    holder: Option<&'a str>,
    presenters: &'a [String],
}

impl Inside<'_> {
    fn check(&self, expected: &Expected, resolve: Resolve<'_>) -> Vec<Problem> {
        if is_enveloped(self.credential) {
            let detail = "credentials in an envelope (JOSE, COSE) are not verified here";
            return vec![Problem::new(ProblemKind::ProofVerification, "$", detail)];
        }
        let issuer = party(&self.credential["issuer"]).unwrap_or_default();
        let is_own = self.presenters.iter().any(|presenter| presenter == issuer);
        // One with a proof of its own stands for itself, whoever presents it.
        let is_self_asserted = is_own && self.credential.get("proof").is_none();
        if is_self_asserted && self.holder != Some(issuer) {
            let detail = "who speaks of itself must be named as holder of the presentation";
            return vec![Problem::malformed("$.issuer", detail)];
        }
        if is_self_asserted {
            // The proof of the presentation covers it.
            return super::shape::credential_problems(self.credential);
        }
        verify_credential(self.credential, expected, resolve).err().unwrap_or_default()
    }
}
