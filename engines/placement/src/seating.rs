// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Seats that keep every rule of a part, arranged so that a change is judged from counts.

use crate::network::NONE;
use crate::side::Side;

/// People who change places at once: each with the edge left and the edge taken.
#[derive(Debug, Clone, Default)]
pub struct Turn {
    steps: Vec<(u32, u32, u32)>,
}

/// A plan of a part with its counts.
#[derive(Debug)]
pub struct Seating<'a> {
    side: &'a Side,
    gone: &'a [bool],
    pub seat: Vec<u32>,
    pub worth: i64,
    owner: Vec<u32>,
    /// How many of those kept apart from the owner of an edge sit in its batch.
    against: Vec<u32>,
    members: Vec<Vec<u32>>,
    /// The other's edge, for each edge and clause.
    apart: Vec<Vec<u32>>,
    open: Vec<bool>,
    quotas_of: Vec<Vec<u32>>,
    inside: Vec<u32>,
}

impl<'a> Seating<'a> {
    pub fn of(side: &'a Side, gone: &'a [bool], seats: &[u32]) -> Self {
        let edges = side.net.to.len();
        let mut owner = vec![0; edges];
        for person in 0..side.net.person_count() as u32 {
            side.net.row(person).for_each(|edge| owner[edge] = person);
        }
        let other = |edge: usize, clause: &u32| {
            let [one, two] = side.clauses[*clause as usize].edges;
            if one as usize == edge { two } else { one }
        };
        let apart =
            (0..edges).map(|edge| side.clauses_of_edge[edge].iter().map(|at| other(edge, at)).collect());
        let mut quotas_of = vec![Vec::new(); edges];
        for (at, quota) in side.quotas.iter().enumerate() {
            quota.edges.iter().for_each(|edge| quotas_of[*edge as usize].push(at as u32));
        }
        let mut seating = Self {
            side,
            gone,
            seat: vec![NONE; seats.len()],
            worth: 0,
            owner,
            against: vec![0; edges],
            members: vec![Vec::new(); side.minimum.len()],
            apart: apart.collect(),
            open: vec![false; side.minimum.len()],
            quotas_of,
            inside: vec![0; side.quotas.len()],
        };
        for (person, &edge) in seats.iter().enumerate().filter(|(_, edge)| **edge != NONE) {
            seating.enter(person as u32, edge);
            seating.open[side.net.to[edge as usize] as usize] = true;
        }
        seating
    }

    /// The edges into batches that open, of those who are there.
    pub fn open_edges(&self) -> Vec<u32> {
        let usable =
            |edge: &u32| !self.gone[self.owner[*edge as usize] as usize] && self.open[self.batch(*edge)];
        (0..self.side.net.to.len() as u32).filter(usable).collect()
    }

    fn batch(&self, edge: u32) -> usize {
        self.side.net.to[edge as usize] as usize
    }

    fn value(&self, edge: u32) -> i64 {
        if edge == NONE { 0 } else { self.side.net.worth[edge as usize] }
    }

    /// Works out what happens when the owner of an edge takes it; false where a rule breaks or more than `least` is lost.
    ///
    /// # Shape
    /// Out go those kept apart from whoever comes, two at most, or one by lot where the batch is full.
    pub fn try_turn(&self, edge: u32, lot: u32, least: i64, turn: &mut Turn) -> bool {
        let person = self.owner[edge as usize];
        let left = self.seat[person as usize];
        let against = self.against[edge as usize];
        if left == edge || against > 2 {
            return false;
        }
        turn.steps.clear();
        turn.steps.push((person, left, edge));
        let batch = self.batch(edge);
        let members = &self.members[batch];
        if against == 0 {
            if members.len() as u32 >= self.side.net.capacity[batch] {
                turn.steps.push(self.step_out(members[lot as usize % members.len()]));
            }
        } else {
            let sits = |other: &&u32| self.seat[self.owner[**other as usize] as usize] == **other;
            for other in self.apart[edge as usize].iter().filter(sits) {
                turn.steps.push(self.step_out(self.owner[*other as usize]));
            }
        }
        let mut gain = self.value(edge) - self.value(left);
        for at in 1..turn.steps.len() {
            let (leaver, old, _) = turn.steps[at];
            let next = self.next_place(leaver, edge, &turn.steps[..at]);
            turn.steps[at].2 = next;
            gain += self.value(next) - self.value(old);
        }
        gain >= least && self.keeps_minimums(turn) && self.keeps_quotas(turn)
    }

