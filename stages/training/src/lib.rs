// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod facts;
mod ledger;
pub mod rules;
pub mod state;


use store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "2026_11_24_000900_training",
    sql: include_str!("../migrations/2026-11-24-training.sql"),
    seed: include_str!("../migrations/2026-11-24-training.seed.sql"),
}];

/// Every event kind this room records.
pub const EVENTS: &[&str] = &[
    "SessionHeld",
    "MarksAdded",
    "MarkCorrected",
    "SessionCancelled",
    "CaughtUp",
    "SkillsRecorded",
    "TrainingCompleted",
];
