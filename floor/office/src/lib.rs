// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod actions;
pub mod facts;
pub mod pages;
mod store;
mod twins;

use desk::{Action, Page};

pub use twins::twins;

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &["OrganisationRegistered", "AccountOpened", "AccountClosed"];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![actions::REGISTER, actions::OPEN, actions::CLOSE]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![pages::ORGANISATIONS, pages::ACCOUNTS]
}
