// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Drafts the plan of a year, and changes a draft. Nothing is bound by it; what is in the way is told at once.

use access::{Act, Target};
use audit::{Event, Object};
use chrono::Datelike;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Reading, Refusal, Say, Work};
use kernel::id::OrganisationId;
use serde_json::json;

use super::proposal_keep::code;
use crate::rules::year_findings;
use crate::state::{YearCommand, YearState, decide_year};
use crate::store;
use crate::year::{
    self, Contents, YearPlanFact, keep, lines_text, look, money_text, read_contents, replace_contents, touch,
};

pub const YEAR_DRAFT: Action = Action {
    name: "year-plan draft",
    path: "/plans/years/new",
    act: Act::YearMake,
    room: "planning",
    fields: &[
        Field::required("code", Kind::Text),
        Field::required("year", Kind::Number),
        Field::required("ceilings", Kind::Lines),
        Field::required("lines", Kind::Lines),
    ],
    open: |desk, _form| Box::pin(open(desk)),
    run: |desk, form| Box::pin(run(desk, form)),
};

pub const YEAR_CHANGE: Action = Action {
    name: "year-plan change",
    path: "/plans/years/{year_plan}/change",
    act: Act::YearMake,
    room: "planning",
    fields: &[
        Field::path("year_plan"),
        Field::required("ceilings", Kind::Lines),
        Field::required("lines", Kind::Lines),
    ],
    open: |desk, form| Box::pin(open_change(desk, form)),
    run: |desk, form| Box::pin(change(desk, form)),
};

/// The plan that the address names, if this person may do this to it.
pub(super) async fn plan_for(desk: &Desk, form: &Form, act: Act) -> Result<YearPlanFact, Halt> {
    let found = year::plan_named(desk.house.db.read(), form.text("year_plan")).await?;
    let found = found.ok_or(Halt::Missing)?;
    desk.allow(act, &found.target())?;
    Ok(found)
}

/// Waits until nobody else is at work on the office's plans, and reads the plan anew.
pub(super) async fn behind_the_turn(work: &Work<'_>, plan: &YearPlanFact) -> Result<YearPlanFact, Halt> {
    store::take_turn(&work.tx, plan.host).await?;
    year::plan_named(&work.tx, &plan.code).await?.ok_or(Halt::Missing)
}

/// Where a plan is looked at.
pub(super) fn place(plan: &YearPlanFact) -> String {
    format!("/plans/years/{}", plan.code)
}

/// A form filled with what stands in a plan.
pub(super) async fn filled(desk: &Desk, plan: &YearPlanFact) -> Result<Prepared, Halt> {
    let look = look(desk, desk.house.db.read(), plan).await?;
    let code_of = |id| look.programmes.get(&id).map(|programme| programme.code.clone()).unwrap_or_default();
    Ok(Prepared::about(plan.code.clone(), place(plan))
        .filled("ceilings", money_text(&look.contents))
        .filled("lines", lines_text(desk, &look.contents, code_of)))
}

fn own_office(desk: &Desk) -> Result<OrganisationId, Halt> {
    let office = desk.actor.office_id().ok_or(Halt::Missing)?;
    desk.allow(Act::YearMake, &Target::of(office))?;
    Ok(office)
}

async fn open(desk: &Desk) -> Result<Prepared, Halt> {
    own_office(desk)?;
    let name = desk.actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default();
    Ok(Prepared::about(name, "/plans/years").filled("year", desk.today().year() + 1))
}

/// A code that is one, in capitals.
pub(super) fn read_code(reading: &mut Reading<'_>) -> String {
    let text = reading.text("code");
    code(&text).unwrap_or_else(|| {
        reading.problem("code", Say::new("problem-proposal-code").with("text", &text));
        String::new()
    })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let code = read_code(&mut reading);
    let year = reading.number("year");
    if !form.text("year").is_empty() && !(2000..=2200).contains(&year) {
        reading.problem("year", Say::new("problem-year").with("text", form.text("year")));
    }
    let head = reading.done();
    let host = own_office(desk)?;
    let contents = all_problems(head, read_contents(desk, form, host).await)?;
    let mut work = desk.begin("year-plan draft").await?;
    let parent = year::in_force(&work.tx, host, year).await?.map(|plan| plan.id);
    let plan = drafted(desk, (code, host, year), parent);
    keep_draft(&mut work, &plan, &contents).await?;
    finish(work, &plan, "year-plan-drafted").await
}

