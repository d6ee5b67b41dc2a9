// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Says which batch is held for which line of the plan in force, and what it really takes; and takes that back.

use access::Act;
use audit::{Event, Object};
use chrono::Datelike;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::rupiah::Rupiah;
use programme::facts::BatchFact;
use serde_json::json;

use super::year_draft::{behind_the_turn, place, plan_for};
use crate::board::batch_named;
use crate::state::{YearCommand, decide_year};
use crate::year::{self, Contents, Step, TiedBatch, YearLine, YearPlanFact, tie, untie};

pub const YEAR_TIE: Action = Action {
    name: "year-plan tie",
    path: "/plans/years/{year_plan}/batches",
    act: Act::YearTie,
    room: "planning",
    fields: &[
        Field::path("year_plan"),
        Field::required("batch", Kind::Text),
        Field::required("line", Kind::Text),
        Field::optional("amount", Kind::Rupiah),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

pub const YEAR_UNTIE: Action = Action {
    name: "year-plan untie",
    path: "/plans/years/{year_plan}/untied-batches",
    act: Act::YearTie,
    room: "planning",
    fields: &[Field::path("year_plan"), Field::required("batch", Kind::Text)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(take_back(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let plan = plan_for(desk, form, Act::YearTie).await?;
    let prepared = Prepared::about(plan.code.clone(), place(&plan));
    // A line of the page leads here with its code.
    Ok(["batch", "line"].into_iter().fold(prepared, |prepared, name| prepared.filled(name, form.text(name))))
}

/// The batch meant by the form, of the plan's own office.
async fn batch_of(desk: &Desk, form: &Form, plan: &YearPlanFact) -> Result<BatchFact, Halt> {
    let code = form.text("batch").to_uppercase();
    let unknown = || Halt::field("batch", Say::new("problem-unknown").with("text", &code));
    match batch_named(desk, &code).await {
        Ok(batch) if batch.host == plan.host => Ok(batch),
        Ok(_) | Err(Halt::Missing) => Err(unknown()),
        Err(other) => Err(other),
    }
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    reading.text("batch");
    let wanted = reading.text("line").to_uppercase();
    let amount = reading.optional_rupiah("amount");
    if amount.is_some_and(|amount| amount.0 < 0) {
        reading.problem("amount", Say::new("problem-rupiah").with("text", form.text("amount")));
    }
    reading.done()?;
    let plan = plan_for(desk, form, Act::YearTie).await?;
    let batch = batch_of(desk, form, &plan).await?;
    let mut work = desk.begin("year-plan tie").await?;
    let plan = behind_the_turn(&work, &plan).await?;
    let contents = year::contents(&work.tx, plan.id).await?;
    let unknown = || Halt::field("line", Say::new("problem-unknown").with("text", &wanted));
    let line = contents.lines.iter().find(|line| line.code == wanted).ok_or_else(unknown)?;
    let amount = amount.unwrap_or_else(|| line.cost_of(batch.seats));
    let tied = TiedBatch { line: line.id, batch: batch.id, amount };
    let mut faults = misfits(desk, (&plan, &contents), line, (&batch, amount));
    if let Some((other, line)) = year::line_of_batch(&work.tx, batch.id).await? {
        faults.push(
            Say::new("year-tied-already").with("batch", &batch.code).with("plan", other).with("line", line),
        );
    }
    decide_year(plan.state, YearCommand::Tie { faults })?;
    let step = Step { plan: plan.id, by: desk.actor.account, on: desk.today() };
    tie(&work.tx, step, line, &tied).await.map_err(|error| beaten(error, &batch))?;
    let content = json!({ "code": plan.code, "line": line.code, "amount": amount.0 });
    let event = Event::new("YearBatchTied", Object::new("batch", batch.id.0), content);
    work.record(event.about("year-plan", plan.id)).await?;
    let say = Say::new("year-batch-tied").with("batch", &batch.code).with("line", &line.code);
    let mut done = Done::new(place(&plan), say.with("amount", amount));
    done.more = remarks(line, &batch, amount);
    work.commit(done).await
}

/// Why a batch cannot be held for a line.
fn misfits(
    desk: &Desk,
    (plan, contents): (&YearPlanFact, &Contents),
    line: &YearLine,
    (batch, amount): (&BatchFact, Rupiah),
) -> Vec<Say> {
    let mut faults = Vec::new();
    let say = |key: &str| Say::new(key).with("batch", &batch.code).with("line", &line.code);
    if batch.programme.id != line.programme {
        faults.push(say("year-tie-programme").with("programme", &batch.programme.code));
    }
    if i64::from(batch.starts_on.year()) != plan.year {
        faults.push(say("year-tie-year").with("year", plan.year));
    }
    let held = i64::try_from(contents.tied_to(line.id).count()).unwrap_or(i64::MAX);
    if held >= line.batches {
        faults.push(say("year-tie-full").with("count", held));
    }
    let ceiling = contents.money.iter().find(|money| money.source == line.source).map(|money| money.ceiling);
    let left = ceiling.unwrap_or_default().0 - contents.tied(line.source).0;
    if amount.0 > left {
        let source = desk.teller().code("year-source", line.source.code());
        let say =
            say("year-tie-money").with("source", source).with("amount", amount).with("left", Rupiah(left));
        faults.push(say.with("over", Rupiah(amount.0 - left)));
    }
    faults
}

/// What differs from the line without being in the way.
fn remarks(line: &YearLine, batch: &BatchFact, amount: Rupiah) -> Vec<Say> {
    let mut remarks = Vec::new();
    let month = i64::from(batch.starts_on.month());
    if !(line.months.0..=line.months.1).contains(&month) {
        remarks.push(Say::new("year-tied-other-month").with("line", &line.code));
    }
    let planned = line.cost_of(line.seats);
    if amount != planned {
        remarks.push(Say::new("year-tied-other-amount").with("planned", planned).with("amount", amount));
    }
    remarks
}

/// Two that tie at once: the database keeps the ceiling, the number of batches of a line, and one line a batch.
fn beaten(error: ::store::DbErr, batch: &BatchFact) -> Halt {
    let reason = match ::store::violation(&error) {
        Some(no) if no.is("year_money_tied", "") => Say::new("year-tie-beaten"),
        Some(no) if no.is("year_batch_fits", "") || no.is("year_batch_place", "year_batch.line_id") => {
            Say::new("year-tie-line-taken").with("batch", &batch.code)
        }
        Some(no) if no.is("year_batch_pkey", "year_batch.batch_id") => {
            Say::new("year-tie-taken").with("batch", &batch.code)
        }
        _ => return error.into(),
    };
    Refusal::new("PLAN-30").with("count", 1).because([reason]).into()
}

async fn take_back(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    reading.text("batch");
    reading.done()?;
    let plan = plan_for(desk, form, Act::YearTie).await?;
    let batch = batch_of(desk, form, &plan).await?;
    let mut work = desk.begin("year-plan untie").await?;
    let plan = behind_the_turn(&work, &plan).await?;
    decide_year(plan.state, YearCommand::Untie)?;
    let contents = year::contents(&work.tx, plan.id).await?;
    let found = contents.tied.iter().find(|tied| tied.batch == batch.id);
    let refused = || Refusal::new("PLAN-31").with("batch", &batch.code);
    let (tied, line) = found.and_then(|tied| Some((tied, contents.line(tied.line)?))).ok_or_else(refused)?;
    if !untie(&work.tx, plan.id, line, tied).await? {
        return Err(refused().into());
    }
    let content = json!({ "code": plan.code, "line": line.code, "amount": tied.amount.0 });
    let event = Event::new("YearBatchUntied", Object::new("batch", batch.id.0), content);
    work.record(event.about("year-plan", plan.id)).await?;
    let say = Say::new("year-batch-untied").with("batch", &batch.code).with("line", &line.code);
    work.commit(Done::new(place(&plan), say.with("amount", tied.amount))).await
}
