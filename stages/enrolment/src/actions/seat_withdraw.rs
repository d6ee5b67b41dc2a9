// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Somebody leaves a batch; the seat's number is free again.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};

use super::{batch_named, seat_named};
use crate::commands::{LEAVE_REASONS, leave};
use crate::state::{SeatCommand, decide_seat};

pub const WITHDRAW: Action = Action {
    name: "seat withdraw",
    path: "/batches/{batch}/seats/{person}/withdrawal",
    act: Act::SeatWithdraw,
    room: "enrolment",
    fields: &[
        Field::path("batch"),
        Field::path("person"),
        Field::required("reason", Kind::Codes { prefix: "seat-left", codes: LEAVE_REASONS }),
        Field::required("day", Kind::Day),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::SeatWithdraw, &batch.target())?;
    let (person, _) = seat_named(desk, form, &batch).await?;
    Ok(Prepared::about(format!("{} · {}", person.name, batch.code), format!("/batches/{}/seats", batch.code)))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let reason =
        reading.code("reason", |code| LEAVE_REASONS.iter().find(|known| **known == code).copied(), "other");
    let day = reading.day("day");
    if day > desk.today() {
        reading.problem("day", Say::new("problem-seat-future"));
    }
    reading.done()?;
    let batch = batch_named(desk, form).await?;
    desk.allow(Act::SeatWithdraw, &batch.target())?;
    let (person, seat) = seat_named(desk, form, &batch).await?;
    decide_seat(seat.state, SeatCommand::Withdraw)?;
    let mut work = desk.begin("seat withdraw").await?;
    leave(&mut work, &seat, reason, day).await?;
    let say = Say::new("seat-withdrawn").with("name", &person.name).with("batch", &batch.code);
    work.commit(Done::new(format!("/batches/{}/seats", batch.code), say)).await
}
