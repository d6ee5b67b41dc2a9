// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Judges a timetable without trusting who laid it. Values in, clashes out: no clock, no database, no page,
//! and no code shared with the engines that lay timetables.

mod clash;
mod cover;
mod judge;
mod sweep;
mod timetable;
mod words;

pub use clash::{Clash, Finding, Severity, Spot};
pub use judge::judge;
pub use timetable::{Available, Batch, Kind, Room, Session, Timetable, Window};
