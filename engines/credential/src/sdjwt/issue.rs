// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writes a certificate as SD-JWT, with as many digests for everyone: those that are missing are made up.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{NaiveDate, NaiveTime};
use serde_json::{Map, Value, json};

use super::disclosure::{Disclosure, digest_of};
use super::{ALGORITHM, DIGEST, DIGESTS, HASH, HASH_NAME, TILDE, TYPE, VCT};
use crate::badge::{Badge, BadgeUnit};
use crate::cause::Cause;
use crate::key::IssuerKey;
use crate::reread::badge_of;

/// Digests beside the open claims, made-up ones among them; more than a certificate has facts.
const CLAIM_DIGESTS: usize = 16;
/// The list of units is filled up to a multiple of this.
const UNIT_DIGESTS: usize = 32;

/// Secret bytes for one place of one certificate, the same whenever it is asked for the same place.
///
/// # Units
/// 128 bits, as RFC 9901, section 9.3, recommends; from chance or from a keyed derivation, never from the facts.
pub type Salts<'s> = &'s dyn Fn(&str) -> [u8; 16];

/// The certificate with all its disclosures, for its holder; the same badge, key and salts give the same bytes every time.
///
/// # Shape
/// Open: who signs, what kind of file it is, the last day, where to ask whether it still holds. All else is a disclosure of its
/// own, the day of issue among them; of the units each. Digests stand in the order of their letters.
///
/// # Source
/// RFC 9901; SD-JWT VC, section 3.2. Which facts are open is a product decision.
pub fn issue(badge: &Badge, key: &IssuerKey, salts: Salts<'_>) -> String {
    let claims: Vec<Disclosure> = claims(badge)
        .into_iter()
        .map(|(name, value)| Disclosure::new(salts(name), Some(name), value))
        .collect();
    let unit = |(place, unit): (usize, &BadgeUnit)| {
        Disclosure::new(salts(&format!("unit {place}")), None, unit_value(unit))
    };
    let units: Vec<Disclosure> = badge.units.iter().enumerate().map(unit).collect();
    let unit_count = units.len().next_multiple_of(UNIT_DIGESTS).max(UNIT_DIGESTS);
    let element = |digest: String| json!({ DIGEST: digest });
    let hidden_units: Vec<Value> =
        digests(&units, unit_count, "unit", salts).into_iter().map(element).collect();
    let mut payload = open_claims(badge, key);
    payload.insert(DIGESTS.into(), digests(&claims, CLAIM_DIGESTS, "claim", salts).into());
    payload.insert("units".into(), hidden_units.into());
    let disclosures = claims.iter().chain(&units);
    let mut whole = signed(&payload, key);
    for disclosure in disclosures {
        whole.extend([&disclosure.text, "~"]);
    }
    whole
}

/// The same certificate as its signed JSON, in this form, with salts that follow from the key; for the same credential and key
/// the same bytes every time.
///
/// # Errors
/// `NotACredential` where `credential` is not exactly what a certificate is written as; its proofs are not looked at.
pub fn issue_again(credential: &str, key: &IssuerKey) -> Result<String, Cause> {
    let document = crate::json::parse(credential.as_bytes())?;
    let badge = badge_of(&document).ok_or(Cause::NotACredential)?;
    Ok(issue(&badge, key, &key.salts(&badge.id)))
}

fn open_claims(badge: &Badge, key: &IssuerKey) -> Map<String, Value> {
    let mut open = Map::new();
    open.insert(HASH_NAME.into(), HASH.into());
    open.insert("iss".into(), key.did().into());
    open.insert("issuer_name".into(), badge.issuer_name.as_str().into());
    open.insert("vct".into(), VCT.into());
    if let Some(last) = badge.valid_until {
        open.insert("exp".into(), last_second(last).into());
    }
    if let Some(status) = &badge.status {
        open.insert("credentialStatus".into(), status.to_json());
    }
    open
}

/// Every fact but the units, by name; what a certificate does not have is left out, and a made-up digest takes its place.
fn claims(badge: &Badge) -> Vec<(&'static str, Value)> {
    let facts = badge.facts("");
    let trained = facts.trained.as_ref().map(|[first, last]| json!({ "from": first, "until": last }));
    let all = [
        ("achievement", Some(badge.achievement_name.as_str().into())),
        ("achievement_en", badge.achievement_name_en.as_deref().map(Value::from)),
        ("awarded_on", Some(badge.awarded_on.to_string().into())),
        ("check_at", Some(badge.verify_url.as_str().into())),
        ("hours", facts.hours.map(Value::from)),
        ("iat", Some(midnight(badge.awarded_on).into())),
        ("kind", Some(badge.kind.tag().into())),
        ("name", Some(badge.learner_name.as_str().into())),
        ("number", Some(badge.number.as_str().into())),
        ("result", Some(badge.criteria.as_str().into())),
        ("standard", badge.standard.as_deref().map(Value::from)),
        ("trained", trained),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn unit_value(unit: &BadgeUnit) -> Value {
    let mut value = json!({ "title": unit.title });
    if let Some(code) = &unit.code {
        value["code"] = code.as_str().into();
    }
    if let Some(hours) = unit.hours {
        value["hours"] = hours.into();
    }
    value
}

/// Digests of `disclosures` and made-up ones, `count` together and in the order of their letters, so that none tells its place.
///
/// # Source
/// RFC 9901, sections 4.2.4.1 and 4.2.5 (decoy digests).
fn digests(disclosures: &[Disclosure], count: usize, of: &str, salts: Salts<'_>) -> Vec<String> {
    let made_up = (disclosures.len()..count).map(|place| digest_of(&salts(&format!("{of} decoy {place}"))));
    let mut all: Vec<String> = disclosures.iter().map(Disclosure::digest).chain(made_up).collect();
    all.sort();
    all
}

/// # Source
/// RFC 7515, section 3.1; RFC 8037, section 3.1.
fn signed(payload: &Map<String, Value>, key: &IssuerKey) -> String {
    let header = json!({ "alg": ALGORITHM, "kid": key.verification_method(), "typ": TYPE });
    let part = |value: &Value| {
        let written = serde_json_canonicalizer::to_vec(value).expect("claims are text and whole numbers");
        URL_SAFE_NO_PAD.encode(written)
    };
    let message = format!("{}.{}", part(&header), part(&Value::Object(payload.clone())));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(message.as_bytes()));
    format!("{message}.{signature}{TILDE}")
}

pub(super) fn midnight(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp()
}

/// The last second of a day: the certificate holds on its last day.
pub(super) fn last_second(day: NaiveDate) -> i64 {
    midnight(day) + 24 * 60 * 60 - 1
}
