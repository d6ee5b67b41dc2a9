// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of planning: what the gate asks, how modules are spread over weeks, and what the checker is given. Pure.

mod gate;
mod spread;
mod timetable;
mod week;

pub use gate::{Facility, Finding, GateFacts, Outcome, conditions};
pub use spread::{Hours, Placed, Remaining, spread};
pub use timetable::{Place, PlannedSession, away_days, judge_sessions};
pub use week::{WeekWindow, judged_window, week_outside_walls, weekday_named, weekday_number, weekly};

#[cfg(test)]
mod tests;
