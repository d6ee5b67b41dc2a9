// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What of the assessment was adapted to somebody: chosen from a list that says what and never why.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day::short;
use serde_json::json;

use super::appeal_lodge::{past_day, unknown};
use super::decide::own_account;
use super::{Bench, batch_in_path, evidence_address, pick_learners};
use crate::evidence::{Adaptation, AdjustmentFact, add_adjustment};
use crate::rules::{SittingKind, kind_fits};

pub const RECORD: Action = Action {
    name: "adjustment record",
    path: "/batches/{batch}/assessment/adjustments/new",
    act: Act::AdjustmentRecord,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::required("person", Kind::Pick(pick_learners)),
        Field::required("adaptation", Kind::Codes { prefix: "adaptation", codes: Adaptation::CODES }),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AdjustmentRecord, &batch.target())?;
    kind_fits(&batch, SittingKind::Competence)?;
    Ok(Prepared::about(&batch.title, evidence_address(&batch)).filled("day", short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let batch = batch_in_path(desk, form).await?;
    desk.allow(Act::AdjustmentRecord, &batch.target())?;
    kind_fits(&batch, SittingKind::Competence)?;
    let bench = Bench::set(desk.house.db.read(), batch).await?;
    let mut reading = form.read();
    let who = reading.text("person");
    let adaptation = reading.code("adaptation", Adaptation::from_code, Adaptation::ReadAloud);
    let day = past_day(desk, &mut reading);
    let learner = bench.roster.find(&who);
    if learner.is_none() && !who.is_empty() {
        reading.problem("person", unknown(&who));
    }
    reading.done()?;
    let learner = learner.ok_or(Halt::Missing)?;
    let fact = AdjustmentFact { person: learner.id(), adaptation, day };
    let mut work = desk.begin("adjustment record").await?;
    add_adjustment(&work.tx, bench.batch.id, &fact, (own_account(desk)?, &desk.actor.name)).await?;
    // What was adapted is nobody's business but of those who assess; the log knows that something was.
    let content = json!({ "batch": bench.batch.code, "day": day.to_string() });
    let event = Event::new("AdjustmentRecorded", Object::new("batch", bench.batch.id.0), content)
        .about("person", fact.person.0);
    work.record(event).await?;
    let label = desk.teller().code("adaptation", adaptation.code());
    let said = Say::new("adjustment-recorded").with("name", &learner.person.name).with("adaptation", label);
    work.commit(Done::new(evidence_address(&bench.batch), said)).await
}
