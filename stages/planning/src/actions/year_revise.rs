// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Drafts a revision from the plan in force. That one stays in force until the revision is approved.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared};

use super::year_draft::{all_problems, drafted, filled, finish, keep_draft, plan_for, read_code};
use crate::state::{YearCommand, decide_year};
use crate::year::{self, read_contents};

pub const YEAR_REVISE: Action = Action {
    name: "year-plan revise",
    path: "/plans/years/{year_plan}/revision",
    act: Act::YearMake,
    room: "planning",
    fields: &[
        Field::path("year_plan"),
        Field::required("code", Kind::Text),
        Field::required("ceilings", Kind::Lines),
        Field::required("lines", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let plan = plan_for(desk, form, Act::YearMake).await?;
    let revisions = year::plans_of(desk.house.db.read(), plan.host).await?;
    let number = revisions.iter().filter(|other| other.year == plan.year).count();
    let first = plan.code.rsplit_once("-R").map_or(plan.code.as_str(), |(first, _)| first);
    Ok(filled(desk, &plan).await?.filled("code", format!("{first}-R{number}")))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let parent = plan_for(desk, form, Act::YearMake).await?;
    let mut reading = form.read();
    let code = read_code(&mut reading);
    let head = reading.done();
    let contents = all_problems(head, read_contents(desk, form, parent.host).await)?;
    decide_year(parent.state, YearCommand::Revise)?;
    let plan = drafted(desk, (code, parent.host, parent.year), Some(parent.id));
    let mut work = desk.begin("year-plan revise").await?;
    keep_draft(&mut work, &plan, &contents).await?;
    finish(work, &plan, "year-plan-drafted").await
}
