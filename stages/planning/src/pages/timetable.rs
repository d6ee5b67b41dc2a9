// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The timetable of one batch: what clashes, how much of each module is laid, week by week as blocks, and every session.

use access::Act;
use askama::Template;
use checker::Clash;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;

use super::tone;
use super::week_table::{Week, weeks};
use crate::board::{Board, batch_named};
use crate::facts::SlotFact;
use crate::state::PlanState;

/// `plan show`.
pub const TIMETABLE: Page = Page {
    name: "plan show",
    path: "/batches/{batch}/timetable",
    act: Act::PlanRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct ModuleLine {
    title: String,
    kind: &'static str,
    jp: i64,
    laid: i64,
    percent: i64,
}

struct SessionLine {
    day: String,
    hours: String,
    module: String,
    jp: i64,
    room: String,
    instructor: String,
}

#[derive(Template)]
#[template(path = "timetable.html")]
struct TimetablePage<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    state: &'static str,
    tone: &'static str,
    lead: String,
    clashes: Vec<String>,
    modules: Vec<ModuleLine>,
    weeks: Vec<Week>,
    sessions: Vec<SessionLine>,
    may_lay: bool,
    may_open: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_named(desk, form.text("batch")).await?;
    desk.allow(Act::PlanRead, &batch.target())?;
    let db = desk.house.db.read();
    let board = Board::read(db, batch, None).await?;
    let found = board.clashes(db).await?;
    let t = desk.teller();
    let waits = board.state() != PlanState::Opened;
    let sessions: Vec<SessionLine> =
        board.slots.iter().map(|slot| session_line(desk, &board, slot)).collect();
    let clashes: Vec<String> = found.iter().map(|clash| clash.sentence(desk.lang)).collect();
    let text: Vec<String> = sessions
        .iter()
        .map(|line| {
            format!(
                "{}  {}  {}  {} JP  {}  {}",
                line.day, line.hours, line.module, line.jp, line.room, line.instructor
            )
        })
        .chain(clashes.iter().cloned())
        .collect();
    let page = TimetablePage {
        t,
        title: board.batch.title.clone(),
        state: board.state().code(),
        tone: tone(board.state()),
        lead: lead(t, &board, clashes.len()),
        modules: board.modules.iter().map(|module| module_line(&board, module)).collect(),
        weeks: weeks(&board, desk.lang, |slot| found.iter().any(|clash| is_of(&board, clash, slot))),
        sessions,
        clashes,
        may_lay: waits && desk.may(Act::PlanLay, &board.batch.target()),
        may_open: waits && desk.may(Act::BatchOpen, &board.batch.target()),
        code: board.batch.code.clone(),
    };
    Ok(Shown::Html {
        title: t.with("plan-show-of", "batch", &page.title),
        body: web::html(&page)?,
        text: text.join("\n"),
    })
}

fn lead(t: Teller<'_>, board: &Board, clashes: usize) -> String {
    let laid: i64 = board.slots.iter().map(|slot| slot.jp).sum();
    let planned: i64 = board.modules.iter().map(|module| module.jp).sum();
    let say = Say::new(if board.slots.is_empty() { "plan-show-empty" } else { "plan-show-laid" })
        .with("sessions", board.slots.len())
        .with("jp", laid)
        .with("planned", planned)
        .with("clashes", clashes);
    t.tell(&say)
}

fn module_line(board: &Board, module: &programme::facts::ModuleFact) -> ModuleLine {
    let laid = board.laid(module.id);
    ModuleLine {
        title: format!("{} {}", module.code, module.title),
        kind: module.kind.code(),
        jp: module.jp,
        laid,
        percent: (laid * 100 / module.jp.max(1)).min(100),
    }
}

fn session_line(desk: &Desk, board: &Board, slot: &SlotFact) -> SessionLine {
    let module = board.module(slot.module);
    SessionLine {
        day: day::weekday_long(slot.day, desk.lang),
        hours: format!("{}–{}", slot.starts, slot.ends),
        module: module.map(|module| format!("{} {}", module.code, module.title)).unwrap_or_default(),
        jp: slot.jp,
        room: board.facilities.get(&slot.facility).map(|facility| facility.name.clone()).unwrap_or_default(),
        instructor: board
            .instructors
            .get(&slot.instructor)
            .map(|teacher| teacher.name.clone())
            .unwrap_or_default(),
    }
}

/// Whether the clash names this session, by day, time and room.
fn is_of(board: &Board, clash: &Clash, slot: &SlotFact) -> bool {
    let room =
        board.facilities.get(&slot.facility).map(|facility| facility.code.as_str()).unwrap_or_default();
    let is_spot = |spot: &checker::Spot| {
        spot.day == slot.day && spot.starts == slot.starts.0 && spot.ends == slot.ends.0 && spot.room == room
    };
    is_spot(&clash.session) || clash.other.as_ref().is_some_and(is_spot)
}
