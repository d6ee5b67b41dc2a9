// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a session lies inside the hours of activity of the place.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-05: a timetable bends to the regime of the place.

use crate::office::Limit;
use crate::office::problem::Problem;
use crate::office::site::{Site, by_weekday};
use crate::office::stretches::Stretches;
use std::collections::BTreeSet;

/// Open hours by weekday from Monday; the whole week when lifted.
pub fn open(problem: &Problem, lifted: &BTreeSet<Limit>) -> [Stretches; 7] {
    if lifted.contains(&Limit::Regime) {
        return std::array::from_fn(|_| Stretches::joined(vec![(0, 1_440)]));
    }
    by_weekday(&problem.windows)
}

pub fn holds(site: &Site<'_>, weekday: usize, stretch: (u16, u16)) -> bool {
    site.open[weekday].hold(stretch.0, stretch.1)
}
