// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The certification body confirms what an assessor recommended, having looked at the sample; or sends it back with what is missing.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day::{self, Day};
use programme::facts::BatchFact;
use serde_json::json;

use super::appeal_lodge::past_day;
use super::decide::own_account;
use super::{batch_in_path, moderation_address};
use crate::facts;
use crate::moderation::{self, ModerationCommand, ModerationFact, StepFact, another_hand};

const OUTCOMES: &[&str] = &["confirm", "send_back"];

pub const DECIDE: Action = Action {
    name: "moderation decide",
    path: "/batches/{batch}/assessment/sittings/{round}/moderation",
    act: Act::ModerationDecide,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::path("round"),
        Field::required("outcome", Kind::Codes { prefix: "moderation-step", codes: OUTCOMES }),
        Field::required("day", Kind::Day),
        Field::required("note", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

/// The moderation that an address names, with its batch.
pub(crate) async fn moderation_in_path(
    desk: &Desk,
    form: &Form,
) -> Result<(ModerationFact, BatchFact), Halt> {
    let batch = batch_in_path(desk, form).await?;
    let round: i64 = form.text("round").parse().map_err(|_| Halt::Missing)?;
    let found = moderation::of_sitting(desk.house.db.read(), batch.id, round).await?;
    Ok((found.ok_or(Halt::Missing)?, batch))
}

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (found, batch) = moderation_in_path(desk, form).await?;
    desk.allow(Act::ModerationDecide, &batch.target())?;
    another_hand(own_account(desk)?, found.assessor, found.entered_by)?;
    Ok(Prepared::about(&batch.title, moderation_address(&batch, found.round))
        .filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (found, batch) = moderation_in_path(desk, form).await?;
    desk.allow(Act::ModerationDecide, &batch.target())?;
    another_hand(own_account(desk)?, found.assessor, found.entered_by)?;
    let mut reading = form.read();
    let from_code = |code: &str| ModerationCommand::from_code(code).filter(|_| OUTCOMES.contains(&code));
    let command = reading.code("outcome", from_code, ModerationCommand::SendBack);
    let day = past_day(desk, &mut reading);
    let note = reading.text("note");
    not_before_last(desk, &found, &mut reading, day).await?;
    reading.done()?;
    take(desk, (&found, &batch), command, (day, note)).await
}

/// A step is not dated before the sitting or the step before it.
pub(super) async fn not_before_last(
    desk: &Desk,
    found: &ModerationFact,
    reading: &mut desk::Reading<'_>,
    day: Day,
) -> Result<(), Halt> {
    let sittings = facts::sittings(desk.house.db.read(), found.batch).await?;
    let held = sittings.iter().find(|one| one.id == found.sitting).map(|one| one.day);
    let last = found.steps.last().map(|step| step.day).or(held);
    if let Some(last) = last.filter(|last| day < *last) {
        reading.problem("day", Say::new("appeal-problem-day-before").with("day", day::short(last)));
    }
    Ok(())
}

/// Takes a step and tells it.
pub(super) async fn take(
    desk: &Desk,
    (found, batch): (&ModerationFact, &BatchFact),
    command: ModerationCommand,
    (day, note): (Day, String),
) -> Result<Done, Halt> {
    let next = moderation::decide(found.state, command)?;
    let step = StepFact { command, day, note, name: desk.actor.name.clone() };
    let name = match command {
        ModerationCommand::Answer => "moderation answer",
        ModerationCommand::Confirm | ModerationCommand::SendBack => "moderation decide",
    };
    let mut work = desk.begin(name).await?;
    moderation::step(&work.tx, found, next, &step, own_account(desk)?).await?;
    let kind = match command {
        ModerationCommand::Confirm => "ModerationConfirmed",
        ModerationCommand::SendBack => "ModerationSentBack",
        ModerationCommand::Answer => "ModerationAnswered",
    };
    let content = json!({ "batch": batch.code, "round": found.round, "day": day.to_string() });
    let event = Event::new(kind, Object::new("batch", batch.id.0), content).about("sitting", found.sitting.0);
    work.record(event).await?;
    let said =
        Say::new(format!("moderation-now-{}", next.code().replace('_', "-"))).with("round", found.round);
    work.commit(Done::new(moderation_address(batch, found.round), said)).await
}
