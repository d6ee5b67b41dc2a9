// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: an instructor teaches one session at a time, and has the minutes of the way to one elsewhere.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-03 and TIME-18: one who also teaches outside has to
//! pass the gate twice.

use crate::office::board::{Board, Place, Taken};
use crate::office::site::Site;
use crate::office::{Limit, Way};

pub fn in_way<'a>(
    board: &'a Board<'_>,
    place: &Place,
    stretch: (u16, u16),
) -> impl Iterator<Item = &'a Taken> {
    let (instructor, site, room) = (place.instructor, board.site, place.room);
    let is_many =
        instructor == site.problem.instructors.len() || site.is_lifted(Limit::InstructorTime { instructor });
    let longest = if site.is_lifted(Limit::Ways) { 0 } else { longest(site) };
    let wide = (stretch.0.saturating_sub(longest), stretch.1 + longest);
    let meets = move |one: &&Taken| {
        let way = one.room.filter(|_| longest > 0).map_or(0, |other| minutes(site, room, other));
        one.starts < stretch.1 + way && stretch.0 < one.ends + way
    };
    board.instructors.overlapping(instructor, place.day, wide).filter(move |_| !is_many).filter(meets)
}

fn longest(site: &Site<'_>) -> u16 {
    site.problem.house.ways.iter().map(|way| way.minutes).max().unwrap_or(0)
}

/// Minutes from one room to the other.
fn minutes(site: &Site<'_>, one: usize, other: usize) -> u16 {
    let joins = |way: &&Way| {
        way.from.contains(&one) && way.to.contains(&other)
            || way.from.contains(&other) && way.to.contains(&one)
    };
    site.problem.house.ways.iter().filter(joins).map(|way| way.minutes).max().unwrap_or(0)
}
