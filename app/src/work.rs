// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The workers of the queue: beside the pages while the server runs, or once from the command line.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use desk::House;
use jobs::{Pace, Worker};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::clock::Clock;
use crate::rooms;

/// One long job must not keep a short one waiting.
const WORKERS: usize = 2;
/// So long a job in hand may take to stop when the program does; after that its lease runs out by itself.
const PATIENCE: Duration = Duration::from_secs(5);

/// A worker of all rooms at this house's time.
pub fn worker(house: &Arc<House>, clock: Clock) -> Worker {
    let kinds = rooms::job_kinds();
    Worker::new(Arc::clone(house), kinds, Arc::new(move || clock.read()), Arc::new(|| Clock::Now.read()))
}

/// The pace, with the lease of `BEKAL_JOB_LEASE` seconds where that is set.
///
/// # Errors
/// It is not a whole number of seconds from 1.
pub fn pace() -> anyhow::Result<Pace> {
    let mut pace = Pace::default();
    if let Ok(text) = std::env::var("BEKAL_JOB_LEASE") {
        let seconds: u64 = text.parse().context("BEKAL_JOB_LEASE must be a whole number of seconds")?;
        anyhow::ensure!(seconds > 0, "BEKAL_JOB_LEASE must be at least 1");
        pace.lease = Duration::from_secs(seconds);
    }
    Ok(pace)
}

/// The running workers of a server.
pub struct Workers {
    stop: watch::Sender<bool>,
    running: Vec<JoinHandle<()>>,
}

impl Workers {
    pub fn start(house: &Arc<House>, clock: Clock, pace: Pace) -> Self {
        let (stop, bell) = watch::channel(false);
        let worker = worker(house, clock).at_pace(pace);
        let running = (0..WORKERS).map(|_| tokio::spawn(worker.clone().run(bell.clone()))).collect();
        Self { stop, running }
    }

    /// Asks them to stop, and waits a little.
    pub async fn stop(self) {
        let _ = self.stop.send(true);
        for running in self.running {
            if tokio::time::timeout(PATIENCE, running).await.is_err() {
                tracing::warn!("a job did not stop in time; it goes on when its lease has run out");
            }
        }
    }
}
