// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How long a thread has worked.

use std::time::Instant;

/// The processor's time of the thread that asks, where the system counts it; else the time on the wall.
pub struct ThreadClock {
    begun: Instant,
    begun_cpu: Option<f64>,
}

impl ThreadClock {
    pub fn start() -> Self {
        Self { begun: Instant::now(), begun_cpu: cpu_seconds() }
    }

    /// Seconds since the start.
    pub fn seconds(&self) -> f64 {
        match (self.begun_cpu, cpu_seconds()) {
            (Some(begun), Some(now)) => now - begun,
            _ => self.begun.elapsed().as_secs_f64(),
        }
    }
}

fn cpu_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
