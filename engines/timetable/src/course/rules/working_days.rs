// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: the lectures of a course are spread over a least number of days.
//!
//! Unit: days too few. Source: ITC 2007, track 3, S2 "Minimum working days".

use crate::course::instance::Instance;
use crate::course::score::Taught;
use std::collections::BTreeSet;

pub const WEIGHT: usize = 5;

pub fn cost(instance: &Instance, taught: &Taught) -> usize {
    let mut days = vec![BTreeSet::new(); instance.courses.len()];
    for (course, day, _) in taught.keys() {
        days[*course].insert(*day);
    }
    let lacking =
        instance.courses.iter().zip(&days).map(|(course, days)| course.min_days.saturating_sub(days.len()));
    WEIGHT * lacking.sum::<usize>()
}
