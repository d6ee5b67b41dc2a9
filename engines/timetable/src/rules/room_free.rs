// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a room holds one session at a time.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-02.

use crate::office::Limit;
use crate::office::board::{Board, Place, Taken};

pub fn in_way<'a>(
    board: &'a Board<'_>,
    place: &Place,
    stretch: (u16, u16),
) -> impl Iterator<Item = &'a Taken> {
    let room = place.room;
    let is_many = room == board.site.problem.rooms.len() || board.site.is_lifted(Limit::RoomTime { room });
    board.rooms.overlapping(room, place.day, stretch).filter(move |_| !is_many)
}
