// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Judges a timetable or a placement without trusting who made it. Values in, clashes out: no clock, no database,
//! no page, and no code shared with the engines that make them.

mod clash;
mod cover;
mod house;
mod judge;
pub mod placement;
mod sweep;
mod timetable;
mod together;
mod words;

pub use clash::{Clash, Finding, Severity, Spot};
pub use house::{House, Season, SetUp, Tool, Way, Zone};
pub use judge::judge;
pub use timetable::{Available, Batch, Kind, Room, Session, Timetable, Window};
