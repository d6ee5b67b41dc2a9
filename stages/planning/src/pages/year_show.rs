// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The plan of a year: what is in the way, the year as a picture, its lines, its money, its rooms by month, its batches.

use access::Act;
use askama::Template;
use chrono::Datelike;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;
use kernel::rupiah::Rupiah;

use super::year_list::{since, tone};
use super::year_picture::{MonthRow, Picture, months, picture, term};
use crate::rules::{month_span, year_findings};
use crate::state::YearState;
use crate::year::{self, YearLine, YearLook, YearPlanFact, look};

/// `year-plan show`.
pub const YEAR_PLAN: Page = Page {
    name: "year-plan show",
    path: "/plans/years/{year_plan}",
    act: Act::YearRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct LineRow {
    code: String,
    title: String,
    months: String,
    batches: i64,
    held: usize,
    seats: i64,
    cost: String,
    source: String,
    planned: Rupiah,
}

/// Money of a source.
///
/// # Units
/// The shares are percent of the ceiling or, where more is planned, of the plan.
pub(super) struct MoneyRow {
    pub code: &'static str,
    pub source: String,
    pub ceiling: Rupiah,
    pub planned: Rupiah,
    pub opened: Rupiah,
    pub waiting: Rupiah,
    pub left: Rupiah,
    is_over: bool,
    planned_share: i64,
    opened_share: i64,
    waiting_share: i64,
    told: String,
}

struct BatchRow {
    code: String,
    title: String,
    term: String,
    line: String,
    amount: Rupiah,
    is_opened: bool,
}

/// A batch of the year that no line pays for yet.
struct Loose {
    code: String,
    title: String,
    term: String,
    line: String,
}

/// What this person may do now.
struct May {
    change: bool,
    lay: bool,
    decide: bool,
    revise: bool,
    tie: bool,
}

#[derive(Template)]
#[template(path = "year_show.html")]
struct PlanPage<'a> {
    t: Teller<'a>,
    plan: YearPlanFact,
    tone: &'static str,
    lead: String,
    parent: String,
    blocking: Vec<String>,
    warnings: Vec<String>,
    picture: Option<Picture>,
    lines: Vec<LineRow>,
    total: Rupiah,
    money: Vec<MoneyRow>,
    rooms: Vec<String>,
    months: Vec<MonthRow>,
    batches: Vec<BatchRow>,
    loose: Vec<Loose>,
    may: May,
}

/// The plan that the address names, if this person may see it, with everything about it.
pub(super) async fn seen(desk: &Desk, form: &Form) -> Result<(YearPlanFact, YearLook), Halt> {
    let on = desk.house.db.read();
    let plan = year::plan_named(on, form.text("year_plan")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::YearRead, &plan.target())?;
    let look = look(desk, on, &plan).await?;
    Ok((plan, look))
}

pub(super) fn money(desk: &Desk, look: &YearLook) -> Vec<MoneyRow> {
    let t = desk.teller();
    let row = |money: &year::Money| {
        let planned = look.contents.planned(money.source);
        let of = |is_opened: bool| -> i64 {
            let hers = look.contents.tied.iter().filter(|tied| {
                look.opened.contains_key(&tied.batch) == is_opened
                    && look.contents.line(tied.line).is_some_and(|line| line.source == money.source)
            });
            hers.map(|tied| tied.amount.0).sum()
        };
        let (opened, waiting) = (Rupiah(of(true)), Rupiah(of(false)));
        let whole = money.ceiling.0.max(planned.0).max(1);
        let share = |part: Rupiah| part.0 * 100 / whole;
        let say = Say::new("year-money-told").with("source", t.code("year-source", money.source.code()));
        let say = say.with("ceiling", money.ceiling).with("planned", planned).with("opened", opened);
        MoneyRow {
            code: money.source.code(),
            source: t.code("year-source", money.source.code()),
            ceiling: money.ceiling,
            planned,
            opened,
            waiting,
            left: Rupiah(money.ceiling.0 - opened.0 - waiting.0),
            is_over: planned > money.ceiling,
            planned_share: share(planned),
            opened_share: share(opened),
            waiting_share: share(waiting),
            told: t.tell(&say),
        }
    };
    look.contents.money.iter().map(row).collect()
}

fn lines(desk: &Desk, look: &YearLook) -> Vec<LineRow> {
    let t = desk.teller();
    let row = |(line, facts): (&YearLine, &crate::rules::LineFacts)| LineRow {
        code: line.code.clone(),
        title: facts.title.clone(),
        months: month_span(line.months, desk.lang),
        batches: line.batches,
        held: look.contents.tied_to(line.id).count(),
        seats: line.seats,
        cost: format!("{} / {}", line.cost, t.code("year-unit", line.unit.code())),
        source: t.code("year-source", line.source.code()),
        planned: line.planned(),
    };
    look.contents.lines.iter().zip(&look.facts.lines).map(row).collect()
}

