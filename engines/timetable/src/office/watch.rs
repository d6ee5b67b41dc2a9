// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Counts moves and asks the pace.

use crate::progress::Progress;

pub(super) struct Watch<'a> {
    pace: &'a mut dyn FnMut(&Progress) -> f64,
    progress: Progress,
    share: f64,
}

impl<'a> Watch<'a> {
    pub fn new(pace: &'a mut dyn FnMut(&Progress) -> f64) -> Self {
        Self { pace, progress: Progress { moves: 0, hard: i64::MAX, soft: i64::MAX }, share: 0.0 }
    }

    /// Tells what the best is by now.
    pub fn best(&mut self, hard: i64, soft: i64) {
        (self.progress.hard, self.progress.soft) = (hard, soft);
    }

    /// Counts moves; gives the used share of the budget.
    pub fn after(&mut self, moves: usize) -> f64 {
        self.progress.moves += moves as u64;
        self.share = (self.pace)(&self.progress);
        self.share
    }

    pub fn is_over(&self) -> bool {
        self.share >= 1.0
    }
}
