// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: an instructor teaches one session at a time.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-03.

use crate::office::Limit;
use crate::office::board::{Board, Place, Taken};

pub fn in_way<'a>(
    board: &'a Board<'_>,
    place: &Place,
    stretch: (u16, u16),
) -> impl Iterator<Item = &'a Taken> {
    let instructor = place.instructor;
    let is_many = instructor == board.site.problem.instructors.len()
        || board.site.is_lifted(Limit::InstructorTime { instructor });
    board.instructors.overlapping(instructor, place.day, stretch).filter(move |_| !is_many)
}
