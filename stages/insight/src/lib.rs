// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
pub mod facts;
mod gather;
mod pages;
mod report;
mod scorecard;
mod sheet;
mod tables;
mod tally;

pub use pages::twins;

use ::store::Migration;
use desk::{Action, Page};

/// The tables of this room: what it writes itself, never what it looks back at.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "2026_11_25_001400_activity_report",
    sql: include_str!("../migrations/2026-11-25-activity-report.sql"),
    seed: include_str!("../migrations/2026-11-25-activity-report.seed.sql"),
}];

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// What happens here: reports are written and released. Everything else is looked back at.
pub const EVENTS: &[&str] = &["ReportWritten", "ReportRevised", "ReportReleased"];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![actions::WRITE, actions::REVISE, actions::RELEASE]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![
        pages::FUNNEL,
        pages::FUNNEL_TABLE,
        pages::LIST,
        pages::COMPARISON_TABLE,
        pages::SHOW,
        pages::PAPER,
        pages::TABLE,
        pages::REPORT_LIST,
        pages::REPORT_SHOW,
        pages::REPORT_PAPER,
    ]
}
