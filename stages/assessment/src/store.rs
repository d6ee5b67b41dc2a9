// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing sittings and verdicts. What is written here was decided in `state` and `rules`.

use desk::{Halt, Refusal};
use kernel::id::{AssessmentId, BatchId, PersonId, UnitId};
use store::{DatabaseTransaction, DbErr, FromQueryResult, insert, one, run, violation};

use crate::facts::{SittingFact, Verdict};

pub(crate) async fn add_sitting(tx: &DatabaseTransaction, sitting: &SittingFact) -> Result<(), DbErr> {
    insert("sitting")
        .set("id", sitting.id.0)
        .set("batch_id", sitting.batch.0)
        .set("day", sitting.day)
        .set("kind", sitting.kind.code())
        .set("round", sitting.round)
        .set("assessor_account", sitting.assessor_account.map(|account| account.0))
        .set("assessor_name", sitting.assessor_name.clone())
        .set("place", sitting.place.clone())
        .run(tx)
        .await
}

#[derive(FromQueryResult)]
struct AttemptRow {
    attempt: i64,
}

/// Writes one verdict, and puts it in force. Two writers of one attempt cannot both win.
pub(crate) async fn add_verdict(
    tx: &DatabaseTransaction,
    sitting: &SittingFact,
    (person, unit, verdict): (PersonId, UnitId, Verdict),
    note: &str,
) -> Result<(), Halt> {
    let attempt = last_attempt(tx, sitting.batch, person, unit).await? + 1;
    insert("unit_result")
        .set("sitting_id", sitting.id.0)
        .set("batch_id", sitting.batch.0)
        .set("person_id", person.0)
        .set("unit_id", unit.0)
        .set("attempt", attempt)
        .set("verdict", verdict.code())
        .set("note", note)
        .run(tx)
        .await
        .map_err(at_once)?;
    let sql = "INSERT INTO unit_final (batch_id, person_id, unit_id, verdict, sitting_id) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (batch_id, person_id, unit_id) \
               DO UPDATE SET verdict = excluded.verdict, sitting_id = excluded.sitting_id";
    let values =
        [sitting.batch.0.into(), person.0.into(), unit.0.into(), verdict.code().into(), sitting.id.0.into()];
    run(tx, sql, values).await?;
    Ok(())
}

/// A K given in another batch is in force here; the sitting is the one that gave it.
pub(crate) async fn put_in_force(
    tx: &DatabaseTransaction,
    (batch, person, unit): (BatchId, PersonId, UnitId),
    sitting: AssessmentId,
) -> Result<(), DbErr> {
    insert("unit_final")
        .set("batch_id", batch.0)
        .set("person_id", person.0)
        .set("unit_id", unit.0)
        .set("verdict", Verdict::Competent.code())
        .set("sitting_id", sitting.0)
        .run(tx)
        .await
}

async fn last_attempt(
    tx: &DatabaseTransaction,
    batch: BatchId,
    person: PersonId,
    unit: UnitId,
) -> Result<i64, DbErr> {
    let sql = "SELECT CAST(COALESCE(MAX(attempt), 0) AS BIGINT) AS attempt FROM unit_result \
               WHERE batch_id = $1 AND person_id = $2 AND unit_id = $3";
    let row: Option<AttemptRow> = one(tx, sql, [batch.0.into(), person.0.into(), unit.0.into()]).await?;
    Ok(row.map_or(0, |row| row.attempt))
}

/// Somebody else judged the same at the same moment.
fn at_once(error: DbErr) -> Halt {
    match violation(&error) {
        // Also where an appeal came in while somebody judged again.
        Some(found) if found.is("unit_result", "unit_result.") => Refusal::new("ASSM-10").into(),
        _ => error.into(),
    }
}
