// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Evidence and adjustments in the database. Both are added, never changed.

use desk::{Halt, Refusal};
use kernel::day::Day;
use kernel::id::{AccountId, BatchId, EvidenceId, PersonId, UnitId};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, rows, violation};
use uuid::Uuid;

use super::{Adaptation, AdjustmentFact, EvidenceFact, EvidenceKind, Vatm};

#[derive(FromQueryResult)]
struct Row {
    person_id: Uuid,
    unit_id: Uuid,
    element: String,
    kind: String,
    turn: i64,
    day: Day,
    note: String,
    is_valid: bool,
    is_authentic: bool,
    is_current: bool,
    is_sufficient: bool,
    account_name: String,
}

impl TryFrom<Row> for EvidenceFact {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        Ok(Self {
            person: PersonId(row.person_id),
            unit: UnitId(row.unit_id),
            element: row.element,
            kind: EvidenceKind::from_code(&row.kind)
                .ok_or_else(|| DbErr::Type(format!("kind of evidence `{}`", row.kind)))?,
            turn: row.turn,
            day: row.day,
            note: row.note,
            vatm: Vatm {
                valid: row.is_valid,
                authentic: row.is_authentic,
                current: row.is_current,
                sufficient: row.is_sufficient,
            },
            assessor_name: row.account_name,
        })
    }
}

/// Everything seen in a batch, in the order of the turns.
pub(crate) async fn of_batch<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<EvidenceFact>, DbErr> {
    let sql = "SELECT person_id, unit_id, element, kind, turn, day, note, is_valid, is_authentic, is_current, \
               is_sufficient, account_name FROM evidence WHERE batch_id = $1 ORDER BY turn, day, element, kind, id";
    let found: Vec<Row> = rows(on, sql, [batch.0.into()]).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// Adds one piece.
///
/// # Errors
/// `ASSM-10` somebody recorded the same at the same moment.
pub(crate) async fn add(
    tx: &DatabaseTransaction,
    (id, batch, account): (EvidenceId, BatchId, AccountId),
    piece: &EvidenceFact,
) -> Result<(), Halt> {
    let Vatm { valid, authentic, current, sufficient } = piece.vatm;
    insert("evidence")
        .set("id", id.0)
        .set("batch_id", batch.0)
        .set("person_id", piece.person.0)
        .set("unit_id", piece.unit.0)
        .set("element", piece.element.clone())
        .set("kind", piece.kind.code())
        .set("turn", piece.turn)
        .set("day", piece.day)
        .set("note", piece.note.clone())
        .set("is_valid", valid)
        .set("is_authentic", authentic)
        .set("is_current", current)
        .set("is_sufficient", sufficient)
        .set("account_id", account.0)
        .set("account_name", piece.assessor_name.clone())
        .run(tx)
        .await
        .map_err(|error| match violation(&error) {
            Some(found) if found.is("evidence_once", "evidence.batch_id") => Refusal::new("ASSM-10").into(),
            Some(_) | None => error.into(),
        })
}

#[derive(FromQueryResult)]
struct AdjustmentRow {
    person_id: Uuid,
    adaptation: String,
    day: Day,
}

/// What was adapted for whom in a batch.
pub(crate) async fn adjustments<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<AdjustmentFact>, DbErr> {
    let sql =
        "SELECT person_id, adaptation, day FROM adjustment WHERE batch_id = $1 ORDER BY day, adaptation";
    let found: Vec<AdjustmentRow> = rows(on, sql, [batch.0.into()]).await?;
    let fact = |row: AdjustmentRow| {
        Ok(AdjustmentFact {
            person: PersonId(row.person_id),
            adaptation: Adaptation::from_code(&row.adaptation)
                .ok_or_else(|| DbErr::Type(format!("adaptation `{}`", row.adaptation)))?,
            day: row.day,
        })
    };
    found.into_iter().map(fact).collect()
}

/// Records an adaptation.
///
/// # Errors
/// `ASSM-21` it is on record.
pub(crate) async fn add_adjustment(
    tx: &DatabaseTransaction,
    batch: BatchId,
    fact: &AdjustmentFact,
    (account, name): (AccountId, &str),
) -> Result<(), Halt> {
    insert("adjustment")
        .set("batch_id", batch.0)
        .set("person_id", fact.person.0)
        .set("adaptation", fact.adaptation.code())
        .set("day", fact.day)
        .set("account_id", account.0)
        .set("account_name", name)
        .run(tx)
        .await
        .map_err(|error| match violation(&error) {
            Some(found) if found.is("adjustment_once", "adjustment.batch_id") => {
                Refusal::new("ASSM-21").into()
            }
            Some(_) | None => error.into(),
        })
}
