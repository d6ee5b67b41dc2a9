// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads a document back into the badge it was written from. Whoever writes that badge again gets the document, or it was not
//! one of the fixed shape.

use chrono::NaiveDate;
use serde_json::Value;

use crate::badge::{Badge, BadgeKind, BadgeStatus, BadgeUnit, HOURS_SUFFIX, UNIT};

/// The badge of a document, its proofs left aside; nothing where the document is not exactly what the badge is written as.
pub(crate) fn badge_of(document: &Value) -> Option<Badge> {
    let badge = read(document)?;
    let did = document.pointer("/issuer/id")?.as_str()?;
    let written = badge.to_document(did);
    let mut given = document.as_object()?.iter().filter(|(name, _)| *name != "proof");
    let same = given.by_ref().take(written.len()).filter(|(name, value)| written.get(*name) == Some(value));
    (same.count() == written.len() && given.next().is_none()).then_some(badge)
}

fn read(document: &Value) -> Option<Badge> {
    let text = |path: &str| document.pointer(path).and_then(Value::as_str).map(str::to_owned);
    let achievement = "/credentialSubject/achievement";
    let of_achievement = |member: &str| text(&format!("{achievement}/{member}"));
    let alignments = document.pointer(&format!("{achievement}/alignment"))?.as_array()?;
    let is_unit = |alignment: &&Value| alignment["targetType"] == UNIT;
    let whole = alignments.iter().find(|alignment| !is_unit(alignment));
    let (name, english) = (text("/name")?, text("/description")?);
    Some(Badge {
        id: text("/id")?,
        issuer_name: text("/issuer/name")?,
        issuer_url: text("/issuer/url"),
        kind: BadgeKind::from_tag(&of_achievement("tag/0")?)?,
        learner_name: text("/credentialSubject/identifier/0/identityHash")?,
        achievement_name_en: (english != name).then_some(english),
        achievement_name: name,
        description: of_achievement("description")?,
        criteria: of_achievement("criteria/narrative")?,
        units: alignments.iter().filter(is_unit).map(unit).collect::<Option<_>>()?,
        number: text("/credentialSubject/licenseNumber")?,
        awarded_on: day(&text("/validFrom")?)?,
        valid_until: match text("/validUntil") {
            Some(instant) => Some(day(&instant)?),
            None => None,
        },
        trained: trained(document)?,
        standard: whole.and_then(|alignment| alignment["targetName"].as_str()).map(str::to_owned),
        verify_url: text("/credentialSubject/narrative")?,
        status: match document.get("credentialStatus") {
            Some(entries) => Some(BadgeStatus::from_json(entries)?),
            None => None,
        },
    })
}

/// Whether the months are whole is found out when the badge is written again.
fn trained(document: &Value) -> Option<Option<(NaiveDate, NaiveDate)>> {
    let month = |member: &str| document["credentialSubject"].get(member);
    let (Some(first), Some(last)) = (month("activityStartDate"), month("activityEndDate")) else {
        return Some(None);
    };
    let day = |written: &Value| NaiveDate::parse_from_str(written.as_str()?, "%Y-%m-%d").ok();
    Some(Some((day(first)?, day(last)?)))
}

fn unit(alignment: &Value) -> Option<BadgeUnit> {
    let hours = alignment["targetDescription"].as_str().map(|text| text.strip_suffix(HOURS_SUFFIX));
    Some(BadgeUnit {
        code: alignment["targetCode"].as_str().map(str::to_owned),
        title: alignment["targetName"].as_str()?.to_owned(),
        hours: match hours {
            Some(hours) => Some(hours?.parse().ok()?),
            None => None,
        },
    })
}

fn day(instant: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(instant.split_once('T')?.0, "%Y-%m-%d").ok()
}
