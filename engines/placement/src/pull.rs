// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One seat falls free: the chain of moves that makes most of it. The search of `push.rs`, walked backward.

use crate::network::{CLOSED, LIMIT, NONE, Network};
use std::cmp::Reverse;

/// Where a backward chain begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begin {
    /// Somebody without a seat comes into this batch, by this edge.
    Newcomer(u32, u32, u32),
    /// This batch keeps a slot free.
    Leaves(u32),
    Nowhere,
}

impl Network {
    /// A person goes, and all who stay sit for the highest total again.
    ///
    /// # Errors
    /// `false` when a batch is then left with fewer people than it must hold.
    pub fn withdraw(&mut self, person: u32) -> bool {
        self.flow.away[person as usize] = true;
        if self.flow.seat[person as usize] == NONE {
            return true;
        }
        let batch = self.stand(person);
        if self.flow.size[batch as usize] < self.least[batch as usize] {
            return self.pull(batch, false);
        }
        self.above_floor(batch) <= 0 || self.pull(batch, true)
    }

    /// Brings one person more into a batch with a free slot; where `may_stay_free`, only if that gains something.
    ///
    /// # Errors
    /// `false` when nobody can come.
    pub fn pull(&mut self, root: u32, may_stay_free: bool) -> bool {
        self.look_back();
        self.clean();
        let mut best = (Begin::Nowhere, LIMIT);
        if may_stay_free {
            best = (Begin::Leaves(root), self.above_floor(root));
        }
        self.search.label[root as usize] = 0;
        self.search.touched.push(root);
        self.search.heap.push(Reverse((0, root)));
        while let Some(Reverse((label, batch))) = self.search.heap.pop() {
            if label >= best.1 {
                break;
            }
            if label > self.search.label[batch as usize] {
                continue;
            }
            let at = batch as usize;
            let cost = label + self.above_floor(batch);
            if batch != root && self.flow.size[at] > self.least[at] && cost < best.1 {
                best = (Begin::Leaves(batch), cost);
            }
            self.reach_back(batch, label, &mut best);
        }
        self.lower_prices(best.1);
        self.follow_back(best.0, root)
    }

    /// Labels the batches from which somebody could come into this one.
    fn reach_back(&mut self, batch: u32, label: i64, best: &mut (Begin, i64)) {
        let at = batch as usize;
        let price = self.flow.price[at];
        for entry in self.back.start[at] as usize..self.back.start[at + 1] as usize {
            let (person, edge) = self.back.entries[entry];
            if self.flow.away[person as usize] {
                continue;
            }
            let seat = self.flow.seat[person as usize];
            let cost = label + self.surplus(person) - (self.worth[edge as usize] - price);
            if cost >= best.1 || seat == edge {
                continue;
            }
            if seat == NONE {
                *best = (Begin::Newcomer(batch, person, edge), cost);
                continue;
            }
            let from = self.to[seat as usize];
            if cost < self.search.label[from as usize] {
                if self.search.label[from as usize] == LIMIT {
                    self.search.touched.push(from);
                }
                self.search.label[from as usize] = cost;
                // Here: who would leave `from`, and by which edge.
                self.search.comer[from as usize] = (person, edge);
                self.search.heap.push(Reverse((cost, from)));
            }
        }
    }

    fn lower_prices(&mut self, cost: i64) {
        if cost >= LIMIT {
            return;
        }
        for &batch in &self.search.touched {
            let label = self.search.label[batch as usize];
            if label < cost {
                self.flow.price[batch as usize] -= cost - label;
            }
        }
    }

    fn follow_back(&mut self, begin: Begin, root: u32) -> bool {
        let mut free = match begin {
            Begin::Nowhere => return false,
            Begin::Leaves(batch) => batch,
            Begin::Newcomer(batch, ..) => batch,
        };
        // The moves of the chain, from its far end to the root; each empties the slot the one before needs.
        let mut moves = Vec::new();
        while free != root {
            let (person, edge) = self.search.comer[free as usize];
            moves.push((person, edge));
            free = self.to[edge as usize];
        }
        for &(person, edge) in moves.iter().rev() {
            self.stand(person);
            self.sit(person, edge);
        }
        if let Begin::Newcomer(_, person, edge) = begin {
            self.sit(person, edge);
        }
        true
    }

    /// Closes a batch: who sat there sits elsewhere or nowhere.
    ///
    /// # Errors
    /// `false` when somebody who must sit cannot.
    pub fn close(&mut self, batch: u32) -> bool {
        let members = self.members(batch).to_vec();
        for &member in &members {
            self.stand(member);
            self.flow.away[member as usize] = true;
        }
        self.capacity[batch as usize] = 0;
        self.least[batch as usize] = 0;
        self.floor[batch as usize] = 0;
        self.flow.price[batch as usize] = CLOSED;
        members.into_iter().all(|member| self.push(member))
    }

    /// Makes each seat taken in a batch cost so much.
    pub fn set_floor(&mut self, batch: u32, floor: i64) {
        self.floor[batch as usize] = floor;
        if self.capacity[batch as usize] == 0 {
            return;
        }
        self.shed(batch);
        while self.above_floor(batch) > 0 && !self.is_full(batch) {
            self.pull(batch, true);
        }
    }

    /// Makes a batch hold at least so many.
    ///
    /// # Errors
    /// `false` when so many cannot come.
    pub fn demand(&mut self, batch: u32, least: u32) -> bool {
        self.least[batch as usize] = least;
        if least > self.capacity[batch as usize] {
            return false;
        }
        while self.flow.size[batch as usize] < least {
            if !self.pull(batch, false) {
                return false;
            }
        }
        true
    }

    /// Lets a person find the best seat again, if after a change of worths the one held no longer is.
    ///
    /// # Errors
    /// `false` when somebody who must sit cannot, or a batch falls below what it must hold.
    pub fn settle(&mut self, person: u32) -> bool {
        if self.flow.away[person as usize] {
            return true;
        }
        let held = self.surplus(person);
        let seated = self.flow.seat[person as usize] != NONE;
        let floor = if self.must[person as usize] { i64::MIN } else { 0 };
        let dearest = self.row(person).map(|edge| self.gain(edge)).max().unwrap_or(i64::MIN);
        if held >= dearest && held >= floor && (seated || !self.must[person as usize]) {
            return true;
        }
        if self.withdraw(person) { self.push(person) } else { self.again(person) }
    }

    /// Begins anew with everybody present: for the rare case that the way back to a good flow is not a chain.
    fn again(&mut self, person: u32) -> bool {
        self.flow.away[person as usize] = false;
        self.rebuild()
    }

    /// Seats everybody present from nothing.
    ///
    /// # Errors
    /// As `settle`.
    pub fn rebuild(&mut self) -> bool {
        self.flow.size.fill(0);
        self.flow.seat.fill(NONE);
        for batch in 0..self.capacity.len() {
            self.flow.price[batch] = if self.capacity[batch] == 0 { CLOSED } else { self.floor[batch] };
        }
        let coming: Vec<u32> =
            (0..self.person_count() as u32).filter(|person| !self.flow.away[*person as usize]).collect();
        self.flow.away.fill(true);
        let least = std::mem::replace(&mut self.least, vec![0; self.capacity.len()]);
        let seated = coming.into_iter().all(|person| self.push(person));
        self.least = least;
        seated && (0..self.batch_count() as u32).all(|batch| self.demand(batch, self.least[batch as usize]))
    }
}
