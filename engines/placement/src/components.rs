// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Parts of a question that have nothing to do with each other: each is answered alone, and in parallel.

use crate::problem::{BatchIndex, PersonIndex, Problem};

/// Batches that a person, a quota or a rivalry ties together, and the people who could sit in them.
///
/// # Shape
/// Two compressed lists, ascending within a part; parts in the order of their first batch. Who could sit nowhere
/// belongs to no part. Two people kept apart in a batch share it, so they need no tie of their own.
#[derive(Debug)]
pub struct Components {
    batch_start: Vec<u32>,
    batches: Vec<BatchIndex>,
    person_start: Vec<u32>,
    persons: Vec<PersonIndex>,
    of_batch: Vec<u32>,
    /// The place of each batch within its part.
    place: Vec<u32>,
}

impl Components {
    pub fn of(problem: &Problem) -> Self {
        let mut ties = Ties::of(problem.batches.len());
        let persons = (0..problem.person_count() as u32).map(PersonIndex);
        for person in persons.clone() {
            ties.join(problem.eligible.of_person(person).map(|edge| edge.0));
        }
        for quota in &problem.quotas {
            ties.join(quota.batches.iter().copied());
        }
        for rivals in &problem.rivals {
            ties.join(rivals.batches.iter().copied());
        }
        let (of_batch, count) = ties.numbered();
        let (batch_start, batches) = grouped(count, of_batch.iter().map(|part| Some(*part)), BatchIndex);
        let part_of = |person| problem.eligible.of_person(person).next().map(|edge| of_batch[edge.0.at()]);
        let (person_start, persons) = grouped(count, persons.map(part_of), PersonIndex);
        let mut place = vec![0; of_batch.len()];
        for part in 0..count {
            for (at, batch) in batches[range(&batch_start, part)].iter().enumerate() {
                place[batch.at()] = at as u32;
            }
        }
        Self { batch_start, batches, person_start, persons, of_batch, place }
    }

    pub fn count(&self) -> usize {
        self.batch_start.len() - 1
    }

    pub fn batches(&self, part: usize) -> &[BatchIndex] {
        &self.batches[range(&self.batch_start, part)]
    }

    pub fn persons(&self, part: usize) -> &[PersonIndex] {
        &self.persons[range(&self.person_start, part)]
    }

    pub fn part_of(&self, batch: BatchIndex) -> usize {
        self.of_batch[batch.at()] as usize
    }

    pub fn place(&self, batch: BatchIndex) -> u32 {
        self.place[batch.at()]
    }
}

fn range(start: &[u32], part: usize) -> std::ops::Range<usize> {
    start[part] as usize..start[part + 1] as usize
}

/// Sorts indices by the part they belong to, keeping their order within it.
fn grouped<T>(
    count: usize,
    part_of: impl Iterator<Item = Option<u32>> + Clone,
    index: impl Fn(u32) -> T,
) -> (Vec<u32>, Vec<T>) {
    let mut start = vec![0_u32; count + 1];
    for part in part_of.clone().flatten() {
        start[part as usize + 1] += 1;
    }
    for part in 0..count {
        start[part + 1] += start[part];
    }
    let mut next = start.clone();
    let mut sorted = vec![0_u32; start[count] as usize];
    for (at, part) in part_of.enumerate() {
        if let Some(part) = part {
            sorted[next[part as usize] as usize] = at as u32;
            next[part as usize] += 1;
        }
    }
    (start, sorted.into_iter().map(index).collect())
}

/// Disjoint sets, each named by its smallest batch.
struct Ties {
    parent: Vec<u32>,
}

impl Ties {
    fn of(batches: usize) -> Self {
        Self { parent: (0..batches as u32).collect() }
    }

    fn root(&mut self, mut at: u32) -> u32 {
        while self.parent[at as usize] != at {
            self.parent[at as usize] = self.parent[self.parent[at as usize] as usize];
            at = self.parent[at as usize];
        }
        at
    }

    fn join(&mut self, mut batches: impl Iterator<Item = BatchIndex>) {
        let Some(first) = batches.next() else { return };
        let mut one = self.root(first.0);
        for batch in batches {
            let other = self.root(batch.0);
            let (low, high) = (one.min(other), one.max(other));
            self.parent[high as usize] = low;
            one = low;
        }
    }

    fn numbered(mut self) -> (Vec<u32>, usize) {
        let mut number = vec![0; self.parent.len()];
        let mut count = 0;
        for at in 0..self.parent.len() as u32 {
            let root = self.root(at);
            if root == at {
                number[at as usize] = count;
                count += 1;
            } else {
                number[at as usize] = number[root as usize];
            }
        }
        (number, count as usize)
    }
}
