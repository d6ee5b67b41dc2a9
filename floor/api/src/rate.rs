// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How much one token may ask, kept in memory: a bucket that fills evenly and is emptied by requests.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::Limits;

/// Above this many, those that are full again are forgotten.
const MOST_BUCKETS: usize = 10_000;

const BETWEEN_NOTES: Duration = Duration::from_secs(60);

pub(crate) struct Rate {
    per_second: f64,
    largest: f64,
    buckets: Mutex<HashMap<Uuid, Bucket>>,
}

struct Bucket {
    left: f64,
    at: Instant,
    /// When the use of the token was last written down.
    noted: Option<Instant>,
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
        let bucket = buckets.entry(token).or_insert(Bucket { left: self.largest, at: now, noted: None });
        bucket.left = self.filled(bucket, now);
        bucket.at = now;
        if bucket.left < 1.0 {
            let seconds = ((1.0 - bucket.left) / self.per_second).ceil();
            return Err((1..=60_u32).find(|whole| f64::from(*whole) >= seconds).map_or(60, u64::from));
        }
        bucket.left -= 1.0;
        Ok(())
    }

    /// True once a minute for a token that took a request: its use is to be written down.
    pub(crate) fn is_to_note(&self, token: Uuid, now: Instant) -> bool {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(bucket) = buckets.get_mut(&token) else { return false };
        let is_due = bucket.noted.is_none_or(|noted| now.saturating_duration_since(noted) >= BETWEEN_NOTES);
        if is_due {
            bucket.noted = Some(now);
        }
        is_due
    }

    fn filled(&self, bucket: &Bucket, now: Instant) -> f64 {
        let seconds = now.saturating_duration_since(bucket.at).as_secs_f64();
        (bucket.left + seconds * self.per_second).min(self.largest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn use_is_noted_once_a_minute() {
        let rate = Rate::new(Limits { per_minute: 60 });
        let (token, start) = (Uuid::from_u128(1), Instant::now());
        assert!(!rate.is_to_note(token, start), "it has not asked yet");
        assert_eq!(rate.take(token, start), Ok(()));
        assert!(rate.is_to_note(token, start));
        assert!(!rate.is_to_note(token, start + Duration::from_secs(59)));
        assert!(rate.is_to_note(token, start + Duration::from_secs(60)));
    }

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
