// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
mod checklist;
mod curriculum;
pub mod facts;
mod hours;
mod named;
mod pages;
pub mod rules;
mod scopes;
mod sheet;
pub mod state;
mod store;

pub use actions::actions;
pub use pages::{pages, twins};

use ::store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026_11_24_000600_programme",
        sql: include_str!("../migrations/2026-11-24-programme.sql"),
        seed: include_str!("../migrations/2026-11-24-programme.seed.sql"),
    },
    Migration {
        name: "2026_11_25_000600_programme_guest",
        sql: include_str!("../migrations/2026-11-25-guest.sql"),
        seed: include_str!("../migrations/2026-11-25-guest.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000600_programme_takeover",
        sql: include_str!("../migrations/2026-11-26-takeover.sql"),
        seed: include_str!("../migrations/2026-11-26-takeover.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000601_programme_scheme",
        sql: include_str!("../migrations/2026-11-26-scheme.sql"),
        seed: include_str!("../migrations/2026-11-26-scheme.seed.sql"),
    },
];

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &[
    "FacilityRegistered",
    "FacilityInspected",
    "FindingMended",
    "InstructorRegistered",
    "ProgrammeProposed",
    "CurriculumSet",
    "BatchPlanned",
    "AssessmentReserved",
    "BatchTakenOver",
    "SchemeRegistered",
    "SchemeLicensed",
    "AssessorCertified",
];

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));
