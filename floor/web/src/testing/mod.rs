// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A whole house for a test: a fresh database, the rooms given, people who are signed in, and a clock one can set.
//! Requests go straight into the router; there is no network.

mod answer;
mod request;
mod standing;

use std::future::Future;

use desk::{Reactions, RoomLink};
use store::Migration;

pub use answer::Answer;
pub use standing::Standing;

use crate::Rooms;

/// What a house is built of. The floor's own migrations and words come by themselves.
#[derive(Clone, Copy)]
pub struct Plan {
    /// The rooms' migrations, in order, without those of audit, access and desk.
    pub migrations: &'static [&'static [Migration]],
    pub rooms: fn() -> Rooms,
    /// The rooms' words, without those of desk and web.
    pub words: &'static [(&'static str, &'static str)],
    pub reactions: Reactions,
    pub links: &'static [RoomLink],
}

impl Plan {
    /// Every table, the floor's first.
    pub fn steps(&self) -> Vec<Migration> {
        let floor = [audit::MIGRATIONS, access::MIGRATIONS, desk::MIGRATIONS];
        floor.iter().chain(self.migrations).flat_map(|steps| steps.iter().copied()).collect()
    }
}

/// Runs the test in a house of its own on each database at hand.
///
/// # Panics
/// The test panics, or the house cannot be built.
pub async fn on_each_database<T, F>(plan: Plan, test: T)
where
    T: Fn(Standing) -> F,
    F: Future<Output = ()>,
{
    let build = |db| async { test(Standing::of(plan, db).await).await };
    store::testing::on_each_database(&plan.steps(), false, build).await;
}
