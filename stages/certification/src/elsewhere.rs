// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates that other registries issued. The house keeps their number and where the paper is; it never makes one.

use desk::{Halt, Say};
use kernel::day::Day;
use kernel::id::{AccountId, OutsideCertificateId, PersonId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, rows, violation};
use uuid::Uuid;

/// Whose number it bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registry {
    Bnsp,
    Kemnaker,
    Kemdikbud,
    Lpjk,
    Other,
}

impl Registry {
    pub const ALL: &[Self] = &[Self::Bnsp, Self::Kemnaker, Self::Kemdikbud, Self::Lpjk, Self::Other];
    pub const CODES: &[&'static str] = &["bnsp", "kemnaker", "kemdikbud", "lpjk", "other"];

    /// The code in the database; the label is the word `registry-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Bnsp => "bnsp",
            Self::Kemnaker => "kemnaker",
            Self::Kemdikbud => "kemdikbud",
            Self::Lpjk => "lpjk",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|registry| registry.code() == code)
    }
}

/// One certificate of another registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideFact {
    pub id: OutsideCertificateId,
    pub person: PersonId,
    pub registry: Registry,
    pub issuer: String,
    /// As printed.
    pub number: String,
    pub title: String,
    pub issued_on: Day,
    pub valid_until: Option<Day>,
    /// SHA-256 of the scanned file, hexadecimal.
    pub scan_digest: Option<String>,
    pub kept_at: String,
    /// When, and to whom.
    pub handed: Option<(Day, String)>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    registry: String,
    issuer: String,
    number: String,
    title: String,
    issued_on: Day,
    valid_until: Option<Day>,
    scan_digest: Option<String>,
    kept_at: String,
    handed_on: Option<Day>,
    handed_to: Option<String>,
}

/// Everything on record of a person, under whichever record it was written; the latest first.
pub async fn of_person<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<OutsideFact>, DbErr> {
    let sql = format!(
        "SELECT o.id, o.person_id, o.registry, o.issuer, o.number, o.title, o.issued_on, o.valid_until, o.scan_digest, o.kept_at, \
         h.day AS handed_on, h.handed_to FROM outside_certificate o LEFT JOIN outside_handing h ON h.certificate_id = o.id \
         WHERE o.person_id IN {} ORDER BY o.issued_on DESC, o.number",
        people::facts::records_of(1)
    );
    let found: Vec<Row> = rows(on, &sql, [person.0.into()]).await?;
    let fact = |row: Row| {
        Ok(OutsideFact {
            id: OutsideCertificateId(row.id),
            person: PersonId(row.person_id),
            registry: Registry::from_code(&row.registry)
                .ok_or_else(|| DbErr::Type(format!("registry `{}`", row.registry)))?,
            issuer: row.issuer,
            number: row.number,
            title: row.title,
            issued_on: row.issued_on,
            valid_until: row.valid_until,
            scan_digest: row.scan_digest,
            kept_at: row.kept_at,
            handed: row.handed_on.zip(row.handed_to),
        })
    };
    found.into_iter().map(fact).collect()
}

/// Puts one on record.
///
/// # Errors
/// A problem of the field `number` where the registry's number is on record.
pub async fn add(tx: &DatabaseTransaction, fact: &OutsideFact, account: AccountId) -> Result<(), Halt> {
    insert("outside_certificate")
        .set("id", fact.id.0)
        .set("person_id", fact.person.0)
        .set("registry", fact.registry.code())
        .set("issuer", fact.issuer.clone())
        .set("number", fact.number.clone())
        .set("title", fact.title.clone())
        .set("issued_on", fact.issued_on)
        .set("valid_until", fact.valid_until)
        .set("scan_digest", fact.scan_digest.clone())
        .set("kept_at", fact.kept_at.clone())
        .set("account_id", account.0)
        .run(tx)
        .await
        .map_err(|error| match violation(&error) {
            Some(found) if found.is("outside_certificate_number", "outside_certificate.registry") => {
                Halt::field("number", Say::new("problem-taken").with("text", &fact.number))
            }
            Some(_) | None => error.into(),
        })
}

/// Notes that it reached its holder; answers false where that is on record.
pub async fn hand(
    tx: &DatabaseTransaction,
    id: OutsideCertificateId,
    (day, to): (Day, &str),
    account: AccountId,
) -> Result<bool, DbErr> {
    let row = insert("outside_handing").set("certificate_id", id.0).set("day", day).set("handed_to", to);
    match row.set("account_id", account.0).run(tx).await {
        Ok(()) => Ok(true),
        Err(error) => match violation(&error) {
            Some(found) if found.is("outside_handing_once", "outside_handing.certificate_id") => Ok(false),
            Some(_) | None => Err(error),
        },
    }
}
