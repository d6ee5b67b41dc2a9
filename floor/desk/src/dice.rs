// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Randomness as an argument: the system's own in service, a seed in stories that must run the same twice.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// A source of random bytes.
#[derive(Debug)]
pub struct Dice(Mutex<StdRng>);

impl Dice {
    /// Seeded by the operating system.
    pub fn from_system() -> Self {
        Self(Mutex::new(rand::make_rng()))
    }

    /// The same bytes for the same seed.
    pub fn from_seed(seed: &str) -> Self {
        Self(Mutex::new(StdRng::from_seed(Sha256::digest(seed.as_bytes()).into())))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    /// An id for inside: ordered by the instant given.
    pub fn ordered_id(&self, now: DateTime<Utc>) -> Uuid {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &self.bytes::<10>()).into_uuid()
    }

    /// An id for outside: tells nothing about when or after what.
    pub fn random_id(&self) -> Uuid {
        Builder::from_random_bytes(self.bytes::<16>()).into_uuid()
    }
}
