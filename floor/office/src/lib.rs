// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

pub mod actions;
pub mod facts;
mod once;
pub mod pages;
mod qr;
mod store;
mod twins;

use desk::{Action, Page};

pub use twins::twins;

/// The sentences of this room.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &[
    "OrganisationRegistered",
    "AccountOpened",
    "AccountClosed",
    "AccountReset",
    "RolesChanged",
    "PasswordChanged",
    "SecondFactorEnrolled",
    "SecondFactorRemoved",
    "RecoveryCodesMade",
    "SignInsEnded",
    "TokenCreated",
    "TokenRevoked",
];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![
        actions::REGISTER,
        actions::OPEN,
        actions::RESET,
        actions::ROLES,
        actions::CLOSE,
        actions::PASSWORD,
        actions::BEGIN,
        actions::CONFIRM,
        actions::REMOVE,
        actions::MAKE,
        actions::END_ONE,
        actions::END_ALL,
        actions::CREATE,
        actions::REVOKE,
    ]
}

/// What can be seen here.
pub fn pages() -> Vec<Page> {
    vec![pages::ORGANISATIONS, pages::ACCOUNTS, pages::OWN, pages::TOKENS]
}
