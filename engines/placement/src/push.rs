// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One person comes: the cheapest chain of moves that seats her, or shows that she is worth less than what she would
//! displace. Dijkstra over batches with prices as potentials; people are only the arcs between them.

use crate::network::{LIMIT, NONE, Network};
use std::cmp::Reverse;

/// Where a chain ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// In a batch with a free slot.
    Free(u32),
    /// With this person, who loses the seat in this batch.
    Displaces(u32, u32),
    /// The one who comes stays without a seat.
    Stays,
    /// There is no way at all, and there must be one.
    Nowhere,
}

impl Network {
    /// A person comes, or comes back, and all who are present sit for the highest total again.
    ///
    /// # Errors
    /// `false` when somebody who must sit cannot.
    pub fn push(&mut self, person: u32) -> bool {
        self.flow.away[person as usize] = false;
        let out = if self.must[person as usize] { LIMIT } else { 0 };
        let (end, cost) = self.chain(person, out);
        self.raise_prices(cost);
        self.follow(end, NONE);
        end != End::Nowhere
    }

    /// The cheapest chain for a person who stands, and what it costs; `out` is the cost of standing on.
    pub fn chain(&mut self, person: u32, out: i64) -> (End, i64) {
        self.clean();
        let mut best = (if out < LIMIT { End::Stays } else { End::Nowhere }, out);
        let lowest = self.lowest_price();
        self.reach(person, 0, lowest, &mut best);
        self.walk(lowest, &mut best);
        best
    }

    /// The cheapest chain that begins with one edge of a person who stands, and what it costs.
    pub fn chain_by(&mut self, person: u32, edge: u32) -> (End, i64) {
        self.clean();
        let mut best = (End::Nowhere, LIMIT);
        let batch = self.to[edge as usize];
        let label = -self.gain(edge as usize);
        if label < LIMIT {
            self.search.touched.push(batch);
            self.search.label[batch as usize] = label;
            self.search.comer[batch as usize] = (person, edge);
            self.search.heap.push(Reverse((label, batch)));
            self.walk(self.lowest_price(), &mut best);
        }
        best
    }

    /// Settles labels, the lowest first, until nothing can end a chain more cheaply.
    fn walk(&mut self, lowest: i64, best: &mut (End, i64)) {
        while let Some(Reverse((label, batch))) = self.search.heap.pop() {
            if label >= best.1 {
                break;
            }
            if label > self.search.label[batch as usize] {
                continue;
            }
            if !self.is_full(batch) {
                let cost = label - self.above_floor(batch);
                if cost < best.1 {
                    *best = (End::Free(batch), cost);
                }
            }
            for at in 0..self.members(batch).len() {
                let member = self.members(batch)[at];
                let base = label + self.surplus(member);
                if base < best.1 && !self.must[member as usize] {
                    *best = (End::Displaces(member, batch), base);
                }
                self.reach(member, base, lowest, best);
            }
        }
        self.search.heap.clear();
    }

    /// Labels the batches a person could go to.
    fn reach(&mut self, person: u32, base: i64, lowest_price: i64, best: &mut (End, i64)) {
        let (first, last) = (self.start[person as usize] as usize, self.start[person as usize + 1] as usize);
        let (worths, batches) = (&self.worth[first..last], &self.to[first..last]);
        for (at, (worth, batch)) in worths.iter().zip(batches).enumerate() {
            if base - worth + lowest_price >= best.1 {
                if self.sorted {
                    break;
                }
                continue;
            }
            let to = *batch as usize;
            let label = base - worth + self.flow.price[to];
            if label >= best.1 || label >= self.search.label[to] {
                continue;
            }
            if self.search.label[to] == LIMIT {
                self.search.touched.push(*batch);
            }
            self.search.label[to] = label;
            self.search.comer[to] = (person, (first + at) as u32);
            if self.flow.size[to] < self.capacity[to] && self.flow.price[to] >= self.floor[to] {
                // A free slot at no further cost: nothing beyond it can be cheaper.
                *best = (End::Free(*batch), label);
            } else {
                self.search.heap.push(Reverse((label, *batch)));
            }
        }
    }

    /// The least any price can be: prices fall below zero only where a batch must hold people.
    fn lowest_price(&self) -> i64 {
        if self.least.iter().all(|least| *least == 0) {
            return 0;
        }
        self.flow.price.iter().copied().min().unwrap_or(0).min(0)
    }

    pub fn clean(&mut self) {
        for batch in self.search.touched.drain(..) {
            self.search.label[batch as usize] = LIMIT;
        }
        self.search.heap.clear();
    }

    fn raise_prices(&mut self, cost: i64) {
        for &batch in &self.search.touched {
            let label = self.search.label[batch as usize];
            if label < cost {
                self.flow.price[batch as usize] += cost - label;
            }
        }
    }

    /// Lets people leave a batch until none costs more there than the seat is worth.
    pub fn shed(&mut self, batch: u32) {
        let at = batch as usize;
        while self.above_floor(batch) < 0 && self.flow.size[at] > self.least[at] {
            self.clean();
            let mut best = (End::Stays, -self.above_floor(batch));
            self.search.label[at] = 0;
            self.search.touched.push(batch);
            self.search.heap.push(Reverse((0, batch)));
            self.walk(self.lowest_price(), &mut best);
            self.raise_prices(best.1);
            if best.0 != End::Free(batch) {
                self.follow(best.0, batch);
            }
        }
    }

    /// Everybody on the chain moves, the last first; the chain begins with somebody who stands, or in the root.
    fn follow(&mut self, end: End, root: u32) {
        let mut batch = match end {
            End::Free(batch) => batch,
            End::Displaces(person, batch) => {
                self.stand(person);
                batch
            }
            End::Stays | End::Nowhere => return,
        };
        while batch != root {
            let (person, edge) = self.search.comer[batch as usize];
            let from = self.flow.seat[person as usize];
            if from == NONE {
                self.sit(person, edge);
                return;
            }
            // The slot that the one before left is free; this one leaves another.
            let left = self.stand(person);
            self.sit(person, edge);
            batch = left;
        }
    }
}
