// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One week of a proposal as a grid: rooms, instructors or batches by day. A session leads to its change; where the browser runs
//! a script, it can be dragged to another cell, which leads to the same.

use std::collections::BTreeSet;

use access::{Act, Target};
use askama::Template;
use chrono::{Datelike, Days, Weekday};
use desk::{Choice, Desk, Form, Halt, Page, Shown, Teller};
use kernel::day::{self, Day};

use super::proposal_parts::{Parts, Session};
use super::weekday_name;
use crate::proposal;
use crate::rules::weekday_number;
use crate::state::ProposalState;

/// `proposal calendar`.
pub const CALENDAR: Page = Page {
    name: "proposal calendar",
    path: "/proposals/{proposal}/calendar",
    act: Act::ProposalRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// By what the rows go; the first is shown first.
const BY: [&str; 3] = ["room", "instructor", "batch"];

struct Block {
    title: String,
    hours: String,
    /// What the row does not say.
    beside: String,
    /// Where it is changed; empty where that is over.
    href: String,
}

struct Cell {
    day: String,
    /// What a session takes on when it is dropped here, as the end of an address.
    drop: String,
    blocks: Vec<Block>,
}

struct Row {
    head: String,
    cells: Vec<Cell>,
}

struct Switch {
    label: String,
    href: String,
    is_current: bool,
}

#[derive(Template)]
#[template(path = "proposal_calendar.html")]
struct CalendarPage<'a> {
    t: Teller<'a>,
    code: String,
    week: String,
    switches: Vec<Switch>,
    weeks: Vec<Choice>,
    chosen: String,
    by: &'static str,
    before: Option<String>,
    after: Option<String>,
    head: Vec<String>,
    rows: Vec<Row>,
    may_change: bool,
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let made = proposal::proposal_by_code(on, form.text("proposal")).await?.ok_or(Halt::Missing)?;
    desk.allow(Act::ProposalRead, &Target::of(made.host))?;
    let parts = Parts::read(desk, &made).await?;
    let by = BY.into_iter().find(|by| *by == form.text("by")).unwrap_or(BY[0]);
    let mondays: Vec<Day> =
        parts.sessions.iter().map(|one| monday(one.slot.day)).collect::<BTreeSet<_>>().into_iter().collect();
    let asked = day::parse(form.text("week")).ok().map(monday);
    let this = asked.or(mondays.first().copied()).unwrap_or(monday(desk.today()));
    let t = desk.teller();
    let address =
        |by: &str, week: Day| format!("/proposals/{}/calendar?by={by}&week={}", made.code, day::short(week));
    let may_change =
        made.state() == ProposalState::Proposed && desk.may(Act::ProposalMake, &Target::of(made.host));
    let days = days(this, &parts.sessions);
    let grid = Grid { desk, parts: &parts, by, days: &days, code: &made.code, may_change };
    let switch = |one: &str| Switch {
        label: t.say(&format!("proposal-by-{one}")),
        href: address(one, this),
        is_current: one == by,
    };
    let page = CalendarPage {
        t,
        week: day::range_long(this, days.last().copied().unwrap_or(this), desk.lang),
        switches: BY.iter().map(|one| switch(one)).collect(),
        weeks: mondays
            .iter()
            .map(|week| Choice { value: day::short(*week), label: day::long(*week, desk.lang) })
            .collect(),
        chosen: day::short(this),
        by,
        before: mondays.iter().rev().find(|week| **week < this).map(|week| address(by, *week)),
        after: mondays.iter().find(|week| **week > this).map(|week| address(by, *week)),
        head: days.iter().map(|day| day_name(*day, desk)).collect(),
        rows: grid.rows(),
        may_change,
        code: made.code.clone(),
    };
    let text = text(&page);
    let title = t.with("proposal-calendar-of", "code", &made.code);
    Ok(Shown::Helped { title, body: web::html(&page)?, text, script: "drag.js" })
}

pub(super) fn monday(day: Day) -> Day {
    day.week(Weekday::Mon).first_day()
}

/// Monday to Friday stand always, Saturday and Sunday where they are used.
pub(super) fn days(monday: Day, sessions: &[Session]) -> Vec<Day> {
    let last = monday + Days::new(6);
    let used = sessions.iter().filter(|one| (monday..=last).contains(&one.slot.day));
    let count = used.map(|one| weekday_number(one.slot.day.weekday())).max().unwrap_or(5).max(5);
    (0..count.unsigned_abs()).map(|ahead| monday + Days::new(ahead)).collect()
}

fn day_name(day: Day, desk: &Desk) -> String {
    format!("{} {}", weekday_name(weekday_number(day.weekday()), desk.lang), day.day())
}

struct Grid<'g> {
    desk: &'g Desk,
    parts: &'g Parts,
    by: &'static str,
    days: &'g [Day],
    code: &'g str,
    may_change: bool,
}

impl Grid<'_> {
    fn rows(&self) -> Vec<Row> {
        let names = match self.by {
            "instructor" => &self.parts.instructors,
            "batch" => &self.parts.batches,
            _ => &self.parts.rooms,
        };
        let row = |(code, name): &(String, String)| Row {
            head: name.clone(),
            cells: self.days.iter().map(|day| self.cell(code, *day)).collect(),
        };
        names.iter().map(row).collect()
    }

    fn cell(&self, row: &str, day: Day) -> Cell {
        let of_row = |one: &&Session| match self.by {
            "instructor" => one.instructor.0 == row,
            "batch" => one.batch == row,
            _ => one.room.0 == row,
        };
        let field = match self.by {
            "instructor" => format!("&instructor={row}"),
            "batch" => String::new(),
            _ => format!("&facility={row}"),
        };
        let here = self.parts.sessions.iter().filter(|one| one.slot.day == day).filter(of_row);
        Cell {
            day: day_name(day, self.desk),
            drop: format!("day={}{field}", day::short(day)),
            blocks: here.map(|one| self.block(one)).collect(),
        }
    }

    fn block(&self, one: &Session) -> Block {
        let name = proposal::slot_name(&one.batch, &one.slot).replace(' ', "+");
        let beside = match self.by {
            "instructor" => [one.room.1.as_str(), ""],
            "batch" => [one.room.1.as_str(), one.instructor.1.as_str()],
            _ => ["", one.instructor.1.as_str()],
        };
        let title =
            if self.by == "batch" { one.module.0.clone() } else { format!("{} {}", one.batch, one.module.0) };
        Block {
            title,
            hours: format!("{}–{}", one.slot.starts, one.slot.ends),
            beside: beside.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            href: match self.may_change {
                true => format!("/proposals/{}/change?session={name}", self.code),
                false => String::new(),
            },
        }
    }
}

/// The same for the command line.
fn text(page: &CalendarPage<'_>) -> String {
    let mut lines = vec![page.week.clone()];
    for row in &page.rows {
        for cell in row.cells.iter().filter(|cell| !cell.blocks.is_empty()) {
            let blocks: Vec<String> = cell
                .blocks
                .iter()
                .map(|block| {
                    format!("{} {} {}", block.hours, block.title, block.beside).trim_end().to_owned()
                })
                .collect();
            lines.push(format!("{}  {}  {}", row.head, cell.day, blocks.join("; ")));
        }
    }
    lines.join("\n")
}
