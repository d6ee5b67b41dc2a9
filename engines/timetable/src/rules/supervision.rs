// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: no more sessions at the same time than can be watched.
//!
//! Unit: sessions. Source: product decision, judged as TIME-14: each place says how many; there is no figure by law
//! (the ratio of officers to people is not published).

use crate::office::problem::Problem;

pub const OF_A_SESSION: usize = 1;

pub fn used_by_locked(problem: &Problem, index: usize) -> usize {
    usize::from(problem.locked[index].heads > 0)
}
