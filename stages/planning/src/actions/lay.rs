// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Lays the whole timetable of a batch, from lines or a file. With one clash nothing is kept, and every clash is named.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::day;

use super::{keep_laid, lines};
use crate::board::{Board, batch_named};
use crate::store;

pub const LAY: Action = Action {
    name: "plan lay",
    path: "/batches/{batch}/timetable/laying",
    act: Act::PlanLay,
    room: "planning",
    fields: &[
        Field::path("batch"),
        Field::optional("sessions", Kind::Lines),
        Field::optional("file", Kind::File),
    ],
    open: |desk, form| Box::pin(open(desk, form)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk, form: &Form) -> Result<Prepared, Halt> {
    let batch = batch_named(desk, form.text("batch")).await?;
    desk.allow(Act::PlanLay, &batch.target())?;
    let prepared = Prepared::about(
        format!("{} · {}", batch.code, batch.title),
        format!("/batches/{}/timetable", batch.code),
    );
    let board = Board::read(desk.house.db.read(), batch, None).await?;
    let line = |slot: &crate::facts::SlotFact| {
        let facility =
            board.facilities.get(&slot.facility).map(|facility| facility.code.clone()).unwrap_or_default();
        let module = board.module(slot.module).map(|module| module.code.clone()).unwrap_or_default();
        let instructor =
            board.instructors.get(&slot.instructor).map(|teacher| teacher.code.clone()).unwrap_or_default();
        format!(
            "{} | {} | {} | {facility} | {module} | {instructor}",
            day::short(slot.day),
            slot.starts,
            slot.ends
        )
    };
    let laid: Vec<String> = board.slots.iter().map(line).collect();
    Ok(prepared.filled("sessions", laid.join("\n")))
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let mut records = reading.lines("sessions");
    if records.is_empty() && form.file("file").is_none() {
        reading.problem("sessions", Say::new("problem-empty"));
    }
    reading.done()?;
    if let Some(file) = form.file("file") {
        records = lines::records_of_file(&file.bytes).map_err(|say| Halt::field("file", say))?;
    }
    let batch = batch_named(desk, form.text("batch")).await?;
    desk.allow(Act::PlanLay, &batch.target())?;
    let slots = lines::slots(desk, &batch, &records).await?;
    let work = desk.begin("plan lay").await?;
    store::take_turn(&work.tx, batch.host).await?;
    keep_laid(desk, work, batch, slots).await
}
