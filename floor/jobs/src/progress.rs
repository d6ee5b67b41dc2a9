// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How a job tells how far it is, and hears that it is wanted no more. Cheap to call in a tight loop: what is told here is
//! written to the database by somebody else, at most twice a second.

use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::TimeDelta;
use desk::{Halt, Refusal, Say};

use crate::Payload;

/// Why a job should stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Go on.
    Nothing,
    /// Somebody wants it no more.
    Cancelled,
    /// The account may do it nowhere any more.
    RightsEnded,
    /// The program stops.
    Leaving,
    /// Somebody else runs it.
    LeaseLost,
    /// It cannot go on now and will be able to later.
    Waiting,
}

const WHYS: [Why; 6] =
    [Why::Nothing, Why::Cancelled, Why::RightsEnded, Why::Leaving, Why::LeaseLost, Why::Waiting];

/// What has been told since it was last written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told {
    pub done: u64,
    pub total: u64,
    pub say: Option<Say>,
    pub best: Option<Payload>,
}

#[derive(Debug, Default)]
struct Shared {
    told: Mutex<(Told, bool)>,
    why: AtomicU8,
    /// How long it waits, in milliseconds.
    pause: AtomicI64,
}

/// The two-way wire between a job and the house. Clones are the same wire; an engine on another thread may hold one.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Shared>);

impl Progress {
    /// Tells how far it is and, in a sentence that holds nothing personal, what it is at. A total of 0 is not known.
    pub fn tell(&self, done: u64, total: u64, say: impl Into<Say>) {
        self.change(|told| {
            told.done = done;
            told.total = total;
            told.say = Some(say.into());
        });
    }

    /// Keeps the best result so far, for the page, and for whoever cancels and wants to use it.
    pub fn best_so_far(&self, best: Payload) {
        self.change(|told| told.best = Some(best));
    }

    /// True when it should stop soon: the stop callback of an engine.
    pub fn is_cancelled(&self) -> bool {
        self.why() != Why::Nothing
    }

    /// For handlers with several steps: goes on or stops.
    ///
    /// # Errors
    /// It should stop. Hand the error on; how the job ends is known to whoever asked it to stop.
    pub fn go_on(&self) -> Result<(), Halt> {
        if self.is_cancelled() { Err(Refusal::new("JOBS-06").into()) } else { Ok(()) }
    }

    /// For a handler that cannot go on now: the job goes back into the queue, says why, and is taken up again after a while or
    /// when somebody hastens it. It is no attempt.
    ///
    /// # Errors
    /// Always: hand it on, as with [`go_on`](Self::go_on).
    pub fn wait(&self, pause: TimeDelta, say: impl Into<Say>) -> Halt {
        self.change(|told| told.say = Some(say.into()));
        self.0.pause.store(pause.num_milliseconds().max(0), Ordering::Relaxed);
        self.stop(Why::Waiting);
        Refusal::new("JOBS-06").into()
    }

    pub(crate) fn pause(&self) -> TimeDelta {
        TimeDelta::milliseconds(self.0.pause.load(Ordering::Relaxed))
    }

    pub(crate) fn why(&self) -> Why {
        WHYS[usize::from(self.0.why.load(Ordering::Relaxed))]
    }

    /// The first reason to stop stays.
    pub(crate) fn stop(&self, why: Why) {
        let place = WHYS.iter().position(|known| *known == why).and_then(|place| u8::try_from(place).ok());
        let place = place.expect("every reason stands in the short list");
        let _ = self.0.why.compare_exchange(0, place, Ordering::Relaxed, Ordering::Relaxed);
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn has_news(&self) -> bool {
        self.0.told.lock().unwrap_or_else(PoisonError::into_inner).1
    }

    /// What is to be written, if anything was told since the last time.
    pub(crate) fn take(&self) -> Option<Told> {
        let mut told = self.0.told.lock().unwrap_or_else(PoisonError::into_inner);
        if !std::mem::take(&mut told.1) {
            return None;
        }
        let taken = told.0.clone();
        Some(taken)
    }

    fn change(&self, change: impl FnOnce(&mut Told)) {
        let mut told = self.0.told.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut told.0);
        told.1 = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_latest_is_written_and_only_once() {
        let progress = Progress::default();
        assert!(progress.take().is_none());
        (1..=1_000).for_each(|done| progress.clone().tell(done, 1_000, "at-it"));
        assert_eq!(progress.take().map(|told| told.done), Some(1_000));
        assert!(progress.take().is_none());
    }

    #[test]
    fn the_first_reason_to_stop_stays() {
        let progress = Progress::default();
        assert!(progress.go_on().is_ok());
        progress.stop(Why::Cancelled);
        progress.stop(Why::Leaving);
        assert!(progress.is_cancelled() && progress.go_on().is_err());
        assert_eq!(progress.why(), Why::Cancelled);
    }
}
