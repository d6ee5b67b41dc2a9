// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Plans of a year in the database.

use kernel::day::Day;
use kernel::id::{AccountId, BatchId, OrganisationId, ProgrammeId};
use kernel::rupiah::Rupiah;
use store::{ConnectionTrait, DbErr, FromQueryResult, Value, insert, one, rows, run};
use uuid::Uuid;

use super::{Contents, CostUnit, Money, Source, TiedBatch, YearLine, YearPlanFact};
use crate::state::YearState;

#[derive(FromQueryResult)]
struct PlanRow {
    id: Uuid,
    code: String,
    host_id: Uuid,
    year: i64,
    parent_id: Option<Uuid>,
    state: String,
    made_on: Day,
    made_by: Option<Uuid>,
    changed_by: Option<Uuid>,
    laid_on: Option<Day>,
    laid_by: Option<Uuid>,
    approved_on: Option<Day>,
    note: String,
}

fn unknown(what: &str, code: &str) -> DbErr {
    DbErr::Type(format!("unknown {what} `{code}`"))
}

impl TryFrom<PlanRow> for YearPlanFact {
    type Error = DbErr;

    fn try_from(row: PlanRow) -> Result<Self, DbErr> {
        Ok(Self {
            id: row.id,
            code: row.code,
            host: OrganisationId(row.host_id),
            year: row.year,
            parent: row.parent_id,
            state: YearState::from_code(&row.state).ok_or_else(|| unknown("state", &row.state))?,
            made_on: row.made_on,
            made_by: row.made_by.map(AccountId),
            changed_by: row.changed_by.map(AccountId),
            laid_on: row.laid_on,
            laid_by: row.laid_by.map(AccountId),
            approved_on: row.approved_on,
            note: row.note,
        })
    }
}

async fn plans_where<C: ConnectionTrait>(
    on: &C,
    test: &str,
    values: Vec<Value>,
) -> Result<Vec<YearPlanFact>, DbErr> {
    let sql = format!(
        "SELECT id, code, host_id, year, parent_id, state, made_on, made_by, changed_by, laid_on, laid_by, approved_on, note \
         FROM year_plan {test}"
    );
    let found: Vec<PlanRow> = rows(on, &sql, values).await?;
    found.into_iter().map(TryInto::try_into).collect()
}

/// The plans of an office, the latest year first.
pub async fn plans_of<C: ConnectionTrait>(on: &C, host: OrganisationId) -> Result<Vec<YearPlanFact>, DbErr> {
    plans_where(on, "WHERE host_id = $1 ORDER BY year DESC, made_on DESC, code DESC", vec![host.0.into()])
        .await
}

pub async fn plan_named<C: ConnectionTrait>(on: &C, code: &str) -> Result<Option<YearPlanFact>, DbErr> {
    Ok(plans_where(on, "WHERE code = $1", vec![code.into()]).await?.pop())
}

/// The plan by which an office goes in a year.
pub async fn in_force<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
    year: i64,
) -> Result<Option<YearPlanFact>, DbErr> {
    let test = "WHERE host_id = $1 AND year = $2 AND state = 'in_force'";
    Ok(plans_where(on, test, vec![host.0.into(), year.into()]).await?.pop())
}

/// Plans that lie before the head of an office, the earliest first.
pub async fn laid_plans<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
) -> Result<Vec<YearPlanFact>, DbErr> {
    let test = "WHERE host_id = $1 AND state = 'laid' ORDER BY laid_on, code";
    plans_where(on, test, vec![host.0.into()]).await
}

#[derive(FromQueryResult)]
struct MoneyRow {
    source: String,
    ceiling: i64,
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    code: String,
    programme_id: Uuid,
    first_month: i64,
    last_month: i64,
    batches: i64,
    seats: i64,
    cost: i64,
    unit: String,
    source: String,
}

#[derive(FromQueryResult)]
struct TiedRow {
    line_id: Uuid,
    batch_id: Uuid,
    amount: i64,
}

fn source(code: &str) -> Result<Source, DbErr> {
    Source::from_code(code).ok_or_else(|| unknown("source", code))
}

