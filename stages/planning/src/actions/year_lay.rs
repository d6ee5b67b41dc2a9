// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Lays a draft before the head, where nothing is in the way; and gives it back with the reason.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use super::year_draft::{event, finish, place, plan_for};
use crate::rules::{YearFacts, year_findings};
use crate::state::{YearCommand, decide_year};
use crate::year::{Step, give_back, lay, look};

pub const YEAR_LAY: Action = Action {
    name: "year-plan lay",
    path: "/plans/years/{year_plan}/laying",
    act: Act::YearMake,
    room: "planning",
    fields: &[Field::path("year_plan")],
    open: |desk, form| Box::pin(open(desk, form, Act::YearMake)),
    run: |desk, form| Box::pin(run(desk, form)),
};

pub const YEAR_GIVE_BACK: Action = Action {
    name: "year-plan give-back",
    path: "/plans/years/{year_plan}/giving-back",
    act: Act::YearDecide,
    room: "planning",
    fields: &[Field::path("year_plan"), Field::required("reason", Kind::Long)],
    open: |desk, form| Box::pin(open(desk, form, Act::YearDecide)),
    run: |desk, form| Box::pin(back(desk, form)),
};

async fn open(desk: &Desk, form: &Form, act: Act) -> Result<Prepared, Halt> {
    let plan = plan_for(desk, form, act).await?;
    Ok(Prepared::about(plan.code.clone(), place(&plan)))
}

/// A sentence for each thing that is in the way.
pub(super) fn faults(desk: &Desk, facts: &YearFacts) -> Vec<Say> {
    let blocking = year_findings(facts, desk.lang).into_iter().filter(|found| found.is_blocking);
    blocking.map(|found| found.say).collect()
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let plan = plan_for(desk, form, Act::YearMake).await?;
    let mut work = desk.begin("year-plan lay").await?;
    let look = look(desk, &work.tx, &plan).await?;
    decide_year(plan.state, YearCommand::Lay { faults: faults(desk, &look.facts) })?;
    let step = Step { plan: plan.id, by: desk.actor.account, on: desk.today() };
    if !lay(&work.tx, step).await? {
        return Err(Refusal::new("PLAN-24").into());
    }
    work.record(event("YearPlanLaid", &plan, &look.contents)).await?;
    finish(work, &plan, "year-plan-laid").await
}

async fn back(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason = reading.text("reason");
    reading.done()?;
    let plan = plan_for(desk, form, Act::YearDecide).await?;
    decide_year(plan.state, YearCommand::GiveBack)?;
    let mut work = desk.begin("year-plan give-back").await?;
    if !give_back(&work.tx, plan.id, &reason).await? {
        return Err(Refusal::new("PLAN-26").into());
    }
    let content = json!({ "code": plan.code, "reason": reason });
    work.record(Event::new("YearPlanGivenBack", Object::new("year-plan", plan.id), content)).await?;
    work.commit(Done::new(place(&plan), Say::new("year-plan-given-back").with("code", &plan.code))).await
}
