// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Where a search stands in one part: what was decided, what rules cost, and the flow under both. All of it can be
//! taken back.
//!
//! A rule that the flow does not know is given a price for breaking it (a multiplier); with any prices at all the
//! flow's worth plus `constant` bounds every plan from above.

use crate::network::{BARRED, CLOSED, Flow, Network};
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
    trail: Vec<Step>,
}

#[derive(Debug, Clone, Copy)]
enum Step {
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
        self.ledger = mark.ledger;
    }

    fn set_worth(&mut self, edge: u32, worth: i64) {
        let old = std::mem::replace(&mut self.net.worth[edge as usize], worth);
        self.trail.push(Step::Worth(edge, old));
        self.net.sorted = false;
    }

    fn add_worth(&mut self, edge: u32, more: i64) {
        let old = self.net.worth[edge as usize];
        if old != BARRED && more != 0 {
            self.set_worth(edge, old + more);
        }
    }

    /// Prices a clause; whoever is concerned finds a seat anew.
    pub fn price_clause(&mut self, clause: u32, price: i64) -> bool {
        let old = std::mem::replace(&mut self.clause_price[clause as usize], price);
        self.trail.push(Step::ClausePrice(clause, old));
        self.ledger.constant += price - old;
        let concerned = self.side.clauses[clause as usize];
        (0..2).all(|at| {
            self.add_worth(concerned.edges[at], old - price);
            self.net.settle(concerned.persons[at])
        })
    }

    fn drop_clause(&mut self, clause: u32) -> bool {
        if self.dropped[clause as usize] {
            return true;
        }
        self.dropped[clause as usize] = true;
        self.trail.push(Step::Dropped(clause));
        self.clause_price[clause as usize] == 0 || self.price_clause(clause, 0)
    }

    /// A person may not sit in a batch; rules between the two no longer bind.
    pub fn bar(&mut self, person: u32, edge: u32) -> bool {
        let side = self.side;
        self.set_worth(edge, BARRED);
        self.net.settle(person)
            && side.clauses_of_edge[edge as usize].iter().all(|clause| self.drop_clause(*clause))
    }

    /// A person must sit in one of these batches.
    pub fn oblige(&mut self, person: u32, batches: &[u32]) -> bool {
        let elsewhere = |edge: &usize| !batches.contains(&self.net.to[*edge]);
        let barred: Vec<usize> = self.net.row(person).filter(elsewhere).collect();
        let others = barred.into_iter().all(|edge| self.bar(person, edge as u32));
        self.net.must[person as usize] = true;
        self.trail.push(Step::Must(person));
        others && self.net.settle(person)
    }

    /// A person sits in none of these batches.
    pub fn exclude(&mut self, person: u32, batches: &[u32]) -> bool {
        let inside: Vec<usize> =
            self.net.row(person).filter(|edge| batches.contains(&self.net.to[*edge])).collect();
        inside.into_iter().all(|edge| self.bar(person, edge as u32))
    }

    /// Prices a quota: each member brings so much to its batches.
    pub fn price_quota(&mut self, quota: usize, price: i64) -> bool {
        let side = self.side;
        let concerned = &side.quotas[quota];
        let more = price - std::mem::replace(&mut self.ledger.quota_price[quota], price);
        self.ledger.constant -= more * i64::from(concerned.at_least);
        let mut edges = concerned.edges.iter().copied().peekable();
        for &member in &concerned.members {
            while let Some(edge) = edges.next_if(|edge| (*edge as usize) < self.net.row(member).end) {
                self.add_worth(edge, more);
            }
            if !self.net.settle(member) {
                return false;
            }
        }
        true
    }

    /// Prices a rivalry: a full batch costs so much, each of its seats an equal share, rounded down.
    pub fn price_rivals(&mut self, rivals: usize, price: i64) -> bool {
        let side = self.side;
        let old = std::mem::replace(&mut self.ledger.rival_price[rivals], price);
        let concerned = &side.rivals[rivals];
        self.ledger.constant += (price - old) * concerned.at_most as i64;
        for &batch in &concerned.batches {
            let seats = i64::from(side.net.capacity[batch as usize].max(1));
            let (first, last) =
                (self.net.back.start[batch as usize], self.net.back.start[batch as usize + 1]);
            for entry in first..last {
                let (_, edge) = self.net.back.entries[entry as usize];
                self.add_worth(edge, old / seats - price / seats);
            }
        }
        self.net.rebuild()
    }

    /// Nobody sits in a batch.
    pub fn close(&mut self, batch: u32) -> bool {
        let side = self.side;
        if self.ledger.fate[batch as usize] != Fate::Undecided {
            return self.ledger.fate[batch as usize] == Fate::Closed;
        }
        self.ledger.fate[batch as usize] = Fate::Closed;
        if !self.net.close(batch) {
            return false;
        }
        debug_assert!(self.net.flow.price[batch as usize] == CLOSED);
        let entries = self.net.back.start[batch as usize]..self.net.back.start[batch as usize + 1];
        for entry in entries {
            let (_, edge) = self.net.back.entries[entry as usize];
            if !side.clauses_of_edge[edge as usize].iter().all(|clause| self.drop_clause(*clause)) {
                return false;
            }
        }
        let touched = |batches: &[u32]| batches.contains(&batch);
        (0..side.quotas.len())
            .filter(|at| touched(&side.quotas[*at].batches))
            .all(|at| self.quota_follows(at))
            && (0..side.rivals.len())
                .filter(|at| touched(&side.rivals[*at].batches))
                .all(|at| self.rivals_follow(at))
    }

    /// A batch opens with at least its minimum.
    pub fn open(&mut self, batch: u32) -> bool {
        let side = self.side;
        if self.ledger.fate[batch as usize] != Fate::Undecided {
            return self.ledger.fate[batch as usize] == Fate::Open;
        }
        self.ledger.fate[batch as usize] = Fate::Open;
        if !self.net.demand(batch, side.minimum[batch as usize]) {
            return false;
        }
        let quotas: Vec<usize> =
            (0..side.quotas.len()).filter(|at| side.quotas[*at].batches.contains(&batch)).collect();
        quotas.into_iter().all(|quota| self.hold(quota))
            && (0..side.rivals.len())
                .filter(|at| side.rivals[*at].batches.contains(&batch))
                .all(|at| self.rivals_follow(at))
    }

    /// A quota holds.
    pub fn hold(&mut self, quota: usize) -> bool {
        match self.ledger.force[quota] {
            Force::Holds => true,
            Force::Void => false,
            Force::Undecided => {
                self.ledger.force[quota] = Force::Holds;
                self.quota_follows(quota)
            }
        }
    }

    /// None of the batches of a quota opens.
    pub fn void(&mut self, quota: usize) -> bool {
        let side = self.side;
        side.quotas[quota].batches.iter().all(|batch| self.close(*batch))
    }

    /// What follows for a quota when one of its batches closed, or when it was said to hold.
    fn quota_follows(&mut self, quota: usize) -> bool {
        let side = self.side;
        let fate = &self.ledger.fate;
        let mut left =
            side.quotas[quota].batches.iter().filter(|batch| fate[**batch as usize] != Fate::Closed);
        match (left.next(), left.next(), self.ledger.force[quota]) {
            (None, _, Force::Holds) => false,
            (None, _, Force::Undecided | Force::Void) => {
                self.ledger.force[quota] = Force::Void;
                true
            }
            (Some(&only), None, Force::Holds) => self.open(only),
            (Some(_), _, _) => true,
        }
    }

    /// What follows for rivals when one of them opened or closed.
    fn rivals_follow(&mut self, rivals: usize) -> bool {
        let side = self.side;
        let concerned = &side.rivals[rivals];
        let with = |state: &Self, fate: Fate| -> Vec<u32> {
            concerned
                .batches
                .iter()
                .copied()
                .filter(|batch| state.ledger.fate[*batch as usize] == fate)
                .collect()
        };
        let open = with(self, Fate::Open).len();
        if open > concerned.at_most {
            return false;
        }
        let undecided = with(self, Fate::Undecided);
        if open == concerned.at_most && !undecided.iter().all(|batch| self.close(*batch)) {
            return false;
        }
        let decided = open == concerned.at_most || undecided.is_empty();
        !decided || self.ledger.rival_price[rivals] == 0 || self.price_rivals(rivals, 0)
    }
}

impl State<'_> {
    /// Whether nothing about rivals is left to decide.
    pub fn is_settled(&self, rivals: usize) -> bool {
        let concerned = &self.side.rivals[rivals];
        let count = |fate: Fate| {
            concerned.batches.iter().filter(|batch| self.ledger.fate[**batch as usize] == fate).count()
        };
        count(Fate::Undecided) == 0 || count(Fate::Open) >= concerned.at_most
    }
}
