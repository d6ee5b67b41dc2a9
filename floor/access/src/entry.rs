// SPDX-License-Identifier: Apache-2.0 OR MIT
//! By which way somebody came in, and what follows from it: how fresh her proof is, and what a program may do for her.

use chrono::{DateTime, Duration, Utc};

use crate::{Act, Actor, TokenScopes, policy};

/// A proof counts this long, and only for the sign-in it was given in.
///
/// # Source
/// Product decision; OWASP ASVS 4.0, 3.7.1 asks for a full, recent sign-in before sensitive transactions.
pub const PROOF_MINUTES: i64 = 10;

/// How it is known who acts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Entry {
    /// Nobody proved anything: the public, and code that has not said otherwise.
    #[default]
    Unproven,
    /// The operator of the machine, at the command line or in a story. Whoever runs commands holds database and key
    /// anyway; a question would be asked and answered by the same hand.
    Operator,
    /// A sign-in through the web.
    SignIn {
        /// Tells one's sign-ins apart without giving away the token.
        mark: String,
        /// The last proof in this sign-in; the sign-in itself is one.
        proved_at: Option<DateTime<Utc>>,
    },
    /// A program with a token.
    Token(TokenScopes),
    /// A job that she asked for with a fresh proof, where its act needs one: that proof counts for this act alone, however
    /// late the job runs.
    Errand(Act),
}

impl Entry {
    /// Whether this way in may do the act at all, whatever the roles say. A token never asks anybody, so it never does
    /// what needs a fresh proof.
    pub(crate) fn admits(&self, act: Act) -> bool {
        match self {
            Self::Token(scopes) => scopes.admits(act),
            Self::Unproven | Self::Operator | Self::SignIn { .. } | Self::Errand(_) => true,
        }
    }

    /// Whether a proof was given within the last minutes.
    pub fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        match self {
            Self::Operator => true,
            Self::SignIn { proved_at: Some(at), .. } => {
                *at <= now && now < *at + Duration::minutes(PROOF_MINUTES)
            }
            Self::SignIn { proved_at: None, .. } | Self::Unproven | Self::Token(_) | Self::Errand(_) => false,
        }
    }

    /// Whether a proof that counts for this act was given.
    fn is_proof_of(&self, act: Act, now: DateTime<Utc>) -> bool {
        *self == Self::Errand(act) || self.is_fresh(now)
    }
}

/// Whether the act's row asks for a fresh proof that this actor has not given. Who may do it is another question.
pub fn needs_proof(actor: &Actor, act: Act, now: DateTime<Utc>) -> bool {
    policy::row(act).step_up && !actor.entry.is_proof_of(act, now)
}