    fn step_out(&self, person: u32) -> (u32, u32, u32) {
        (person, self.seat[person as usize], NONE)
    }

    /// The best place that is free for somebody who has to leave, once the others have gone.
    fn next_place(&self, person: u32, taken: u32, before: &[(u32, u32, u32)]) -> u32 {
        let (mover, vacated, _) = before[0];
        let fits = |edge: u32| {
            let batch = self.batch(edge);
            if !self.open[batch] || batch == self.batch(taken) {
                return false;
            }
            if before[1..].iter().any(|(_, _, next)| *next != NONE && self.batch(*next) == batch) {
                return false;
            }
            let was_here = vacated != NONE && self.batch(vacated) == batch;
            let with_mover = was_here
                && self.apart[edge as usize].iter().any(|other| self.owner[*other as usize] == mover);
            let size = self.members[batch].len() as u32 - u32::from(was_here);
            self.against[edge as usize] == u32::from(with_mover) && size < self.side.net.capacity[batch]
        };
        // Rows stand dearest first.
        self.side.net.row(person).map(|edge| edge as u32).find(|edge| fits(*edge)).unwrap_or(NONE)
    }

    fn keeps_minimums(&self, turn: &Turn) -> bool {
        turn.steps.iter().filter(|step| step.1 != NONE).all(|step| {
            let batch = self.batch(step.1);
            let into = |edge: u32| edge != NONE && self.batch(edge) == batch;
            let come = turn.steps.iter().filter(|step| into(step.2)).count();
            let gone = turn.steps.iter().filter(|step| into(step.1)).count();
            (self.members[batch].len() + come - gone) as u32 >= self.side.minimum[batch]
        })
    }

    fn keeps_quotas(&self, turn: &Turn) -> bool {
        let of = |edge: u32, quota: u32| edge != NONE && self.quotas_of[edge as usize].contains(&quota);
        let left = turn.steps.iter().filter(|step| step.1 != NONE);
        let mut concerned = left.flat_map(|step| &self.quotas_of[step.1 as usize]);
        concerned.all(|&quota| {
            let come = turn.steps.iter().filter(|step| of(step.2, quota)).count() as u32;
            let gone = turn.steps.iter().filter(|step| of(step.1, quota)).count() as u32;
            self.inside[quota as usize] + come - gone >= self.side.quotas[quota as usize].at_least
        })
    }

    pub fn take(&mut self, turn: &Turn) {
        for &(person, old, _) in turn.steps.iter().filter(|step| step.1 != NONE) {
            self.leave(person, old);
        }
        for &(person, _, new) in turn.steps.iter().filter(|step| step.2 != NONE) {
            self.enter(person, new);
        }
    }

    fn enter(&mut self, person: u32, edge: u32) {
        let batch = self.batch(edge);
        self.members[batch].push(person);
        self.count(person, edge, edge, 1);
    }

    fn leave(&mut self, person: u32, edge: u32) {
        let batch = self.batch(edge);
        self.members[batch].retain(|one| *one != person);
        self.count(person, edge, NONE, -1);
    }

    fn count(&mut self, person: u32, edge: u32, seat: u32, by: i32) {
        self.seat[person as usize] = seat;
        self.worth += self.value(edge) * i64::from(by);
        for &other in &self.apart[edge as usize] {
            let against = &mut self.against[other as usize];
            *against = against.wrapping_add_signed(by);
        }
        for &quota in &self.quotas_of[edge as usize] {
            let inside = &mut self.inside[quota as usize];
            *inside = inside.wrapping_add_signed(by);
        }
    }
}

#[cfg(test)]
impl Seating<'_> {
    /// Whether every count is the same, whatever the order.
    pub fn counts_like(&self, other: &Self) -> bool {
        let sorted = |members: &Vec<Vec<u32>>| -> Vec<Vec<u32>> {
            let mut sorted = members.clone();
            sorted.iter_mut().for_each(|batch| batch.sort_unstable());
            sorted
        };
        self.worth == other.worth
            && self.against == other.against
            && self.inside == other.inside
            && sorted(&self.members) == sorted(&other.members)
    }
}
