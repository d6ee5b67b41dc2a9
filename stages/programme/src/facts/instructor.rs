// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who may teach, and in which hours of the week.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, one, rows};
use access::Target;
use kernel::id::{AccountId, BatchId, InstructorId, OrganisationId};
use kernel::zone::Minute;
use uuid::Uuid;

use super::InstructorKind;

/// Someone who may teach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstructorFact {
    pub id: InstructorId,
    pub code: String,
    pub name: String,
    pub organisation: OrganisationId,
    /// The office that keeps the record; for a guest it is the host.
    pub keeper: OrganisationId,
    /// None for those who teach without signing in.
    pub account: Option<AccountId>,
    pub kind: InstructorKind,
    pub fields: String,
    /// Of a guest: the business or body she comes from, in her own words; else empty.
    pub comes_from: String,
}

impl InstructorFact {
    /// Belongs to the own organisation and to the office that keeps the record.
    pub fn target(&self) -> Target {
        Target::of(self.organisation).also_of(self.keeper)
    }
}

/// Hours in which someone can teach every week.
///
/// # Shape
/// Weekday 1 (Monday) to 7 (Sunday), first minute, minute after the last.
pub type WeeklyHours = (i64, Minute, Minute);

#[derive(FromQueryResult)]
pub(crate) struct InstructorRow {
    id: Uuid,
    code: String,
    name: String,
    organisation_id: Uuid,
    keeper_id: Uuid,
    account_id: Option<Uuid>,
    kind: String,
    fields: String,
    comes_from: String,
}

impl TryFrom<InstructorRow> for InstructorFact {
    type Error = DbErr;

    fn try_from(row: InstructorRow) -> Result<Self, DbErr> {
        Ok(Self {
            id: InstructorId(row.id),
            code: row.code,
            name: row.name,
            organisation: OrganisationId(row.organisation_id),
            keeper: OrganisationId(row.keeper_id),
            account: row.account_id.map(AccountId),
            kind: InstructorKind::from_code(&row.kind)
                .ok_or_else(|| super::codes::unknown("instructor kind", &row.kind))?,
            fields: row.fields,
            comes_from: row.comes_from,
        })
    }
}

/// A question for `InstructorRow`s from `instructor i`; a condition may follow.
pub(crate) const SELECT_INSTRUCTOR: &str = "SELECT i.id, i.code, i.name, i.organisation_id, i.keeper_id, i.account_id, i.kind, i.fields, i.comes_from FROM instructor i";

pub async fn instructor<C: ConnectionTrait>(
    on: &C,
    id: InstructorId,
) -> Result<Option<InstructorFact>, DbErr> {
    let row: Option<InstructorRow> =
        one(on, &format!("{SELECT_INSTRUCTOR} WHERE i.id = $1"), [id.0.into()]).await?;
    row.map(TryInto::try_into).transpose()
}

pub async fn instructor_by_code<C: ConnectionTrait>(
    on: &C,
    code: &str,
) -> Result<Option<InstructorFact>, DbErr> {
    let row: Option<InstructorRow> =
        one(on, &format!("{SELECT_INSTRUCTOR} WHERE i.code = $1"), [code.into()]).await?;
    row.map(TryInto::try_into).transpose()
}

/// Who is planned to teach a batch, by name.
pub async fn instructors_of_batch<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<InstructorFact>, DbErr> {
    let sql = format!(
        "{SELECT_INSTRUCTOR} JOIN batch_instructor x ON x.instructor_id = i.id WHERE x.batch_id = $1 ORDER BY i.name, i.code"
    );
    let found: Vec<InstructorRow> = rows(on, &sql, [batch.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

#[derive(FromQueryResult)]
struct HoursRow {
    weekday: i64,
    starts_minute: i64,
    ends_minute: i64,
}

/// The week of an instructor, Monday first.
pub async fn instructor_hours<C: ConnectionTrait>(
    on: &C,
    id: InstructorId,
) -> Result<Vec<WeeklyHours>, DbErr> {
    let sql = "SELECT weekday, starts_minute, ends_minute FROM instructor_hours WHERE instructor_id = $1 \
               ORDER BY weekday, starts_minute";
    let found: Vec<HoursRow> = rows(on, sql, [id.0.into()]).await?;
    let minute = |value: i64| {
        u16::try_from(value).map(Minute).map_err(|_| DbErr::Type(format!("{value} is no minute of a day")))
    };
    found
        .into_iter()
        .map(|row| Ok((row.weekday, minute(row.starts_minute)?, minute(row.ends_minute)?)))
        .collect()
}
