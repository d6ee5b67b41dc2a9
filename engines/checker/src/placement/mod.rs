// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Judges who was placed into which batch, whoever or whatever proposed it.

mod finding;
mod judge;
mod question;
mod words;

pub use finding::Misplacement;
pub use judge::judge_placement;
pub use question::{Contest, Intake, Placement, Seat, Share};
pub use words::Names;
