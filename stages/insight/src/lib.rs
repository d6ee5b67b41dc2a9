// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod facts;
mod gather;
mod pages;
mod tally;

pub use pages::twins;

use ::store::Migration;
use desk::{Action, Page};

/// This room keeps no table of its own.
pub const MIGRATIONS: &[Migration] = &[];

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Nothing happens here; it is only looked back at what did.
pub const EVENTS: &[&str] = &[];

/// What can be done here: nothing.
pub fn actions() -> Vec<Action> {
    Vec::new()
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![pages::FUNNEL]
}
