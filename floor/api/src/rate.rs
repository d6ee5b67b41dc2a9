// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How much one token may ask, kept in memory: a bucket that fills evenly and is emptied by requests.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use uuid::Uuid;

use crate::Limits;

/// Above this many, those that are full again are forgotten.
const MOST_BUCKETS: usize = 10_000;

pub(crate) struct Rate {
    per_second: f64,
    largest: f64,
    buckets: Mutex<HashMap<Uuid, Bucket>>,
}

struct Bucket {
    left: f64,
    at: Instant,
}

impl Rate {
    pub(crate) fn new(limits: Limits) -> Self {
        let per_minute = f64::from(limits.per_minute.max(1));
        Self {
            per_second: per_minute / 60.0,
            largest: (per_minute / 3.0).max(1.0),
            buckets: Mutex::default(),
        }
    }

    /// Takes one request from a token's bucket; else the whole seconds to wait for the next.
    pub(crate) fn take(&self, token: Uuid, now: Instant) -> Result<(), u64> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() > MOST_BUCKETS {
            buckets.retain(|_, bucket| self.filled(bucket, now) < self.largest);
        }
        let bucket = buckets.entry(token).or_insert(Bucket { left: self.largest, at: now });
        bucket.left = self.filled(bucket, now);
        bucket.at = now;
        if bucket.left < 1.0 {
            let seconds = ((1.0 - bucket.left) / self.per_second).ceil();
            return Err((1..=60_u32).find(|whole| f64::from(*whole) >= seconds).map_or(60, u64::from));
        }
        bucket.left -= 1.0;
        Ok(())
    }

    fn filled(&self, bucket: &Bucket, now: Instant) -> f64 {
        let seconds = now.saturating_duration_since(bucket.at).as_secs_f64();
        (bucket.left + seconds * self.per_second).min(self.largest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn a_bucket_is_emptied_and_fills_again() {
        let rate = Rate::new(Limits { per_minute: 6 });
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let start = Instant::now();
        assert_eq!(rate.take(one, start), Ok(()));
        assert_eq!(rate.take(one, start), Ok(()));
        assert_eq!(rate.take(one, start), Err(10));
        assert_eq!(rate.take(other, start), Ok(()), "each token has its own");
        assert_eq!(rate.take(one, start + Duration::from_secs(4)), Err(6));
        assert_eq!(rate.take(one, start + Duration::from_secs(10)), Ok(()));
    }
}
