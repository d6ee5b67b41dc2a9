// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What of the rooms nobody uses: week by week the hours the place allows, those taken and those free, as a coloured table whose
//! numbers say the same.

use access::{Act, Target};
use askama::Template;
use chrono::{Datelike, Days, Weekday};
use desk::{Desk, Form, Halt, Page, Say, Shown, Teller};
use kernel::day::{self, Day};
use kernel::id::{BatchId, FacilityId};
use programme::facts::FacilityFact;

use crate::house;
use crate::proposal;
use crate::rules::{WeekWindow, weekday_number};
use crate::store;

/// `plan capacity`.
pub const CAPACITY: Page = Page {
    name: "plan capacity",
    path: "/plans/capacity",
    act: Act::PlanRead,
    room: "planning",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// Weeks on one page: a quarter of a year.
const WEEKS: u64 = 13;

struct Cell {
    /// How full, from 0 (nothing used) to 4 (nothing free); `x` where the place is closed.
    heat: char,
    room: String,
    free: String,
    used: String,
}

struct Line {
    week: String,
    open: String,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "capacity.html")]
struct CapacityPage<'a> {
    t: Teller<'a>,
    lead: String,
    proposal: String,
    rooms: Vec<String>,
    lines: Vec<Line>,
    before: String,
    after: String,
}

/// One taken stretch of a room.
struct Taken {
    batch: BatchId,
    room: FacilityId,
    day: Day,
    minutes: i64,
}

/// A week with the minutes that the place allows and those taken in each room.
pub(super) struct Week {
    pub monday: Day,
    pub open: i64,
    pub taken: Vec<i64>,
}

/// A quarter of a year of the own rooms.
pub(super) struct Capacity {
    pub first: Day,
    pub last: Day,
    pub proposal: String,
    pub rooms: Vec<FacilityFact>,
    pub weeks: Vec<Week>,
}

/// Reads the weeks from `from`, or from today on; with `proposal` as they would be with it.
pub(super) async fn capacity(desk: &Desk, form: &Form) -> Result<Capacity, Halt> {
    let own = desk.actor.office_id().ok_or(Halt::Missing)?;
    let office = Target::of(own);
    desk.allow(Act::PlanRead, &office)?;
    let on = desk.house.db.read();
    let asked = day::parse(form.text("from")).unwrap_or_else(|_| desk.today());
    let first = asked.week(Weekday::Mon).first_day();
    let last = first + Days::new(7 * WEEKS - 1);
    let mut taken = Vec::new();
    for slot in store::slots_of_host(on, own, (first, last)).await? {
        let minutes = i64::from(slot.ends.0) - i64::from(slot.starts.0);
        taken.push(Taken { batch: slot.batch, room: slot.facility, day: slot.day, minutes });
    }
    let code = form.text("proposal");
    if !code.is_empty() {
        desk.allow(Act::ProposalRead, &office)?;
        with_proposal(desk, own, code, &mut taken).await?;
    }
    let rooms = programme::facts::facilities_of_host(on, own).await?;
    let (windows, limits) = (store::hours_of_host(on, own).await?, house::limits(on, own).await?);
    let closed: Vec<Day> = store::closed_days(on, own).await?.into_iter().map(|(day, _)| day).collect();
    let week = |week: u64| {
        let monday = first + Days::new(7 * week);
        let of_week = |one: &&Taken| (monday..=monday + Days::new(6)).contains(&one.day);
        let of_room = |room: &FacilityFact| {
            let hers = taken.iter().filter(of_week).filter(|one| one.room == room.id);
            hers.map(|one| one.minutes).sum()
        };
        let open = open_minutes(monday, |day| limits.hours(day, &windows), &closed);
        Week { monday, open, taken: rooms.iter().map(of_room).collect() }
    };
    Ok(Capacity { first, last, proposal: code.to_owned(), weeks: (0..WEEKS).map(week).collect(), rooms })
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let Capacity { first, last, proposal, rooms, weeks } = capacity(desk, form).await?;
    let t = desk.teller();
    let line = |week: &Week| Line {
        week: day::range_long(week.monday, week.monday + Days::new(6), desk.lang),
        open: hours(week.open),
        cells: rooms
            .iter()
            .zip(&week.taken)
            .map(|(room, taken)| cell(t, &room.name, week.open, *taken))
            .collect(),
    };
    let turn = |from: Day| format!("/plans/capacity?from={}&proposal={proposal}", day::short(from));
    let page = CapacityPage {
        t,
        lead: day::range_long(first, last, desk.lang),
        rooms: rooms.iter().map(|room| room.name.clone()).collect(),
        lines: weeks.iter().map(line).collect(),
        before: turn(first - Days::new(7 * WEEKS)),
        after: turn(first + Days::new(7 * WEEKS)),
        proposal,
    };
    let text = text(&page);
    Ok(Shown::Html { title: t.say("plan-capacity"), body: web::html(&page)?, text })
}

