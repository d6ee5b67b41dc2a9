// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The entry in a credential that points at its bit.

use serde_json::{Value, json};

use crate::problem::Problem;

/// `credentialStatus` of a credential whose bit stands at `index` of the list published at `list_url`.
///
/// # Source
/// Bitstring Status List 1.0, section 2.1. The entry has an `id` of its own that is not the address of the list.
pub fn entry(list_url: &str, index: usize, purpose: &str) -> Value {
    json!({
        "id": format!("{list_url}#{index}"),
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": index.to_string(),
        "statusListCredential": list_url,
    })
}

/// An entry that was read and keeps every MUST of the Recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub purpose: String,
    pub index: usize,
    pub list_url: String,
    /// Bits for one status.
    pub size: usize,
    /// What each value of the status means, by `status` (`0x0`, `0x1`, …).
    pub messages: Vec<(String, String)>,
}

impl Entry {
    /// Reads one object of `credentialStatus`; `path` is where it stands.
    ///
    /// # Errors
    /// Every member that breaks a MUST, as `MalformedValue`.
    ///
    /// # Source
    /// Bitstring Status List 1.0, section 2.1.
    pub fn read(value: &Value, path: &str) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        if value["type"] != "BitstringStatusListEntry" {
            problems.push(Problem::malformed(format!("{path}.type"), "must be BitstringStatusListEntry"));
        }
        let mut text = |member: &str, detail: &str| match value[member].as_str() {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => {
                problems.push(Problem::malformed(format!("{path}.{member}"), detail));
                String::new()
            }
        };
        let purpose = text("statusPurpose", "must be a string");
        let list_url = text("statusListCredential", "must be a URL");
        let index = text("statusListIndex", "must be an integer from 0 on, as a string in base 10");
        let whole = !index.is_empty() && index.bytes().all(|digit| digit.is_ascii_digit());
        let index = if whole { index.parse().ok() } else { None };
        if index.is_none() && value["statusListIndex"].as_str().is_some_and(|text| !text.is_empty()) {
            let detail = "must be an integer from 0 on, as a string in base 10";
            problems.push(Problem::malformed(format!("{path}.statusListIndex"), detail));
        }
        if !list_url.is_empty() && !list_url.contains(':') {
            problems.push(Problem::malformed(format!("{path}.statusListCredential"), "must be a URL"));
        }
        if value.get("id").is_some_and(|id| id.as_str().is_none_or(|id| id == list_url || !id.contains(':')))
        {
            let detail = "must be a URL, and not that of the list";
            problems.push(Problem::malformed(format!("{path}.id"), detail));
        }
        let size = size(value, path, &mut problems);
        let messages = messages(value, path, size, &mut problems);
        references(value, path, &mut problems);
        if problems.is_empty() {
            Ok(Self { purpose, index: index.unwrap_or_default(), list_url, size, messages })
        } else {
            Err(problems)
        }
    }
}

fn size(value: &Value, path: &str, problems: &mut Vec<Problem>) -> usize {
    match value.get("statusSize").map(Value::as_u64) {
        None => 1,
        Some(Some(size)) if size > 0 => usize::try_from(size).unwrap_or(usize::MAX),
        Some(_) => {
            problems.push(Problem::malformed(format!("{path}.statusSize"), "must be an integer above 0"));
            1
        }
    }
}

fn messages(value: &Value, path: &str, size: usize, problems: &mut Vec<Problem>) -> Vec<(String, String)> {
    let path = format!("{path}.statusMessage");
    let Some(given) = value.get("statusMessage") else {
        if size > 1 || value["statusPurpose"] == "message" {
            problems
                .push(Problem::malformed(path, "must be given for more than one bit, or to carry a message"));
        }
        return Vec::new();
    };
    let read: Option<Vec<(String, String)>> = given.as_array().and_then(|list| {
        let both =
            |one: &Value| Some((one["status"].as_str()?.to_owned(), one["message"].as_str()?.to_owned()));
        list.iter().map(both).collect()
    });
    let Some(read) = read else {
        problems.push(Problem::malformed(path, "must be an array of objects with status and message"));
        return Vec::new();
    };
    let possible = u32::try_from(size).ok().and_then(|size| 1_usize.checked_shl(size));
    if possible != Some(read.len()) {
        problems.push(Problem::malformed(path.clone(), "must have a message for each possible value"));
    }
    let hexadecimal = |status: &str| {
        status.strip_prefix("0x").is_some_and(|digits| u64::from_str_radix(digits, 16).is_ok())
    };
    if !read.iter().all(|(status, _)| hexadecimal(status)) {
        problems.push(Problem::malformed(path, "each status must be hexadecimal behind 0x"));
    }
    read
}

fn references(value: &Value, path: &str, problems: &mut Vec<Problem>) {
    let url = |one: &Value| one.as_str().is_some_and(|text| text.contains(':'));
    let right = match value.get("statusReference") {
        None => true,
        Some(Value::Array(all)) => all.iter().all(url),
        Some(one) => url(one),
    };
    if !right {
        problems
            .push(Problem::malformed(format!("{path}.statusReference"), "must be a URL or an array of URLs"));
    }
}
