// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A facility and what inspections found there.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, one, rows};
use kernel::day::Day;
use kernel::id::{FacilityId, InspectionId, OrganisationId};
use uuid::Uuid;

use super::Verdict;

/// A workshop or room of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacilityFact {
    pub id: FacilityId,
    pub code: String,
    pub name: String,
    pub host: OrganisationId,
    pub place: String,
    /// People at a time.
    pub capacity: i64,
}

/// One round of inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectionFact {
    pub id: InspectionId,
    /// 1 for the first.
    pub round: i64,
    pub day: Day,
    pub inspector: String,
    pub inspector_organisation: OrganisationId,
    pub verdict: Verdict,
}

/// One line of an inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingFact {
    pub inspection: InspectionId,
    pub code: String,
    pub item: String,
    pub kind: String,
    pub needed: String,
    pub found: String,
    pub met: bool,
    /// What must be done; empty where the need is met.
    pub action: String,
    pub due_on: Option<Day>,
    pub mended_on: Option<Day>,
    pub mend_note: String,
}

impl FindingFact {
    /// Not met and not yet mended.
    pub fn is_open(&self) -> bool {
        !self.met && self.mended_on.is_none()
    }

    pub fn is_overdue(&self, today: Day) -> bool {
        self.is_open() && self.due_on.is_some_and(|due| due < today)
    }
}

#[derive(FromQueryResult)]
struct FacilityRow {
    id: Uuid,
    code: String,
    name: String,
    host_id: Uuid,
    place: String,
    capacity: i64,
}

impl From<FacilityRow> for FacilityFact {
    fn from(row: FacilityRow) -> Self {
        Self {
            id: FacilityId(row.id),
            code: row.code,
            name: row.name,
            host: OrganisationId(row.host_id),
            place: row.place,
            capacity: row.capacity,
        }
    }
}

const SELECT: &str = "SELECT id, code, name, host_id, place, capacity FROM facility";

pub async fn facility<C: ConnectionTrait>(on: &C, id: FacilityId) -> Result<Option<FacilityFact>, DbErr> {
    let row: Option<FacilityRow> = one(on, &format!("{SELECT} WHERE id = $1"), [id.0.into()]).await?;
    Ok(row.map(Into::into))
}

pub async fn facility_by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<FacilityFact>, DbErr> {
    let row: Option<FacilityRow> = one(on, &format!("{SELECT} WHERE code = $1"), [code.into()]).await?;
    Ok(row.map(Into::into))
}

pub async fn facilities_of_host<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
) -> Result<Vec<FacilityFact>, DbErr> {
    let found: Vec<FacilityRow> =
        rows(on, &format!("{SELECT} WHERE host_id = $1 ORDER BY code"), [host.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

#[derive(FromQueryResult)]
struct InspectionRow {
    id: Uuid,
    round: i64,
    day: Day,
    inspector: String,
    inspector_organisation_id: Uuid,
    verdict: String,
}

/// Every round, latest first.
pub async fn inspections<C: ConnectionTrait>(
    on: &C,
    facility: FacilityId,
) -> Result<Vec<InspectionFact>, DbErr> {
    let sql = "SELECT id, round, day, inspector, inspector_organisation_id, verdict FROM inspection \
               WHERE facility_id = $1 ORDER BY round DESC";
    let found: Vec<InspectionRow> = rows(on, sql, [facility.0.into()]).await?;
    let inspection = |row: InspectionRow| {
        Ok(InspectionFact {
            id: InspectionId(row.id),
            round: row.round,
            day: row.day,
            inspector: row.inspector,
            inspector_organisation: OrganisationId(row.inspector_organisation_id),
            verdict: Verdict::from_code(&row.verdict)
                .ok_or_else(|| super::codes::unknown("verdict", &row.verdict))?,
        })
    };
    found.into_iter().map(inspection).collect()
}

/// The verdict of the latest inspection and its day; nothing where nobody has looked yet.
pub async fn facility_verdict<C: ConnectionTrait>(
    on: &C,
    facility: FacilityId,
) -> Result<Option<(Verdict, Day)>, DbErr> {
    let latest = inspections(on, facility).await?.into_iter().next();
    Ok(latest.map(|inspection| (inspection.verdict, inspection.day)))
}

#[derive(FromQueryResult)]
struct FindingRow {
    inspection_id: Uuid,
    code: String,
    item: String,
    kind: String,
    needed: String,
    found: String,
    met: bool,
    action: String,
    due_on: Option<Day>,
    mended_on: Option<Day>,
    mend_note: String,
}

impl From<FindingRow> for FindingFact {
    fn from(row: FindingRow) -> Self {
        Self {
            inspection: InspectionId(row.inspection_id),
            code: row.code,
            item: row.item,
            kind: row.kind,
            needed: row.needed,
            found: row.found,
            met: row.met,
            action: row.action,
            due_on: row.due_on,
            mended_on: row.mended_on,
            mend_note: row.mend_note,
        }
    }
}

const SELECT_FINDING: &str = "SELECT f.inspection_id, f.code, f.item, f.kind, f.needed, f.found, f.met, f.action, f.due_on, \
    f.mended_on, f.mend_note FROM inspection_finding f JOIN inspection i ON i.id = f.inspection_id";

/// Every line of every round, latest round first.
pub async fn findings<C: ConnectionTrait>(on: &C, facility: FacilityId) -> Result<Vec<FindingFact>, DbErr> {
    let sql = format!("{SELECT_FINDING} WHERE i.facility_id = $1 ORDER BY i.round DESC, f.position");
    let found: Vec<FindingRow> = rows(on, &sql, [facility.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

/// What the latest inspection found missing and nobody has mended yet.
pub async fn open_findings<C: ConnectionTrait>(
    on: &C,
    facility: FacilityId,
) -> Result<Vec<FindingFact>, DbErr> {
    let sql = format!(
        "{SELECT_FINDING} WHERE i.facility_id = $1 AND NOT f.met AND f.mended_on IS NULL \
         AND i.round = (SELECT MAX(l.round) FROM inspection l WHERE l.facility_id = $1) ORDER BY f.position"
    );
    let found: Vec<FindingRow> = rows(on, &sql, [facility.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}
