// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Records that may be of one person, and those that were found to be.

use kernel::day::Day;
use kernel::id::{OrganisationId, PersonId};
use kernel::person::PersonKind;
use store::{ConnectionTrait, DbErr, FromQueryResult, one, rows};
use uuid::Uuid;

use super::person::known_as;

/// Pairs of records known to one office that say the same name and day of birth.
///
/// # Shape
/// A name also fits where it is the other's alias. Two records with a NIK each are never a pair: one number is on record
/// once in the whole house, so theirs differ. At most 100, by name.
pub async fn duplicates_at<C: ConnectionTrait>(
    on: &C,
    office: OrganisationId,
) -> Result<Vec<(PersonId, PersonId)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        kept: Uuid,
        second: Uuid,
    }
    let here = |person: &str| {
        format!("EXISTS (SELECT 1 FROM episode e WHERE e.person_id = {person}.id AND e.office_id = $1)")
    };
    let sql = format!(
        "SELECT a.id AS kept, b.id AS second FROM person a JOIN person b ON b.born_on = a.born_on AND b.id > a.id \
         AND (b.name_key = a.name_key \
              OR EXISTS (SELECT 1 FROM person_alias x WHERE x.person_id = a.id AND x.name_key = b.name_key) \
              OR EXISTS (SELECT 1 FROM person_alias x WHERE x.person_id = b.id AND x.name_key = a.name_key)) \
         WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND (a.nik_hash IS NULL OR b.nik_hash IS NULL) \
         AND {} AND {} ORDER BY a.name_key, a.id, b.id LIMIT 100",
        here("a"),
        here("b")
    );
    let found: Vec<Row> = rows(on, &sql, [office.0.into()]).await?;
    Ok(found.into_iter().map(|row| (PersonId(row.kept), PersonId(row.second))).collect())
}

/// Two records made one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeFact {
    pub id: Uuid,
    pub kept: PersonId,
    pub second: PersonId,
    pub day: Day,
    pub reason: String,
    pub by: String,
    /// What the records said of the person before.
    pub kept_kind: PersonKind,
    pub second_kind: PersonKind,
    pub nik_moved: bool,
    pub kept_nik_missing: Option<String>,
    pub kept_nik_note: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    kept_id: Uuid,
    second_id: Uuid,
    day: Day,
    reason: String,
    account_name: String,
    kept_kind: String,
    second_kind: String,
    nik_moved: bool,
    kept_nik_missing: Option<String>,
    kept_nik_note: Option<String>,
}

/// The merge of a person's records that can be undone next: the last one made. Earlier ones follow after it, so that each
/// undo finds what its own merge left.
pub async fn latest_merge<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Option<MergeFact>, DbErr> {
    let sql = format!(
        "SELECT id, kept_id, second_id, day, reason, account_name, kept_kind, second_kind, nik_moved, kept_nik_missing, \
         kept_nik_note FROM person_merge WHERE kept_id = {} AND undone_on IS NULL ORDER BY id DESC LIMIT 1",
        known_as(1)
    );
    let found: Option<Row> = one(on, &sql, [person.0.into()]).await?;
    let kind = |code: &str| PersonKind::from_code(code).expect("only kinds of persons are written there");
    Ok(found.map(|row| MergeFact {
        id: row.id,
        kept: PersonId(row.kept_id),
        second: PersonId(row.second_id),
        day: row.day,
        reason: row.reason,
        by: row.account_name,
        kept_kind: kind(&row.kept_kind),
        second_kind: kind(&row.second_kind),
        nik_moved: row.nik_moved,
        kept_nik_missing: row.kept_nik_missing,
        kept_nik_note: row.kept_nik_note,
    }))
}
