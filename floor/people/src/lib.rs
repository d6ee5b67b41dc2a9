// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod commands;
pub mod facts;
pub mod register;
pub mod rules;
mod store;

use ::store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "2026_11_24_000400_people",
    sql: include_str!("../migrations/2026-11-24-people.sql"),
    seed: include_str!("../migrations/2026-11-24-people.seed.sql"),
}];
