// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One person makes up lessons missed without blame.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Choice, Desk, Done, Field, Form, Future, Halt, Kind, Prepared, Refusal, Say};
use serde_json::json;

use super::correct::pick_learners;
use super::hold::pick_instructors;
use super::{batch_in_path, past_day};
use crate::facts::{self, Learner};
use crate::rules::seated_on;
use crate::state::open_for_work;
use crate::store::{self, NewCatchUp};

pub const CATCH_UP: Action = Action {
    name: "session catch-up",
    path: "/batches/{batch}/catch-ups/new",
    act: Act::SessionCatchUp,
    room: "training",
    fields: &[
        Field::path("batch"),
        Field::required("person", Kind::Pick(pick_learners)),
        Field::required("module", Kind::Pick(pick_modules)),
        Field::required("day", Kind::Day),
        Field::required("jp", Kind::Number),
        Field::required("instructor", Kind::Pick(pick_instructors)),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionCatchUp, &batch.target())?;
    let prepared = Prepared::about(&batch.title, format!("/batches/{}/ledger", batch.code));
    Ok(prepared.filled("day", kernel::day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::SessionCatchUp, &batch.target())?;
    let on = desk.house.db.read();
    let roster = facts::roster(on, &batch).await?;
    let modules = programme::facts::modules(on, batch.programme.id).await?;
    let instructors = programme::facts::instructors_of_batch(on, batch.id).await?;
    let mut reading = form.read();
    let (person, module, instructor) =
        (reading.text("person"), reading.text("module"), reading.text("instructor"));
    let day = past_day(&mut reading, "day", desk.today());
    let jp = reading.number("jp");
    let learner = roster.find(&person);
    let found_module = modules.iter().find(|one| one.code == module);
    let found_instructor = instructors.iter().find(|one| one.code == instructor);
    for (field, text, found) in [
        ("person", &person, learner.is_some()),
        ("module", &module, found_module.is_some()),
        ("instructor", &instructor, found_instructor.is_some()),
    ] {
        if !found && !text.is_empty() {
            reading.problem(field, Say::new("problem-unknown").with("text", text));
        }
    }
    if learner.is_some_and(|learner| !seated_on(&learner.seat, day)) {
        let name = learner.map_or("", |learner| &learner.person.name);
        reading.problem("person", Say::new("training-problem-not-seated").with("name", name));
    }
    if jp == 0 {
        reading.problem("jp", "training-problem-no-jp");
    }
    reading.done()?;
    let (Some(learner), Some(module), Some(instructor)) = (learner, found_module, found_instructor) else {
        return Err(Halt::Missing);
    };
    let mut work = desk.begin("session catch-up").await?;
    let closed_on = store::hold(&work.tx, batch.id).await?;
    open_for_work(planning::facts::opened_on(&work.tx, batch.id).await?, closed_on)?;
    may_catch_up(&facts::ledger(&work.tx, batch.id, learner.id()).await?, learner, module, jp)?;
    let new = NewCatchUp {
        batch: batch.id,
        person: learner.id(),
        module: module.id,
        day,
        jp,
        instructor: instructor.id,
    };
    store::add_catch_up(&work.tx, desk, &new).await?;
    let content = json!({ "batch": batch.code, "module": module.title, "jp": jp, "day": day.to_string() });
    let event = Event::new("CaughtUp", Object::new("batch", batch.id.0), content);
    work.record(event.about("person", learner.id().0)).await?;
    let say = Say::new("training-caught-up")
        .with("name", &learner.person.name)
        .with("jp", jp)
        .with("module", &module.title);
    work.commit(Done::new(format!("/batches/{}/ledger/{}", batch.code, learner.id()), say)).await
}

fn may_catch_up(
    ledger: &facts::Ledger,
    learner: &Learner,
    module: &programme::facts::ModuleFact,
    jp: i64,
) -> Result<(), Refusal> {
    let possible = ledger.module(module.id).map_or(0, facts::ModuleLedger::open_to_catch_up_jp);
    if jp <= possible {
        return Ok(());
    }
    let refusal = Refusal::new("TRAN-11").with("name", &learner.person.name).with("module", &module.title);
    Err(refusal.with("possible", possible).with("jp", jp))
}

fn pick_modules<'a>(desk: &'a Desk, form: &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>> {
    Box::pin(async move {
        let batch = batch_in_path(desk, form).await?;
        let modules = programme::facts::modules(desk.house.db.read(), batch.programme.id).await?;
        Ok(modules.into_iter().map(|module| Choice { value: module.code, label: module.title }).collect())
    })
}
