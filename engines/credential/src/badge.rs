// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One certificate as an Open Badges 3.0 credential of one fixed shape. Signing is next door in `proof`.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::key::IssuerKey;

/// The contexts of every credential made here, in this order.
pub const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
/// The types of every credential made here, in this order.
pub const TYPES: [&str; 2] = ["VerifiableCredential", "OpenBadgeCredential"];
/// Marks the alignments that are units, against the one that is the standard.
pub(crate) const UNIT: &str = "ceasn:Competency";
pub(crate) const HOURS_SUFFIX: &str = " JP";

/// What the certificate attests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadgeKind {
    Training,
    School,
    Competence,
    Acknowledgement,
}

impl BadgeKind {
    fn tag(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::School => "school",
            Self::Competence => "competence",
            Self::Acknowledgement => "acknowledgement",
        }
    }
}

/// One unit the learner mastered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeUnit {
    /// Such as `C.24LAS01.001.1`.
    pub code: Option<String>,
    pub title: String,
    /// # Units
    /// JP, hours of lesson.
    pub hours: Option<i32>,
}

/// A certificate as its issuer decided it. It has no field for a place of issue, on purpose.
///
/// # Shape
/// Members follow the achievement, never the learner: all who earn the same hold files alike in
/// members and order, apart from the values that name the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// `urn:uuid:` and a random v4 UUID, which tells neither time nor place.
    pub id: String,
    pub issuer_name: String,
    pub issuer_url: Option<String>,
    pub kind: BadgeKind,
    pub learner_name: String,
    pub achievement_name: String,
    pub achievement_name_en: Option<String>,
    pub description: String,
    /// What had to be shown to earn it.
    pub criteria: String,
    pub units: Vec<BadgeUnit>,
    /// The certificate number as printed.
    pub number: String,
    pub awarded_on: NaiveDate,
    /// The last day it holds.
    pub valid_until: Option<NaiveDate>,
    /// Such as a SKKNI decree; what the units are taken from.
    pub standard: Option<String>,
    pub verify_url: String,
}

impl Badge {
    /// The unsigned credential, issued under the name of `key`.
    ///
    /// # Units
    /// Instants carry the day alone, at midnight UTC (the last day at 23:59:59), so that no hour of issue shows.
    ///
    /// # Source
    /// Open Badges 3.0, context 3.0.3; Verifiable Credentials Data Model 2.0.
    pub fn to_credential(&self, key: &IssuerKey) -> Value {
        Value::Object(self.to_document(key))
    }

    pub(crate) fn to_document(&self, key: &IssuerKey) -> Map<String, Value> {
        let awarded = midnight(self.awarded_on);
        let english = self.achievement_name_en.as_ref().unwrap_or(&self.achievement_name);
        let members = [
            ("@context", json!(CONTEXTS)),
            ("id", json!(self.id)),
            ("type", json!(TYPES)),
            ("name", json!(self.achievement_name)),
            ("description", json!(english)),
            ("issuer", self.issuer(key)),
            ("awardedDate", json!(awarded)),
            ("validFrom", json!(awarded)),
            ("credentialSubject", self.subject(key)),
        ];
        let last_day = self.valid_until.map(|day| ("validUntil", json!(format!("{day}T23:59:59Z"))));
        members.into_iter().chain(last_day).map(|(member, value)| (member.to_owned(), value)).collect()
    }

    fn issuer(&self, key: &IssuerKey) -> Value {
        let mut issuer = json!({ "id": key.did(), "type": ["Profile"], "name": self.issuer_name });
        if let Some(url) = &self.issuer_url {
            issuer["url"] = url.as_str().into();
        }
        issuer
    }

    fn subject(&self, key: &IssuerKey) -> Value {
        let mut subject = json!({
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject",
                "hashed": false,
                "identityHash": self.learner_name,
                "identityType": "name",
            }],
            "licenseNumber": self.number,
            "narrative": self.verify_url,
            "achievement": self.achievement(key),
        });
        let hours: Vec<i32> = self.units.iter().filter_map(|unit| unit.hours).collect();
        if !hours.is_empty() {
            subject["creditsEarned"] = hours.iter().map(|hours| i64::from(*hours)).sum::<i64>().into();
        }
        subject
    }

    fn achievement(&self, key: &IssuerKey) -> Value {
        let standard = self.standard.as_deref().unwrap_or_default();
        json!({
            "id": urn_of(&[&key.did(), &self.achievement_name, standard]),
            "type": ["Achievement"],
            "achievementType": "Certificate",
            "inLanguage": "id",
            "name": self.achievement_name,
            "description": self.description,
            "criteria": { "narrative": self.criteria },
            "tag": [self.kind.tag()],
            "alignment": self.alignments(),
        })
    }

    fn alignments(&self) -> Vec<Value> {
        let whole = self.standard.iter().map(|standard| {
            json!({ "type": ["Alignment"], "targetName": standard, "targetUrl": urn_of(&[standard]) })
        });
        whole.chain(self.units.iter().map(|unit| self.alignment(unit))).collect()
    }

    fn alignment(&self, unit: &BadgeUnit) -> Value {
        let framework = self.standard.as_deref().unwrap_or_default();
        let code = unit.code.as_deref().unwrap_or_default();
        let mut alignment = json!({
            "type": ["Alignment"],
            "targetType": UNIT,
            "targetName": unit.title,
            "targetUrl": urn_of(&[framework, code, &unit.title]),
        });
        let optional = [
            ("targetCode", unit.code.clone()),
            ("targetFramework", self.standard.clone()),
            ("targetDescription", unit.hours.map(|hours| format!("{hours}{HOURS_SUFFIX}"))),
        ];
        for (member, text) in optional {
            if let Some(text) = text {
                alignment[member] = text.into();
            }
        }
        alignment
    }
}

pub(crate) fn midnight(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}

/// A name that follows from the parts alone, so that the same unit is the same thing in every file.
///
/// # Source
/// RFC 9562, section 5.8 (UUID version 8).
fn urn_of(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    let digest = hasher.finalize();
    let hex: String = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-8{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
}
