// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: no more sessions at the same time than can be watched.
//!
//! Unit: sessions. Source: product decision, judged as TIME-14: each place says how many; there is no figure by law
//! (the ratio of officers to people is not published).

use crate::office::problem::Problem;

pub const OF_A_SESSION: usize = 1;

/// One session; a day on which a room or an instructor is away is none.
pub fn used_by_locked(problem: &Problem, index: usize) -> usize {
    let locked = &problem.locked[index];
    usize::from(locked.batch.is_some() || !locked.participants.is_empty())
}
