// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The gate of a batch as it stands today: every condition, and what to do for those that are not met.

use access::Act;
use askama::Template;
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day;

use super::tone;
use crate::board::{Board, batch_named};
use crate::rules::{Outcome, conditions};
use crate::state::PlanState;

/// `plan gate`.
pub const GATE: Page = Page {
    name: "plan gate",
    path: "/batches/{batch}/gate",
    act: Act::PlanRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

struct Line {
    state: &'static str,
    title: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "gate.html")]
struct GatePage<'a> {
    t: Teller<'a>,
    code: String,
    title: String,
    state: &'static str,
    tone: &'static str,
    lead: String,
    lines: Vec<Line>,
    may_open: bool,
    may_lay: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let batch = batch_named(desk, form.text("batch")).await?;
    desk.allow(Act::PlanRead, &batch.target())?;
    let db = desk.house.db.read();
    let board = Board::read(db, batch, None).await?;
    // After the opening the gate shows what was true on that day, as far as today's facts tell it.
    let day = board.opened_on.unwrap_or(desk.today());
    let found = conditions(&board.gate_facts(db, desk.lang, day).await?);
    let t = desk.teller();
    let unmet = found.iter().filter(|condition| condition.met != Outcome::Met).count();
    let lead = match board.opened_on {
        Some(day) => t.with("gate-opened", "day", day::long(day, desk.lang)),
        None => t.tell(&Say::new("gate-unmet").with("count", unmet).with("all", found.len())),
    };
    let lines: Vec<Line> = found
        .iter()
        .map(|condition| Line {
            state: condition.met.code(),
            title: t.code("gate", condition.asked.code()),
            detail: condition.says.iter().map(|say| t.tell(say)).collect::<Vec<_>>().join(" "),
        })
        .collect();
    let text = lines
        .iter()
        .map(|line| format!("{}  {}  {}", t.code("gate-state", line.state), line.title, line.detail));
    let text: Vec<String> = std::iter::once(lead.clone()).chain(text).collect();
    let waits = board.state() != PlanState::Opened;
    let page = GatePage {
        t,
        title: board.batch.title.clone(),
        state: board.state().code(),
        tone: tone(board.state()),
        lead,
        lines,
        may_open: waits && desk.may(Act::BatchOpen, &board.batch.target()),
        may_lay: waits && desk.may(Act::PlanLay, &board.batch.target()),
        code: board.batch.code.clone(),
    };
    Ok(Shown::Html {
        title: t.with("gate-of", "batch", &page.title),
        body: web::html(&page)?,
        text: text.join("\n"),
    })
}
