// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The batches of a host over the year as bars, beside the table that says the same in words.

use chrono::{Datelike, Months};
use desk::Desk;
use kernel::day::{self, Day};
use programme::facts::BatchFact;

/// Pixels of one batch: its name above, its bar below.
const ROW: usize = 40;

/// Pixels of the names of months.
const HEAD: usize = 22;

/// Names of months that fit beside each other on a small screen.
const MOST_NAMES: usize = 6;

/// One batch.
///
/// # Units
/// `left` and `width` in percent of the picture, the rest in pixels.
pub struct Bar {
    pub title: String,
    pub tone: &'static str,
    pub left: i64,
    pub width: i64,
    pub label_y: usize,
    pub bar_y: usize,
}

/// The first day of a month.
pub struct Month {
    pub left: i64,
    /// Empty where names would stand too close.
    pub name: String,
}

/// The picture; nothing of it where there is no batch.
#[derive(Default)]
pub struct Year {
    pub bars: Vec<Bar>,
    pub months: Vec<Month>,
    /// Where today is, if it is inside.
    pub today: Option<i64>,
    pub height: usize,
    /// For whoever does not see it.
    pub told: String,
}

/// Arranges the batches, each with the tone of its state, by their first days.
pub fn year(desk: &Desk, batches: &[(BatchFact, &'static str)]) -> Year {
    let first = batches.iter().map(|(batch, _)| batch.starts_on).min();
    let last = batches.iter().map(|(batch, _)| batch.ends_on).max();
    let Some((first, last)) = first.zip(last) else { return Year::default() };
    let from = first.with_day(1).unwrap_or(first);
    let span = (last - from).num_days().max(1);
    let place = |day: Day| ((day - from).num_days() * 100 / span).clamp(0, 100);
    let mut by_start: Vec<&(BatchFact, &'static str)> = batches.iter().collect();
    by_start.sort_by_key(|(batch, _)| (batch.starts_on, &batch.code));
    let bar = |(row, (batch, tone)): (usize, &&(BatchFact, &'static str))| Bar {
        title: format!("{} {}", batch.code, day::range_long(batch.starts_on, batch.ends_on, desk.lang)),
        tone: fill(tone),
        left: place(batch.starts_on),
        width: (place(batch.ends_on) - place(batch.starts_on)).max(1),
        label_y: HEAD + row * ROW + 14,
        bar_y: HEAD + row * ROW + 20,
    };
    let bars: Vec<Bar> = by_start.iter().enumerate().map(bar).collect();
    let told: Vec<&str> = bars.iter().map(|bar| bar.title.as_str()).collect();
    let starts: Vec<Day> = (0..)
        .map_while(|ahead| from.checked_add_months(Months::new(ahead)))
        .take_while(|day| *day <= last)
        .collect();
    let step = starts.len().div_ceil(MOST_NAMES).max(1);
    let month = |(place_of, day): (usize, &Day)| Month {
        left: place(*day),
        name: if place_of % step == 0 { day::month_year(*day, desk.lang) } else { String::new() },
    };
    let today = desk.today();
    Year {
        told: told.join("; "),
        height: HEAD + bars.len() * ROW + 4,
        months: starts.iter().enumerate().map(month).collect(),
        today: (from..=last).contains(&today).then(|| place(today)),
        bars,
    }
}

/// The fill of a tone of a tag.
fn fill(tone: &str) -> &'static str {
    match tone {
        "ok" => "f-done",
        "soon" => "f-soon",
        _ => "f-plan",
    }
}
