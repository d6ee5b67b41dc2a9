// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What every operation shares: problems, headers, and the answer to a deed.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use desk::Words;
use serde_json::{Map, Value, json};

use super::describe;
use crate::deed::LONGEST_KEY;
use crate::problem::{Code, MEDIA_TYPE};

/// References to the problems with these statuses.
pub(super) fn responses(codes: &[Code]) -> Map<String, Value> {
    let statuses: BTreeSet<u16> = codes.iter().map(|code| code.status().as_u16()).collect();
    let answer = |status: u16| json!({ "$ref": format!("#/components/responses/{status}") });
    statuses.into_iter().map(|status| (status.to_string(), answer(status))).collect()
}

/// One response for each status that a problem may have.
pub(super) fn problem_responses(words: &Words) -> Value {
    let mut all = Map::new();
    let own = Code::ALL.iter().map(|code| code.status());
    for status in own.chain([StatusCode::CONFLICT]) {
        let codes: Vec<&str> =
            Code::ALL.iter().filter(|code| code.status() == status).map(|code| code.code()).collect();
        let mut response = Map::from_iter([
            ("description".to_owned(), json!(status.canonical_reason().unwrap_or_default())),
            ("x-codes".to_owned(), json!(codes)),
            (
                "content".to_owned(),
                json!({ MEDIA_TYPE: { "schema": { "$ref": "#/components/schemas/Problem" } } }),
            ),
        ]);
        let word = codes.first().map_or("api-refused".to_owned(), |code| format!("api-{code}"));
        describe(words, &mut response, "description", &word);
        if status == StatusCode::TOO_MANY_REQUESTS {
            let wait = json!({ "Retry-After": { "schema": { "type": "integer", "minimum": 1 } } });
            response.insert("headers".to_owned(), wait);
        }
        all.insert(status.as_str().to_owned(), Value::Object(response));
    }
    Value::Object(all)
}

/// References to parameters that stand in headers.
pub(super) fn header_parameters(names: &[&str]) -> Vec<Value> {
    names.iter().map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })).collect()
}

pub(super) fn parameters(words: &Words) -> Value {
    let header = |name: &str, word: &str, is_required: bool, schema: Value| {
        let mut header = Map::from_iter([
            ("name".to_owned(), json!(name)),
            ("in".to_owned(), json!("header")),
            ("required".to_owned(), json!(is_required)),
            ("schema".to_owned(), schema),
        ]);
        describe(words, &mut header, "description", word);
        Value::Object(header)
    };
    let key = json!({ "type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$" });
    json!({
        "AcceptLanguage":
            header("Accept-Language", "api-accept-language", false, json!({ "type": "string", "default": "id" })),
        "IdempotencyKey": header("Idempotency-Key", "api-idempotency-key", true, key),
        "IfMatch": header("If-Match", "api-if-match", false, json!({ "type": "string" })),
        "IfNoneMatch": header("If-None-Match", "api-if-none-match", false, json!({ "type": "string" })),
    })
}

pub(super) fn headers(words: &Words) -> Value {
    let header = |word: &str, schema: Value| {
        let mut header = Map::from_iter([("schema".to_owned(), schema)]);
        describe(words, &mut header, "description", word);
        Value::Object(header)
    };
    json!({
        "ETag": header("api-etag", json!({ "type": "string", "pattern": "^\"[0-9a-f]{32}\"$" })),
        "IdempotentReplayed": header("api-replayed", json!({ "type": "string", "enum": ["true"] })),
    })
}

/// The shapes that belong to no room.
pub(super) fn schemas() -> Map<String, Value> {
    let text = || json!({ "type": "string" });
    let mut all = Map::new();
    let mut put = |name: &str, required: &[&str], properties: Value| {
        let schema = json!({
            "type": "object",
            "additionalProperties": false,
            "required": required,
            "properties": properties,
        });
        all.insert(name.to_owned(), schema);
    };
    put(
        "Done",
        &["location", "said"],
        json!({ "location": text(), "said": { "type": "array", "items": text() } }),
    );
    let content = json!({ "type": "string", "contentEncoding": "base64" });
    put("File", &["name", "content"], json!({ "name": text(), "content": content }));
    put(
        "ProblemError",
        &["detail", "detail_en"],
        json!({ "field": text(), "pointer": text(), "detail": text(), "detail_en": text() }),
    );
    put(
        "Problem",
        &["type", "title", "status", "code"],
        json!({
            "type": { "type": "string", "format": "uri-reference" },
            "title": text(),
            "status": { "type": "integer", "minimum": 400, "maximum": 599 },
            "code": text(),
            "detail": text(),
            "next": text(),
            "errors": { "type": "array", "items": { "$ref": "#/components/schemas/ProblemError" } },
        }),
    );
    all
}
