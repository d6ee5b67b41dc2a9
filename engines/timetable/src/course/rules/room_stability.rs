// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: a course stays in one room.
//!
//! Unit: rooms beyond the first. Source: ITC 2007, track 3, S4 "Room stability".

use crate::course::score::Taught;
use std::collections::BTreeSet;

pub const WEIGHT: usize = 1;

pub fn cost(taught: &Taught) -> usize {
    let rooms: BTreeSet<_> = taught.iter().map(|((course, ..), room)| (*course, *room)).collect();
    let courses: BTreeSet<_> = taught.keys().map(|(course, ..)| *course).collect();
    WEIGHT * (rooms.len() - courses.len())
}
