// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a checker carries along where there is no network: the issuers that count and the status lists, signed by the register
//! in one file. Whose register it is, the checker learns once and keeps.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use crate::cause::Cause;
use crate::code::{CodeRead, read_code};
use crate::key::{IssuerKey, PublicKey};
use crate::status::StatusList;
use crate::trust::TrustList;
use crate::{json, suite};

const TYPE: &str = "CertificateRegister";

/// The register at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    pub made_at: DateTime<Utc>,
    /// After this it no longer tells whether a certificate was withdrawn.
    pub holds_until: DateTime<Utc>,
    /// `did` and name of each issuer.
    pub issuers: Vec<(String, String)>,
    /// Of these the keys that sign no more, with the moment from which on nothing they signed counts by itself.
    pub retired: Vec<(String, DateTime<Utc>)>,
    pub lists: Vec<RegisterLists>,
}

/// The two lists of one number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterLists {
    pub number: u32,
    pub revocation: StatusList,
    pub suspension: StatusList,
}

/// What is known of a code without a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeAnswer {
    Holds(CodeRead),
    Revoked(CodeRead),
    Suspended(CodeRead),
    /// With the last day it held.
    Expired(CodeRead, NaiveDate),
    /// With the first day it holds.
    NotYetValid(CodeRead, NaiveDate),
    /// The signature holds; whether it was withdrawn is not known, because the register is too old or lacks its list, or because
    /// the key was retired and only the register itself can say what it had recorded before.
    StatusUnknown(CodeRead),
    Refused(Cause),
}

impl Register {
    /// The file, signed by the register's own key.
    ///
    /// # Shape
    /// Canonical JSON with a proof eddsa-jcs-2022.
    pub fn seal(&self, key: &IssuerKey) -> String {
        let moment = |moment: DateTime<Utc>| moment.to_rfc3339_opts(SecondsFormat::Secs, true);
        let issuer = |did: &String, name: &String| match self.retired_since(did) {
            Some(since) => json!({ "id": did, "name": name, "retired": moment(since) }),
            None => json!({ "id": did, "name": name }),
        };
        let issuers: Vec<Value> = self.issuers.iter().map(|(did, name)| issuer(did, name)).collect();
        let list = |lists: &RegisterLists| {
            json!({
                "number": lists.number,
                "revocation": lists.revocation.encode(),
                "suspension": lists.suspension.encode(),
            })
        };
        let members = [
            ("type", json!(TYPE)),
            ("issuer", json!(key.did())),
            ("validFrom", json!(moment(self.made_at))),
            ("validUntil", json!(moment(self.holds_until))),
            ("issuers", json!(issuers)),
            ("lists", self.lists.iter().map(list).collect()),
        ];
        let options = [
            ("type", json!("DataIntegrityProof")),
            ("cryptosuite", json!(suite::NAME)),
            ("created", json!(moment(self.made_at))),
            ("verificationMethod", json!(key.verification_method())),
            ("proofPurpose", json!("assertionMethod")),
        ];
        let sealed = suite::seal(object(members), object(options), key);
        String::from_utf8(suite::canonical(&sealed)).expect("JSON written from strings is UTF-8")
    }

    /// Opens a file; `known` is the register's `did` that the checker kept, or nothing at first sight. Answers it too.
    ///
    /// # Errors
    /// No such file, changed since it was signed, or signed by another register than the known one.
    pub fn open(bytes: &[u8], known: Option<&str>) -> Result<(Self, String), Cause> {
        let document = json::parse(bytes)?;
        let members = document.as_object().filter(|of| of.get("type") == Some(&json!(TYPE)));
        let members = members.ok_or(Cause::NotARegister)?;
        let did = text(&document, "/issuer")?;
        if known.is_some_and(|known| known != did) {
            return Err(Cause::SignerNotIssuer);
        }
        let method = text(&document, "/proof/verificationMethod")?;
        let key = PublicKey::from_verification_method(&method)?;
        if key.did() != did {
            return Err(Cause::SignerNotIssuer);
        }
        suite::check(members, &key)?;
        Ok((read(&document)?, did))
    }

