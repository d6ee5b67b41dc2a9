// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One part of a question as a flow: people on one side, batches with prices on the other.
//!
//! A price is what a seat of the batch is worth to the last who did not get it. Four things hold between any two
//! operations, and together they prove that the seats are of the highest total worth for the people who are present:
//! nobody present would rather sit elsewhere at these prices; a price below its floor means that the batch holds no
//! more than it must; a price above its floor means that it is full; a batch holds what it must, or the operation said
//! that it cannot. A floor is what each seat taken costs the plan, zero unless a rule puts a price on it.

use crate::components::Components;
use crate::problem::{PersonIndex, Problem};

/// No seat, no edge, no parent.
pub const NONE: u32 = u32::MAX;
/// What a seat costs where nobody may sit; above every real price.
pub const CLOSED: i64 = 1 << 60;
/// What an edge is worth that may not be used.
pub const BARRED: i64 = -CLOSED;
/// A search does not look beyond this: whatever costs more goes through something closed.
pub const LIMIT: i64 = 1 << 58;

/// The fixed shape, the limits in force and the flow, all in numbers local to the part.
#[derive(Debug, Clone)]
pub struct Network {
    /// Compressed rows of persons, the dearest edge of each first.
    pub start: Vec<u32>,
    pub to: Vec<u32>,
    pub worth: Vec<i64>,
    /// Whether rows still stand dearest first, so that a search may stop early in them.
    pub sorted: bool,
    /// Compressed rows of batches, person and edge; made when first needed.
    pub back: Back,
    pub capacity: Vec<u32>,
    /// How many a batch must hold.
    pub least: Vec<u32>,
    /// What each seat taken in a batch costs.
    pub floor: Vec<i64>,
    /// Who must be seated.
    pub must: Vec<bool>,
    pub flow: Flow,
    pub search: Search,
    slot_start: Vec<u32>,
}

/// What changes as people sit down and get up; small, so that it can be put aside and taken back.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    /// The edge by which each person is seated.
    pub seat: Vec<u32>,
    pub price: Vec<i64>,
    pub size: Vec<u32>,
    /// Who takes no part: not yet come, or gone.
    pub away: Vec<bool>,
    slots: Vec<u32>,
}

/// The edges by batch.
#[derive(Debug, Clone, Default)]
pub struct Back {
    pub start: Vec<u32>,
    pub entries: Vec<(u32, u32)>,
}

/// What a search writes on; clean between searches.
#[derive(Debug, Clone, Default)]
pub struct Search {
    pub label: Vec<i64>,
    /// Who would come into the batch, and by which edge.
    pub comer: Vec<(u32, u32)>,
    pub touched: Vec<u32>,
    pub heap: std::collections::BinaryHeap<std::cmp::Reverse<(i64, u32)>>,
}

impl Network {
    /// Takes a part of the question, with nobody seated yet. Worths are multiplied by `scale`.
    pub fn of(problem: &Problem, parts: &Components, part: usize, scale: i64) -> Self {
        let persons = parts.persons(part);
        let mut net = Self::empty(persons.len(), parts.batches(part).len());
        let mut row: Vec<(i64, u32)> = Vec::new();
        let mut degree = vec![0_u32; net.capacity.len()];
        for &person in persons {
            row.clear();
            row.extend(
                problem
                    .eligible
                    .of_person(person)
                    .map(|(batch, value)| (-problem.worth(person, batch, value) * scale, parts.place(batch))),
            );
            row.sort_unstable();
            for &(loss, batch) in &row {
                net.to.push(batch);
                net.worth.push(-loss);
                degree[batch as usize] += 1;
            }
            net.start.push(net.to.len() as u32);
        }
        let mut slots = 0;
        for (at, batch) in parts.batches(part).iter().enumerate() {
            let offered = problem.batches[batch.at()].capacity;
            net.capacity[at] = offered.min(degree[at]);
            net.slot_start.push(slots);
            slots += net.capacity[at];
        }
        net.flow.slots = vec![NONE; slots as usize];
        net.close_the_empty();
        net
    }

    fn empty(persons: usize, batches: usize) -> Self {
        let flow = Flow {
            seat: vec![NONE; persons],
            price: vec![0; batches],
            size: vec![0; batches],
            away: vec![true; persons],
            slots: Vec::new(),
        };
        let search =
            Search { label: vec![LIMIT; batches], comer: vec![(NONE, NONE); batches], ..Search::default() };
        Self {
            start: vec![0],
            to: Vec::new(),
            worth: Vec::new(),
            sorted: true,
            back: Back::default(),
            capacity: vec![0; batches],
            least: vec![0; batches],
            floor: vec![0; batches],
            must: vec![false; persons],
            flow,
            search,
            slot_start: Vec::new(),
        }
    }

