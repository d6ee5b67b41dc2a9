// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One certificate as an Open Badges 3.0 credential of one fixed shape. Signing is next door in `proof`.

use chrono::{Datelike, Months, NaiveDate};
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
pub(crate) const STATUS_TYPE: &str = "BitstringStatusListEntry";
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
    const ALL: [Self; 4] = [Self::Training, Self::School, Self::Competence, Self::Acknowledgement];

    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.tag() == tag)
    }

    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::School => "school",
            Self::Competence => "competence",
            Self::Acknowledgement => "acknowledgement",
        }
    }

    /// What the standard calls it: an acknowledgement certifies nothing.
    ///
    /// # Source
    /// Open Badges 3.0, `AchievementType`.
    pub(crate) fn achievement_type(self) -> &'static str {
        match self {
            Self::Training | Self::School | Self::Competence => "Certificate",
            Self::Acknowledgement => "Achievement",
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

/// Where a verifier asks whether the certificate still holds: the same place in two lists.
///
/// # Source
/// Bitstring Status List 1.0, section 2.1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeStatus {
    /// Address of the list of the revoked.
    pub revocation_list: String,
    /// Address of the list of the suspended.
    pub suspension_list: String,
    pub index: u32,
}

impl BadgeStatus {
    /// Purpose and list, in the order in which they stand in the file.
    pub(crate) fn entries(&self) -> [(&'static str, &str); 2] {
        [("revocation", &self.revocation_list), ("suspension", &self.suspension_list)]
    }

    pub(crate) fn to_json(&self) -> Value {
        let entry = |(purpose, list): (&str, &str)| {
            json!({
                "type": STATUS_TYPE,
                "statusPurpose": purpose,
                "statusListIndex": self.index.to_string(),
                "statusListCredential": list,
            })
        };
        self.entries().into_iter().map(entry).collect()
    }

    /// Nothing where the two entries are not there.
    pub(crate) fn from_json(entries: &Value) -> Option<Self> {
        let list = |place: usize| entries[place]["statusListCredential"].as_str().map(str::to_owned);
        Some(Self {
            revocation_list: list(0)?,
            suspension_list: list(1)?,
            index: entries[0]["statusListIndex"].as_str()?.parse().ok()?,
        })
    }
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
    /// Months of the training, the first and the last, each by any of its days.
    pub trained: Option<(NaiveDate, NaiveDate)>,
    /// The last day it holds.
    pub valid_until: Option<NaiveDate>,
    /// Such as a SKKNI decree; what the units are taken from.
    pub standard: Option<String>,
    pub verify_url: String,
    /// Since format 3.
    pub status: Option<BadgeStatus>,
}

impl Badge {
    /// The unsigned credential, issued under the name of `key`.
    ///
    /// # Units
    /// Instants carry the day alone, at midnight UTC (the last day at 23:59:59), so that no hour of issue shows. The training
    /// goes from the first day of a month to the last day of one.
    ///
    /// # Source
    /// Open Badges 3.0, context 3.0.3; Verifiable Credentials Data Model 2.0.
    pub fn to_credential(&self, key: &IssuerKey) -> Value {
        Value::Object(self.to_document(&key.did()))
    }

    pub(crate) fn to_document(&self, did: &str) -> Map<String, Value> {
        let facts = self.facts(did);
        let members = [
            ("@context", json!(CONTEXTS)),
            ("id", json!(self.id)),
            ("type", json!(TYPES)),
            ("name", json!(self.achievement_name)),
            ("description", json!(facts.english)),
            ("issuer", self.issuer(&facts)),
            ("awardedDate", json!(facts.awarded)),
            ("validFrom", json!(facts.awarded)),
            ("credentialSubject", self.subject(&facts)),
        ];
        let last_day = facts.last_instant.as_ref().map(|last| ("validUntil", json!(last)));
        let status = self.status.as_ref().map(|status| ("credentialStatus", status.to_json()));
        members
            .into_iter()
            .chain(last_day)
            .chain(status)
            .map(|(member, value)| (member.to_owned(), value))
            .collect()
    }

