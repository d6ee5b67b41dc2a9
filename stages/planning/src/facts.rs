// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may read: the planned sessions of a batch and the day it was opened.

use kernel::day::Day;
use kernel::id::{BatchId, FacilityId, InstructorId, ModuleId};
use kernel::zone::Minute;
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

/// One planned session of a batch.
///
/// # Units
/// `starts` and `ends` are times of the local day; `jp` are lesson hours of the programme's own length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotFact {
    pub id: Uuid,
    pub batch: BatchId,
    pub day: Day,
    pub starts: Minute,
    pub ends: Minute,
    pub facility: FacilityId,
    pub instructor: InstructorId,
    pub module: ModuleId,
    pub jp: i64,
}

#[derive(FromQueryResult)]
struct SlotRow {
    id: Uuid,
    batch_id: Uuid,
    day: Day,
    starts: i64,
    ends: i64,
    facility_id: Uuid,
    instructor_id: Uuid,
    module_id: Uuid,
    jp: i64,
}

impl From<SlotRow> for SlotFact {
    fn from(row: SlotRow) -> Self {
        Self {
            id: row.id,
            batch: BatchId(row.batch_id),
            day: row.day,
            starts: minute(row.starts),
            ends: minute(row.ends),
            facility: FacilityId(row.facility_id),
            instructor: InstructorId(row.instructor_id),
            module: ModuleId(row.module_id),
            jp: row.jp,
        }
    }
}

/// The tables keep minutes between 0 and 1,440.
pub(crate) fn minute(minutes: i64) -> Minute {
    Minute(u16::try_from(minutes).unwrap_or(u16::MAX))
}

const SLOT: &str = "SELECT s.id, s.batch_id, s.day, s.starts, s.ends, s.facility_id, s.instructor_id, s.module_id, s.jp FROM slot s";

pub(crate) async fn slots_where<C: ConnectionTrait>(
    on: &C,
    test: &str,
    values: Vec<Value>,
) -> Result<Vec<SlotFact>, DbErr> {
    let found: Vec<SlotRow> =
        rows(on, &format!("{SLOT} {test} ORDER BY s.day, s.starts, s.id"), values).await?;
    Ok(found.into_iter().map(SlotFact::from).collect())
}

/// The planned sessions of a batch, in the order of time.
pub async fn slots<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<SlotFact>, DbErr> {
    slots_where(on, "WHERE s.batch_id = $1", vec![batch.0.into()]).await
}

/// One planned session.
pub async fn slot<C: ConnectionTrait>(on: &C, id: Uuid) -> Result<Option<SlotFact>, DbErr> {
    Ok(slots_where(on, "WHERE s.id = $1", vec![id.into()]).await?.pop())
}

/// The planned sessions of everything a host runs on one day, in the order of time.
pub async fn slots_on<C: ConnectionTrait>(
    on: &C,
    host: kernel::id::OrganisationId,
    day: Day,
) -> Result<Vec<SlotFact>, DbErr> {
    let test = "JOIN batch b ON b.id = s.batch_id JOIN programme p ON p.id = b.programme_id WHERE p.host_id = $1 AND s.day = $2";
    slots_where(on, test, vec![host.0.into(), day.into()]).await
}

#[derive(FromQueryResult)]
struct OpeningRow {
    opened_on: Day,
}

/// The day a batch was opened; nothing while it waits at the gate.
pub async fn opened_on<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Option<Day>, DbErr> {
    let sql = "SELECT opened_on FROM opening WHERE batch_id = $1";
    let found: Option<OpeningRow> = one(on, sql, [batch.0.into()]).await?;
    Ok(found.map(|row| row.opened_on))
}
