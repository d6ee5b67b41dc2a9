// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How far the choice for a batch has come. Each change asks for the state it was decided from, so two cannot both win.

use kernel::day::Day;
use kernel::id::{BatchId, HearingId};
use store::{ConnectionTrait, DbErr, FromQueryResult, one, run};
use uuid::Uuid;

use crate::state::{Intake, IntakeFacts};

/// The choice for one batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntakeFact {
    pub state: Intake,
    /// The field words of the last ranking, separated by commas.
    pub field: String,
    pub ranked_on: Option<Day>,
    pub hearing: Option<HearingId>,
    pub held_on: Option<Day>,
}

impl IntakeFact {
    /// What the rules must know.
    pub fn facts(&self, today: Day, has_board: bool) -> IntakeFacts {
        IntakeFacts { today, ranked_on: self.ranked_on.unwrap_or(today), held_on: self.held_on, has_board }
    }
}

#[derive(FromQueryResult)]
struct Row {
    state: String,
    field: String,
    ranked_on: Day,
    hearing_id: Option<Uuid>,
    held_on: Option<Day>,
}

/// The intake of a batch; open where nobody has been ranked.
pub async fn intake<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<IntakeFact, DbErr> {
    let sql = "SELECT i.state, i.field, i.ranked_on, i.hearing_id, h.held_on FROM intake i \
               LEFT JOIN hearing h ON h.id = i.hearing_id WHERE i.batch_id = $1";
    let found: Option<Row> = one(on, sql, [batch.0.into()]).await?;
    let Some(row) = found else {
        return Ok(IntakeFact {
            state: Intake::Open,
            field: String::new(),
            ranked_on: None,
            hearing: None,
            held_on: None,
        });
    };
    Ok(IntakeFact {
        state: Intake::from_code(&row.state).expect("the table admits known states only"),
        field: row.field,
        ranked_on: Some(row.ranked_on),
        hearing: row.hearing_id.map(HearingId),
        held_on: row.held_on,
    })
}

/// Notes a ranking; false where a hearing or decree has come in between.
pub async fn rank_again<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
    field: &str,
    day: Day,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO intake (batch_id, state, field, ranked_on) VALUES ($1, 'ranked', $2, $3) \
               ON CONFLICT (batch_id) DO UPDATE SET field = excluded.field, ranked_on = excluded.ranked_on \
               WHERE intake.state = 'ranked'";
    Ok(run(on, sql, [batch.0.into(), field.into(), day.into()]).await? == 1)
}

/// Makes a hearing the one that counts; false where a decree has come in between.
pub async fn hear<C: ConnectionTrait>(on: &C, batch: BatchId, hearing: HearingId) -> Result<bool, DbErr> {
    let sql = "UPDATE intake SET state = 'heard', hearing_id = $2 WHERE batch_id = $1 AND state IN ('ranked', 'heard')";
    Ok(run(on, sql, [batch.0.into(), hearing.0.into()]).await? == 1)
}
