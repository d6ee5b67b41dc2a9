// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: every session lies in the days of its batch and in the term of the agreement, first and last day included.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-08: rights of partners begin and end with it.

use kernel::day::Day;

/// The days in both.
pub fn within(batch: (Day, Day), term: (Day, Day)) -> (Day, Day) {
    (batch.0.max(term.0), batch.1.min(term.1))
}