    /// What follows from the badge and the issuer's `did`, and stands in every form of the certificate.
    pub(crate) fn facts(&self, did: &str) -> Facts<'_> {
        let (issuer, standard) = (did.to_owned(), self.standard.as_deref());
        let hours: Vec<i64> = self.units.iter().filter_map(|unit| unit.hours).map(i64::from).collect();
        let whole = standard.map(|standard| Alignment {
            name: standard,
            url: urn_of(&[standard]),
            kind: None,
            code: None,
            framework: None,
            hours: None,
        });
        let units = self.units.iter().map(|unit| Alignment {
            name: &unit.title,
            url: urn_of(&[
                standard.unwrap_or_default(),
                unit.code.as_deref().unwrap_or_default(),
                &unit.title,
            ]),
            kind: Some(UNIT),
            code: unit.code.as_deref(),
            framework: standard,
            hours: unit.hours.map(|hours| format!("{hours}{HOURS_SUFFIX}")),
        });
        Facts {
            english: self.achievement_name_en.as_ref().unwrap_or(&self.achievement_name),
            awarded: midnight(self.awarded_on),
            last_instant: self.valid_until.map(|day| format!("{day}T23:59:59Z")),
            trained: self.trained.map(|(first, last)| [first_of_month(first), last_of_month(last)]),
            hours: (!hours.is_empty()).then(|| hours.iter().sum()),
            achievement: urn_of(&[&issuer, &self.achievement_name, standard.unwrap_or_default()]),
            alignments: whole.into_iter().chain(units).collect(),
            issuer,
        }
    }

    fn issuer(&self, facts: &Facts<'_>) -> Value {
        let mut issuer = json!({ "id": facts.issuer, "type": ["Profile"], "name": self.issuer_name });
        if let Some(url) = &self.issuer_url {
            issuer["url"] = url.as_str().into();
        }
        issuer
    }

    fn subject(&self, facts: &Facts<'_>) -> Value {
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
            "achievement": self.achievement(facts),
        });
        if let Some(hours) = facts.hours {
            subject["creditsEarned"] = hours.into();
        }
        if let Some([first, last]) = &facts.trained {
            subject["activityStartDate"] = first.as_str().into();
            subject["activityEndDate"] = last.as_str().into();
        }
        subject
    }

    fn achievement(&self, facts: &Facts<'_>) -> Value {
        json!({
            "id": facts.achievement,
            "type": ["Achievement"],
            "achievementType": self.kind.achievement_type(),
            "inLanguage": "id",
            "name": self.achievement_name,
            "description": self.description,
            "criteria": { "narrative": self.criteria },
            "tag": [self.kind.tag()],
            "alignment": facts.alignments.iter().map(Alignment::to_json).collect::<Vec<Value>>(),
        })
    }
}

/// What follows from a badge and its key.
pub(crate) struct Facts<'a> {
    pub english: &'a str,
    pub awarded: String,
    pub last_instant: Option<String>,
    pub issuer: String,
    /// The first day of the first month of training, the last day of the last.
    pub trained: Option<[String; 2]>,
    /// All lesson hours together; nothing where no unit has any.
    pub hours: Option<i64>,
    /// The name of the achievement.
    pub achievement: String,
    pub alignments: Vec<Alignment<'a>>,
}

/// The standard as a whole, or one unit of it.
pub(crate) struct Alignment<'a> {
    pub name: &'a str,
    pub url: String,
    pub kind: Option<&'static str>,
    pub code: Option<&'a str>,
    pub framework: Option<&'a str>,
    pub hours: Option<String>,
}

impl Alignment<'_> {
    fn to_json(&self) -> Value {
        let mut alignment = json!({ "type": ["Alignment"], "targetName": self.name, "targetUrl": self.url });
        let optional = [
            ("targetType", self.kind),
            ("targetCode", self.code),
            ("targetFramework", self.framework),
            ("targetDescription", self.hours.as_deref()),
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

fn first_of_month(day: NaiveDate) -> String {
    day.with_day(1).unwrap_or(day).to_string()
}

fn last_of_month(day: NaiveDate) -> String {
    let next = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    next.and_then(|next| next.pred_opt()).unwrap_or(day).to_string()
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
    let mut half = [0; 16];
    half.copy_from_slice(&hasher.finalize()[..16]);
    let hex = format!("{:032x}", u128::from_be_bytes(half));
    format!("urn:uuid:{}-{}-8{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
}
