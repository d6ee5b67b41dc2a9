// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The bodies of the VC API: a document under its name, and options.

use axum::body::Bytes;
use credential::general::{Cryptosuite, Expected, read};
use credential::{Problem, ProblemKind};
use serde_json::Value;

use super::answer::Refused;
use super::bed::Bed;

/// A request that was read.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub document: Value,
    options: Value,
}

impl Asked {
    /// Reads the document under `name`, once it is JSON in which no member is named twice.
    pub fn read(body: &Bytes, name: &str) -> Result<Self, Refused> {
        let mut body = read(body)?;
        let document = body.get_mut(name).map(Value::take);
        let document = document.ok_or_else(|| {
            Problem::new(ProblemKind::Parsing, "$", format!("the request must hold {name}"))
        })?;
        Ok(Self { document, options: body["options"].take() })
    }

    /// The cryptosuite that is asked for, or the usual one of the path.
    pub fn cryptosuite(&self, usual: Cryptosuite) -> Result<Cryptosuite, Refused> {
        if self.options.get("type").is_some_and(|kind| kind != "DataIntegrityProof") {
            let detail = "only DataIntegrityProof is made here";
            return Err(Problem::new(ProblemKind::ProofGeneration, "$.options.type", detail).into());
        }
        let Some(name) = self.options.get("cryptosuite") else { return Ok(usual) };
        name.as_str().and_then(Cryptosuite::from_name).ok_or_else(|| {
            let detail = "must be eddsa-rdfc-2022 or eddsa-jcs-2022";
            Problem::new(ProblemKind::ProofGeneration, "$.options.cryptosuite", detail).into()
        })
    }

    /// What the one who asks expects of the proof.
    pub fn expected(&self, bed: &Bed, usual_purpose: &str) -> Expected {
        let text = |name: &str| self.options.get(name).and_then(Value::as_str);
        let domain =
            self.options.get("domain").filter(|domain| !domain.is_null()).map(|domain| match domain {
                Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
                one => one.as_str().map(str::to_owned).into_iter().collect(),
            });
        Expected {
            challenge: text("challenge").map(str::to_owned),
            domain,
            // The suites name issuers by addresses of examples; the test bed asks nobody who they are.
            allows_unresolved_issuer: true,
            ..Expected::at(bed.now(), text("expectedProofPurpose").unwrap_or(usual_purpose))
        }
    }

    /// Whether the status must be known, too.
    pub fn asks_status(&self) -> bool {
        let checks = self.options.get("checks").and_then(Value::as_array);
        checks
            .is_some_and(|checks| checks.iter().any(|check| check == "credentialStatus" || check == "status"))
    }
}
