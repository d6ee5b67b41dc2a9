// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Looks an entry up in a list whose proof already held.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::entry::Entry;
use super::list::StatusList;
use crate::problem::{Problem, ProblemKind};

/// What the list says of one credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub purpose: String,
    /// 0 means that the purpose does not apply.
    pub value: u32,
    /// What the value means, where the entry says so.
    pub message: Option<String>,
}

impl State {
    /// Whether the credential may still be relied on; of the purposes only revocation and suspension speak against it.
    pub fn holds(&self) -> bool {
        self.value == 0 || !matches!(self.purpose.as_str(), super::REVOCATION | super::SUSPENSION)
    }
}

/// The state of `entry` by `list`, a `BitstringStatusListCredential` that was fetched from `entry.list_url` and whose proof was
/// checked by the caller, at the moment `now`.
///
/// # Errors
/// `StatusVerification` if it is another kind of credential, for another purpose, or not in force; `StatusListLength`, `Range`
/// or `MalformedValue` for its bits.
///
/// # Source
/// Bitstring Status List 1.0, section 3.2.
pub fn entry_state(entry: &Entry, list: &Value, now: DateTime<Utc>) -> Result<State, Problem> {
    let refused = |path: &str, detail: &str| Problem::new(ProblemKind::StatusVerification, path, detail);
    if !values(&list["type"]).any(|kind| kind == "BitstringStatusListCredential") {
        return Err(refused("$.type", "must include BitstringStatusListCredential"));
    }
    if list["credentialSubject"]["type"] != "BitstringStatusList" {
        return Err(refused("$.credentialSubject.type", "must be BitstringStatusList"));
    }
    if list.get("id").is_some_and(|id| *id != entry.list_url.as_str()) {
        return Err(refused("$.id", "must be the address that the entry names"));
    }
    in_force(list, now)?;
    if !values(&list["credentialSubject"]["statusPurpose"]).any(|purpose| purpose == entry.purpose) {
        return Err(refused("$.credentialSubject.statusPurpose", "must include the purpose of the entry"));
    }
    let encoded = list["credentialSubject"]["encodedList"].as_str();
    let encoded =
        encoded.ok_or_else(|| Problem::malformed("$.credentialSubject.encodedList", "must be a string"))?;
    let bits = StatusList::decode(encoded)?;
    if bits.entries() / entry.size.max(1) < super::LEAST_ENTRIES {
        let detail = "has too few entries for a status of so many bits";
        return Err(Problem::new(ProblemKind::StatusListLength, "$.credentialSubject.encodedList", detail));
    }
    let value = bits.value(entry.index, entry.size)?;
    let means = |status: &str| {
        status.strip_prefix("0x").and_then(|digits| u32::from_str_radix(digits, 16).ok()) == Some(value)
    };
    let message = entry.messages.iter().find(|(status, _)| means(status)).map(|(_, message)| message.clone());
    Ok(State { purpose: entry.purpose.clone(), value, message })
}

fn values(value: &Value) -> impl Iterator<Item = &str> {
    let all = value.as_array().map(Vec::as_slice).unwrap_or(std::slice::from_ref(value));
    all.iter().filter_map(Value::as_str)
}

fn in_force(list: &Value, now: DateTime<Utc>) -> Result<(), Problem> {
    let moment =
        |member: &str| match list.get(member).map(|given| given.as_str().map(str::parse::<DateTime<Utc>>)) {
            None => Ok(None),
            Some(Some(Ok(moment))) => Ok(Some(moment)),
            Some(_) => Err(Problem::malformed(format!("$.{member}"), "must be a dateTimeStamp")),
        };
    let refused = |path: &str, detail: &str| Problem::new(ProblemKind::StatusVerification, path, detail);
    if moment("validFrom")?.is_some_and(|start| now < start) {
        return Err(refused("$.validFrom", "the list is not in force yet"));
    }
    if moment("validUntil")?.is_some_and(|end| end < now) {
        return Err(refused("$.validUntil", "the list is out of date; fetch it anew"));
    }
    Ok(())
}
