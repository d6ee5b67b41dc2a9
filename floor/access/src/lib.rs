// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod act;
mod actor;
mod grant;
mod password;
mod policy;
mod role;
mod scope;
mod sign_in;
mod target;

pub use act::Act;
pub use actor::{Actor, Office, account_named, actor_of, actor_without_account};
pub use grant::{Grant, give_grants, withdraw_grants};
pub use password::{PasswordProblem, hash_password, password_fits};
pub use policy::{Relation, Row, policy};
pub use role::Role;
pub use scope::{Scope, ScopeColumns, scope};
pub use sign_in::{
    Attempt, SignInRefused, attempt, end_sign_in, keep_signed_in, paused_sign_ins, sign_in, signed_in,
};
pub use target::{Denied, Target, authorise, right};

use store::Migration;

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "2026_11_24_000200_access",
    sql: include_str!("../migrations/2026-11-24-access.sql"),
    seed: include_str!("../migrations/2026-11-24-access.seed.sql"),
}];
