// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The training of a batch is closed, and what each person has reached is written once.

use ::store::DatabaseTransaction;
use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::{Day, short};
use programme::facts::BatchFact;
use serde_json::json;

use super::{batch_in_path, past_day, sessions_address};
use crate::facts::{self, CompletionFact, Roster};
use crate::rules::is_complete;
use crate::state::open_for_work;
use crate::store;

pub const COMPLETE: Action = Action {
    name: "training complete",
    path: "/batches/{batch}/training/completion",
    act: Act::TrainingComplete,
    room: "training",
    fields: &[Field::path("batch"), Field::required("day", Kind::Day)],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::TrainingComplete, &batch.target())?;
    let prepared = Prepared::about(&batch.title, sessions_address(&batch));
    Ok(prepared.filled("day", short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::TrainingComplete, &batch.target())?;
    let mut reading = form.read();
    let day = past_day(&mut reading, "day", desk.today());
    reading.done()?;
    let roster = facts::roster(desk.house.db.read(), &batch).await?;
    let mut work = desk.begin("training complete").await?;
    let closed_on = store::hold(&work.tx, batch.id).await?;
    open_for_work(planning::facts::opened_on(&work.tx, batch.id).await?, closed_on)?;
    nothing_open(&work.tx, &batch, &roster, day).await?;
    let reached = reached(&work.tx, &batch, &roster, day).await?;
    store::close(&work.tx, desk, (batch.id, day), &reached).await?;
    let complete = reached.iter().filter(|one| one.complete).count();
    let content = json!({
        "batch": batch.code, "agreement": batch.agreement.to_string(), "day": day.to_string(), "complete": complete,
        "people": reached.len(),
    });
    let mut event = Event::new("TrainingCompleted", Object::new("batch", batch.id.0), content);
    event = event.about("agreement", batch.agreement.0);
    event = reached.iter().fold(event, |event, one| event.about("person", one.person.0));
    work.record(event).await?;
    let say = Say::new("training-completed").with("complete", complete).with("people", reached.len());
    let mut done = Done::new(format!("/batches/{}/ledger", batch.code), say);
    for one in reached.iter().filter(|one| !one.complete) {
        let name = roster.learner(one.person).map_or("", |learner| learner.person.name.as_str());
        let say = Say::new("training-not-complete").with("name", name).with("earned", one.jp_earned);
        done = done.and(say.with("planned", one.jp_planned).with("percent", one.percent));
    }
    work.commit(done).await
}

/// Refuses with everything that is still open, all at once.
async fn nothing_open(
    tx: &DatabaseTransaction,
    batch: &BatchFact,
    roster: &Roster,
    day: Day,
) -> Result<(), Halt> {
    let sessions = facts::sessions(tx, batch.id).await?;
    let mut reasons = Vec::new();
    for slot in planning::facts::slots(tx, batch.id).await? {
        if !sessions.iter().any(|session| session.slot == slot.id) {
            reasons.push(
                Say::new("training-open-lesson").with("day", short(slot.day)).with("starts", slot.starts),
            );
        }
    }
    for (session, people) in facts::marks_missing(tx, batch.id, &roster.learners).await? {
        let names = people
            .iter()
            .filter_map(|person| roster.learner(*person))
            .map(|learner| learner.person.name.as_str());
        let names = names.collect::<Vec<_>>().join(", ");
        reasons.push(Say::new("training-open-marks").with("day", short(session.day)).with("names", names));
    }
    if let Some(last) = sessions.last().filter(|last| day < last.day) {
        reasons.push(Say::new("training-open-later").with("day", short(last.day)));
    }
    match reasons.is_empty() {
        true => Ok(()),
        false => Err(Refusal::new("TRAN-09").because(reasons).into()),
    }
}

/// What everyone who was ever seated has reached; those who left keep what they had.
async fn reached(
    tx: &DatabaseTransaction,
    batch: &BatchFact,
    roster: &Roster,
    day: Day,
) -> Result<Vec<CompletionFact>, Halt> {
    let people: Vec<_> = roster.learners.iter().map(facts::Learner::id).collect();
    let ledgers = facts::ledgers(tx, batch.id, &people).await?;
    let one = |(person, ledger): (_, &facts::Ledger)| CompletionFact {
        person,
        day,
        jp_planned: ledger.planned_jp(),
        jp_earned: ledger.earned_jp(),
        percent: ledger.percent(),
        complete: is_complete(ledger, batch.programme.completion_percent),
    };
    Ok(people.into_iter().zip(&ledgers).map(one).collect())
}
