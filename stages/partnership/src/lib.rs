// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
pub mod facts;
mod pages;
pub mod rules;
pub mod state;
mod store;

pub use pages::twins;

use ::store::Migration;
use desk::{Action, Page};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026_11_24_000500_partnership",
        sql: include_str!("../migrations/2026-11-24-partnership.sql"),
        seed: include_str!("../migrations/2026-11-24-partnership.seed.sql"),
    },
    Migration {
        name: "2026_11_25_000500_partnership_own",
        sql: include_str!("../migrations/2026-11-25-own-decision.sql"),
        seed: include_str!("../migrations/2026-11-25-own-decision.seed.sql"),
    },
];

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &[
    "MeetingRecorded",
    "MeetingItemClosed",
    "AgreementDrafted",
    "AgreementAgreed",
    "AgreementSigned",
    "AgreementInForce",
    "AgreementEnded",
    "ObligationAdded",
    "ObligationDelivered",
];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![
        actions::RECORD,
        actions::CLOSE_ITEM,
        actions::DRAFT,
        actions::AGREE,
        actions::SIGN,
        actions::END,
        actions::ADD,
        actions::DELIVER,
    ]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![
        pages::AGREEMENT_LIST,
        pages::AGREEMENT_SHOW,
        pages::MEETING_LIST,
        pages::MEETING_SHOW,
        pages::MEETING_MINUTES,
    ]
}