fn batches(desk: &Desk, look: &YearLook) -> Vec<BatchRow> {
    let row = |tied: &year::TiedBatch| {
        let batch = look.batch(tied.batch)?;
        Some(BatchRow {
            code: batch.code.clone(),
            title: batch.title.clone(),
            term: term(desk, batch),
            line: look.contents.line(tied.line)?.code.clone(),
            amount: tied.amount,
            is_opened: look.opened.contains_key(&batch.id),
        })
    };
    look.contents.tied.iter().filter_map(row).collect()
}

/// Batches of the year whose programme has a line here, and that nothing pays for.
async fn loose(desk: &Desk, plan: &YearPlanFact, look: &YearLook) -> Result<Vec<Loose>, Halt> {
    let mut found = Vec::new();
    if plan.state != YearState::InForce {
        return Ok(found);
    }
    for batch in look.batches.iter().filter(|batch| i64::from(batch.starts_on.year()) == plan.year) {
        let line = look.contents.lines.iter().find(|line| line.programme == batch.programme.id);
        if let Some(line) = line
            && year::line_of_batch(desk.house.db.read(), batch.id).await?.is_none()
        {
            let (code, title) = (batch.code.clone(), batch.title.clone());
            found.push(Loose { code, title, term: term(desk, batch), line: line.code.clone() });
        }
    }
    Ok(found)
}

fn may(desk: &Desk, plan: &YearPlanFact) -> May {
    let may = |act: Act, state: YearState| plan.state == state && desk.may(act, &plan.target());
    May {
        change: may(Act::YearMake, YearState::Draft),
        lay: may(Act::YearMake, YearState::Draft),
        decide: may(Act::YearDecide, YearState::Laid),
        revise: may(Act::YearMake, YearState::InForce),
        tie: may(Act::YearTie, YearState::InForce),
    }
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (plan, look) = seen(desk, form).await?;
    let t = desk.teller();
    let (blocking, warnings) = findings(desk, &plan, &look);
    let parent = match plan.parent {
        Some(parent) => {
            let plans = year::plans_of(desk.house.db.read(), plan.host).await?;
            plans.into_iter().find(|other| other.id == parent).map(|other| other.code).unwrap_or_default()
        }
        None => String::new(),
    };
    let say = Say::new(format!("year-since-{}", plan.state.code().replace('_', "-")));
    let lines = lines(desk, &look);
    let page = PlanPage {
        t,
        tone: tone(plan.state),
        lead: t.tell(&say.with("code", &plan.code).with("day", day::long(since(&plan), desk.lang))),
        parent,
        blocking,
        warnings,
        picture: picture(desk, plan.year, &look),
        total: Rupiah(lines.iter().map(|line| line.planned.0).sum()),
        lines,
        money: money(desk, &look),
        rooms: look.facts.rooms.iter().map(|room| room.name.clone()).collect(),
        months: months(desk, plan.year, &look),
        batches: batches(desk, &look),
        loose: loose(desk, &plan, &look).await?,
        may: may(desk, &plan),
        plan,
    };
    let title = t.with("year-plan-of", "year", page.plan.year.to_string());
    let text = text(&page, &title);
    Ok(Shown::Html { title, body: web::html(&page)?, text })
}

/// What blocks and what is to be known; a plan that was replaced has neither any more.
pub(super) fn findings(desk: &Desk, plan: &YearPlanFact, look: &YearLook) -> (Vec<String>, Vec<String>) {
    if plan.state == YearState::Replaced {
        return (Vec::new(), Vec::new());
    }
    let (blocking, warnings): (Vec<_>, Vec<_>) =
        year_findings(&look.facts, desk.lang).into_iter().partition(|found| found.is_blocking);
    let tell = |found: &crate::rules::YearFinding| desk.teller().tell(&found.say);
    (blocking.iter().map(tell).collect(), warnings.iter().map(tell).collect())
}

/// The same for the command line.
fn text(page: &PlanPage<'_>, title: &str) -> String {
    let t = page.t;
    let state = t.code("state-year", page.plan.state.code());
    let mut text = vec![format!("{title}  {}  {state}", page.plan.code), page.lead.clone()];
    text.extend(page.blocking.iter().map(|one| format!("! {one}")));
    text.extend(page.warnings.iter().map(|one| format!("- {one}")));
    for line in &page.lines {
        let LineRow { code, title, months, batches, held, seats, source, planned, .. } = line;
        text.push(format!("{code}  {title}  {months}  {held}/{batches} × {seats}  {planned}  {source}"));
    }
    text.extend(page.money.iter().map(|money| money.told.clone()));
    for batch in &page.batches {
        let BatchRow { code, line, term, amount, .. } = batch;
        text.push(format!("{line}  {code}  {term}  {amount}"));
    }
    text.join("\n")
}
