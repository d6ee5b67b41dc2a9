// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: an instructor teaches only in hours in which he or she comes.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-07.

use crate::office::Limit;
use crate::office::problem::Problem;
use crate::office::site::{Site, by_weekday};
use crate::office::stretches::Stretches;
use std::collections::BTreeSet;

/// Hours of an instructor that are open hours of the place, in the order of those.
pub fn hours(
    problem: &Problem,
    index: usize,
    open: &[Stretches],
    lifted: &BTreeSet<Limit>,
) -> Vec<Stretches> {
    if lifted.contains(&Limit::InstructorTime { instructor: index }) {
        return open.to_vec();
    }
    let own = by_weekday(&problem.instructors[index].hours);
    open.iter().enumerate().map(|(week, open)| own[week % 7].and(open)).collect()
}

/// Anybody, the number after the last, always comes.
pub fn holds(site: &Site<'_>, instructor: usize, week: usize, stretch: (u16, u16)) -> bool {
    site.hours.get(instructor).is_none_or(|hours| hours[week].hold(stretch.0, stretch.1))
}
