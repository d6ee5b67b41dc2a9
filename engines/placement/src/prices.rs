// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What it costs in a state to break a rule, and how the flow follows.

use crate::state::{Fate, State, Step};

impl State<'_> {
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

    pub fn drop_clause(&mut self, clause: u32) -> bool {
        if self.dropped[clause as usize] {
            return true;
        }
        self.dropped[clause as usize] = true;
        self.trail.push(Step::Dropped(clause));
        self.clause_price[clause as usize] == 0 || self.price_clause(clause, 0)
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
    pub fn price_rivals(&mut self, rivals: usize, price: i64) {
        let side = self.side;
        let old = std::mem::replace(&mut self.ledger.rival_price[rivals], price);
        let concerned = &side.rivals[rivals];
        self.ledger.constant += (price - old) * concerned.at_most as i64;
        for &batch in &concerned.batches {
            let seats = i64::from(side.net.capacity[batch as usize].max(1));
            let floor = self.net.floor[batch as usize] + price / seats - old / seats;
            if self.ledger.fate[batch as usize] != Fate::Closed {
                self.net.set_floor(batch, floor);
            }
        }
    }
}
