// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
pub mod commands;
mod due;
pub mod facts;
mod matching;
mod pages;
pub mod rules;
mod store;
pub mod vacancies_file;

pub use pages::twins;

use desk::{Action, Page};

/// The tables of this room.
pub const MIGRATIONS: &[::store::Migration] = &[
    ::store::Migration {
        name: "2026_11_24_001300_livelihood",
        sql: include_str!("../migrations/2026-11-24-livelihood.sql"),
        seed: include_str!("../migrations/2026-11-24-livelihood.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_25_001300_livelihood_mentoring",
        sql: include_str!("../migrations/2026-11-25-livelihood.sql"),
        seed: include_str!("../migrations/2026-11-25-livelihood.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_25_001310_follow_up_by_batch",
        sql: include_str!("../migrations/2026-11-25-follow-up-by-batch.sql"),
        seed: "",
    },
    ::store::Migration {
        name: "2026_11_25_001320_lapsed_referrals",
        sql: include_str!("../migrations/2026-11-25-lapsed-referrals.sql"),
        seed: "",
    },
    ::store::Migration {
        name: "2026_11_26_001330_consent",
        sql: include_str!("../migrations/2026-11-26-consent.sql"),
        seed: "",
    },
];

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// The events this room records.
pub const EVENTS: &[&str] = &[
    "EmployerRegistered",
    "VacancyPosted",
    "ApplicationReferred",
    "ApplicationDecided",
    "ApplicationLapsed",
    "ConsentWithdrawn",
    "ApplicationRenewed",
    "BusinessRecorded",
    "BusinessChanged",
    "FollowUpRecorded",
    "MentorAssigned",
    "MentorEnded",
    "MentorResumed",
    "MentoringNoted",
    "AccompanimentConfirmed",
];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![
        actions::REGISTER_EMPLOYER,
        actions::POST_VACANCY,
        actions::IMPORT_VACANCIES,
        actions::REFER,
        actions::DECIDE,
        actions::WITHDRAW_CONSENT,
        actions::RECORD_BUSINESS,
        actions::CHANGE_BUSINESS,
        actions::RECORD_FOLLOW_UP,
        actions::ASSIGN_MENTOR,
        actions::END_MENTOR,
        actions::NOTE,
        actions::COMPLETE_MENTORING,
    ]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![
        pages::DUE,
        pages::VACANCIES,
        pages::NEED,
        pages::VACANCY,
        pages::CONSENTS,
        pages::MATCH,
        pages::MENTORING_LIST,
        pages::MENTORING_SHOW,
    ]
}
