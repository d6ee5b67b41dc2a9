// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod action;
mod dice;
mod field;
mod form;
mod halt;
mod house;
mod once;
mod reading;
mod second;
mod secrets;
mod slice;
mod told;
mod twin;
mod words;
mod work;

pub use action::{Action, Done, Future, Page, Prepared, Shown};
pub use dice::Dice;
pub use field::{Choice, Field, Kind};
pub use form::{Form, Upload};
pub use halt::{FieldProblem, Halt, Refusal};
pub use house::{Desk, Guard, House, React, ReactionTable, Reactions, RoomLink, Settings};
pub use reading::Reading;
pub use second::{Taken, open_key, recovery_hash, seal_key, take_code};
pub use secrets::Secrets;
pub use slice::{AFTER, LIMIT, SEARCH, Slice};
pub use told::{Shapes, Told};
pub use twin::{PageFacts, Twin};
pub use words::{Say, Teller, Words};
pub use work::Work;

pub use serde_json::Value as Json;
use store::Migration;

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "2026_11_24_000300_once",
    sql: include_str!("../migrations/2026-11-24-once.sql"),
    seed: "INSERT INTO once (key, action, at, done) VALUES ('seed', 'seed', '2026-11-24T00:00:00+00:00', '{}');",
}];

/// Sentences that belong to no single room: problems of fields, verbs, months.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));
