// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The list as a credential that its issuer signs.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::list::StatusList;

/// What a published list says besides its bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusListFacts<'a> {
    /// The address it is published at; entries name it as `statusListCredential`.
    pub url: &'a str,
    /// Who signs it, `did:key:…` or another URL.
    pub issuer: &'a str,
    /// [`REVOCATION`](super::REVOCATION) or [`SUSPENSION`](super::SUSPENSION).
    pub purpose: &'a str,
    pub valid_from: DateTime<Utc>,
    /// When a reader must fetch it anew; after this the list proves nothing.
    pub valid_until: Option<DateTime<Utc>>,
}

/// A `BitstringStatusListCredential` of VC Data Model 2.0, not signed yet.
///
/// # Source
/// Bitstring Status List 1.0, sections 2.2 and 3.1.
pub fn unsigned_credential(list: &StatusList, facts: &StatusListFacts<'_>) -> Value {
    let instant = |moment: DateTime<Utc>| moment.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut credential = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": facts.url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": facts.issuer,
        "validFrom": instant(facts.valid_from),
        "credentialSubject": {
            "id": format!("{}#list", facts.url),
            "type": "BitstringStatusList",
            "statusPurpose": facts.purpose,
            "encodedList": list.encode(),
        },
    });
    if let Some(end) = facts.valid_until {
        credential["validUntil"] = instant(end).into();
    }
    credential
}
