// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a session lies inside the hours of activity of the place.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-05: a timetable bends to the regime of the place.

use crate::office::Limit;
use crate::office::problem::Problem;
use crate::office::site::{Site, by_weekday, weekday};
use crate::office::stretches::Stretches;
use chrono::Datelike;
use kernel::day::Day;
use std::collections::BTreeSet;

/// Open hours by weekday from Monday, the year's first, then each season's; whole days when lifted.
pub fn open(problem: &Problem, lifted: &BTreeSet<Limit>) -> Vec<Stretches> {
    let seasons = problem.house.seasons.iter().map(|season| &season.windows);
    let weeks = std::iter::once(&problem.windows).chain(seasons);
    let open = weeks.flat_map(|windows| by_weekday(windows));
    if lifted.contains(&Limit::Regime) {
        return open.map(|_| Stretches::joined(vec![(0, 1_440)])).collect();
    }
    open.collect()
}

/// Which of the open hours hold on a day.
pub fn week(problem: &Problem, day: Day) -> usize {
    let season = problem.house.seasons.iter().position(|season| (season.first..=season.last).contains(&day));
    season.map_or(0, |season| 7 * (season + 1)) + weekday(day.weekday())
}

pub fn holds(site: &Site<'_>, week: usize, stretch: (u16, u16)) -> bool {
    site.open[week].hold(stretch.0, stretch.1)
}
