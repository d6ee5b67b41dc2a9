// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

#[macro_use]
mod codes;

mod actions;
pub mod appeal;
pub mod application;
pub mod commands;
pub mod evidence;
pub mod facts;
pub mod moderation;
mod pages;
pub mod rules;
pub mod sheet;
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
        name: "2026_11_24_001000_assessment",
        sql: include_str!("../migrations/2026-11-24-assessment.sql"),
        seed: include_str!("../migrations/2026-11-24-assessment.seed.sql"),
    },
    Migration {
        name: "2026_11_26_001000_assessment_appeal",
        sql: include_str!("../migrations/2026-11-26-appeal.sql"),
        // An appeal needs a BK in force, and the seeds of later rooms give a certificate to everyone with a verdict.
        seed: "",
    },
    Migration {
        name: "2026_11_26_001001_assessment_booking",
        sql: include_str!("../migrations/2026-11-26-booking.sql"),
        // Rules over tables of earlier rooms; nothing new to hold rows.
        seed: "",
    },
    Migration {
        name: "2026_11_26_001002_assessment_evidence",
        sql: include_str!("../migrations/2026-11-26-evidence.sql"),
        seed: include_str!("../migrations/2026-11-26-evidence.seed.sql"),
    },
    Migration {
        name: "2026_11_26_001003_assessment_moderation",
        sql: include_str!("../migrations/2026-11-26-moderation.sql"),
        seed: include_str!("../migrations/2026-11-26-moderation.seed.sql"),
    },
    Migration {
        name: "2026_11_26_001004_assessment_application",
        sql: include_str!("../migrations/2026-11-26-application.sql"),
        seed: include_str!("../migrations/2026-11-26-application.seed.sql"),
    },
];

/// Every event kind this room records.
pub const EVENTS: &[&str] = &[
    "AssessmentDecided",
    "AssessmentRetried",
    "MasteryConfirmed",
    "UnitsRecognised",
    "AppealLodged",
    "AppealAssigned",
    "AppealDecided",
    "EvidenceRecorded",
    "AdjustmentRecorded",
    "ModerationDrawn",
    "ModerationConfirmed",
    "ModerationSentBack",
    "ModerationAnswered",
    "CandidateApplied",
    "CandidatePapersCame",
    "CandidateSelfAssessed",
    "AssessmentAgreed",
];
