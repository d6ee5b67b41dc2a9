// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: an instructor teaches only in hours in which he or she comes.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-07.

use crate::office::Limit;
use crate::office::problem::Problem;
use crate::office::site::{Site, by_weekday};
use crate::office::stretches::Stretches;
use std::collections::BTreeSet;

/// Hours of an instructor that are open hours of the place, by weekday from Monday.
pub fn hours(
    problem: &Problem,
    index: usize,
    open: &[Stretches; 7],
    lifted: &BTreeSet<Limit>,
) -> [Stretches; 7] {
    if lifted.contains(&Limit::InstructorTime { instructor: index }) {
        return open.clone();
    }
    let own = by_weekday(&problem.instructors[index].hours);
    std::array::from_fn(|weekday| own[weekday].and(&open[weekday]))
}

/// Anybody, the number after the last, always comes.
pub fn holds(site: &Site<'_>, instructor: usize, weekday: usize, stretch: (u16, u16)) -> bool {
    site.hours.get(instructor).is_none_or(|week| week[weekday].hold(stretch.0, stretch.1))
}
