// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The assessor answers what the certification body sent back; more evidence is recorded beside it, verdicts stay as they are.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared};
use kernel::day;

use super::appeal_lodge::past_day;
use super::moderation_address;
use super::moderation_decide::{moderation_in_path, not_before_last, take};
use crate::moderation::ModerationCommand;

pub const ANSWER: Action = Action {
    name: "moderation answer",
    path: "/batches/{batch}/assessment/sittings/{round}/answer",
    act: Act::ModerationAnswer,
    room: "assessment",
    fields: &[
        Field::path("batch"),
        Field::path("round"),
        Field::required("day", Kind::Day),
        Field::required("note", Kind::Long),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let (found, batch) = moderation_in_path(desk, form).await?;
    desk.allow(Act::ModerationAnswer, &batch.target())?;
    Ok(Prepared::about(&batch.title, moderation_address(&batch, found.round))
        .filled("day", day::short(desk.today())))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let (found, batch) = moderation_in_path(desk, form).await?;
    desk.allow(Act::ModerationAnswer, &batch.target())?;
    let mut reading = form.read();
    let day = past_day(desk, &mut reading);
    let note = reading.text("note");
    not_before_last(desk, &found, &mut reading, day).await?;
    reading.done()?;
    take(desk, (&found, &batch), ModerationCommand::Answer, (day, note)).await
}
