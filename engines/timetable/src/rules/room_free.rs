// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a room holds one session at a time, and between two batches the minutes of its set-up pass.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-02 and TIME-17: machines are put away, counted and
//! laid out anew before the next batch comes in.

use crate::office::Limit;
use crate::office::board::{Board, Place, Taken};
use crate::office::site::Site;

pub fn in_way<'a>(
    board: &'a Board<'_>,
    piece: usize,
    place: &Place,
    stretch: (u16, u16),
) -> impl Iterator<Item = &'a Taken> {
    let (room, site) = (place.room, board.site);
    let is_many = room == site.problem.rooms.len() || site.is_lifted(Limit::RoomTime { room });
    let pause = if is_many { 0 } else { minutes(site, room) };
    let wide = (stretch.0.saturating_sub(pause), stretch.1 + pause);
    let batch = Some(site.pieces[piece].batch);
    let meets = move |one: &&Taken| one.batch != batch || one.starts < stretch.1 && stretch.0 < one.ends;
    board.rooms.overlapping(room, place.day, wide).filter(move |_| !is_many).filter(meets)
}

/// Minutes a room needs between two batches.
pub fn minutes(site: &Site<'_>, room: usize) -> u16 {
    if site.is_lifted(Limit::SetUp { room }) {
        return 0;
    }
    let of_room = site.problem.house.set_ups.iter().filter(|set_up| set_up.room == room);
    of_room.map(|set_up| set_up.minutes).max().unwrap_or(0)
}
