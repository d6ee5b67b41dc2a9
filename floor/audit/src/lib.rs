// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod anchor;
mod compare;
mod event;
mod evidence;
mod leaf;
mod record;
mod shelf;
mod stall;
mod timeline;
pub mod tree;
mod verify;

pub use anchor::{Anchored, Log};
pub use compare::{Depth, Difference};
pub use event::{Event, Object};
pub use evidence::{Evidence, evidence, fingerprint, proved};
pub use leaf::Leaf;
pub use record::{Author, append, hold};
pub use shelf::{At, Shelf};
pub use stall::{Stall, stalls};
pub use timeline::{Changes, Entry, LogLine, changes, log, recent, timeline};
pub use verify::{Flaw, Report, verify};

use store::Migration;

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026_11_24_000100_audit",
        sql: include_str!("../migrations/2026-11-24-audit.sql"),
        seed: include_str!("../migrations/2026-11-24-audit.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000101_audit_checkpoint",
        sql: include_str!("../migrations/2026-11-26-checkpoint.sql"),
        seed: include_str!("../migrations/2026-11-26-checkpoint.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000102_audit_stall",
        sql: include_str!("../migrations/2026-11-26-stall.sql"),
        seed: include_str!("../migrations/2026-11-26-stall.seed.sql"),
    },
];
