// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Where a search stands in one part: what was decided, what rules cost, and the flow under both. All of it can be
//! taken back.
//!
//! A rule that the flow does not know is given a price for breaking it (a multiplier); with any prices at all the
//! flow's worth plus `constant` bounds every plan from above.

use crate::network::{BARRED, Flow, Network};
use crate::side::Side;

/// What is decided about a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Undecided,
    Open,
    Closed,
}

/// What is decided about a quota: it holds, or none of its batches opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    Undecided,
    Holds,
    Void,
}

/// Decisions and prices small enough to copy.
#[derive(Debug, Clone)]
pub struct Ledger {
    pub fate: Vec<Fate>,
    pub force: Vec<Force>,
    /// What each member brings to a batch of the quota.
    pub quota_price: Vec<i64>,
    /// What a full batch costs in each rivalry.
    pub rival_price: Vec<i64>,
    pub constant: i64,
}

/// A state of one part.
#[derive(Debug)]
pub struct State<'a> {
    pub side: &'a Side,
    pub net: Network,
    pub ledger: Ledger,
    /// What it costs to sit in the same batch, for each clause.
    pub clause_price: Vec<i64>,
    /// Clauses that can no longer be broken.
    pub dropped: Vec<bool>,
    /// What to take back, the last first.
    pub trail: Vec<Step>,
}

/// One thing to take back.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    Worth(u32, i64),
    ClausePrice(u32, i64),
    Dropped(u32),
    Must(u32),
}

/// A state to come back to.
#[derive(Debug)]
pub struct Mark {
    trail: usize,
    flow: Flow,
    capacity: Vec<u32>,
    least: Vec<u32>,
    floor: Vec<i64>,
    ledger: Ledger,
}

impl<'a> State<'a> {
    /// The flow of a part under capacities alone, without those who are gone.
    pub fn of(side: &'a Side, gone: &[bool]) -> Self {
        let mut net = side.net.clone();
        for person in (0..net.person_count() as u32).filter(|person| !gone[*person as usize]) {
            net.push(person);
        }
        net.look_back();
        Self {
            side,
            net,
            ledger: Ledger {
                fate: vec![Fate::Undecided; side.minimum.len()],
                force: vec![Force::Undecided; side.quotas.len()],
                quota_price: vec![0; side.quotas.len()],
                rival_price: vec![0; side.rivals.len()],
                constant: 0,
            },
            clause_price: vec![0; side.clauses.len()],
            dropped: vec![false; side.clauses.len()],
            trail: Vec::new(),
        }
    }

    /// No plan under these decisions is worth more; in scaled units.
    pub fn bound(&self) -> i64 {
        self.net.total() + self.ledger.constant
    }

    pub fn mark(&self) -> Mark {
        Mark {
            trail: self.trail.len(),
            flow: self.net.flow.clone(),
            capacity: self.net.capacity.clone(),
            least: self.net.least.clone(),
            floor: self.net.floor.clone(),
            ledger: self.ledger.clone(),
        }
    }

    pub fn back_to(&mut self, mark: Mark) {
        while self.trail.len() > mark.trail {
            match self.trail.pop() {
                Some(Step::Worth(edge, worth)) => self.net.worth[edge as usize] = worth,
                Some(Step::ClausePrice(clause, price)) => self.clause_price[clause as usize] = price,
                Some(Step::Dropped(clause)) => self.dropped[clause as usize] = false,
                Some(Step::Must(person)) => self.net.must[person as usize] = false,
                None => {}
            }
        }
        self.net.flow = mark.flow;
        self.net.capacity = mark.capacity;
        self.net.least = mark.least;
        self.net.floor = mark.floor;
        self.ledger = mark.ledger;
    }

    pub fn set_worth(&mut self, edge: u32, worth: i64) {
        let old = std::mem::replace(&mut self.net.worth[edge as usize], worth);
        self.trail.push(Step::Worth(edge, old));
        self.net.sorted = false;
    }

    pub fn add_worth(&mut self, edge: u32, more: i64) {
        let old = self.net.worth[edge as usize];
        if old != BARRED && more != 0 {
            self.set_worth(edge, old + more);
        }
    }
}