/// As it would be with a proposal: its sessions instead of those its batches have now.
async fn with_proposal(
    desk: &Desk,
    own: kernel::id::OrganisationId,
    code: &str,
    taken: &mut Vec<Taken>,
) -> Result<(), Halt> {
    let on = desk.house.db.read();
    let made = proposal::proposal_by_code(on, code).await?.filter(|made| made.host == own);
    let draft = proposal::read_draft(on, &made.ok_or(Halt::Missing)?).await?;
    let opens = |batch: BatchId| draft.batches.iter().any(|one| one.opens && one.batch == batch);
    taken.retain(|one| !opens(one.batch));
    taken.extend(draft.slots.iter().map(|slot| Taken {
        batch: slot.batch,
        room: slot.facility,
        day: slot.day,
        minutes: i64::from(slot.ends.0) - i64::from(slot.starts.0),
    }));
    Ok(())
}

fn open_minutes<'a>(monday: Day, windows: impl Fn(Day) -> &'a [WeekWindow], closed: &[Day]) -> i64 {
    let days = (0..7).map(|ahead| monday + Days::new(ahead)).filter(|day| !closed.contains(day));
    let of_day = |day: Day| {
        let own = windows(day).iter().filter(move |window| window.weekday == weekday_number(day.weekday()));
        own.map(|window| i64::from(window.ends.0) - i64::from(window.starts.0)).sum::<i64>()
    };
    days.map(of_day).sum()
}

fn cell(t: Teller<'_>, room: &str, open: i64, used: i64) -> Cell {
    let free = (open - used).max(0);
    let say = |key: &str, minutes: i64| t.tell(&Say::new(key).with("hours", hours(minutes)));
    Cell {
        heat: heat(open, used),
        room: room.to_owned(),
        free: say("plan-capacity-free", free),
        used: say("plan-capacity-used", used),
    }
}

/// Quarters of the open hours that are used, begun ones counted.
pub(super) fn heat(open: i64, used: i64) -> char {
    if open == 0 {
        return 'x';
    }
    let quarters = (used * 4 + open - 1) / open;
    char::from_digit(u32::try_from(quarters.clamp(0, 4)).unwrap_or(4), 10).unwrap_or('4')
}

/// Hours and minutes as people write them: 7.30.
fn hours(minutes: i64) -> String {
    if minutes % 60 == 0 {
        (minutes / 60).to_string()
    } else {
        format!("{}.{:02}", minutes / 60, minutes % 60)
    }
}

fn text(page: &CapacityPage<'_>) -> String {
    let mut lines = vec![page.lead.clone()];
    for line in &page.lines {
        let cells: Vec<String> =
            line.cells.iter().map(|cell| format!("{}: {}, {}", cell.room, cell.free, cell.used)).collect();
        lines.push(format!("{}  {}  {}", line.week, line.open, cells.join("; ")));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::zone::Minute;

    #[test]
    fn a_closed_day_takes_its_hours_out_of_the_week() {
        let monday = day::parse("09-02-2026").expect("a day");
        let window = |weekday| WeekWindow { weekday, starts: Minute(480), ends: Minute(705) };
        let windows = [window(1), window(2)];
        assert_eq!(open_minutes(monday, |_| &windows, &[]), 450);
        assert_eq!(open_minutes(monday, |_| &windows, &[monday]), 225);
        let fasting = |day: Day| if day == monday { &windows[..0] } else { &windows[..] };
        assert_eq!(open_minutes(monday, fasting, &[]), 225, "each day has the hours of its season");
        assert_eq!(hours(225), "3.45");
    }

    #[test]
    fn colours_go_by_quarters_begun() {
        assert_eq!(
            [heat(100, 0), heat(100, 1), heat(100, 26), heat(100, 100), heat(0, 0)],
            ['0', '1', '2', '4', 'x']
        );
    }
}
