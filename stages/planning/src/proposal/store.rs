// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Keeping proposals: written once, read back whole, decided once.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, FacilityId, InstructorId, ModuleId, OrganisationId, PersonId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, insert, one, rows, run};
use uuid::Uuid;

use super::draft::{Draft, DraftBatch, DraftSlot, Verdict};
use crate::facts::minute;
use crate::state::ProposalState;

/// A proposal without its verdicts and sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalFact {
    pub id: Uuid,
    pub code: String,
    pub host: OrganisationId,
    pub parent: Option<Uuid>,
    pub made_at: DateTime<Utc>,
    pub by: Option<AccountId>,
    pub seed: i64,
    pub digest: Vec<u8>,
    pub value: i64,
    pub bound: i64,
    /// What people were asked to come together for each batch.
    pub minimum: i64,
    pub block_jp: i64,
    pub day_jp: i64,
    pub decision: Option<Decision>,
}

/// What somebody decided about a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    pub approved: bool,
    pub on: Day,
    pub by: Option<AccountId>,
    pub reason: String,
}

impl ProposalFact {
    pub fn state(&self) -> ProposalState {
        match &self.decision {
            None => ProposalState::Proposed,
            Some(decision) if decision.approved => ProposalState::Approved,
            Some(_) => ProposalState::TurnedDown,
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    host_id: Uuid,
    parent_id: Option<Uuid>,
    made_at: DateTime<Utc>,
    account_id: Option<Uuid>,
    seed: i64,
    facts_digest: Vec<u8>,
    value: i64,
    bound: i64,
    minimum: i64,
    block_jp: i64,
    day_jp: i64,
    approved: Option<bool>,
    decided_on: Option<Day>,
    decided_by: Option<Uuid>,
    reason: Option<String>,
}

impl From<Row> for ProposalFact {
    fn from(row: Row) -> Self {
        let decision = row.approved.zip(row.decided_on).map(|(approved, on)| Decision {
            approved,
            on,
            by: row.decided_by.map(AccountId),
            reason: row.reason.unwrap_or_default(),
        });
        Self {
            id: row.id,
            code: row.code,
            host: OrganisationId(row.host_id),
            parent: row.parent_id,
            made_at: row.made_at,
            by: row.account_id.map(AccountId),
            seed: row.seed,
            digest: row.facts_digest,
            value: row.value,
            bound: row.bound,
            minimum: row.minimum,
            block_jp: row.block_jp,
            day_jp: row.day_jp,
            decision,
        }
    }
}

const SELECT: &str = "SELECT p.id, p.code, p.host_id, p.parent_id, p.made_at, p.account_id, p.seed, p.facts_digest, p.value, \
    p.bound, p.minimum, p.block_jp, p.day_jp, d.approved, d.decided_on, d.account_id AS decided_by, d.reason \
    FROM proposal p LEFT JOIN proposal_decision d ON d.proposal_id = p.id";

pub async fn proposal_by_code<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<ProposalFact>, DbErr> {
    let found: Option<Row> = one(on, &format!("{SELECT} WHERE p.code = $1"), [code.into()]).await?;
    Ok(found.map(Into::into))
}

/// The proposals of a host, latest first.
pub async fn proposals_of<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
) -> Result<Vec<ProposalFact>, DbErr> {
    let sql = format!("{SELECT} WHERE p.host_id = $1 ORDER BY p.made_at DESC, p.code");
    let found: Vec<Row> = rows(on, &sql, [host.0.into()]).await?;
    Ok(found.into_iter().map(Into::into).collect())
}

#[derive(FromQueryResult)]
struct IdRow {
    proposal_id: Uuid,
}

/// The proposal a host goes by.
pub async fn in_force<C: ConnectionTrait>(on: &C, host: OrganisationId) -> Result<Option<Uuid>, DbErr> {
    let sql = "SELECT proposal_id FROM plan_in_force WHERE host_id = $1";
    let found: Option<IdRow> = one(on, sql, [host.0.into()]).await?;
    Ok(found.map(|row| row.proposal_id))
}

/// Makes a proposal the one its host goes by; false where another came in between.
pub async fn put_in_force<C: ConnectionTrait>(on: &C, proposal: &ProposalFact) -> Result<bool, DbErr> {
    let values = |parent: Uuid| [proposal.host.0.into(), proposal.id.into(), parent.into()];
    let changed = match proposal.parent {
        None => {
            let sql = "INSERT INTO plan_in_force (host_id, proposal_id) VALUES ($1, $2) ON CONFLICT (host_id) DO NOTHING";
            run(on, sql, [proposal.host.0.into(), proposal.id.into()]).await?
        }
        Some(parent) => {
            let sql = "UPDATE plan_in_force SET proposal_id = $2 WHERE host_id = $1 AND proposal_id = $3";
            run(on, sql, values(parent)).await?
        }
    };
    Ok(changed == 1)
}

/// Writes a decision; false where there is one already.
pub async fn decide_once<C: ConnectionTrait>(
    on: &C,
    proposal: Uuid,
    decision: &Decision,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO proposal_decision (proposal_id, approved, decided_on, account_id, reason) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (proposal_id) DO NOTHING";
    let by = decision.by.map(|account| account.0);
    let values: [Value; 5] = [
        proposal.into(),
        decision.approved.into(),
        decision.on.into(),
        by.into(),
        decision.reason.clone().into(),
    ];
    Ok(run(on, sql, values).await? == 1)
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String, DbErr> {
    serde_json::to_string(value).map_err(|error| DbErr::Json(error.to_string()))
}

pub(super) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()))
}

