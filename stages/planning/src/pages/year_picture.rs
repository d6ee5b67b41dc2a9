// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A year as a picture: for each line its months, under them the batches really held; and the rooms month by month.

use chrono::Datelike;
use desk::{Desk, Say};
use kernel::day::{self, Day};

use crate::rules::{days_of, month_name, month_span, whole_hours};
use crate::year::YearLook;

/// Pixels of a line: its name, its months, its batches.
const ROW: usize = 48;

/// Pixels of the names of months.
const HEAD: usize = 24;

/// A stretch of the year.
///
/// # Units
/// Tenths of a percent of the picture, and pixels.
pub struct Stretch {
    pub left: String,
    pub width: String,
    pub y: usize,
    pub height: usize,
    pub fill: &'static str,
}

/// The name of a line.
pub struct Name {
    pub text: String,
    pub y: usize,
}

/// A picture of the year, with what it says in words.
pub struct Picture {
    pub names: Vec<Name>,
    pub stretches: Vec<Stretch>,
    /// Where each month begins, and its short name.
    pub months: Vec<(String, String)>,
    pub today: Option<String>,
    pub height: usize,
    pub told: String,
}

/// Percent with one decimal, as a length in the picture.
fn percent(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

pub fn picture(desk: &Desk, year: i64, look: &YearLook) -> Option<Picture> {
    let (first, last) = days_of(year, (1, 12))?;
    let span = (last - first).num_days() + 1;
    let place = |day: Day| ((day - first).num_days() * 1_000 / span).clamp(0, 1_000);
    let stretch = |(from, until): (Day, Day), y: usize, height: usize, fill: &'static str| {
        let (left, right) = (place(from), place(until.succ_opt().unwrap_or(until)));
        Stretch { left: percent(left), width: percent((right - left).max(3)), y, height, fill }
    };
    let (mut names, mut stretches, mut told) = (Vec::new(), Vec::new(), Vec::new());
    for (row, (line, facts)) in look.contents.lines.iter().zip(&look.facts.lines).enumerate() {
        let top = HEAD + row * ROW;
        let months = month_span(line.months, desk.lang);
        let say = Say::new("year-line-told").with("code", &line.code).with("programme", &facts.title);
        let text = desk.teller().tell(&say.with("months", months).with("batches", line.batches));
        names.push(Name { text: format!("{} {}", line.code, facts.title), y: top + 14 });
        stretches.push(stretch(days_of(year, line.months)?, top + 20, 10, "f-plan"));
        for tied in look.contents.tied_to(line.id) {
            let Some(batch) = look.batch(tied.batch) else { continue };
            let fill = if look.opened.contains_key(&batch.id) { "f-done" } else { "f-soon" };
            stretches.push(stretch((batch.starts_on.max(first), batch.ends_on.min(last)), top + 31, 8, fill));
        }
        told.push(text);
    }
    let month = |number: i64| {
        let begins = days_of(year, (number, number)).map_or(0, |(begins, _)| place(begins));
        (percent(begins), month_name(number, desk.lang).chars().take(3).collect())
    };
    let today = desk.today();
    Some(Picture {
        months: (1..=12).map(month).collect(),
        today: (first..=last).contains(&today).then(|| percent(place(today))),
        height: HEAD + names.len() * ROW + 4,
        told: told.join("; "),
        names,
        stretches,
    })
}

/// A room in a month.
pub struct Cell {
    pub room: String,
    /// From 0 (nothing needed) to 4 (all hours needed); `x` where the place has no hours.
    pub heat: char,
    pub needed: String,
    pub free: String,
}

/// A month with all rooms.
pub struct MonthRow {
    pub month: String,
    pub closed: i64,
    /// Codes of the lines that may be held.
    pub lines: String,
    pub cells: Vec<Cell>,
}

/// Hours that each room has and that the plan needs, were every line spread evenly over its months; from the first to the last of
/// its months.
pub fn months(desk: &Desk, year: i64, look: &YearLook) -> Vec<MonthRow> {
    let t = desk.teller();
    let row = |month: i64| {
        let inside: Vec<_> =
            look.facts.lines.iter().filter(|line| (line.months.0..=line.months.1).contains(&month)).collect();
        let cell = |(place, room): (usize, &crate::rules::Supply)| {
            let share = |line: &&crate::rules::LineFacts| {
                let minutes = line.room.filter(|(of, _)| *of == place).map_or(0, |(_, minutes)| minutes);
                minutes * line.batches / (line.months.1 - line.months.0 + 1)
            };
            let needed: i64 = inside.iter().map(share).sum();
            let free = room.free.between((month, month));
            Cell {
                room: room.name.clone(),
                heat: super::capacity::heat(free, needed),
                needed: t.with("year-month-needed", "hours", whole_hours(needed)),
                free: t.with("year-month-free", "hours", free / 60),
            }
        };
        let closed = look.facts.closings.iter().flat_map(|one| {
            one.first
                .iter_days()
                .take_while(|day| *day <= one.last)
                .filter(|day| i64::from(day.month()) == month && i64::from(day.year()) == year)
        });
        let codes: Vec<&str> = inside.iter().map(|line| line.code.as_str()).collect();
        MonthRow {
            month: month_name(month, desk.lang),
            closed: i64::try_from(closed.count()).unwrap_or(0),
            lines: codes.join(", "),
            cells: look.facts.rooms.iter().enumerate().map(cell).collect(),
        }
    };
    let first = look.contents.lines.iter().map(|line| line.months.0).min();
    let last = look.contents.lines.iter().map(|line| line.months.1).max();
    first.zip(last).map(|(first, last)| (first..=last).map(row).collect()).unwrap_or_default()
}

/// First and last day of a batch, in words.
pub fn term(desk: &Desk, batch: &programme::facts::BatchFact) -> String {
    day::range_long(batch.starts_on, batch.ends_on, desk.lang)
}
