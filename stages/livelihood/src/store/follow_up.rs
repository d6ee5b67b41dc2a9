// SPDX-License-Identifier: Apache-2.0 OR MIT
//! All SQL of follow-ups: one answer a milestone.

use std::collections::HashSet;

use kernel::day::Day;
use kernel::id::{AccountId, BatchId, PersonId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, Value, rows, run};
use uuid::Uuid;

use crate::rules::{Milestone, Status};

/// One answer at one milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpFact {
    pub batch: BatchId,
    pub milestone: Milestone,
    pub due_on: Day,
    pub done_on: Day,
    pub status: Status,
    pub related: Option<bool>,
    pub note: String,
    /// Sales of a month; of an own business only.
    pub turnover_rupiah: Option<i64>,
}

/// Writes an answer; a later answer to the same milestone takes its place, and the event keeps both.
pub async fn put_follow_up(
    tx: &DatabaseTransaction,
    person: PersonId,
    answer: &FollowUpFact,
    account: Option<AccountId>,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO follow_up (person_id, batch_id, milestone, due_on, done_on, status, related, note, account_id, \
               turnover_rupiah) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (person_id, batch_id, milestone) \
               DO UPDATE SET due_on = $4, done_on = $5, status = $6, related = $7, note = $8, account_id = $9, \
               turnover_rupiah = $10";
    let values: [Value; 10] = [
        person.0.into(),
        answer.batch.0.into(),
        answer.milestone.code().into(),
        answer.due_on.into(),
        answer.done_on.into(),
        answer.status.code().into(),
        answer.related.into(),
        answer.note.clone().into(),
        account.map(|id| id.0).into(),
        answer.turnover_rupiah.into(),
    ];
    run(tx, sql, values).await.map(|_| ())
}

/// The milestones of a batch that were answered, by person.
pub async fn answered_in<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<HashSet<(PersonId, Milestone)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: Uuid,
        milestone: String,
    }
    let found: Vec<Row> =
        rows(on, "SELECT person_id, milestone FROM follow_up WHERE batch_id = $1", [batch.0.into()]).await?;
    let pair = |row: Row| Some((PersonId(row.person_id), Milestone::from_code(&row.milestone)?));
    Ok(found.into_iter().filter_map(pair).collect())
}

/// Every answer about a person, in the order of time.
pub async fn follow_ups<C: ConnectionTrait>(on: &C, person: PersonId) -> Result<Vec<FollowUpFact>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        batch_id: Uuid,
        milestone: String,
        due_on: Day,
        done_on: Day,
        status: String,
        related: Option<bool>,
        note: String,
        turnover_rupiah: Option<i64>,
    }
    let sql = format!(
        "SELECT batch_id, milestone, due_on, done_on, status, related, note, turnover_rupiah FROM follow_up \
         WHERE person_id IN {} ORDER BY due_on, batch_id",
        people::facts::records_of(1)
    );
    let fact = |row: Row| FollowUpFact {
        batch: BatchId(row.batch_id),
        milestone: Milestone::from_code(&row.milestone).expect("the table admits known milestones only"),
        due_on: row.due_on,
        done_on: row.done_on,
        status: Status::from_code(&row.status).expect("the table admits known answers only"),
        related: row.related,
        note: row.note,
        turnover_rupiah: row.turnover_rupiah,
    };
    Ok(rows::<Row, C>(on, &sql, [person.0.into()]).await?.into_iter().map(fact).collect())
}
