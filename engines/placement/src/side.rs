// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a part must keep besides capacity: minimums, people kept apart, quotas, rival batches.

use crate::components::Components;
use crate::network::{Network, local};
use crate::problem::{BatchIndex, PersonIndex, Problem};

/// Values are multiplied by this where prices of rules may be fractions.
pub const SCALE: i64 = 64;

/// Which rules concern which part.
#[derive(Debug)]
pub struct Sides {
    apart: Vec<Vec<(PersonIndex, PersonIndex)>>,
    quotas: Vec<Vec<u32>>,
    rivals: Vec<Vec<u32>>,
    has_minimum: Vec<bool>,
}

/// Two people of whom at most one sits in a batch, by their edges to it.
#[derive(Debug, Clone, Copy)]
pub struct Clause {
    pub persons: [u32; 2],
    pub edges: [u32; 2],
}

/// A quota in local numbers; `edges` are those of its members into its batches.
#[derive(Debug, Clone)]
pub struct LocalQuota {
    pub members: Vec<u32>,
    pub batches: Vec<u32>,
    pub edges: Vec<u32>,
    pub at_least: u32,
}

/// Rival batches in local numbers.
#[derive(Debug, Clone)]
pub struct LocalRivals {
    pub batches: Vec<u32>,
    pub at_most: usize,
}

/// One part with all its rules.
#[derive(Debug, Clone)]
pub struct Side {
    pub net: Network,
    pub batches: Vec<BatchIndex>,
    pub minimum: Vec<u32>,
    pub clauses: Vec<Clause>,
    pub clauses_of_edge: Vec<Vec<u32>>,
    pub quotas: Vec<LocalQuota>,
    pub rivals: Vec<LocalRivals>,
}

impl Sides {
    pub fn of(problem: &Problem, parts: &Components) -> Self {
        let count = parts.count();
        let mut sides = Self {
            apart: vec![Vec::new(); count],
            quotas: vec![Vec::new(); count],
            rivals: vec![Vec::new(); count],
            has_minimum: vec![false; count],
        };
        for &(one, other) in &problem.apart {
            let shared =
                problem.eligible.of_person(one).find(|edge| problem.eligible.value(other, edge.0).is_some());
            if let Some((batch, _)) = shared {
                sides.apart[parts.part_of(batch)].push((one.min(other), one.max(other)));
            }
        }
        for pairs in &mut sides.apart {
            pairs.sort_unstable();
            pairs.dedup();
        }
        for (at, quota) in problem.quotas.iter().enumerate() {
            if let Some(batch) = quota.batches.first().filter(|_| quota.at_least > 0) {
                sides.quotas[parts.part_of(*batch)].push(at as u32);
            }
        }
        for (at, rivals) in problem.rivals.iter().enumerate() {
            if let Some(batch) = rivals.batches.first() {
                sides.rivals[parts.part_of(*batch)].push(at as u32);
            }
        }
        for (at, batch) in problem.batches.iter().enumerate() {
            sides.has_minimum[parts.part_of(BatchIndex(at as u32))] |= batch.minimum > 1;
        }
        sides
    }

    /// Whether nothing but capacity binds in this part.
    pub fn is_plain(&self, part: usize) -> bool {
        self.apart[part].is_empty()
            && self.quotas[part].is_empty()
            && self.rivals[part].is_empty()
            && !self.has_minimum[part]
    }

    pub fn of_part(&self, problem: &Problem, parts: &Components, part: usize) -> Side {
        let net = Network::of(problem, parts, part, SCALE);
        let persons = parts.persons(part);
        let batches = parts.batches(part).to_vec();
        let minimum = batches.iter().map(|batch| problem.batches[batch.at()].minimum.max(1)).collect();
        let mut side = Side {
            clauses_of_edge: vec![Vec::new(); net.to.len()],
            net,
            batches,
            minimum,
            clauses: Vec::new(),
            quotas: Vec::new(),
            rivals: Vec::new(),
        };
        for &(one, other) in &self.apart[part] {
            if let (Some(one), Some(other)) = (local(persons, one), local(persons, other)) {
                side.keep_apart(one, other);
            }
        }
        for &at in &self.quotas[part] {
            let quota = &problem.quotas[at as usize];
            let mut members: Vec<u32> = quota.members.iter().filter_map(|one| local(persons, *one)).collect();
            members.sort_unstable();
            members.dedup();
            side.add_quota(members, places(parts, &quota.batches), quota.at_least);
        }
        for &at in &self.rivals[part] {
            let rivals = &problem.rivals[at as usize];
            let batches = places(parts, &rivals.batches);
            side.rivals.push(LocalRivals { batches, at_most: rivals.at_most as usize });
        }
        side
    }
}

fn places(parts: &Components, batches: &[BatchIndex]) -> Vec<u32> {
    let mut places: Vec<u32> = batches.iter().map(|batch| parts.place(*batch)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

impl Side {
    fn keep_apart(&mut self, one: u32, other: u32) {
        for edge in self.net.row(one) {
            let batch = self.net.to[edge];
            if let Some(second) = self.net.edge(other, batch) {
                let number = self.clauses.len() as u32;
                self.clauses_of_edge[edge].push(number);
                self.clauses_of_edge[second as usize].push(number);
                let edges = [edge as u32, second];
                self.clauses.push(Clause { persons: [one, other], edges });
            }
        }
    }

    fn add_quota(&mut self, members: Vec<u32>, batches: Vec<u32>, at_least: u32) {
        let mut edges = Vec::new();
        for &member in &members {
            let into = self.net.row(member).filter(|edge| batches.contains(&self.net.to[*edge]));
            edges.extend(into.map(|edge| edge as u32));
        }
        self.quotas.push(LocalQuota { members, batches, edges, at_least });
    }
}
