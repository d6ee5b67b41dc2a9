// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of planning: what the gate asks, how modules are spread over weeks, and what the checker is given. Pure.

mod gate;
mod month;
mod spread;
mod timetable;
mod week;
mod year;

pub use gate::{Facility, Finding, GateFacts, Outcome, conditions};
pub use month::{Months, month_name, month_span};
pub use spread::{Hours, Placed, Remaining, spread};
pub use timetable::{Place, PlannedSession, away_days, judge_sessions, session_label};
pub use week::{WeekWindow, judged_window, week_outside_walls, weekday_named, weekday_number, weekly};
pub use year::{
    AgreementTerm, Closing, LineFacts, MoneyFacts, Supply, YearFacts, YearFinding, days_of,
    hours as whole_hours, year_findings,
};

#[cfg(test)]
mod tests;
