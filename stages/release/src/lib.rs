// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
pub mod commands;
pub mod facts;
mod pages;
pub mod state;
mod store;

pub use pages::twins;

use desk::{Action, Page};

/// The tables of this room.
pub const MIGRATIONS: &[::store::Migration] = &[::store::Migration {
    name: "2026_11_24_001200_release",
    sql: include_str!("../migrations/2026-11-24-release.sql"),
    seed: include_str!("../migrations/2026-11-24-release.seed.sql"),
}];

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// The events this room records.
pub const EVENTS: &[&str] = &["HandoverPrepared", "HandoverAccepted", "HandoverReturned", "HandoverWaits"];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![actions::PREPARE, actions::ACCEPT, actions::RETURN]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![pages::LIST, pages::SHOW]
}
