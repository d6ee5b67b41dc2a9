// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Moderations in the database.

use std::fmt::Write;

use audit::NewestLeaf;
use desk::{Halt, Refusal};
use kernel::day::Day;
use kernel::id::{AccountId, AssessmentId, BatchId, PersonId};
use store::{
    ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, Value, insert, rows, run, violation,
};
use uuid::Uuid;

use super::{ModerationCommand, ModerationState};

/// The moderation of one sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModerationFact {
    pub sitting: AssessmentId,
    pub batch: BatchId,
    /// The round of its sitting.
    pub round: i64,
    pub leaf: i64,
    /// The leaf's hash, hexadecimal.
    pub seed: String,
    pub entered_by: AccountId,
    pub assessor: Option<AccountId>,
    pub state: ModerationState,
    pub sample: Vec<PersonId>,
    pub steps: Vec<StepFact>,
}

/// One step of a moderation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepFact {
    pub command: ModerationCommand,
    pub day: Day,
    pub note: String,
    pub name: String,
}

#[derive(FromQueryResult)]
struct Row {
    sitting_id: Uuid,
    batch_id: Uuid,
    round: i64,
    leaf: i64,
    seed: String,
    entered_by: Uuid,
    assessor_account: Option<Uuid>,
    state: String,
}

#[derive(FromQueryResult)]
struct SampleRow {
    person_id: Uuid,
}

#[derive(FromQueryResult)]
struct StepRow {
    step: String,
    day: Day,
    note: String,
    account_name: String,
}

const SELECT: &str = "SELECT m.sitting_id, s.batch_id, s.round, m.leaf, m.seed, m.entered_by, s.assessor_account, m.state \
                      FROM moderation m JOIN sitting s ON s.id = m.sitting_id";

async fn select<C: ConnectionTrait>(
    on: &C,
    rest: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<ModerationFact>, DbErr> {
    let found: Vec<Row> = rows(on, &format!("{SELECT} {rest}"), values).await?;
    let mut facts = Vec::with_capacity(found.len());
    for row in found {
        let sql = "SELECT person_id FROM moderation_sample WHERE sitting_id = $1 ORDER BY position";
        let sample: Vec<SampleRow> = rows(on, sql, [row.sitting_id.into()]).await?;
        let sql =
            "SELECT step, day, note, account_name FROM moderation_step WHERE sitting_id = $1 ORDER BY turn";
        let steps: Vec<StepRow> = rows(on, sql, [row.sitting_id.into()]).await?;
        let unknown = |what: &str| DbErr::Type(format!("moderation `{what}`"));
        let step = |one: StepRow| {
            Ok(StepFact {
                command: ModerationCommand::from_code(&one.step).ok_or_else(|| unknown(&one.step))?,
                day: one.day,
                note: one.note,
                name: one.account_name,
            })
        };
        facts.push(ModerationFact {
            sitting: AssessmentId(row.sitting_id),
            batch: BatchId(row.batch_id),
            round: row.round,
            leaf: row.leaf,
            seed: row.seed,
            entered_by: AccountId(row.entered_by),
            assessor: row.assessor_account.map(AccountId),
            state: ModerationState::from_code(&row.state).ok_or_else(|| unknown(&row.state))?,
            sample: sample.into_iter().map(|one| PersonId(one.person_id)).collect(),
            steps: steps.into_iter().map(step).collect::<Result<_, DbErr>>()?,
        });
    }
    Ok(facts)
}

/// The moderations of a batch, the first sitting's first.
pub(crate) async fn of_batch<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<ModerationFact>, DbErr> {
    select(on, "WHERE s.batch_id = $1 ORDER BY s.round", [batch.0.into()]).await
}

/// The moderation of a batch's sitting by its round.
pub(crate) async fn of_sitting<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    round: i64,
) -> Result<Option<ModerationFact>, DbErr> {
    Ok(select(on, "WHERE s.batch_id = $1 AND s.round = $2", [batch.0.into(), round.into()]).await?.pop())
}

