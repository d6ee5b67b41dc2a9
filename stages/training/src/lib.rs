// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
mod calendar;
pub mod commands;
pub mod facts;
pub mod ledger;
mod pages;
pub mod rules;
pub mod state;
mod store;

use ::store::Migration;

pub use actions::actions;
pub use pages::{pages, twins};

/// Every sentence of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026_11_24_000900_training",
        sql: include_str!("../migrations/2026-11-24-training.sql"),
        seed: include_str!("../migrations/2026-11-24-training.seed.sql"),
    },
    Migration {
        name: "2026_11_25_001500_calendar",
        sql: include_str!("../migrations/2026-11-25-calendar.sql"),
        seed: include_str!("../migrations/2026-11-25-calendar.seed.sql"),
    },
    Migration {
        name: "2026_11_25_001510_recognised_credit",
        sql: include_str!("../migrations/2026-11-25-recognised-credit.sql"),
        seed: "",
    },
];

/// Every event kind this room records.
pub const EVENTS: &[&str] = &[
    "SessionHeld",
    "MarksAdded",
    "MarkCorrected",
    "SessionCancelled",
    "CaughtUp",
    "SkillsRecorded",
    "TrainingCompleted",
    "CalendarOpened",
    "CalendarRevoked",
    "CreditRecognised",
];
