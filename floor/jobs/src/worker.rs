// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whoever looks for jobs and runs them: inside the server, or for a moment by `bekal work --once`.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use desk::{Dice, House};
use kernel::id::JobId;
use tokio::sync::watch;
use web::Clock;

use crate::progress::Why;
use crate::{JobKind, Progress, store};

/// Jobs that ended are forgotten after so many days.
const KEPT_DAYS: i64 = 30;
/// Forgetting is looked at once in so many rounds of waiting.
const ROUNDS: u32 = 3_600;

/// How often things are looked at.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Between two looks into an empty queue.
    pub look: Duration,
    /// Between two writings of how far a job is.
    pub report: Duration,
    /// After so long without a sign, whoever ran a job is believed dead, and another takes it up.
    pub lease: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            look: Duration::from_millis(1_000),
            report: Duration::from_millis(500),
            lease: Duration::from_secs(30),
        }
    }
}

/// A worker. Clones share everything.
#[derive(Clone)]
pub struct Worker {
    pub(crate) house: Arc<House>,
    pub(crate) kinds: Arc<Vec<JobKind>>,
    clock: Clock,
    machine: Clock,
    pub(crate) pace: Pace,
    pub(crate) dice: Arc<Dice>,
    /// Only a story has one: its jobs have ids that follow from it.
    seed: Option<String>,
    in_hand: Arc<Mutex<InHand>>,
}

/// Jobs in hand, to be told when the program stops.
#[derive(Default)]
struct InHand {
    jobs: Vec<Progress>,
    is_leaving: bool,
}

impl fmt::Debug for Worker {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Worker of {} kinds", self.kinds.len())
    }
}

impl Worker {
    /// `clock` is the house's: the day it is for people. `machine` is the machine's: leases and waits are real time, also
    /// where the house stands still on one day.
    pub fn new(house: Arc<House>, kinds: Vec<JobKind>, clock: Clock, machine: Clock) -> Self {
        Self {
            house,
            kinds: Arc::new(kinds),
            clock,
            machine,
            pace: Pace::default(),
            dice: Arc::new(Dice::from_system()),
            seed: None,
            in_hand: Arc::default(),
        }
    }

    #[must_use]
    pub fn at_pace(mut self, pace: Pace) -> Self {
        self.pace = pace;
        self
    }

    /// For stories, which must run the same twice.
    #[must_use]
    pub fn seeded(mut self, seed: &str) -> Self {
        self.dice = Arc::new(Dice::from_seed(seed));
        self.seed = Some(seed.to_owned());
        self
    }

    /// Looks for jobs and runs them one after the other, until told to stop. A job in hand is told too: it stops where it
    /// can, and goes back into the queue.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let (mut bell, worker) = (stop.clone(), self.clone());
        tokio::spawn(async move {
            let _ = bell.wait_for(|stop| *stop).await;
            worker.leave();
        });
        let mut round = 0_u32;
        while !*stop.borrow() {
            match self.step().await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::error!("a job could not be looked after: {error:#}"),
            }
            if round.is_multiple_of(ROUNDS) {
                self.forget().await;
            }
            round = round.wrapping_add(1);
            tokio::select! {
                () = tokio::time::sleep(self.pace.look) => {}
                _ = stop.changed() => {}
            }
        }
    }

    async fn forget(&self) {
        let before = self.now() - TimeDelta::days(KEPT_DAYS);
        if let Err(error) = store::forget(self.house.db.writer(), before).await {
            tracing::error!(%error, "ended jobs could not be forgotten");
        }
    }

    /// Runs every job that is due now; answers how many.
    ///
    /// # Errors
    /// The database failed.
    pub async fn drain(&self) -> anyhow::Result<usize> {
        let mut count = 0;
        while self.step().await? {
            count += 1;
        }
        Ok(count)
    }

    /// Takes up one job, if any is due, and runs it.
    async fn step(&self) -> anyhow::Result<bool> {
        let now = self.machine_now();
        if !store::is_due(self.house.db.read(), now).await? {
            return Ok(false);
        }
        let lease = self.dice.random_id();
        let tx = self.house.db.begin().await?;
        let Some(claimed) = store::claim(&tx, lease, now, now + self.lease()).await? else {
            return Ok(false);
        };
        tx.commit().await?;
        self.run_one(claimed, lease).await?;
        Ok(true)
    }

    fn leave(&self) {
        let mut in_hand = self.in_hand.lock().unwrap_or_else(PoisonError::into_inner);
        in_hand.is_leaving = true;
        in_hand.jobs.iter().for_each(|progress| progress.stop(Why::Leaving));
    }

    pub(crate) fn held(&self, progress: &Progress, is_held: bool) {
        let mut in_hand = self.in_hand.lock().unwrap_or_else(PoisonError::into_inner);
        in_hand.jobs.retain(|known| !known.is_same(progress));
        if is_held {
            in_hand.jobs.push(progress.clone());
        }
        if in_hand.is_leaving {
            progress.stop(Why::Leaving);
        }
    }

    /// The house's time.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    pub(crate) fn machine_now(&self) -> DateTime<Utc> {
        (self.machine)()
    }

    pub(crate) fn lease(&self) -> TimeDelta {
        TimeDelta::from_std(self.pace.lease).unwrap_or(TimeDelta::seconds(30))
    }

    pub(crate) fn dice_for(&self, job: JobId) -> Dice {
        self.seed.as_ref().map_or_else(Dice::from_system, |seed| Dice::from_seed(&format!("{seed}:{job}")))
    }
}
