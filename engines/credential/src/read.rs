// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads the facts back out of a credential whose proof already held. It judges shape, not signatures.

use chrono::NaiveDate;
use serde_json::Value;

use crate::badge::{BadgeKind, BadgeUnit, HOURS_SUFFIX, UNIT};
use crate::cause::Cause;
use crate::trust::TrustList;
use crate::verdict::Read;

/// # Errors
/// `FieldMissing` with the path of the first field that is absent or of the wrong kind.
pub(crate) fn read(document: &Value, trust: &TrustList) -> Result<Read, Cause> {
    let issuer_did = text(document, "/issuer/id")?;
    let issuer_name = match trust.name_of(&issuer_did) {
        Some(name) => name.to_owned(),
        None => text(document, "/issuer/name")?,
    };
    Ok(Read {
        id: text(document, "/id")?,
        kind: kind(document)?,
        name: text(document, "/credentialSubject/achievement/name")?,
        learner: learner(document)?,
        issuer_name,
        issuer_did,
        number: text(document, "/credentialSubject/licenseNumber")?,
        awarded_on: day(document, "/validFrom")?,
        valid_until: document.get("validUntil").map(|_| day(document, "/validUntil")).transpose()?,
        units: units(document)?,
    })
}

fn text(document: &Value, path: &str) -> Result<String, Cause> {
    let found = document.pointer(path).and_then(Value::as_str);
    found.map(str::to_owned).ok_or_else(|| Cause::FieldMissing(path.to_owned()))
}

fn kind(document: &Value) -> Result<BadgeKind, Cause> {
    let path = "/credentialSubject/achievement/tag/0";
    BadgeKind::from_tag(&text(document, path)?).ok_or_else(|| Cause::FieldMissing(path.to_owned()))
}

fn day(document: &Value, path: &str) -> Result<NaiveDate, Cause> {
    let instant = text(document, path)?;
    let day = instant.split_once('T').and_then(|(day, _)| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    day.ok_or_else(|| Cause::FieldMissing(path.to_owned()))
}

fn learner(document: &Value) -> Result<String, Cause> {
    let path = "/credentialSubject/identifier/0";
    let plain_name = document.pointer(path).is_some_and(|identity| {
        identity["hashed"] == Value::Bool(false) && identity["identityType"] == "name"
    });
    if !plain_name {
        return Err(Cause::FieldMissing(path.to_owned()));
    }
    text(document, "/credentialSubject/identifier/0/identityHash")
}

fn units(document: &Value) -> Result<Vec<BadgeUnit>, Cause> {
    let path = "/credentialSubject/achievement/alignment";
    let alignments = document.pointer(path).and_then(Value::as_array);
    let alignments = alignments.ok_or_else(|| Cause::FieldMissing(path.to_owned()))?;
    alignments.iter().filter(|alignment| alignment["targetType"] == UNIT).map(unit).collect()
}

fn unit(alignment: &Value) -> Result<BadgeUnit, Cause> {
    let hours = alignment["targetDescription"].as_str().and_then(|text| text.strip_suffix(HOURS_SUFFIX));
    Ok(BadgeUnit {
        code: alignment["targetCode"].as_str().map(str::to_owned),
        title: text(alignment, "/targetName")?,
        hours: hours.and_then(|hours| hours.parse().ok()),
    })
}
