// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A scheme by which a certification body assesses: its scope, the licences it had, and the certificates of assessors.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use access::Target;
use kernel::day::Day;
use kernel::id::{AccountId, OrganisationId, SchemeId};
use uuid::Uuid;

use super::{Forbids, SchemeKind};

/// One scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeFact {
    pub id: SchemeId,
    /// The house's own code, for addresses and files.
    pub code: String,
    /// As printed, such as `SKM/BNSP/00010/1/2020/37A`.
    pub number: String,
    pub title: String,
    pub kind: SchemeKind,
    /// The field an assessor's certificate must name, such as `Las`.
    pub field: String,
    pub standard: String,
    pub lsp: OrganisationId,
    pub forbids: Forbids,
}

impl SchemeFact {
    /// The certification body's.
    pub fn target(&self) -> Target {
        Target::of(self.lsp)
    }
}

/// A unit of a scheme, with its elements where the scheme assesses by them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeUnitFact {
    pub code: String,
    pub title: String,
    pub elements: Vec<ElementFact>,
}

/// One element of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ElementFact {
    /// As in the standard: `1`, `2`.
    pub number: String,
    pub title: String,
}

/// A term in which something holds, both days included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceFact {
    pub number: String,
    pub starts_on: Day,
    pub ends_on: Day,
}

impl LicenceFact {
    pub fn holds_on(&self, day: Day) -> bool {
        self.starts_on <= day && day <= self.ends_on
    }
}

/// An assessor's certificate for one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessorCertificateFact {
    pub account: AccountId,
    pub name: String,
    pub field: String,
    /// Where she works besides, if that is on record.
    pub workplace: Option<OrganisationId>,
    pub term: LicenceFact,
}

impl AssessorCertificateFact {
    /// Whether it is for this field, in any case of letters.
    pub fn is_for(&self, field: &str) -> bool {
        self.field.trim().to_lowercase() == field.trim().to_lowercase()
    }
}

#[derive(FromQueryResult)]
struct SchemeRow {
    id: Uuid,
    code: String,
    number: String,
    title: String,
    kind: String,
    field: String,
    standard: String,
    lsp_id: Uuid,
    forbids: String,
}

impl TryFrom<SchemeRow> for SchemeFact {
    type Error = DbErr;

    fn try_from(row: SchemeRow) -> Result<Self, DbErr> {
        let unknown = super::codes::unknown;
        Ok(Self {
            id: SchemeId(row.id),
            code: row.code,
            number: row.number,
            title: row.title,
            kind: SchemeKind::from_code(&row.kind).ok_or_else(|| unknown("scheme kind", &row.kind))?,
            field: row.field,
            standard: row.standard,
            lsp: OrganisationId(row.lsp_id),
            forbids: Forbids::from_code(&row.forbids)
                .ok_or_else(|| unknown("scheme's forbidding", &row.forbids))?,
        })
    }
}

