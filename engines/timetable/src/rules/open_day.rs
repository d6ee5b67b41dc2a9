// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: no session on a closed day.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-06: holidays and days the place is closed.

use crate::office::Limit;
use crate::office::problem::Problem;
use kernel::day::Day;
use std::collections::BTreeSet;

pub fn holds(problem: &Problem, day: Day, lifted: &BTreeSet<Limit>) -> bool {
    lifted.contains(&Limit::ClosedDays) || !problem.closed_days.contains(&day)
}
