// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Attitude to work: per soft-skill module, a level and a note for each person. A new note follows the old one.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Say};
use kernel::id::PersonId;
use programme::facts::{BatchFact, ModuleFact, ModuleKind};
use serde_json::json;

use super::{batch_in_path, sessions_address};
use crate::facts::{self, Level, Roster};
use crate::pages::skill_grid;
use crate::state::open_for_work;
use crate::store;

pub const RECORD: Action = Action {
    name: "skill record",
    path: "/batches/{batch}/skills/new",
    act: Act::SkillRecord,
    room: "training",
    fields: &[
        Field::path("batch"),
        Field::required("module", Kind::Pick(pick_soft_skills)),
        Field::optional("others", Kind::Codes { prefix: "training-level", codes: Level::CODES }),
        Field::optional("level", Kind::Grid),
        Field::optional("note", Kind::Grid),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SkillRecord, &batch.target())?;
    let on = desk.house.db.read();
    let roster = facts::roster(on, &batch).await?;
    let known = facts::skills_of_batch(on, batch.id).await?;
    let modules = soft_skills(desk, &batch).await?;
    let mut prepared = Prepared::about(&batch.title, sessions_address(&batch));
    if let Some(module) = modules.first() {
        prepared = prepared.filled("module", &module.code);
    }
    prepared.grid_html = skill_grid(desk, form, &roster, &known)?;
    Ok(prepared)
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SkillRecord, &batch.target())?;
    let roster = facts::roster(desk.house.db.read(), &batch).await?;
    let modules = soft_skills(desk, &batch).await?;
    let asked = parse(form, &roster, &modules)?;
    let mut work = desk.begin("skill record").await?;
    let closed_on = store::hold(&work.tx, batch.id).await?;
    open_for_work(planning::facts::opened_on(&work.tx, batch.id).await?, closed_on)?;
    let before = facts::skills_of_batch(&work.tx, batch.id).await?;
    let mut written = 0;
    for (person, level, note) in &asked.notes {
        let stands = before.iter().find(|skill| skill.person == *person && skill.module == asked.module.id);
        if stands.is_some_and(|skill| skill.level == *level && skill.note == *note) {
            continue;
        }
        store::add_skill_note(&work.tx, desk, (batch.id, *person, asked.module.id), (*level, note)).await?;
        written += 1;
    }
    let address = format!("/batches/{}/skills", batch.code);
    if written == 0 {
        return work.commit(Done::new(address, Say::new("training-nothing-new"))).await;
    }
    let content = json!({ "batch": batch.code, "module": asked.module.title, "people": written });
    let event = Event::new("SkillsRecorded", Object::new("batch", batch.id.0), content);
    work.record(event).await?;
    let say =
        Say::new("training-skills-recorded").with("module", &asked.module.title).with("people", written);
    work.commit(Done::new(address, say)).await
}

struct Asked {
    module: ModuleFact,
    notes: Vec<(PersonId, Level, String)>,
}

fn parse(form: &Form, roster: &Roster, modules: &[ModuleFact]) -> Result<Asked, Halt> {
    let mut reading = form.read();
    let code = reading.text("module");
    let module = modules.iter().find(|module| module.code == code).cloned();
    if module.is_none() && !code.is_empty() {
        reading.problem("module", Say::new("problem-unknown").with("text", &code));
    }
    let others = reading.optional_code("others", Level::from_word);
    let mut notes: Vec<(PersonId, Level, String)> = Vec::new();
    for (name, text) in form.grid("level").filter(|(_, text)| !text.is_empty()) {
        let field = format!("level.{name}");
        match (roster.find(name), Level::from_word(text)) {
            (Some(learner), Some(level)) => {
                notes.push((learner.id(), level, note_of(form, roster, learner.id())))
            }
            (None, _) => reading.problem(field, Say::new("problem-unknown").with("text", name)),
            (_, None) => reading.problem(field, Say::new("problem-choice").with("text", text)),
        }
    }
    if let Some(level) = others {
        let seated = roster.learners.iter().filter(|learner| learner.seat.left_on.is_none());
        for learner in seated {
            if !notes.iter().any(|(person, ..)| *person == learner.id()) {
                notes.push((learner.id(), level, note_of(form, roster, learner.id())));
            }
        }
    }
    reading.done()?;
    Ok(Asked { module: module.ok_or(Halt::Missing)?, notes })
}

fn note_of(form: &Form, roster: &Roster, person: PersonId) -> String {
    let own = |(name, _): &(&str, &str)| roster.find(name).is_some_and(|learner| learner.id() == person);
    form.grid("note").find(own).map(|(_, note)| note.to_owned()).unwrap_or_default()
}

async fn soft_skills(desk: &Desk, batch: &BatchFact) -> Result<Vec<ModuleFact>, Halt> {
    let modules = programme::facts::modules(desk.house.db.read(), batch.programme.id).await?;
    Ok(modules.into_iter().filter(|module| module.kind == ModuleKind::SoftSkill).collect())
}

fn pick_soft_skills<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let batch = batch_in_path(desk, form).await?;
        let modules = soft_skills(desk, &batch).await?;
        Ok(modules.into_iter().map(|module| Choice { value: module.code, label: module.title }).collect())
    })
}
