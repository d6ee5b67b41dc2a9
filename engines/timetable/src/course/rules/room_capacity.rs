// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: every student has a seat.
//!
//! Unit: students without a seat, a lecture. Source: ITC 2007, track 3, S1 "Room capacity".

use crate::course::instance::Instance;
use crate::course::score::Taught;

pub const WEIGHT: usize = 1;

/// The cost of one lecture.
pub fn of_one(students: usize, capacity: usize) -> usize {
    WEIGHT * students.saturating_sub(capacity)
}

pub fn cost(instance: &Instance, taught: &Taught) -> usize {
    let one = |((course, ..), room): (&(usize, usize, usize), &usize)| {
        of_one(instance.courses[*course].students, instance.rooms[*room].capacity)
    };
    taught.iter().map(one).sum()
}