/// Writes a proposal whole.
pub async fn keep<C: ConnectionTrait>(on: &C, proposal: &ProposalFact, draft: &Draft) -> Result<(), DbErr> {
    insert("proposal")
        .set("id", proposal.id)
        .set("code", proposal.code.clone())
        .set("host_id", proposal.host.0)
        .set("parent_id", proposal.parent)
        .set("made_at", proposal.made_at)
        .set("account_id", proposal.by.map(|account| account.0))
        .set("seed", proposal.seed)
        .set("facts_digest", proposal.digest.clone())
        .set("value", proposal.value)
        .set("bound", proposal.bound)
        .set("minimum", proposal.minimum)
        .set("block_jp", proposal.block_jp)
        .set("day_jp", proposal.day_jp)
        .run(on)
        .await?;
    for (position, batch) in (1_i64..).zip(&draft.batches) {
        let row = insert("proposal_batch").set("proposal_id", proposal.id).set("batch_id", batch.batch.0);
        row.set("position", position)
            .set("opens", batch.opens)
            .set("waits_for", json(&batch.waits)?)
            .run(on)
            .await?;
        for (position, person) in (1_i64..).zip(&batch.reserves) {
            let row =
                insert("proposal_reserve").set("proposal_id", proposal.id).set("batch_id", batch.batch.0);
            row.set("position", position).set("person_id", person.0).run(on).await?;
        }
    }
    for verdict in &draft.verdicts {
        let row =
            insert("proposal_verdict").set("proposal_id", proposal.id).set("person_id", verdict.person.0);
        row.set("batch_id", verdict.batch.map(|batch| batch.0))
            .set("why", json(&verdict.why)?)
            .run(on)
            .await?;
    }
    for slot in &draft.slots {
        keep_slot(on, proposal.id, slot).await?;
    }
    Ok(())
}

async fn keep_slot<C: ConnectionTrait>(on: &C, proposal: Uuid, slot: &DraftSlot) -> Result<(), DbErr> {
    insert("proposal_slot")
        .set("proposal_id", proposal)
        .set("batch_id", slot.batch.0)
        .set("day", slot.day)
        .set("starts", i64::from(slot.starts.0))
        .set("ends", i64::from(slot.ends.0))
        .set("facility_id", slot.facility.0)
        .set("instructor_id", slot.instructor.0)
        .set("module_id", slot.module.0)
        .set("jp", slot.jp)
        .run(on)
        .await
}

#[derive(FromQueryResult)]
struct BatchRow {
    batch_id: Uuid,
    opens: bool,
    waits_for: String,
}

#[derive(FromQueryResult)]
struct ReserveRow {
    batch_id: Uuid,
    person_id: Uuid,
}

#[derive(FromQueryResult)]
struct VerdictRow {
    person_id: Uuid,
    batch_id: Option<Uuid>,
    why: String,
}

#[derive(FromQueryResult)]
struct SlotRow {
    batch_id: Uuid,
    day: Day,
    starts: i64,
    ends: i64,
    facility_id: Uuid,
    instructor_id: Uuid,
    module_id: Uuid,
    jp: i64,
}

/// Reads a proposal back as it was made.
pub async fn read_draft<C: ConnectionTrait>(on: &C, proposal: &ProposalFact) -> Result<Draft, DbErr> {
    let id = || [proposal.id.into()];
    let sql =
        "SELECT batch_id, person_id FROM proposal_reserve WHERE proposal_id = $1 ORDER BY batch_id, position";
    let waiting: Vec<ReserveRow> = rows(on, sql, id()).await?;
    let mut reserves: BTreeMap<Uuid, Vec<PersonId>> = BTreeMap::new();
    for row in waiting {
        reserves.entry(row.batch_id).or_default().push(PersonId(row.person_id));
    }
    let sql =
        "SELECT batch_id, opens, waits_for FROM proposal_batch WHERE proposal_id = $1 ORDER BY position";
    let batches: Vec<BatchRow> = rows(on, sql, id()).await?;
    let batch = |row: BatchRow| -> Result<DraftBatch, DbErr> {
        Ok(DraftBatch {
            batch: BatchId(row.batch_id),
            opens: row.opens,
            waits: from_json(&row.waits_for)?,
            reserves: reserves.remove(&row.batch_id).unwrap_or_default(),
        })
    };
    let sql =
        "SELECT person_id, batch_id, why FROM proposal_verdict WHERE proposal_id = $1 ORDER BY person_id";
    let verdicts: Vec<VerdictRow> = rows(on, sql, id()).await?;
    let verdict = |row: VerdictRow| -> Result<Verdict, DbErr> {
        let batch = row.batch_id.map(BatchId);
        Ok(Verdict { person: PersonId(row.person_id), batch, why: from_json(&row.why)? })
    };
    Ok(Draft {
        batches: batches.into_iter().map(batch).collect::<Result<_, _>>()?,
        verdicts: verdicts.into_iter().map(verdict).collect::<Result<_, _>>()?,
        slots: slots(on, proposal.id).await?,
        value: proposal.value,
        bound: proposal.bound,
    })
}

async fn slots<C: ConnectionTrait>(on: &C, proposal: Uuid) -> Result<Vec<DraftSlot>, DbErr> {
    let sql = "SELECT batch_id, day, starts, ends, facility_id, instructor_id, module_id, jp FROM proposal_slot \
               WHERE proposal_id = $1 ORDER BY batch_id, day, starts";
    let found: Vec<SlotRow> = rows(on, sql, [proposal.into()]).await?;
    let slot = |row: SlotRow| DraftSlot {
        batch: BatchId(row.batch_id),
        day: row.day,
        starts: minute(row.starts),
        ends: minute(row.ends),
        facility: FacilityId(row.facility_id),
        instructor: InstructorId(row.instructor_id),
        module: ModuleId(row.module_id),
        jp: row.jp,
    };
    Ok(found.into_iter().map(slot).collect())
}
