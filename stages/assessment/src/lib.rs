// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod facts;
pub mod rules;
pub mod state;

use store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "2026_11_24_001000_assessment",
    sql: include_str!("../migrations/2026-11-24-assessment.sql"),
    seed: include_str!("../migrations/2026-11-24-assessment.seed.sql"),
}];

/// Every event kind this room records.
pub const EVENTS: &[&str] = &["AssessmentDecided", "AssessmentRetried", "MasteryConfirmed"];
