// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a verifier says about a file, and what it read there. How it is shown is not decided here.

use chrono::NaiveDate;

use crate::badge::{BadgeKind, BadgeUnit};
use crate::cause::Cause;

/// The answer to "may I rely on this file?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Unchanged, and signed by an issuer on the trust list.
    Valid(Read),
    /// A certificate that must not be relied on; all causes found, never empty.
    Invalid(Vec<Cause>),
    /// Not a certificate at all.
    Unreadable(Cause),
}

/// The facts of a certificate whose signature was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// `urn:uuid:...`
    pub id: String,
    pub kind: BadgeKind,
    pub name: String,
    pub learner: String,
    /// As on the trust list, so that a known key cannot speak under another's name; without a list as written.
    pub issuer_name: String,
    pub issuer_did: String,
    pub number: String,
    pub awarded_on: NaiveDate,
    /// The last day it holds.
    pub valid_until: Option<NaiveDate>,
    pub units: Vec<BadgeUnit>,
}

impl Verdict {
    /// The same verdict seen on a day: a certificate not yet or no longer in force becomes invalid.
    pub fn on(self, today: NaiveDate) -> Self {
        match self {
            Self::Valid(read) if today < read.awarded_on => {
                Self::Invalid(vec![Cause::NotYetValid(read.awarded_on)])
            }
            Self::Valid(read) => match read.valid_until {
                Some(last_day) if last_day < today => Self::Invalid(vec![Cause::Expired(last_day)]),
                Some(_) | None => Self::Valid(read),
            },
            Self::Invalid(causes) => Self::Invalid(causes),
            Self::Unreadable(cause) => Self::Unreadable(cause),
        }
    }

    pub fn is_valid(&self) -> bool {
        matches!(self, Self::Valid(_))
    }

    /// Every cause, none if valid.
    pub fn causes(&self) -> &[Cause] {
        match self {
            Self::Valid(_) => &[],
            Self::Invalid(causes) => causes,
            Self::Unreadable(cause) => std::slice::from_ref(cause),
        }
    }
}
