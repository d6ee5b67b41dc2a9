// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod facts;

use store::Migration;

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "2026_11_24_001100_certification",
    sql: include_str!("../migrations/2026-11-24-certification.sql"),
    seed: include_str!("../migrations/2026-11-24-certification.seed.sql"),
}];

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &["CertificateIssued", "CertificateHanded", "CertificateRevoked"];
