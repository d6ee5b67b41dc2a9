// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of planning: what the gate asks, how modules are spread over weeks, and what the checker is given. Pure.

mod gate;
mod spread;
mod timetable;
mod week;

pub use gate::{Facility, Finding, GateFacts, Met, conditions};
pub use spread::{Hours, Placed, Remaining, spread};
pub use timetable::{PlannedSession, Place, judge_sessions};
pub use week::{WeekWindow, weekday_named, weekday_number};

#[cfg(test)]
mod tests;
