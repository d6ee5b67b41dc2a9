// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The hours of the week in which the regime of the place lets sessions be held.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Say};
use kernel::zone::Minute;
use serde_json::json;

use super::own_office;
use crate::pages::weekday_name;
use crate::rules::{WeekWindow, weekday_named};
use crate::store;

pub const WINDOW: Action = Action {
    name: "plan window",
    path: "/plans/windows",
    act: Act::PlanWindow,
    room: "planning",
    fields: &[Field::required("windows", Kind::Lines)],
    open: |desk, _form| Box::pin(open(desk)),
    run: |desk, form| Box::pin(run(desk, form)),
};

async fn open(desk: &Desk) -> Result<Prepared, Halt> {
    let office = own_office(desk)?;
    let name = desk.actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default();
    let windows = store::windows(desk.house.db.read(), office).await?;
    let line = |window: &WeekWindow| {
        format!("{} | {} | {}", weekday_name(window.weekday, desk.lang), window.starts, window.ends)
    };
    let lines: Vec<String> = windows.iter().map(line).collect();
    Ok(Prepared::about(name, "/plans").filled("windows", lines.join("\n")))
}

fn parse(form: &Form) -> Result<Vec<WeekWindow>, Halt> {
    let mut reading = form.read();
    let mut windows: Vec<WeekWindow> = Vec::new();
    let lines = reading.lines("windows");
    if lines.is_empty() {
        reading.problem("windows", "problem-empty");
    }
    for (line, parts) in (1_usize..).zip(lines) {
        match window(&parts) {
            Some(new)
                if windows.iter().any(|old| {
                    old.weekday == new.weekday && old.starts < new.ends && new.starts < old.ends
                }) =>
            {
                reading.problem("windows", Say::new("problem-window-twice").with("line", line));
            }
            Some(new) => windows.push(new),
            None => reading.problem("windows", Say::new("problem-window-line").with("line", line)),
        }
    }
    reading.done()?;
    Ok(windows)
}

fn window(parts: &[String]) -> Option<WeekWindow> {
    let [weekday, starts, ends] = parts else { return None };
    let (starts, ends) = (Minute::parse(starts).ok()?, Minute::parse(ends).ok()?);
    (starts < ends).then_some(WeekWindow { weekday: weekday_named(weekday)?, starts, ends })
}

async fn run(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let windows = parse(form)?;
    let office = own_office(desk)?;
    let mut work = desk.begin("plan window").await?;
    store::set_windows(&work.tx, office, &windows).await?;
    let content = json!({ "windows": windows.len() });
    work.record(Event::new("WindowsSet", Object::new("organisation", office.0), content)).await?;
    work.commit(Done::new("/plans", Say::new("windows-set").with("count", windows.len()))).await
}