    fn close_the_empty(&mut self) {
        for (price, capacity) in self.flow.price.iter_mut().zip(&self.capacity) {
            if *capacity == 0 {
                *price = CLOSED;
            }
        }
    }

    pub fn person_count(&self) -> usize {
        self.must.len()
    }

    pub fn batch_count(&self) -> usize {
        self.capacity.len()
    }

    pub fn row(&self, person: u32) -> std::ops::Range<usize> {
        self.start[person as usize] as usize..self.start[person as usize + 1] as usize
    }

    /// The edge from a person to a batch.
    pub fn edge(&self, person: u32, batch: u32) -> Option<u32> {
        self.row(person).find(|edge| self.to[*edge] == batch).map(|edge| edge as u32)
    }

    /// The batch in which a person sits.
    pub fn batch_of(&self, person: u32) -> Option<u32> {
        let edge = self.flow.seat[person as usize];
        (edge != NONE).then(|| self.to[edge as usize])
    }

    pub fn members(&self, batch: u32) -> &[u32] {
        let first = self.slot_start[batch as usize] as usize;
        &self.flow.slots[first..first + self.flow.size[batch as usize] as usize]
    }

    /// What a person has from an edge after paying the price.
    pub fn gain(&self, edge: usize) -> i64 {
        self.worth[edge] - self.flow.price[self.to[edge] as usize]
    }

    /// What a person has from the seat held; nothing without one.
    pub fn surplus(&self, person: u32) -> i64 {
        match self.flow.seat[person as usize] {
            NONE => 0,
            edge => self.gain(edge as usize),
        }
    }

    pub fn is_full(&self, batch: u32) -> bool {
        self.flow.size[batch as usize] >= self.capacity[batch as usize]
    }

    /// The worth of all seats together, less what they cost.
    pub fn total(&self) -> i64 {
        let seated = self.flow.seat.iter().filter(|edge| **edge != NONE);
        let worth: i64 = seated.map(|edge| self.worth[*edge as usize]).sum();
        let cost: i64 =
            self.floor.iter().zip(&self.flow.size).map(|(floor, size)| floor * i64::from(*size)).sum();
        worth - cost
    }

    /// How far the price of a batch is above its floor.
    pub fn above_floor(&self, batch: u32) -> i64 {
        self.flow.price[batch as usize] - self.floor[batch as usize]
    }

    /// Puts a person who stands into a batch with a free slot.
    pub fn sit(&mut self, person: u32, edge: u32) {
        let batch = self.to[edge as usize] as usize;
        self.flow.slots[(self.slot_start[batch] + self.flow.size[batch]) as usize] = person;
        self.flow.size[batch] += 1;
        self.flow.seat[person as usize] = edge;
    }

    /// Takes a seated person out of the batch; prices stay.
    pub fn stand(&mut self, person: u32) -> u32 {
        let batch = self.to[self.flow.seat[person as usize] as usize] as usize;
        let first = self.slot_start[batch] as usize;
        let last = first + self.flow.size[batch] as usize - 1;
        let at = (first..=last).find(|at| self.flow.slots[*at] == person).unwrap_or(last);
        self.flow.slots[at] = self.flow.slots[last];
        self.flow.size[batch] -= 1;
        self.flow.seat[person as usize] = NONE;
        batch as u32
    }

    /// Arranges the edges by batch, once.
    pub fn look_back(&mut self) {
        if !self.back.start.is_empty() {
            return;
        }
        let mut start = vec![0_u32; self.batch_count() + 1];
        for batch in &self.to {
            start[*batch as usize + 1] += 1;
        }
        for at in 1..start.len() {
            start[at] += start[at - 1];
        }
        let mut next = start.clone();
        let mut entries = vec![(0, 0); self.to.len()];
        for person in 0..self.person_count() as u32 {
            for edge in self.row(person) {
                let place = &mut next[self.to[edge] as usize];
                entries[*place as usize] = (person, edge as u32);
                *place += 1;
            }
        }
        self.back = Back { start, entries };
    }

    /// Sets the flow to a known one with everybody present: seats by batch, and the prices that prove it.
    pub fn restore(&mut self, seats: &[Option<u32>], prices: &[i64]) {
        self.flow.size.fill(0);
        self.flow.seat.fill(NONE);
        self.flow.price.copy_from_slice(prices);
        self.flow.away.fill(false);
        for (person, seat) in seats.iter().enumerate() {
            let edge = seat.and_then(|batch| self.edge(person as u32, batch));
            if let Some(edge) = edge {
                self.sit(person as u32, edge);
            }
        }
    }
}

/// The place of a person within a part.
pub fn local(persons: &[PersonIndex], person: PersonIndex) -> Option<u32> {
    persons.binary_search(&person).ok().map(|at| at as u32)
}
