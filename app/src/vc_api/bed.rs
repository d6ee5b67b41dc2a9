// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the test bed remembers while it runs: its key, its status list, and which bit belongs to which credential.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, SecondsFormat, Utc};
use credential::IssuerKey;
use credential::status::{LEAST_ENTRIES, StatusList};
use desk::Dice;

use crate::clock::Clock;

/// The state of a test bed; nothing of it outlives the process.
#[derive(Debug)]
pub struct Bed {
    pub(super) key: IssuerKey,
    /// `https://127.0.0.1:8443`, without a slash.
    pub(super) url: String,
    clock: Clock,
    dice: Dice,
    list: Mutex<Revocations>,
}

#[derive(Debug, Default)]
struct Revocations {
    bits: StatusList,
    /// By the credential's `id`; those without one have a bit, too, but nobody can name them.
    by_credential: BTreeMap<String, usize>,
    taken: std::collections::BTreeSet<usize>,
}

impl Bed {
    /// A bed whose key follows from `seed`, reached at `url`.
    pub fn new(seed: &[u8; 32], url: &str, clock: Clock) -> Self {
        Self {
            key: IssuerKey::from_seed(*seed),
            url: url.to_owned(),
            clock,
            dice: Dice::from_system(),
            list: Mutex::default(),
        }
    }

    /// The name of the issuer.
    pub fn did(&self) -> String {
        self.key.did()
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.clock.read()
    }

    /// The moment as proofs write it.
    pub(super) fn stamp(&self) -> String {
        self.now().to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// A bit that no other credential has, in no order; none when the list is full.
    pub(super) fn take_index(&self, credential: Option<&str>) -> Option<usize> {
        self.with_list(|list| {
            if list.taken.len() >= LEAST_ENTRIES {
                return None;
            }
            let index = loop {
                let index = u32::from_be_bytes(self.dice.bytes()) as usize % LEAST_ENTRIES;
                if list.taken.insert(index) {
                    break index;
                }
            };
            if let Some(id) = credential {
                list.by_credential.insert(id.to_owned(), index);
            }
            Some(index)
        })
    }

    /// Sets the bit of a credential; whether it is known here.
    pub(super) fn set_status(&self, credential: &str, revoked: bool) -> bool {
        self.with_list(|list| {
            let index = list.by_credential.get(credential).copied();
            index.is_some_and(|index| list.bits.set(index, revoked).is_ok())
        })
    }

    pub(super) fn bits(&self) -> StatusList {
        self.with_list(|list| list.bits.clone())
    }

    fn with_list<T>(&self, work: impl FnOnce(&mut Revocations) -> T) -> T {
        work(&mut self.list.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
