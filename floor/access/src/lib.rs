// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod act;
mod actor;
mod entry;
mod factor;
mod grant;
mod password;
mod policy;
mod role;
mod scope;
mod sign_in;
mod target;
mod token;
pub mod totp;

pub use act::Act;
pub use actor::{Actor, Office, account_named, actor_of, actor_without_account, arrived};
pub use entry::{Entry, PROOF_MINUTES, needs_proof};
pub use factor::{
    FEW_RECOVERY_CODES, Factor, RECOVERY_CODES, begin_factor, confirm_factor, confirmed_factor, factor_of,
    forget_wrong_proofs, recovery_codes_left, remove_factor, set_recovery_codes, take_step, take_try,
    use_recovery_code,
};
pub use grant::{Grant, give_grants, withdraw_grants};
pub use password::{
    FIRST_PASSWORD_DAYS, PasswordProblem, first_password, hash_password, judge_password, password_fits,
    password_hash_of, set_password,
};
pub use policy::{Relation, Row, policy};
pub use role::Role;
pub use scope::{Scope, ScopeColumns, scope};
pub use sign_in::{
    Attempt, Entered, SignInRefused, SignedIn, attempt, complete_sign_in, end_sign_in, end_sign_in_marked,
    end_sign_ins_of, half_signed_in, keep_signed_in, note_proof, paused_sign_ins, sign_in, sign_ins_of,
};
pub use target::{Denied, Target, authorise, right};
pub use token::{
    LONGEST_DAYS, NewToken, TokenFact, TokenScope, TokenScopes, actor_of_token, make_token, note_token_use,
    revoke_token, revoke_tokens_of, token, token_text, tokens_of,
};

use store::Migration;

/// The tables of this crate.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "2026_11_24_000200_access",
        sql: include_str!("../migrations/2026-11-24-access.sql"),
        seed: include_str!("../migrations/2026-11-24-access.seed.sql"),
    },
    Migration {
        name: "2026_11_26_000200_proof",
        sql: include_str!("../migrations/2026-11-26-proof.sql"),
        seed: include_str!("../migrations/2026-11-26-proof.seed.sql"),
    },
];
