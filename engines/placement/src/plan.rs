// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A plan: a proposal with its proof. A person decides about it.

use crate::problem::{BatchIndex, PersonIndex};

/// Who sits where, who waits, and how good the plan is at best.
///
/// # Shape
/// One seat a person, one list of reserves a batch, the first of a list is asked first.
///
/// # Units
/// `value` and `bound` are sums of the values of the question, with the bonus of those who stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub seats: Vec<Option<BatchIndex>>,
    pub reserves: Vec<Vec<PersonIndex>>,
    pub value: i64,
    /// No plan that keeps everything is worth more.
    pub bound: i64,
    /// What a seat of each batch is worth to the last who did not get it, where the part is a plain flow.
    pub(crate) prices: Vec<i64>,
    /// The bound of each part alone.
    pub(crate) part_bounds: Vec<i64>,
}

impl Plan {
    /// Whether no plan can be better.
    pub fn is_proven(&self) -> bool {
        self.value == self.bound
    }

    /// How far the plan is from the bound, of the bound; 0 when proven.
    pub fn gap(&self) -> f64 {
        if self.is_proven() { 0.0 } else { (self.bound - self.value) as f64 / self.bound as f64 }
    }

    /// The seat of a person.
    pub fn seat(&self, person: PersonIndex) -> Option<BatchIndex> {
        self.seats[person.at()]
    }

    pub fn placed(&self) -> usize {
        self.seats.iter().flatten().count()
    }
}
