// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
pub mod commands;
pub mod facts;
mod pages;
mod rules;
mod state;
mod store;

pub use pages::twins;

use ::store::Migration;
use desk::{Action, Page};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026_11_24_000700_enrolment",
        sql: include_str!("../migrations/2026-11-24-enrolment.sql"),
        seed: include_str!("../migrations/2026-11-24-enrolment.seed.sql"),
    },
    Migration {
        name: "2026_11_25_000700_enrolment_list",
        sql: include_str!("../migrations/2026-11-25-enrolment-list.sql"),
        seed: include_str!("../migrations/2026-11-25-enrolment-list.seed.sql"),
    },
    Migration {
        name: "2026_11_25_000710_take_over",
        sql: include_str!("../migrations/2026-11-25-take-over.sql"),
        seed: "",
    },
];

/// The sentences of this room, Indonesian and English.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &[
    "InterestRecorded",
    "InterestsImported",
    "ApplicantsRanked",
    "AgendaSet",
    "HearingRecorded",
    "DecreeIssued",
    "SeatLeft",
    "SeatReturned",
    "SeatPromoted",
    "SeatTakenOver",
];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![
        actions::TELL,
        actions::IMPORT,
        actions::RANK,
        actions::HEAR,
        actions::ISSUE,
        actions::APPROVE,
        actions::WITHDRAW,
        actions::PROMOTE,
        actions::TAKE_OVER,
    ]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![
        pages::OVERVIEW,
        pages::APPLICANTS,
        pages::HEARING,
        pages::HEARING_PAPER,
        pages::ROLL,
        pages::DECREE_PAPER,
    ]
}
