// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The members whose values are objects of a kind of their own: status, schema, terms, evidence and the like.

use serde_json::Value;

use super::base::{Version, each, id, kind};
use crate::problem::Problem;
use crate::status::Entry;

/// Whether the `id` of a value must be there: in data model 1.1, in 2.0.
const MEMBERS: [(&str, bool, bool); 7] = [
    ("credentialStatus", true, false),
    ("credentialSchema", true, true),
    ("refreshService", true, false),
    ("termsOfUse", false, false),
    ("evidence", false, false),
    ("confidenceMethod", false, false),
    ("renderMethod", false, false),
];

/// # Source
/// VC Data Model 2.0, sections 4.5 (objects with a type), 4.10, 4.11, 5.4, 5.5, 5.6 and 5.10; VC Data Model 1.1, sections 4.9,
/// 5.4, 5.5 and 5.6.
pub(crate) fn typed_members(document: &Value, version: Version, problems: &mut Vec<Problem>) {
    for (member, in_v1, in_v2) in MEMBERS {
        let Some(value) = document.get(member) else { continue };
        let path = format!("$.{member}");
        let all = each(value, &path);
        if all.is_empty() {
            problems.push(Problem::malformed(path, "must not be empty"));
        }
        let needs_id = match version {
            Version::V1 => in_v1,
            Version::V2 => in_v2,
        };
        for (path, one) in all {
            if !one.is_object() {
                problems.push(Problem::malformed(path, "must be an object"));
                continue;
            }
            kind(one, &path, None, problems);
            id(one, &path, problems);
            if needs_id && one.get("id").is_none() {
                problems.push(Problem::malformed(format!("{path}.id"), "must be given"));
            }
            if member == "credentialStatus" && one["type"] == "BitstringStatusListEntry" {
                let mut of_entry = Entry::read(one, &path).err().unwrap_or_default();
                of_entry.retain(|problem| !problems.iter().any(|known| known.path == problem.path));
                problems.extend(of_entry);
            }
        }
    }
}
