// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What later rooms may read: the planned sessions of a batch, the day it was opened, what an approved
//! plan says to the hearings, and the plans of a year that wait for a decision.

use std::collections::HashMap;

use kernel::day::Day;
use kernel::id::{BatchId, FacilityId, InstructorId, ModuleId, PersonId};
use kernel::zone::Minute;
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, one, rows};
use uuid::Uuid;

pub use crate::year::{YearPlanFact, laid_plans as year_plans_laid};

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

const SLOT_COLUMNS: &str =
    "s.id, s.batch_id, s.day, s.starts, s.ends, s.facility_id, s.instructor_id, s.module_id, s.jp";

pub(crate) async fn slots_where<C: ConnectionTrait>(
    on: &C,
    test: &str,
    values: Vec<Value>,
) -> Result<Vec<SlotFact>, DbErr> {
    let found: Vec<SlotRow> =
        rows(on, &format!("SELECT {SLOT_COLUMNS} FROM slot s {test} ORDER BY s.day, s.starts, s.id"), values)
            .await?;
    Ok(found.into_iter().map(SlotFact::from).collect())
}

/// The planned sessions of a batch, in the order of time.
pub async fn slots<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<SlotFact>, DbErr> {
    slots_where(on, "WHERE s.batch_id = $1", vec![batch.0.into()]).await
}

#[derive(FromQueryResult)]
struct SlotOfDayRow {
    #[sea_orm(nested)]
    slot: SlotRow,
    opened_on: Option<Day>,
}

/// The planned sessions of a batch on one day, in the order of time, each with the day the batch was opened.
pub async fn slots_of_day<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    day: Day,
) -> Result<Vec<(SlotFact, Option<Day>)>, DbErr> {
    let sql = format!(
        "SELECT {SLOT_COLUMNS}, o.opened_on FROM slot s LEFT JOIN opening o ON o.batch_id = s.batch_id \
         WHERE s.batch_id = $1 AND s.day = $2 ORDER BY s.day, s.starts, s.id"
    );
    let found: Vec<SlotOfDayRow> = rows(on, &sql, [batch.0.into(), day.into()]).await?;
    Ok(found.into_iter().map(|row| (SlotFact::from(row.slot), row.opened_on)).collect())
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

/// What an approved plan says to the hearing of one batch.
///
/// # Shape
/// `order`: those seated, by rank, then the reserves. `elsewhere`: those seated in another batch of the plan, with its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaFact {
    pub batch: BatchId,
    pub order: Vec<PersonId>,
    pub elsewhere: HashMap<PersonId, String>,
}

#[derive(FromQueryResult)]
struct PlanSeatRow {
    person_id: Uuid,
    batch_id: Uuid,
}

/// Who sits where in a proposal.
pub async fn seats_of_plan<C: ConnectionTrait>(
    on: &C,
    proposal: Uuid,
) -> Result<Vec<(PersonId, BatchId)>, DbErr> {
    let sql = "SELECT person_id, batch_id FROM proposal_verdict WHERE proposal_id = $1 AND batch_id IS NOT NULL \
               ORDER BY person_id";
    let found: Vec<PlanSeatRow> = rows(on, sql, [proposal.into()]).await?;
    Ok(found.into_iter().map(|row| (PersonId(row.person_id), BatchId(row.batch_id))).collect())
}

#[derive(FromQueryResult)]
struct PlannedRow {
    batch_id: Uuid,
    code: String,
    person_id: Uuid,
    place: i64,
}

/// The agendas of a proposal, one a batch that gets people.
pub async fn agendas<C: ConnectionTrait>(on: &C, proposal: Uuid) -> Result<Vec<AgendaFact>, DbErr> {
    // Seated by their rank, behind them the reserves; a reserve's position never reaches the first number.
    let sql = "SELECT v.batch_id, b.code, v.person_id, COALESCE(a.rank, 0) AS place FROM proposal_verdict v \
               JOIN batch b ON b.id = v.batch_id \
               LEFT JOIN applicant a ON a.batch_id = v.batch_id AND a.person_id = v.person_id WHERE v.proposal_id = $1 \
               UNION ALL SELECT r.batch_id, b.code, r.person_id, 1000000 + r.position FROM proposal_reserve r \
               JOIN batch b ON b.id = r.batch_id WHERE r.proposal_id = $1 ORDER BY 2, 4, 3";
    let found: Vec<PlannedRow> = rows(on, sql, [proposal.into()]).await?;
    let is_seated = |row: &&PlannedRow| row.place < 1_000_000;
    let mut agendas: Vec<AgendaFact> = Vec::new();
    for row in &found {
        let batch = BatchId(row.batch_id);
        if agendas.last().is_none_or(|last| last.batch != batch) {
            let others = found.iter().filter(is_seated).filter(|other| other.batch_id != row.batch_id);
            let elsewhere = others.map(|other| (PersonId(other.person_id), other.code.clone())).collect();
            agendas.push(AgendaFact { batch, order: Vec::new(), elsewhere });
        }
        if let Some(last) = agendas.last_mut() {
            last.order.push(PersonId(row.person_id));
        }
    }
    Ok(agendas)
}