/// Money, lines and batches of a plan.
pub async fn contents<C: ConnectionTrait>(on: &C, plan: Uuid) -> Result<Contents, DbErr> {
    let sql = "SELECT source, ceiling FROM year_money WHERE plan_id = $1 ORDER BY position";
    let money: Vec<MoneyRow> = rows(on, sql, [plan.into()]).await?;
    let sql = "SELECT id, code, programme_id, first_month, last_month, batches, seats, cost, unit, source FROM year_line \
               WHERE plan_id = $1 ORDER BY position";
    let lines: Vec<LineRow> = rows(on, sql, [plan.into()]).await?;
    let sql = "SELECT x.line_id, x.batch_id, x.amount FROM year_batch x JOIN year_line l ON l.id = x.line_id \
               JOIN batch b ON b.id = x.batch_id WHERE l.plan_id = $1 ORDER BY b.starts_on, b.code";
    let tied: Vec<TiedRow> = rows(on, sql, [plan.into()]).await?;
    let line = |row: LineRow| {
        Ok(YearLine {
            id: row.id,
            code: row.code,
            programme: ProgrammeId(row.programme_id),
            months: (row.first_month, row.last_month),
            batches: row.batches,
            seats: row.seats,
            cost: Rupiah(row.cost),
            unit: CostUnit::from_code(&row.unit).ok_or_else(|| unknown("unit", &row.unit))?,
            source: source(&row.source)?,
        })
    };
    let money =
        money.into_iter().map(|row| Ok(Money { source: source(&row.source)?, ceiling: Rupiah(row.ceiling) }));
    let tied = tied.into_iter().map(|row| TiedBatch {
        line: row.line_id,
        batch: BatchId(row.batch_id),
        amount: Rupiah(row.amount),
    });
    Ok(Contents {
        money: money.collect::<Result<_, DbErr>>()?,
        lines: lines.into_iter().map(line).collect::<Result<_, DbErr>>()?,
        tied: tied.collect(),
    })
}

/// Writes a new draft without its contents.
pub(crate) async fn keep<C: ConnectionTrait>(on: &C, plan: &YearPlanFact) -> Result<(), DbErr> {
    insert("year_plan")
        .set("id", plan.id)
        .set("code", plan.code.clone())
        .set("host_id", plan.host.0)
        .set("year", plan.year)
        .set("parent_id", plan.parent)
        .set("state", plan.state.code())
        .set("made_on", plan.made_on)
        .set("made_by", plan.made_by.map(|account| account.0))
        .set("changed_by", plan.changed_by.map(|account| account.0))
        .run(on)
        .await
}

/// Replaces money and lines of a draft.
pub(crate) async fn replace_contents<C: ConnectionTrait>(
    on: &C,
    plan: Uuid,
    contents: &Contents,
) -> Result<(), DbErr> {
    run(on, "DELETE FROM year_line WHERE plan_id = $1", [plan.into()]).await?;
    run(on, "DELETE FROM year_money WHERE plan_id = $1", [plan.into()]).await?;
    for (position, money) in (1_i64..).zip(&contents.money) {
        let row = insert("year_money").set("plan_id", plan).set("source", money.source.code());
        row.set("position", position).set("ceiling", money.ceiling.0).run(on).await?;
    }
    for (position, line) in (1_i64..).zip(&contents.lines) {
        insert("year_line")
            .set("id", line.id)
            .set("plan_id", plan)
            .set("code", line.code.clone())
            .set("position", position)
            .set("programme_id", line.programme.0)
            .set("first_month", line.months.0)
            .set("last_month", line.months.1)
            .set("batches", line.batches)
            .set("seats", line.seats)
            .set("cost", line.cost.0)
            .set("unit", line.unit.code())
            .set("source", line.source.code())
            .run(on)
            .await?;
    }
    Ok(())
}

/// A step of a plan: whose, by whom, on which day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub plan: Uuid,
    pub by: Option<AccountId>,
    pub on: Day,
}

impl Step {
    /// Moves the plan on; false where somebody moved it before. The account is `$2`, the day `$3`.
    async fn take<C: ConnectionTrait>(self, on: &C, set: &str, from: YearState) -> Result<bool, DbErr> {
        let sql = format!("UPDATE year_plan SET {set} WHERE id = $1 AND state = '{}'", from.code());
        let by = self.by.map(|account| account.0);
        Ok(run(on, &sql, [self.plan.into(), by.into(), self.on.into()]).await? == 1)
    }
}

/// Notes who changed a draft; false where it is none any more.
pub(crate) async fn touch<C: ConnectionTrait>(
    on: &C,
    plan: Uuid,
    by: Option<AccountId>,
) -> Result<bool, DbErr> {
    let sql = "UPDATE year_plan SET changed_by = $2 WHERE id = $1 AND state = 'draft'";
    Ok(run(on, sql, [plan.into(), by.map(|account| account.0).into()]).await? == 1)
}

/// Lays a draft before the head; false where it is none any more.
pub(crate) async fn lay<C: ConnectionTrait>(on: &C, step: Step) -> Result<bool, DbErr> {
    step.take(on, "state = 'laid', laid_by = $2, laid_on = $3, note = ''", YearState::Draft).await
}

/// Gives a plan back with the reason; false where it does not lie before the head any more.
pub(crate) async fn give_back<C: ConnectionTrait>(on: &C, plan: Uuid, note: &str) -> Result<bool, DbErr> {
    let sql = "UPDATE year_plan SET state = 'draft', note = $2 WHERE id = $1 AND state = 'laid'";
    Ok(run(on, sql, [plan.into(), note.into()]).await? == 1)
}

