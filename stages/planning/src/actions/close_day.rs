// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Days on which nothing can be held, such as holidays, and the taking back of one.

use access::Act;
use audit::{Event, Object};
use desk::{Action, Desk, Done, Field, Form, Halt, Kind, Prepared, Refusal, Say};
use kernel::day::{self, Day};
use serde_json::json;

use super::own_office;
use crate::store;

/// The longest stretch closed at once.
///
/// # Source
/// Product decision: longer is more likely a slip in the year than a holiday.
const MOST_DAYS: i64 = 60;

pub const CLOSE: Action = Action {
    name: "plan close-day",
    path: "/plans/closed-days",
    act: Act::PlanWindow,
    room: "planning",
    fields: &[
        Field::required("day", Kind::Day),
        Field::optional("until", Kind::Day),
        Field::required("reason", Kind::Text),
    ],
    open: |desk, _form| Box::pin(open(desk)),
    run: |desk, form| Box::pin(close(desk, form)),
};

pub const REOPEN: Action = Action {
    name: "plan reopen-day",
    path: "/plans/reopened-days",
    act: Act::PlanWindow,
    room: "planning",
    fields: &[Field::required("day", Kind::Day)],
    open: |desk, _form| Box::pin(open(desk)),
    run: |desk, form| Box::pin(reopen(desk, form)),
};

async fn open(desk: &Desk) -> Result<Prepared, Halt> {
    own_office(desk)?;
    let name = desk.actor.office.as_ref().map(|office| office.name.clone()).unwrap_or_default();
    Ok(Prepared::about(name, "/plans"))
}

async fn close(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let first = reading.day("day");
    let last = reading.optional_day("until").unwrap_or(first);
    let reason = reading.text("reason");
    if last < first {
        reading.problem("until", Say::new("problem-days-reversed"));
    } else if (last - first).num_days() >= MOST_DAYS {
        reading.problem("until", Say::new("problem-closed-too-long").with("days", MOST_DAYS));
    }
    reading.done()?;
    let office = own_office(desk)?;
    let days: Vec<Day> = first.iter_days().take_while(|day| *day <= last).collect();
    let mut work = desk.begin("plan close-day").await?;
    for day in &days {
        store::close_day(&work.tx, office, *day, &reason).await?;
    }
    let content = json!({ "day": first.to_string(), "until": last.to_string(), "reason": reason });
    work.record(Event::new("DayClosed", Object::new("organisation", office.0), content)).await?;
    let term = day::range_long(first, last, desk.lang);
    work.commit(Done::new("/plans", Say::new("day-closed").with("term", term).with("count", days.len())))
        .await
}

async fn reopen(desk: &Desk, form: &Form) -> Result<Done, Halt> {
    let mut reading = form.read();
    let day = reading.day("day");
    reading.done()?;
    let office = own_office(desk)?;
    let mut work = desk.begin("plan reopen-day").await?;
    if !store::reopen_day(&work.tx, office, day).await? {
        return Err(Refusal::new("PLAN-08").with("day", day::short(day)).into());
    }
    let content = json!({ "day": day.to_string() });
    work.record(Event::new("DayReopened", Object::new("organisation", office.0), content)).await?;
    work.commit(Done::new("/plans", Say::new("day-reopened").with("day", day::long(day, desk.lang)))).await
}
