// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A presentation.

use serde_json::Value;

use super::base::{each, id, kind, party, version};
use super::typed::typed_members;
use crate::general::contexts::CREDENTIALS_V2;
use crate::problem::{Problem, ProblemKind};

/// All that is wrong with the shape of a presentation; what is wrong inside its credentials is left to those who check them.
///
/// # Source
/// VC Data Model 2.0, section 4.13; VC Data Model 1.1, section 4.10.
pub fn presentation_problems(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !document.is_object() {
        return vec![Problem::new(ProblemKind::Parsing, "$", "must be a JSON object")];
    }
    let version = version(document, &mut problems);
    id(document, "$", &mut problems);
    kind(document, "$", Some("VerifiablePresentation"), &mut problems);
    if let Some(holder) = document.get("holder") {
        party(holder, "$.holder", &mut problems);
    }
    if let Some(credentials) = document.get("verifiableCredential") {
        for (path, credential) in each(credentials, "$.verifiableCredential") {
            match credential {
                Value::Object(_) if is_enveloped(credential) => enveloped(credential, &path, &mut problems),
                Value::Object(_) => {}
                _ => problems.push(Problem::malformed(path, "must be a credential, not its address or text")),
            }
        }
    }
    typed_members(document, version, &mut problems);
    problems
}

/// Whether a credential came as a token in a `data:` URL.
pub(crate) fn is_enveloped(credential: &Value) -> bool {
    each(&credential["type"], "$").iter().any(|(_, kind)| *kind == "EnvelopedVerifiableCredential")
}

/// # Source
/// VC Data Model 2.0, section 4.13.1.
fn enveloped(credential: &Value, path: &str, problems: &mut Vec<Problem>) {
    let defines = each(&credential["@context"], path).iter().any(|(_, context)| *context == CREDENTIALS_V2);
    if !defines {
        problems
            .push(Problem::malformed(format!("{path}.@context"), format!("must include {CREDENTIALS_V2}")));
    }
    if !credential["id"].as_str().is_some_and(|id| id.starts_with("data:") && id.contains(',')) {
        problems.push(Problem::malformed(format!("{path}.id"), "must be a data: URL"));
    }
}
