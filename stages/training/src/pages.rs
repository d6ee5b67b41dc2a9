// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen in this room, one file a page, and the tables that stand inside its forms.

mod calendar;
mod grids;
mod ledger_list;
mod ledger_show;
mod overview;
mod roll_paper;
mod session_list;
mod session_show;
mod skill_list;
mod twins;

use desk::{Halt, Page};
use kernel::day::Day;
use kernel::zone::Minute;

use crate::rules::Letter;

pub(crate) use grids::{roll_grid, skill_grid};
pub use twins::twins;

/// Every page of the room.
pub fn pages() -> Vec<Page> {
    vec![
        overview::LIST,
        session_list::LIST,
        session_show::SHOW,
        roll_paper::PAPER,
        ledger_list::LIST,
        ledger_show::SHOW,
        skill_list::LIST,
        calendar::SHOW,
        calendar::FEED,
        calendar::BATCH,
    ]
}

/// `2025-12-22-08.00`, by which a lesson of a batch is named in an address.
pub(crate) fn lesson_key(day: Day, starts: Minute) -> String {
    format!("{day}-{starts}")
}

/// Reads what `lesson_key` writes.
fn lesson_of_key(key: &str) -> Result<(Day, Minute), Halt> {
    let (day, starts) = key.rsplit_once('-').ok_or(Halt::Missing)?;
    let day = day.parse().map_err(|_| Halt::Missing)?;
    Ok((day, Minute::parse(starts).map_err(|_| Halt::Missing)?))
}

/// The colour of a letter; the word always stands with it.
fn tone(letter: Letter) -> &'static str {
    match letter {
        Letter::Present => "ok",
        Letter::Late => "soon",
        Letter::Sick | Letter::Leave => "plan",
        Letter::Absent => "no",
    }
}