/// Every moderation that is not confirmed, the oldest sitting's first.
pub(crate) async fn waiting<C: ConnectionTrait>(on: &C) -> Result<Vec<ModerationFact>, DbErr> {
    select(on, "WHERE m.state <> 'confirmed' ORDER BY s.day, m.sitting_id", []).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: Uuid,
}

/// Sittings under licensed schemes on which verdicts in force of this batch rest, and which nobody has confirmed. The decision
/// of an appeal is already another hand's.
pub(crate) async fn awaiting<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<AssessmentId>, DbErr> {
    let sql = "SELECT DISTINCT s.id FROM unit_final f JOIN sitting s ON s.id = f.sitting_id \
               JOIN batch_assessment x ON x.batch_id = s.batch_id AND x.scheme_id IS NOT NULL \
               WHERE f.batch_id = $1 AND s.kind = 'competence' \
               AND NOT EXISTS (SELECT 1 FROM moderation m WHERE m.sitting_id = s.id AND m.state = 'confirmed') \
               AND NOT EXISTS (SELECT 1 FROM appeal a WHERE a.decision_id = s.id)";
    let found: Vec<IdRow> = rows(on, sql, [batch.0.into()]).await?;
    Ok(found.into_iter().map(|row| AssessmentId(row.id)).collect())
}

/// Writes a sitting's sample, drawn from a leaf.
pub(crate) async fn add(
    tx: &DatabaseTransaction,
    (sitting, entered_by): (AssessmentId, AccountId),
    leaf: &NewestLeaf,
    sample: &[PersonId],
) -> Result<(), DbErr> {
    let seed = leaf.hash.iter().fold(String::new(), |mut seed, byte| {
        let _ = write!(seed, "{byte:02x}");
        seed
    });
    insert("moderation")
        .set("sitting_id", sitting.0)
        .set("leaf", leaf.number)
        .set("seed", seed)
        .set("entered_by", entered_by.0)
        .set("state", ModerationState::Waiting.code())
        .run(tx)
        .await?;
    for (position, person) in (1_i64..).zip(sample) {
        let row = insert("moderation_sample").set("sitting_id", sitting.0).set("position", position);
        row.set("person_id", person.0).run(tx).await?;
    }
    Ok(())
}

/// Takes a step from one state to the next.
///
/// # Errors
/// `ASSM-10` somebody was first; `ASSM-26` the tables know that this hand judged.
pub(crate) async fn step(
    tx: &DatabaseTransaction,
    before: &ModerationFact,
    next: ModerationState,
    step: &StepFact,
    account: AccountId,
) -> Result<(), Halt> {
    let moderator = match step.command {
        ModerationCommand::Answer => None,
        ModerationCommand::Confirm | ModerationCommand::SendBack => Some(account.0),
    };
    let sql = "UPDATE moderation SET state = $2, moderator_account = COALESCE($4, moderator_account) \
               WHERE sitting_id = $1 AND state = $3";
    let values = [before.sitting.0.into(), next.code().into(), before.state.code().into(), moderator.into()];
    let written = run(tx, sql, values).await.map_err(|error| match violation(&error) {
        Some(found) if found.name.contains("moderation_another_hand") => Refusal::new("ASSM-26").into(),
        Some(_) | None => Halt::from(error),
    })?;
    if written != 1 {
        return Err(Refusal::new("ASSM-10").into());
    }
    let turn = i64::try_from(before.steps.len()).unwrap_or(i64::MAX - 1) + 1;
    insert("moderation_step")
        .set("sitting_id", before.sitting.0)
        .set("turn", turn)
        .set("step", step.command.code())
        .set("day", step.day)
        .set("note", step.note.clone())
        .set("account_id", account.0)
        .set("account_name", step.name.clone())
        .run(tx)
        .await?;
    Ok(())
}
