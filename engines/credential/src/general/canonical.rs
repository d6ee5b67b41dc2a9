// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one way to write any statements (RDFC-1.0), with bounded work.

use oxrdf::Dataset;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use serde_json::Value;

use super::{poison, statements::statements};
use crate::problem::{Problem, ProblemKind};

/// The canonical N-Quads of a JSON-LD document.
///
/// # Errors
/// As [`statements`]; `ProofTransformation` if telling its nameless nodes apart could take unbounded work.
///
/// # Source
/// W3C Recommendation RDF Dataset Canonicalization (RDFC-1.0), sections 4.4 and 7.1 (dataset poisoning).
pub fn canonical(document: &Value) -> Result<String, Vec<Problem>> {
    let mut said: Dataset = statements(document)?;
    if poison::is_poisonous(&said) {
        let detail = "too many nameless things that only their neighbours tell apart";
        return Err(vec![Problem::new(ProblemKind::ProofTransformation, "$", detail)]);
    }
    let hash_algorithm = CanonicalizationHashAlgorithm::Sha256;
    said.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm });
    let mut lines: Vec<String> = said.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines.concat())
}
