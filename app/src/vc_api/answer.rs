// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Answers: JSON, or what is wrong as RFC 9457 and the VC API say it.

use axum::http::header::CONTENT_TYPE;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use credential::Problem;
use serde_json::{Value, json};

/// A JSON document.
#[derive(Debug)]
pub(super) struct Json(pub Value);

impl IntoResponse for Json {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, "application/json")], self.0.to_string()).into_response()
    }
}

/// What is wrong with a request or a document; never empty.
#[derive(Debug)]
pub(super) struct Refused {
    status: StatusCode,
    problems: Vec<Problem>,
}

impl From<Vec<Problem>> for Refused {
    fn from(problems: Vec<Problem>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, problems }
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        vec![problem].into()
    }
}

impl Refused {
    pub(super) fn with(status: StatusCode, problem: Problem) -> Self {
        Self { status, problems: vec![problem] }
    }
}

impl IntoResponse for Refused {
    /// # Source
    /// RFC 9457; VC Data Model 2.0, section 7.4; VC API, verification response.
    fn into_response(self) -> Response {
        let told = |problem: &Problem| {
            json!({
                "type": problem.kind.url(),
                "title": problem.kind.title(),
                "detail": format!("{}: {}", problem.path, problem.detail),
            })
        };
        let all: Vec<Value> = self.problems.iter().map(told).collect();
        let mut body = all.first().cloned().unwrap_or_else(|| json!({}));
        body["status"] = self.status.as_u16().into();
        body["verified"] = false.into();
        body["problemDetails"] = all.into();
        (self.status, [(CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
    }
}

/// The document was found good.
pub(super) fn verified(document: &Value) -> Response {
    Json(json!({ "verified": true, "document": document, "problemDetails": [] })).into_response()
}

pub(super) async fn nothing_here(uri: Uri) -> Refused {
    let detail = format!("there is nothing at {}", uri.path());
    let problem = Problem::new(credential::ProblemKind::Parsing, "$", detail);
    Refused::with(StatusCode::NOT_FOUND, problem)
}
