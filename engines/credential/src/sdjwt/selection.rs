// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads the facts that a holder chose to show. Revocation is asked elsewhere, with the number or the place in the status lists.

use chrono::{DateTime, NaiveDate};
use serde_json::{Map, Value};

use super::issue::last_second;
use super::{VCT, opened};
use crate::badge::{BadgeStatus, BadgeUnit};
use crate::cause::Cause;
use crate::trust::TrustList;

/// What was shown, and what is always open. A fact that is not here was not shown, or does not exist: nobody can tell which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    pub issuer_did: String,
    /// As on the trust list; without a list as written.
    pub issuer_name: String,
    /// The last day it holds.
    pub valid_until: Option<NaiveDate>,
    pub status: Option<BadgeStatus>,
    pub learner: Option<String>,
    pub number: Option<String>,
    pub achievement: Option<String>,
    pub awarded_on: Option<NaiveDate>,
    /// First and last day of the months of training.
    pub trained: Option<(NaiveDate, NaiveDate)>,
    pub result: Option<String>,
    pub standard: Option<String>,
    pub hours: Option<i64>,
    pub check_at: Option<String>,
    /// In no order.
    pub units: Vec<BadgeUnit>,
}

/// Whether `file` is an unchanged certificate of an issuer on the list, in force on `today`, and what it shows.
///
/// # Errors
/// The causes of [`open`](super::open); `UnknownType`, `IssuerUnknown`, `FieldMissing`, `NotYetValid`, `Expired`.
pub fn verify(file: &str, trust: &TrustList, today: NaiveDate) -> Result<Selection, Vec<Cause>> {
    let opened = opened::open(file).map_err(|cause| vec![cause])?;
    let mut causes = Vec::new();
    if opened.claims.get("vct").and_then(Value::as_str) != Some(VCT) {
        causes.push(Cause::UnknownType);
    }
    if !trust.knows(&opened.signer.did()) {
        causes.push(Cause::IssuerUnknown(opened.signer.did()));
    }
    if !causes.is_empty() {
        return Err(causes);
    }
    let selection = read(&opened.claims, opened.signer.did(), trust).map_err(|cause| vec![cause])?;
    match (selection.awarded_on, selection.valid_until) {
        (Some(first), _) if today < first => Err(vec![Cause::NotYetValid(first)]),
        (_, Some(last)) if last < today => Err(vec![Cause::Expired(last)]),
        (Some(_) | None, Some(_) | None) => Ok(selection),
    }
}

fn read(claims: &Map<String, Value>, issuer_did: String, trust: &TrustList) -> Result<Selection, Cause> {
    let issuer_name = match trust.name_of(&issuer_did) {
        Some(name) => name.to_owned(),
        None => text(claims, "issuer_name")?.ok_or_else(|| missing("issuer_name"))?,
    };
    Ok(Selection {
        issuer_did,
        issuer_name,
        valid_until: claims.get("exp").map(last_day).transpose()?,
        status: claims.get("credentialStatus").map(status).transpose()?,
        learner: text(claims, "name")?,
        number: text(claims, "number")?,
        achievement: text(claims, "achievement")?,
        awarded_on: awarded_on(claims)?,
        trained: claims.get("trained").map(trained).transpose()?,
        result: text(claims, "result")?,
        standard: text(claims, "standard")?,
        hours: match claims.get("hours") {
            Some(hours) => Some(hours.as_i64().ok_or_else(|| missing("hours"))?),
            None => None,
        },
        check_at: text(claims, "check_at")?,
        units: units(claims)?,
    })
}

fn missing(claim: &str) -> Cause {
    Cause::FieldMissing(claim.to_owned())
}

fn text(claims: &Map<String, Value>, name: &str) -> Result<Option<String>, Cause> {
    match claims.get(name) {
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(missing(name)),
        None => Ok(None),
    }
}

/// The day of issue, from either of its two claims.
fn awarded_on(claims: &Map<String, Value>) -> Result<Option<NaiveDate>, Cause> {
    if let Some(written) = claims.get("awarded_on") {
        return day(written, "awarded_on").map(Some);
    }
    let Some(second) = claims.get("iat") else { return Ok(None) };
    let instant = second.as_i64().and_then(|second| DateTime::from_timestamp(second, 0));
    instant.map(|instant| Some(instant.date_naive())).ok_or_else(|| missing("iat"))
}

fn day(written: &Value, name: &str) -> Result<NaiveDate, Cause> {
    let day = written.as_str().and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
    day.ok_or_else(|| missing(name))
}

fn last_day(second: &Value) -> Result<NaiveDate, Cause> {
    let second = second.as_i64().ok_or_else(|| missing("exp"))?;
    let day = DateTime::from_timestamp(second, 0).map(|instant| instant.date_naive());
    day.filter(|day| last_second(*day) == second).ok_or_else(|| missing("exp"))
}

fn trained(months: &Value) -> Result<(NaiveDate, NaiveDate), Cause> {
    Ok((day(&months["from"], "trained.from")?, day(&months["until"], "trained.until")?))
}

fn status(entries: &Value) -> Result<BadgeStatus, Cause> {
    BadgeStatus::from_json(entries).ok_or_else(|| missing("credentialStatus"))
}

fn units(claims: &Map<String, Value>) -> Result<Vec<BadgeUnit>, Cause> {
    let units = claims.get("units").and_then(Value::as_array).ok_or_else(|| missing("units"))?;
    let unit = |unit: &Value| {
        Ok(BadgeUnit {
            code: unit["code"].as_str().map(str::to_owned),
            title: unit["title"].as_str().ok_or_else(|| missing("units.title"))?.to_owned(),
            hours: unit["hours"].as_i64().and_then(|hours| i32::try_from(hours).ok()),
        })
    };
    units.iter().map(unit).collect()
}
