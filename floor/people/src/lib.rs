// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod actions;
pub mod commands;
pub mod facts;
pub mod import;
pub mod pages;
pub mod register;
pub mod rules;
mod store;

use ::store::Migration;
use desk::{Action, Page, Twin};
use jobs::JobKind;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026_11_24_000400_people",
        sql: include_str!("../migrations/2026-11-24-people.sql"),
        seed: include_str!("../migrations/2026-11-24-people.seed.sql"),
    },
    Migration {
        name: "2026_11_25_000410_people_order",
        sql: include_str!("../migrations/2026-11-25-people-order.sql"),
        // The rows of the first step have taken their names by now.
        seed: "",
    },
    Migration {
        name: "2026_11_25_000440_keep_apart",
        sql: include_str!("../migrations/2026-11-25-keep-apart.sql"),
        seed: include_str!("../migrations/2026-11-25-keep-apart.seed.sql"),
    },
    Migration {
        name: "2026_11_25_000450_people_changes",
        sql: include_str!("../migrations/2026-11-25-people-changes.sql"),
        seed: include_str!("../migrations/2026-11-25-people-changes.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000460_death",
        sql: include_str!("../migrations/2026-11-26-death.sql"),
        seed: include_str!("../migrations/2026-11-26-death.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000470_name",
        sql: include_str!("../migrations/2026-11-26-name.sql"),
        seed: include_str!("../migrations/2026-11-26-name.seed.sql"),
    },
];

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &[
    "PersonAdmitted",
    "PeopleImported",
    "PersonReleased",
    "ClientReceived",
    "PeopleKeptApart",
    "PeopleReunited",
    "NameCorrected",
    "PersonTransferred",
    "StayNumbered",
    "PersonAway",
    "PersonReturned",
    "PersonDied",
    "DeathUndone",
    "PeopleMerged",
    "PeopleParted",
    "ChangeSettled",
];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![
        actions::ADMIT,
        actions::IMPORT,
        actions::RELEASE,
        actions::KEEP_APART,
        actions::REUNITE,
        actions::TRANSFER,
        actions::NUMBER,
        actions::ABSENCE,
        actions::BACK,
        actions::DEATH,
        actions::UNDO_DEATH,
        actions::CORRECT_NAME,
        actions::MERGE,
        actions::PART,
        actions::SETTLE,
    ]
}

/// What can be done later, by a worker.
pub fn job_kinds() -> Vec<JobKind> {
    vec![actions::IMPORT_LATER]
}

/// What can be seen here.
pub fn twins() -> Vec<Twin> {
    vec![Twin::of::<pages::PersonList>()]
}

pub fn pages() -> Vec<Page> {
    vec![pages::LIST, pages::REPORT, pages::DUPLICATES]
}
