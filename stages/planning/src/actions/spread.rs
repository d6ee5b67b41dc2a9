// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Lays what is left of the curriculum into fixed weekly hours. What is laid already stays; the checker judges the whole.

use access::Act;
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::Day;
use programme::facts::{BatchFact, ModuleFact, ModuleKind};

use super::{keep_laid, lines};
use crate::board::{Board, batch_named};
use crate::facts::SlotFact;
use crate::rules::{Hours, Placed, Remaining, spread, weekday_named};
use crate::store;

pub const SPREAD: Action = Action {
    name: "plan spread",
    path: "/batches/{batch}/timetable/spread",
    act: Act::PlanLay,
    room: "planning",
    fields: &[
        Field::path("batch"),
        Field::optional("from", Kind::Day),
        Field::required("weekdays", Kind::Text),
        Field::required("starts", Kind::Minute),
        Field::required("ends", Kind::Minute),
        Field::required("facility", Kind::Text),
        Field::required("instructor", Kind::Text),
        Field::optional("modules", Kind::Text),
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
    let facility = match batch.programme.facility {
        Some(id) => programme::facts::facility(desk.house.db.read(), id).await?.map(|facility| facility.code),
        None => None,
    };
    Ok(prepared
        .filled("from", kernel::day::short(batch.starts_on))
        .filled("facility", facility.unwrap_or_default()))
}

struct Command {
    from: Option<Day>,
    hours: Hours,
    facility: String,
    instructor: String,
    modules: Vec<String>,
}

fn parse(form: &Form) -> Result<Command, Halt> {
    let mut reading = form.read();
    let from = reading.optional_day("from");
    let mut weekdays = Vec::new();
    for word in reading.text("weekdays").split([',', ';']).filter(|word| !word.trim().is_empty()) {
        match weekday_named(word) {
            Some(weekday) => weekdays.push(weekday),
            None => reading.problem("weekdays", Say::new("problem-weekday").with("text", word.trim())),
        }
    }
    let (starts, ends) = (reading.minute("starts"), reading.minute("ends"));
    if starts >= ends {
        reading.problem("ends", Say::new("problem-hours-reversed"));
    }
    let facility = reading.text("facility");
    let instructor = reading.text("instructor");
    let named = reading.optional_text("modules").unwrap_or_default();
    reading.done()?;
    let modules =
        named.split([',', ';']).map(|code| code.trim().to_owned()).filter(|code| !code.is_empty()).collect();
    let hours = Hours { from: from.unwrap_or_default(), weekdays, starts, ends, minutes_per_jp: 0 };
    Ok(Command { from, hours, facility, instructor, modules })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut command = parse(form)?;
    let batch = batch_named(desk, form.text("batch")).await?;
    desk.allow(Act::PlanLay, &batch.target())?;
    command.hours.from = command.from.unwrap_or(batch.starts_on);
    command.hours.minutes_per_jp = batch.programme.minutes_per_jp;
    let codes = lines::Codes::of(desk, &batch).await?;
    let facility = codes.facility(&command.facility).map_err(|say| Halt::field("facility", say))?;
    let teacher =
        lines::instructor(desk, &command.instructor).await?.map_err(|say| Halt::field("instructor", say))?;
    for code in &command.modules {
        codes.module(code).map_err(|say| Halt::field("modules", say))?;
    }
    let work = desk.begin("plan spread").await?;
    store::take_turn(&work.tx, batch.host).await?;
    let board = Board::read(&work.tx, batch, None).await?;
    let placed = place(&board, &command)?;
    let slot = |placed: &Placed| SlotFact {
        id: desk.dice.ordered_id(desk.now),
        batch: board.batch.id,
        day: placed.day,
        starts: placed.starts,
        ends: placed.ends,
        facility,
        instructor: teacher,
        module: placed.module,
        jp: placed.jp,
    };
    let mut slots = board.slots.clone();
    slots.extend(placed.iter().map(slot));
    keep_laid(desk, work, board.batch, slots).await
}

/// What the hours hold of what is left; refused when they cannot hold all of it.
fn place(board: &Board, command: &Command) -> Result<Vec<Placed>, Refusal> {
    let wanted = remaining(&board.batch, &board.modules, command, |module| board.laid(module.id));
    if wanted.is_empty() {
        return Err(Refusal::new("PLAN-06"));
    }
    let overlaps = |slot: &SlotFact| slot.starts < command.hours.ends && command.hours.starts < slot.ends;
    let is_taken = |day: Day| {
        board.closed_days.iter().any(|(closed, _)| *closed == day)
            || board.slots.iter().any(|slot| slot.day == day && overlaps(slot))
    };
    let placed = spread(&wanted, &command.hours, is_taken);
    let jp = |laid: &[Placed]| laid.iter().map(|placed| placed.jp).sum::<i64>();
    let needed: i64 = wanted.iter().map(|module| module.jp).sum();
    if jp(&placed) < needed {
        return Err(Refusal::new("PLAN-07").with("laid", jp(&placed)).with("needed", needed));
    }
    Ok(placed)
}

/// The named modules, or all, in the order of teaching: theory first where the programme asks for it.
fn remaining(
    batch: &BatchFact,
    modules: &[ModuleFact],
    command: &Command,
    laid: impl Fn(&ModuleFact) -> i64,
) -> Vec<Remaining> {
    let is_named =
        |module: &&ModuleFact| command.modules.is_empty() || command.modules.contains(&module.code);
    let mut wanted: Vec<&ModuleFact> = modules.iter().filter(is_named).collect();
    if batch.programme.theory_first {
        wanted.sort_by_key(|module| module.kind != ModuleKind::Theory);
    }
    let left = wanted.into_iter().map(|module| Remaining { module: module.id, jp: module.jp - laid(module) });
    left.filter(|module| module.jp > 0).collect()
}
