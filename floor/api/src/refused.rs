// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A halt of a room as a problem.

use access::Actor;
use axum::http::{HeaderMap, StatusCode};
use chrono::{DateTime, Utc};
use desk::{FieldProblem, Halt, Refusal};

use crate::problem::{Code, Problem};

/// Somebody else changed the thing that `If-Match` speaks of.
const CHANGED: &str = "DESK-01";

/// Who asked, when, and which fields she could mend; what is not one of them is part of the address.
pub(crate) struct Asked<'a> {
    pub actor: &'a Actor,
    pub now: DateTime<Utc>,
    pub headers: &'a HeaderMap,
    pub in_address: &'a [String],
}

/// What to answer. `Already` is none: it is the answer given before.
pub(crate) fn problem(halt: Halt, asked: &Asked<'_>) -> Problem {
    match halt {
        // A problem of the address alone cannot be mended: there is no such thing.
        Halt::Problems(problems) if problems.iter().all(|problem| asked.is_in_address(problem)) => {
            Problem::new(Code::Missing)
        }
        Halt::Problems(problems) => Problem::of_fields(problems),
        Halt::Refusal(refusal) => Problem::of_refusal(&refusal, status(&refusal)),
        Halt::Denied(denied) if access::scope(asked.actor, denied.act, asked.now).is_nowhere() => {
            Problem::new(Code::Denied).with("act", denied.act.code())
        }
        Halt::Denied(_) | Halt::Missing => Problem::new(Code::Missing),
        Halt::Proof(act) => Problem::new(Code::ProofNeeded).with("act", act.code()),
        Halt::Already(_) => Problem::new(Code::KeyReused),
        Halt::Fault(error) => of_fault(&error, asked.headers),
    }
}

fn status(refusal: &Refusal) -> StatusCode {
    if refusal.code == CHANGED { StatusCode::PRECONDITION_FAILED } else { StatusCode::CONFLICT }
}

/// The cause is for the log alone: it may name a table, a file or a person.
pub(crate) fn of_fault(error: &anyhow::Error, headers: &HeaderMap) -> Problem {
    let id = headers.get("x-request-id").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let reference: String = id.chars().take(8).collect();
    tracing::error!(reference, "{error:#}");
    Problem::new(Code::Fault).with("reference", reference)
}

impl Asked<'_> {
    fn is_in_address(&self, problem: &FieldProblem) -> bool {
        self.in_address.contains(&problem.field)
    }
}
