// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How a search tells where it is, and is told how much of its budget is used.

/// Where a search stands.
///
/// # Units
/// `moves` are moves looked at, taken or not. `hard` and `soft` belong to the best found so far: broken hard
/// rules and cost for courses, minutes without a place and cost for batches; `i64::MAX` while there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub moves: u64,
    pub hard: i64,
    pub soft: i64,
}

/// A budget counted in moves: the share of it that is used, for the `pace` of a search.
///
/// # Shape
/// From 0.0 to 1.0, where 1.0 means stop. Counted in moves, a search with the same seed gives the same result on every
/// machine; a `pace` that looks at a clock gives up that promise for a promise about time.
///
/// ```
/// let mut pace = timetable::by_moves(1_000);
/// let progress = timetable::Progress { moves: 250, hard: 0, soft: 0 };
/// assert_eq!(pace(&progress), 0.25);
/// ```
pub fn by_moves(budget: u64) -> impl FnMut(&Progress) -> f64 {
    move |progress| if progress.moves >= budget { 1.0 } else { progress.moves as f64 / budget as f64 }
}
