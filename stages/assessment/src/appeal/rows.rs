// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Appeals in the database.

use access::Target;
use desk::{Halt, Refusal};
use kernel::day::Day;
use kernel::id::{AccountId, AppealId, AssessmentId, BatchId, PersonId, UnitId};
use programme::facts::BatchFact;
use store::{
    ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, Value, insert, rows, run, violation,
};
use uuid::Uuid;

use super::{AppealState, lodged_until};

/// One objection to one verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealFact {
    pub id: AppealId,
    /// The batch's code with `-B` and a number: `LAS-1-B2`.
    pub code: String,
    /// The sitting of the contested verdict.
    pub sitting: AssessmentId,
    pub batch: BatchId,
    pub person: PersonId,
    pub unit: UnitId,
    pub judged_on: Day,
    pub lodged_on: Day,
    pub grounds: String,
    pub state: AppealState,
    pub assessor: Option<AccountId>,
    pub assessor_name: Option<String>,
    pub assigned_on: Option<Day>,
    pub decided_on: Option<Day>,
    pub reason: Option<String>,
    /// The sitting that holds the new verdict; only where it was won.
    pub decision: Option<AssessmentId>,
}

impl AppealFact {
    /// The batch's, and assigned to the one who judges again.
    pub fn target(&self, batch: &BatchFact) -> Target {
        batch.target().assigned_to(self.assessor)
    }

    /// The one named alone: not even the assessor booked for the batch decides.
    pub fn judge_target(&self) -> Target {
        Target::default().assigned_to(self.assessor)
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    code: String,
    sitting_id: Uuid,
    batch_id: Uuid,
    person_id: Uuid,
    unit_id: Uuid,
    judged_on: Day,
    lodged_on: Day,
    grounds: String,
    state: String,
    assessor_account: Option<Uuid>,
    assessor_name: Option<String>,
    assigned_on: Option<Day>,
    decided_on: Option<Day>,
    reason: Option<String>,
    decision_id: Option<Uuid>,
}

impl TryFrom<Row> for AppealFact {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        let state = AppealState::from_code(&row.state);
        Ok(Self {
            id: AppealId(row.id),
            code: row.code,
            sitting: AssessmentId(row.sitting_id),
            batch: BatchId(row.batch_id),
            person: PersonId(row.person_id),
            unit: UnitId(row.unit_id),
            judged_on: row.judged_on,
            lodged_on: row.lodged_on,
            grounds: row.grounds,
            state: state.ok_or_else(|| DbErr::Type(format!("appeal state `{}`", row.state)))?,
            assessor: row.assessor_account.map(AccountId),
            assessor_name: row.assessor_name,
            assigned_on: row.assigned_on,
            decided_on: row.decided_on,
            reason: row.reason,
            decision: row.decision_id.map(AssessmentId),
        })
    }
}

const SELECT: &str = "SELECT id, code, sitting_id, batch_id, person_id, unit_id, judged_on, lodged_on, grounds, state, \
    assessor_account, assessor_name, assigned_on, decided_on, reason, decision_id FROM appeal";

async fn select<C: ConnectionTrait>(
    on: &C,
    rest: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<AppealFact>, DbErr> {
    let found: Vec<Row> = rows(on, &format!("{SELECT} {rest}"), values).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// The appeals of a batch, in the order in which they were lodged.
pub(crate) async fn of_batch<C: ConnectionTrait>(on: &C, batch: BatchId) -> Result<Vec<AppealFact>, DbErr> {
    select(on, "WHERE batch_id = $1 ORDER BY lodged_on, code", [batch.0.into()]).await
}

/// Those of a batch that are not decided.
pub(crate) async fn open_in_batch<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Vec<AppealFact>, DbErr> {
    Ok(of_batch(on, batch).await?.into_iter().filter(|appeal| appeal.state.is_open()).collect())
}

/// Every appeal that is not decided, the oldest first.
pub(crate) async fn open<C: ConnectionTrait>(on: &C) -> Result<Vec<AppealFact>, DbErr> {
    select(on, "WHERE state IN ('lodged', 'assigned') ORDER BY lodged_on, code", []).await
}

pub(crate) async fn appeal_by_code<C: ConnectionTrait>(
    on: &C,
    code: &str,
) -> Result<Option<AppealFact>, DbErr> {
    Ok(select(on, "WHERE code = $1", [code.into()]).await?.pop())
}

/// Writes a new appeal.
///
/// # Errors
/// `ASSM-10` somebody wrote at the same moment; `ASSM-13` contested before, or no longer in force.
pub(crate) async fn add(tx: &DatabaseTransaction, appeal: &AppealFact) -> Result<(), Halt> {
    insert("appeal")
        .set("id", appeal.id.0)
        .set("code", appeal.code.clone())
        .set("sitting_id", appeal.sitting.0)
        .set("batch_id", appeal.batch.0)
        .set("person_id", appeal.person.0)
        .set("unit_id", appeal.unit.0)
        .set("judged_on", appeal.judged_on)
        .set("lodged_until", lodged_until(appeal.judged_on))
        .set("lodged_on", appeal.lodged_on)
        .set("grounds", appeal.grounds.clone())
        .set("state", appeal.state.code())
        .run(tx)
        .await
        .map_err(|error| match violation(&error) {
            // Two appeals of one batch at once would have the same code.
            Some(found) if found.is("appeal_code", "appeal.code") => Refusal::new("ASSM-10").into(),
            Some(_) | None => refused(error, "ASSM-13"),
        })
}

/// Names who judges again, while nothing is decided.
///
/// # Errors
/// `ASSM-15` the tables know that this one judged or trained, `ASSM-17` somebody decided first.
pub(crate) async fn assign(
    tx: &DatabaseTransaction,
    id: AppealId,
    (account, name, on): (AccountId, &str, Day),
) -> Result<(), Halt> {
    let sql = "UPDATE appeal SET state = 'assigned', assessor_account = $2, assessor_name = $3, assigned_on = $4 \
               WHERE id = $1 AND state IN ('lodged', 'assigned')";
    let written = run(tx, sql, [id.0.into(), account.0.into(), name.into(), on.into()]).await;
    one_row(written.map_err(|error| refused(error, "ASSM-15"))?)
}

/// Decides, with the sitting of the new verdict where there is one.
///
/// # Errors
/// `ASSM-17` somebody decided first.
pub(crate) async fn close(
    tx: &DatabaseTransaction,
    id: AppealId,
    (state, on, reason): (AppealState, Day, &str),
    decision: Option<AssessmentId>,
) -> Result<(), Halt> {
    let sql = "UPDATE appeal SET state = $2, decided_on = $3, reason = $4, decision_id = $5 \
               WHERE id = $1 AND state = 'assigned'";
    let decision = decision.map(|sitting| sitting.0);
    let values = [id.0.into(), state.code().into(), on.into(), reason.into(), decision.into()];
    one_row(run(tx, sql, values).await?)
}

fn one_row(touched: u64) -> Result<(), Halt> {
    if touched == 1 { Ok(()) } else { Err(Refusal::new("ASSM-17").into()) }
}

/// The tables hold the rules too: what was so a moment ago may not be any more.
fn refused(error: DbErr, code: &'static str) -> Halt {
    match violation(&error) {
        Some(found) if found.name.contains("appeal") => Refusal::new(code).into(),
        Some(_) | None => error.into(),
    }
}
