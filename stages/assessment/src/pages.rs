// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen in this room, one file a page, and the grid of units inside its forms.

mod appeal;
mod applications;
mod elements;
mod evidence;
mod forms;
mod grid;
mod moderation;
mod overview;
mod results;
mod twins;

use desk::Page;

use crate::state::UnitState;

pub(crate) use elements::{evidence_grid, self_grid};
pub(crate) use grid::verdict_grid;
pub use twins::twins;

/// Every page of the room.
pub fn pages() -> Vec<Page> {
    vec![
        overview::LIST,
        results::SHOW,
        appeal::APPEAL,
        applications::LIST,
        forms::FORM,
        forms::BLANK,
        evidence::SHOW,
        moderation::SHOW,
    ]
}

/// The colour of a cell; its word always stands with it.
fn tone(state: UnitState) -> &'static str {
    match state {
        UnitState::Untested => "plain",
        UnitState::Competent => "ok",
        UnitState::NotYet => "soon",
    }
}
