// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One person's credit in one batch: by module, by unit, attitude to work; also for those who left.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::id::PersonId;
use programme::facts::BatchFact;

use super::grids::number_of;
use crate::actions::batch_in_path;
use crate::facts::{self, ModuleLedger};

/// `ledger show`.
pub const SHOW: Page = Page {
    name: "ledger show",
    path: "/batches/{batch}/ledger/{person}",
    act: Act::SessionRead,
    room: "training",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct ModuleLine {
    title: String,
    earned: String,
    percent: i64,
    excused: i64,
    unexcused: i64,
    caught_up: i64,
    open: i64,
}

struct UnitLine {
    code: String,
    title: String,
    earned: String,
}

struct SkillLine {
    title: String,
    level: String,
    note: String,
    by: String,
}

#[derive(Template)]
#[template(path = "ledger_show.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    name: String,
    number: String,
    lead: String,
    left: String,
    modules: Vec<ModuleLine>,
    units: Vec<UnitLine>,
    skills: Vec<SkillLine>,
    /// What was brought along, and from which batch.
    brought: Vec<String>,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionRead, &batch.target())?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let roster = facts::roster(on, &batch).await?;
    let learner = roster.find(form.text("person")).ok_or(Halt::Missing)?;
    let id: PersonId = learner.id();
    let ledger = facts::ledger(on, batch.id, id).await?;
    let units = programme::facts::units(on, batch.programme.id).await?;
    let of = |earned: i64, planned: i64| {
        t.tell(&Say::new("ledger-of").with("earned", earned).with("planned", planned))
    };
    let by_unit = ledger.units();
    let unit = |unit: &programme::facts::UnitFact| {
        let sum = by_unit.iter().find(|sum| sum.unit == unit.id)?;
        Some(UnitLine {
            code: unit.code.clone().unwrap_or_default(),
            title: unit.title.clone(),
            earned: of(sum.earned_jp, sum.planned_jp),
        })
    };
    let skill = |skill: facts::SkillFact| SkillLine {
        title: skill.title,
        level: t.code("training-level", skill.level.code()),
        note: skill.note,
        by: skill.by,
    };
    let lead = Say::new("ledger-person-lead")
        .with("earned", ledger.earned_jp())
        .with("planned", ledger.planned_jp())
        .with("percent", ledger.percent());
    let page = Body {
        t,
        name: learner.person.honoured_name(t),
        number: number_of(learner),
        lead: t.tell(&lead),
        left: learner
            .seat
            .left_on
            .map(|day| t.with("ledger-left-on", "day", kernel::day::short(day)))
            .unwrap_or_default(),
        modules: ledger
            .modules
            .iter()
            .map(|line| module_line(line, of(line.earned_jp(), line.planned_jp)))
            .collect(),
        units: units.iter().filter_map(unit).collect(),
        brought: brought(desk, &batch, id).await?,
        skills: facts::soft_skills(on, batch.id, id).await?.into_iter().map(skill).collect(),
        code: batch.code,
    };
    let mut text = vec![format!("{}  {}", page.name, page.lead)];
    text.extend(page.modules.iter().map(|line| format!("{}  {}", line.title, line.earned)));
    text.extend(page.brought.iter().cloned());
    text.extend(page.skills.iter().map(|line| format!("{}  {}", line.title, line.level)));
    Ok(Shown::Html { title: page.name.clone(), body: web::html(&page)?, text: text.join("\n") })
}

/// One sentence a batch from which hours were brought along.
async fn brought(desk: &Desk, batch: &BatchFact, person: PersonId) -> Result<Vec<String>, Halt> {
    let on = desk.house.db.read();
    let mut own = facts::recognised(on, batch.id).await?;
    own.retain(|credit| credit.person == person);
    let mut sources: Vec<_> = own.iter().map(|credit| credit.source).collect();
    sources.sort();
    sources.dedup();
    let mut sentences = Vec::new();
    for source in sources {
        let jp: i64 = own.iter().filter(|credit| credit.source == source).map(|credit| credit.jp).sum();
        let code = programme::facts::batch(on, source).await?.map(|batch| batch.code).unwrap_or_default();
        sentences.push(desk.teller().tell(&Say::new("ledger-brought").with("jp", jp).with("batch", code)));
    }
    Ok(sentences)
}

fn module_line(line: &ModuleLedger, earned: String) -> ModuleLine {
    ModuleLine {
        title: line.title.clone(),
        earned,
        percent: (line.earned_jp() * 100).checked_div(line.planned_jp).unwrap_or(0),
        excused: line.excused_jp,
        unexcused: line.unexcused_jp,
        caught_up: line.caught_up_jp,
        open: line.open_to_catch_up_jp(),
    }
}