async fn select<C: ConnectionTrait>(
    on: &C,
    rest: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<SchemeFact>, DbErr> {
    let sql = format!(
        "SELECT id, code, number, title, kind, field, standard, lsp_id, forbids FROM scheme {rest} ORDER BY code"
    );
    let found: Vec<SchemeRow> = rows(on, &sql, values).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// Every scheme, by code.
pub async fn schemes<C: ConnectionTrait>(on: &C) -> Result<Vec<SchemeFact>, DbErr> {
    select(on, "", []).await
}

pub async fn scheme<C: ConnectionTrait>(on: &C, id: SchemeId) -> Result<Option<SchemeFact>, DbErr> {
    Ok(select(on, "WHERE id = $1", [id.0.into()]).await?.pop())
}

pub async fn scheme_by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<SchemeFact>, DbErr> {
    Ok(select(on, "WHERE code = $1", [code.into()]).await?.pop())
}

#[derive(FromQueryResult)]
struct PartRow {
    unit_code: String,
    number: String,
    title: String,
}

/// The units of a scheme in their order, each with its elements.
pub async fn scheme_units<C: ConnectionTrait>(on: &C, id: SchemeId) -> Result<Vec<SchemeUnitFact>, DbErr> {
    let sql = "SELECT code AS unit_code, '' AS number, title FROM scheme_unit WHERE scheme_id = $1 ORDER BY position";
    let units: Vec<PartRow> = rows(on, sql, [id.0.into()]).await?;
    let sql = "SELECT unit_code, number, title FROM scheme_element WHERE scheme_id = $1 ORDER BY unit_code, position";
    let elements: Vec<PartRow> = rows(on, sql, [id.0.into()]).await?;
    let elements_of = |unit: &str| {
        let own = elements.iter().filter(|one| one.unit_code == unit);
        own.map(|one| ElementFact { number: one.number.clone(), title: one.title.clone() }).collect()
    };
    let unit = |row: PartRow| SchemeUnitFact {
        elements: elements_of(&row.unit_code),
        code: row.unit_code,
        title: row.title,
    };
    Ok(units.into_iter().map(unit).collect())
}

#[derive(FromQueryResult)]
struct TermRow {
    number: String,
    starts_on: Day,
    ends_on: Day,
}

impl From<TermRow> for LicenceFact {
    fn from(row: TermRow) -> Self {
        Self { number: row.number, starts_on: row.starts_on, ends_on: row.ends_on }
    }
}

/// The licences of a scheme, the latest first.
pub async fn licences<C: ConnectionTrait>(on: &C, id: SchemeId) -> Result<Vec<LicenceFact>, DbErr> {
    let sql = "SELECT number, starts_on, ends_on FROM scheme_licence WHERE scheme_id = $1 ORDER BY ends_on DESC, number";
    let found: Vec<TermRow> = rows(on, sql, [id.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

#[derive(FromQueryResult)]
struct CertificateRow {
    account_id: Uuid,
    name: String,
    field: String,
    workplace_id: Option<Uuid>,
    number: String,
    starts_on: Day,
    ends_on: Day,
}

impl From<CertificateRow> for AssessorCertificateFact {
    fn from(row: CertificateRow) -> Self {
        Self {
            account: AccountId(row.account_id),
            name: row.name,
            field: row.field,
            workplace: row.workplace_id.map(OrganisationId),
            term: LicenceFact { number: row.number, starts_on: row.starts_on, ends_on: row.ends_on },
        }
    }
}

const SELECT_CERTIFICATE: &str = "SELECT c.account_id, a.name, c.field, c.workplace_id, c.number, c.starts_on, c.ends_on \
                                  FROM assessor_certificate c JOIN account a ON a.id = c.account_id";

/// The certificates of an assessor, the latest first.
pub async fn assessor_certificates<C: ConnectionTrait>(
    on: &C,
    account: AccountId,
) -> Result<Vec<AssessorCertificateFact>, DbErr> {
    let sql = format!("{SELECT_CERTIFICATE} WHERE c.account_id = $1 ORDER BY c.ends_on DESC, c.number");
    let found: Vec<CertificateRow> = rows(on, &sql, [account.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// The certificates of an organisation's assessors, by name.
pub async fn assessor_certificates_of<C: ConnectionTrait>(
    on: &C,
    organisation: OrganisationId,
) -> Result<Vec<AssessorCertificateFact>, DbErr> {
    let sql = format!(
        "{SELECT_CERTIFICATE} WHERE a.organisation_id = $1 ORDER BY a.name, c.ends_on DESC, c.number"
    );
    let found: Vec<CertificateRow> = rows(on, &sql, [organisation.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

#[derive(FromQueryResult)]
struct CodeRow {
    code: String,
}

/// Another batch for which this assessor is booked on this day: its code.
pub async fn booked_elsewhere<C: ConnectionTrait>(
    on: &C,
    (account, day): (AccountId, Day),
    than: kernel::id::BatchId,
) -> Result<Option<String>, DbErr> {
    let sql = "SELECT b.code FROM batch_assessment x JOIN batch b ON b.id = x.batch_id \
               WHERE x.assessor_account_id = $1 AND x.reserved_on = $2 AND x.batch_id <> $3 ORDER BY b.code";
    let row: Option<CodeRow> = one(on, sql, [account.0.into(), day.into(), than.0.into()]).await?;
    Ok(row.map(|row| row.code))
}
