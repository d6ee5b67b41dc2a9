// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Contexts, identifiers and types, which every object has alike.

use oxrdf::NamedNodeRef;
use serde_json::Value;

use crate::general::contexts::{CREDENTIALS_V1, CREDENTIALS_V2};
use crate::problem::Problem;

/// The data model a document follows, by its first context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V1,
    V2,
}

/// An absolute URL in the wide sense of the Recommendations: `did:`, `urn:` and `data:` too.
pub(crate) fn is_url(text: &str) -> bool {
    NamedNodeRef::new(text).is_ok()
}

/// The values of a member that may be one or many, each with its path.
pub(crate) fn each<'a>(value: &'a Value, path: &str) -> Vec<(String, &'a Value)> {
    match value {
        Value::Array(all) => all.iter().enumerate().map(|(at, one)| (format!("{path}[{at}]"), one)).collect(),
        one => vec![(path.to_owned(), one)],
    }
}

/// The version, and what is wrong with the contexts.
///
/// # Source
/// VC Data Model 2.0, section 4.3; VC Data Model 1.1, section 4.1.
pub(crate) fn version(document: &Value, problems: &mut Vec<Problem>) -> Version {
    let path = "$.@context";
    let Some(contexts) = document["@context"].as_array() else {
        let detail = format!("must be an array that begins with {CREDENTIALS_V2}");
        problems.push(Problem::malformed(path, detail));
        return Version::V2;
    };
    for (at, context) in contexts.iter().enumerate().skip(1) {
        let path = format!("{path}[{at}]");
        match context {
            Value::String(url) if !is_url(url) => problems.push(Problem::malformed(path, "must be a URL")),
            Value::String(url) if url == CREDENTIALS_V1 || url == CREDENTIALS_V2 => {
                problems
                    .push(Problem::malformed(path, "the context of a data model stands first, and but one"));
            }
            Value::String(_) | Value::Object(_) => {}
            _ => problems.push(Problem::malformed(path, "must be a URL or an object")),
        }
    }
    match contexts.first().and_then(Value::as_str) {
        Some(CREDENTIALS_V2) => Version::V2,
        Some(CREDENTIALS_V1) => Version::V1,
        _ => {
            let detail = format!("must be {CREDENTIALS_V2}, or {CREDENTIALS_V1} for the older data model");
            problems.push(Problem::malformed(format!("{path}[0]"), detail));
            Version::V2
        }
    }
}

/// `id`, if it is there, is one URL.
///
/// # Source
/// VC Data Model 2.0, section 4.4.
pub(crate) fn id(object: &Value, path: &str, problems: &mut Vec<Problem>) {
    if object.get("id").is_some_and(|id| !id.as_str().is_some_and(is_url)) {
        problems.push(Problem::malformed(format!("{path}.id"), "must be one URL"));
    }
}

/// `type` is there, one or more strings, with `needed` among them. Whether each is a term or a URL shows in the statements.
///
/// # Source
/// VC Data Model 2.0, section 4.5.
pub(crate) fn kind(object: &Value, path: &str, needed: Option<&str>, problems: &mut Vec<Problem>) {
    let path = format!("{path}.type");
    let Some(given) = object.get("type") else {
        problems.push(Problem::malformed(path, "must be given"));
        return;
    };
    let all = each(given, &path);
    if all.is_empty() {
        problems.push(Problem::malformed(path.as_str(), "must not be empty"));
    }
    for (path, one) in &all {
        if one.as_str().is_none_or(str::is_empty) {
            problems.push(Problem::malformed(path.as_str(), "must be a string"));
        }
    }
    if let Some(needed) = needed.filter(|needed| !all.iter().any(|(_, one)| *one == needed)) {
        problems.push(Problem::malformed(path, format!("must include {needed}")));
    }
}

/// A party: a URL, or an object with a URL as its `id`.
///
/// # Source
/// VC Data Model 2.0, sections 4.7 (issuer) and 4.13 (holder).
pub(crate) fn party(value: &Value, path: &str, problems: &mut Vec<Problem>) {
    match value {
        Value::String(url) if is_url(url) => {}
        Value::Object(members) => {
            if !members.get("id").and_then(Value::as_str).is_some_and(is_url) {
                problems.push(Problem::malformed(format!("{path}.id"), "must be a URL"));
            }
        }
        _ => problems.push(Problem::malformed(path, "must be a URL, or an object with a URL as its id")),
    }
}