    /// Judges the text of a code at a moment.
    pub fn check(&self, code: &str, now: DateTime<Utc>, today: NaiveDate) -> CodeAnswer {
        let trust = TrustList::of(self.issuers.iter().cloned());
        let read = match read_code(code, &trust) {
            Ok(read) => read,
            Err(cause) => return CodeAnswer::Refused(cause),
        };
        // What was withdrawn stays so, however old the list is.
        match self.status_of(&read) {
            Some((true, _)) => return CodeAnswer::Revoked(read),
            Some((false, true)) if now <= self.holds_until => return CodeAnswer::Suspended(read),
            Some((false, _)) | None => {}
        }
        match (read.facts.awarded_on, read.facts.valid_until) {
            (first, _) if today < first => CodeAnswer::NotYetValid(read, first),
            (_, Some(last)) if last < today => CodeAnswer::Expired(read, last),
            _ if now > self.holds_until || self.status_of(&read).is_none() => CodeAnswer::StatusUnknown(read),
            // Whoever has the key can write any day into a code; whether it was recorded in time only the register itself knows.
            _ if self.retired_since(&read.issuer_did).is_some() => CodeAnswer::StatusUnknown(read),
            _ => CodeAnswer::Holds(read),
        }
    }

    fn retired_since(&self, did: &str) -> Option<DateTime<Utc>> {
        self.retired.iter().find(|(retired, _)| retired == did).map(|(_, since)| *since)
    }

    /// Whether it is revoked, and whether suspended.
    fn status_of(&self, read: &CodeRead) -> Option<(bool, bool)> {
        let (number, place) = read.facts.status?;
        let lists = self.lists.iter().find(|lists| lists.number == number)?;
        let place = usize::try_from(place).ok()?;
        Some((lists.revocation.get(place).ok()?, lists.suspension.get(place).ok()?))
    }
}

fn object<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members.into_iter().map(|(member, value)| (member.to_owned(), value)).collect()
}

fn missing(path: &str) -> Cause {
    Cause::FieldMissing(path.to_owned())
}

fn text(document: &Value, path: &str) -> Result<String, Cause> {
    document.pointer(path).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| missing(path))
}

fn read(document: &Value) -> Result<Register, Cause> {
    let moment = |path: &str| {
        let read = DateTime::parse_from_rfc3339(&text(document, path)?);
        read.map(|moment| moment.to_utc()).map_err(|_| missing(path))
    };
    let items = |path: &'static str| {
        document
            .pointer(path)
            .and_then(Value::as_array)
            .ok_or_else(|| missing(path))
            .map(|items| items.iter())
    };
    let list = |item: &Value, purpose: &str| {
        StatusList::decode(&text(item, purpose)?).map_err(|_| missing(&format!("/lists{purpose}")))
    };
    Ok(Register {
        made_at: moment("/validFrom")?,
        holds_until: moment("/validUntil")?,
        issuers: items("/issuers")?
            .map(|item| Ok((text(item, "/id")?, text(item, "/name")?)))
            .collect::<Result<_, Cause>>()?,
        retired: items("/issuers")?
            .filter_map(|item| item["retired"].as_str().map(|since| (item, since)))
            .map(|(item, since)| {
                let since = DateTime::parse_from_rfc3339(since).map_err(|_| missing("/issuers/retired"))?;
                Ok((text(item, "/id")?, since.to_utc()))
            })
            .collect::<Result<_, Cause>>()?,
        lists: items("/lists")?
            .map(|item| {
                let number = item["number"].as_u64().and_then(|number| number.try_into().ok());
                Ok(RegisterLists {
                    number: number.ok_or_else(|| missing("/lists/number"))?,
                    revocation: list(item, "/revocation")?,
                    suspension: list(item, "/suspension")?,
                })
            })
            .collect::<Result<_, Cause>>()?,
    })
}