/// Puts a plan into force in the place of its parent; false where one of the two is not as it was.
pub(crate) async fn approve<C: ConnectionTrait>(
    on: &C,
    step: Step,
    plan: &YearPlanFact,
    contents: &Contents,
) -> Result<bool, DbErr> {
    if let Some(parent) = plan.parent {
        let sql = "UPDATE year_plan SET state = 'replaced' WHERE id = $1 AND state = 'in_force'";
        if run(on, sql, [parent.into()]).await? != 1 {
            return Ok(false);
        }
    }
    for money in &contents.money {
        let sql = "UPDATE year_money SET planned = $3 WHERE plan_id = $1 AND source = $2";
        let planned = contents.planned(money.source).0;
        run(on, sql, [plan.id.into(), money.source.code().into(), planned.into()]).await?;
    }
    step.take(on, "state = 'in_force', approved_by = $2, approved_on = $3", YearState::Laid).await
}

/// The batches of the plan that is replaced go on under the lines of the same code.
pub(crate) async fn carry_over<C: ConnectionTrait>(
    on: &C,
    from: &Contents,
    to: (Uuid, &Contents),
) -> Result<(), DbErr> {
    for tied in &from.tied {
        let code = from.line(tied.line).map(|line| line.code.as_str());
        let Some(line) = to.1.lines.iter().find(|line| Some(line.code.as_str()) == code) else { continue };
        let slot = free_slot(on, line.id).await?;
        let sql = "UPDATE year_batch SET line_id = $2, slot = $3, line_batches = $4 WHERE batch_id = $1";
        let values = [tied.batch.0.into(), line.id.into(), slot.into(), line.batches.into()];
        run(on, sql, values).await?;
        take_money(on, to.0, line.source, tied.amount.0).await?;
    }
    Ok(())
}

/// The lowest number of a line that no batch has; one above the line's count where all are taken, which the database refuses.
async fn free_slot<C: ConnectionTrait>(on: &C, line: Uuid) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        slot: i64,
    }
    let sql = "SELECT slot FROM year_batch WHERE line_id = $1 ORDER BY slot";
    let taken: Vec<Row> = rows(on, sql, [line.into()]).await?;
    let ahead = (1_i64..).zip(&taken).take_while(|(number, row)| *number == row.slot).count();
    Ok(i64::try_from(ahead).unwrap_or(i64::MAX).saturating_add(1))
}

async fn take_money<C: ConnectionTrait>(
    on: &C,
    plan: Uuid,
    source: Source,
    amount: i64,
) -> Result<(), DbErr> {
    let sql = "UPDATE year_money SET tied = tied + $3 WHERE plan_id = $1 AND source = $2";
    run(on, sql, [plan.into(), source.code().into(), amount.into()]).await.map(|_| ())
}

/// Ties a batch to a line and takes its money from the source.
///
/// # Errors
/// The batch is tied already (`year_batch.batch_id`), the line has as many as it may (`year_batch_fits`), or the money does not
/// suffice (`year_money_tied`).
pub(crate) async fn tie<C: ConnectionTrait>(
    on: &C,
    step: Step,
    line: &YearLine,
    tied: &TiedBatch,
) -> Result<(), DbErr> {
    insert("year_batch")
        .set("batch_id", tied.batch.0)
        .set("line_id", tied.line)
        .set("slot", free_slot(on, tied.line).await?)
        .set("line_batches", line.batches)
        .set("amount", tied.amount.0)
        .set("tied_on", step.on)
        .set("account_id", step.by.map(|account| account.0))
        .run(on)
        .await?;
    take_money(on, step.plan, line.source, tied.amount.0).await
}

/// Takes a batch from its line and gives the money back; false where it was not tied to it.
pub(crate) async fn untie<C: ConnectionTrait>(
    on: &C,
    plan: Uuid,
    line: &YearLine,
    tied: &TiedBatch,
) -> Result<bool, DbErr> {
    let sql = "DELETE FROM year_batch WHERE batch_id = $1 AND line_id = $2";
    if run(on, sql, [tied.batch.0.into(), line.id.into()]).await? != 1 {
        return Ok(false);
    }
    take_money(on, plan, line.source, -tied.amount.0).await?;
    Ok(true)
}

#[derive(FromQueryResult)]
struct NamedRow {
    plan: String,
    line: String,
}

/// The plan and the line by which a batch is paid for, by their codes.
pub async fn line_of_batch<C: ConnectionTrait>(
    on: &C,
    batch: BatchId,
) -> Result<Option<(String, String)>, DbErr> {
    let sql = "SELECT y.code AS plan, l.code AS line FROM year_batch x JOIN year_line l ON l.id = x.line_id \
               JOIN year_plan y ON y.id = l.plan_id WHERE x.batch_id = $1";
    let found: Option<NamedRow> = one(on, sql, [batch.0.into()]).await?;
    Ok(found.map(|row| (row.plan, row.line)))
}
