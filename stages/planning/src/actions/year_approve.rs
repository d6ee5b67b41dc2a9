// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Puts a plan into force, in the place of the one it was drafted against. Whoever prepared it does not approve it.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Prepared, Refusal};

use super::year_draft::{behind_the_turn, event, finish, place, plan_for};
use super::year_lay::faults;
use crate::state::{YearCommand, decide_year};
use crate::year::{self, Step, approve, carry_over, look};

pub const YEAR_APPROVE: Action = Action {
    name: "year-plan approve",
    path: "/plans/years/{year_plan}/approval",
    act: Act::YearDecide,
    room: "planning",
    fields: &[Field::path("year_plan")],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let plan = plan_for(desk, form, Act::YearDecide).await?;
    Ok(Prepared::about(plan.code.clone(), place(&plan)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let plan = plan_for(desk, form, Act::YearDecide).await?;
    let mut work = desk.begin("year-plan approve").await?;
    let plan = behind_the_turn(&work, &plan).await?;
    let look = look(desk, &work.tx, &plan).await?;
    let parent = year::in_force(&work.tx, plan.host, plan.year).await?;
    let command = YearCommand::Approve {
        parent_holds: parent.as_ref().map(|parent| parent.id) == plan.parent,
        is_other_person: !plan.is_prepared_by(desk.actor.account),
        faults: faults(desk, &look.facts),
    };
    decide_year(plan.state, command)?;
    if let Some(parent) = &parent {
        decide_year(parent.state, YearCommand::Replace)?;
    }
    let before = match &parent {
        Some(parent) => Some(year::contents(&work.tx, parent.id).await?),
        None => None,
    };
    let step = Step { plan: plan.id, by: desk.actor.account, on: desk.today() };
    if !approve(&work.tx, step, &plan, &look.contents).await.map_err(overtaken)? {
        return Err(Refusal::new("PLAN-27").into());
    }
    if let Some(before) = &before {
        carry_over(&work.tx, before, (plan.id, &look.contents)).await?;
    }
    let approved = event("YearPlanApproved", &plan, &look.contents);
    let approved = parent.iter().fold(approved, |event, parent| event.about("year-plan", parent.id));
    work.record(approved).await?;
    finish(work, &plan, "year-plan-approved").await
}

/// Two that approve at once: the database lets one plan of an office and year into force.
fn overtaken(error: ::store::DbErr) -> Halt {
    match ::store::violation(&error) {
        Some(no) if no.is("year_plan_in_force", "year_plan.host_id") => Refusal::new("PLAN-27").into(),
        _ => error.into(),
    }
}
