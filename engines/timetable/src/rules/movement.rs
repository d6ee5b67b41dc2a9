// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: no more people at the same time in a zone than can be led there and back.
//!
//! Unit: people. Source: product decision, judged as TIME-15: escorts and the count at each gate set the number, and each
//! place knows its own.

use crate::office::problem::Problem;
use crate::office::site::Site;

pub fn used_by(site: &Site<'_>, zone: usize, piece: usize, room: usize) -> usize {
    let is_inside = site.problem.house.zones[zone].rooms.contains(&room);
    if is_inside { site.batch(site.pieces[piece].batch).heads() } else { 0 }
}

pub fn used_by_locked(problem: &Problem, zone: usize, index: usize) -> usize {
    let locked = &problem.locked[index];
    let is_inside = locked.room.is_some_and(|room| problem.house.zones[zone].rooms.contains(&room));
    if is_inside { locked.heads } else { 0 }
}