/// What is wrong with the head of a form and with its lines, all at once.
pub(super) fn all_problems<T>(head: Result<(), Halt>, rest: Result<T, Halt>) -> Result<T, Halt> {
    match (head, rest) {
        (Ok(()), rest) => rest,
        (Err(Halt::Problems(mut problems)), Err(Halt::Problems(more))) => {
            problems.extend(more);
            Err(Halt::Problems(problems))
        }
        (Err(head), _) => Err(head),
    }
}

/// A new draft by whoever is at the desk.
pub(super) fn drafted(
    desk: &Desk,
    (code, host, year): (String, OrganisationId, i64),
    parent: Option<uuid::Uuid>,
) -> YearPlanFact {
    YearPlanFact {
        id: desk.fresh_id(),
        code,
        host,
        year,
        parent,
        state: YearState::Draft,
        made_on: desk.today(),
        made_by: desk.actor.account,
        changed_by: desk.actor.account,
        laid_on: None,
        laid_by: None,
        approved_on: None,
        note: String::new(),
    }
}

/// Writes a new draft with its contents and its event.
pub(super) async fn keep_draft(
    work: &mut Work<'_>,
    plan: &YearPlanFact,
    contents: &Contents,
) -> Result<(), Halt> {
    keep(&work.tx, plan).await.map_err(|error| match ::store::violation(&error) {
        Some(no) if no.is("year_plan_code", "year_plan.code") => {
            Halt::field("code", Say::new("problem-taken").with("text", &plan.code))
        }
        _ => error.into(),
    })?;
    replace_contents(&work.tx, plan.id, contents).await?;
    work.record(event("YearPlanDrafted", plan, contents)).await
}

/// What the log keeps of a plan: figures.
pub(super) fn event(kind: &'static str, plan: &YearPlanFact, contents: &Contents) -> Event {
    let planned: i64 = contents.lines.iter().map(|line| line.planned().0).sum();
    let content = json!({
        "code": plan.code, "year": plan.year, "lines": contents.lines.len(),
        "batches": contents.lines.iter().map(|line| line.batches).sum::<i64>(), "planned": planned,
    });
    Event::new(kind, Object::new("year-plan", plan.id), content)
}

/// Says what was done and, under it, everything that is in the way or to be known.
pub(super) async fn finish(work: Work<'_>, plan: &YearPlanFact, said: &str) -> Result<Done, Halt> {
    let desk = work.desk;
    let look = look(desk, &work.tx, plan).await?;
    let planned: i64 = look.contents.lines.iter().map(|line| line.planned().0).sum();
    let say = Say::new(said)
        .with("code", &plan.code)
        .with("lines", look.contents.lines.len())
        .with("planned", kernel::rupiah::Rupiah(planned));
    let mut done = Done::new(place(plan), say);
    done.more = year_findings(&look.facts, desk.lang).into_iter().map(|found| found.say).collect();
    work.commit(done).await
}

async fn open_change(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let plan = plan_for(desk, form, Act::YearMake).await?;
    filled(desk, &plan).await
}

async fn change(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let plan = plan_for(desk, form, Act::YearMake).await?;
    decide_year(plan.state, YearCommand::Change)?;
    let contents = read_contents(desk, form, plan.host).await?;
    let mut work = desk.begin("year-plan change").await?;
    if !touch(&work.tx, plan.id, desk.actor.account).await? {
        return Err(Refusal::new("PLAN-24").into());
    }
    replace_contents(&work.tx, plan.id, &contents).await?;
    work.record(event("YearPlanChanged", &plan, &contents)).await?;
    finish(work, &plan, "year-plan-changed").await
}
