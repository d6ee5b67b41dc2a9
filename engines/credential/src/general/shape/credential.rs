// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A credential.

use serde_json::Value;

use super::base::{Version, each, id, kind, party, version};
use super::related::related_resources;
use super::texts::names;
use super::times::{date_time, date_time_stamp};
use super::typed::typed_members;
use crate::problem::{Problem, ProblemKind};

/// All that is wrong with the shape of a credential of data model 1.1 or 2.0; empty if it conforms.
///
/// # Source
/// VC Data Model 2.0, section 4; VC Data Model 1.1, section 4.
pub fn credential_problems(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !document.is_object() {
        return vec![Problem::new(ProblemKind::Parsing, "$", "must be a JSON object")];
    }
    let version = version(document, &mut problems);
    id(document, "$", &mut problems);
    kind(document, "$", Some("VerifiableCredential"), &mut problems);
    names(document, "$", &mut problems);
    issuer(document, &mut problems);
    subjects(document, &mut problems);
    period(document, version, &mut problems);
    typed_members(document, version, &mut problems);
    if version == Version::V2 {
        related_resources(document, &mut problems);
    }
    problems
}

fn issuer(document: &Value, problems: &mut Vec<Problem>) {
    match document.get("issuer") {
        None => problems.push(Problem::malformed("$.issuer", "must be given")),
        Some(issuer) => {
            party(issuer, "$.issuer", problems);
            names(issuer, "$.issuer", problems);
        }
    }
}

/// # Source
/// VC Data Model 2.0, section 4.8: each subject has one or more claims.
fn subjects(document: &Value, problems: &mut Vec<Problem>) {
    let path = "$.credentialSubject";
    let Some(subjects) = document.get("credentialSubject") else {
        problems.push(Problem::malformed(path, "must be given"));
        return;
    };
    let all = each(subjects, path);
    if all.is_empty() {
        problems.push(Problem::malformed(path, "must not be empty"));
    }
    for (path, subject) in all {
        if subject.as_object().is_none_or(serde_json::Map::is_empty) {
            problems.push(Problem::malformed(path, "must be an object that says something"));
        } else {
            id(subject, &path, problems);
        }
    }
}

/// # Source
/// VC Data Model 2.0, section 4.9; VC Data Model 1.1, sections 4.6 and 4.7 (an offset may be missing there).
fn period(document: &Value, version: Version, problems: &mut Vec<Problem>) {
    let (start, end, read) = match version {
        Version::V1 => ("issuanceDate", "expirationDate", date_time as fn(&str) -> _),
        Version::V2 => ("validFrom", "validUntil", date_time_stamp as fn(&str) -> _),
    };
    if version == Version::V1 && document.get(start).is_none() {
        problems.push(Problem::malformed(format!("$.{start}"), "must be given"));
    }
    let mut moment = |member: &str| {
        let given = document.get(member)?;
        let moment = given.as_str().and_then(read);
        if moment.is_none() {
            problems.push(Problem::malformed(
                format!("$.{member}"),
                "must be a dateTimeStamp, 2026-11-20T08:00:00Z",
            ));
        }
        moment
    };
    if let (Some(from), Some(until)) = (moment(start), moment(end))
        && until < from
    {
        problems.push(Problem::malformed(format!("$.{end}"), "must not be earlier than the beginning"));
    }
}
