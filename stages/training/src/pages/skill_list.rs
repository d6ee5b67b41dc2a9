// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Attitude to work of everyone in a batch, a column per soft-skill module.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Shown, Teller};
use programme::facts::ModuleKind;

use super::grids::number_of;
use crate::actions::batch_in_path;
use crate::facts::{self, Learner, Level};

/// `skill list`.
pub const LIST: Page = Page {
    name: "skill list",
    path: "/batches/{batch}/skills",
    act: Act::SessionRead,
    room: "training",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Cell {
    module: String,
    tone: &'static str,
    level: String,
    note: String,
}

struct Line {
    name: String,
    number: String,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "skill_list.html")]
struct Body<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    modules: Vec<String>,
    lines: Vec<Line>,
    record_href: String,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_in_path(desk, form).await?;
    let target = batch.target();
    desk.allow(Act::SessionRead, &target)?;
    let on = desk.house.db.read();
    let t = desk.teller();
    let mut modules = programme::facts::modules(on, batch.programme.id).await?;
    modules.retain(|module| module.kind == ModuleKind::SoftSkill);
    let skills = facts::skills_of_batch(on, batch.id).await?;
    let roster = facts::roster(on, &batch).await?;
    let line = |learner: &Learner| {
        let cell = |module: &programme::facts::ModuleFact| {
            let found = skills.iter().find(|skill| skill.person == learner.id() && skill.module == module.id);
            Cell {
                module: module.title.clone(),
                tone: found.map_or("plain", |skill| tone(skill.level)),
                level: found.map_or_else(
                    || t.say("skill-none"),
                    |skill| t.code("training-level", skill.level.code()),
                ),
                note: found.map(|skill| skill.note.clone()).unwrap_or_default(),
            }
        };
        Line {
            name: learner.person.name.clone(),
            number: number_of(learner),
            cells: modules.iter().map(cell).collect(),
        }
    };
    let lines: Vec<Line> = roster.learners.iter().map(line).collect();
    let said = |line: &Line| {
        let cells: Vec<&str> = line.cells.iter().map(|cell| cell.level.as_str()).collect();
        format!("{}  {}", line.name, cells.join("  "))
    };
    let text: Vec<String> = lines.iter().map(said).collect();
    let may = facts::closed_on(on, batch.id).await?.is_none() && desk.may(Act::SkillRecord, &target);
    let page = Body {
        t,
        modules: modules.iter().map(|module| module.title.clone()).collect(),
        lines,
        record_href: if may { format!("/batches/{}/skills/new", batch.code) } else { String::new() },
        title: batch.title.clone(),
        code: batch.code.clone(),
    };
    let title = t.with("skill-list-of", "batch", &batch.title);
    Ok(Shown::Html { title, body: web::html(&page)?, text: text.join("\n") })
}

fn tone(level: Level) -> &'static str {
    match level {
        Level::NeedsGuidance => "soon",
        Level::Sufficient => "plan",
        Level::Good | Level::VeryGood => "ok",
    }
}
