// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod actions;
mod back_off;
pub mod facts;
mod kind;
mod pages;
mod payload;
mod progress;
mod queue;
mod run;
mod state;
mod store;
mod task;
mod worker;

pub use kind::{JobKind, Run};
pub use payload::Payload;
pub use progress::Progress;
pub use queue::{Queued, enqueue, hasten};
pub use state::State;
pub use task::Task;
pub use worker::{Pace, Worker};

use ::store::Migration;
use desk::{Action, Page};

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "2026_11_25_000350_jobs",
    sql: include_str!("../migrations/2026-11-25-jobs.sql"),
    seed: include_str!("../migrations/2026-11-25-jobs.seed.sql"),
}];

/// The sentences of this crate.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Every kind of event recorded here.
pub const EVENTS: &[&str] = &["JobEnqueued", "JobCancelled", "JobRetried", "JobFailed"];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![actions::CANCEL, actions::RETRY]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![pages::LIST, pages::SHOW]
}
