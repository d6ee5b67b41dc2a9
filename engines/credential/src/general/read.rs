// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads a document so that everybody who reads it reads the same.

use serde_json::Value;

use crate::cause::Cause;
use crate::json;
use crate::problem::{Problem, ProblemKind};

/// # Errors
/// `Parsing` where the bytes are no JSON or name a member twice.
pub fn read(bytes: &[u8]) -> Result<Value, Problem> {
    json::parse(bytes).map_err(|cause| {
        let detail = match cause {
            Cause::DuplicateMember(name) => format!("the member {name} is named twice"),
            Cause::NotJson { line, column } => format!("is not JSON from line {line}, column {column} on"),
            _ => "is not JSON".to_owned(),
        };
        Problem::new(ProblemKind::Parsing, "$", detail)
    })
}
