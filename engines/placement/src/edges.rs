// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who could sit where, and how well: rows of persons, packed. Millions of entries are usual.

use crate::MAX_VALUE;
use crate::fault::Fault;
use crate::problem::{BatchIndex, PersonIndex};

/// The eligible pairs of person and batch with their values.
///
/// # Shape
/// A compressed row a person; within a row, batches ascend. Eight bytes an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edges {
    start: Vec<u32>,
    batch: Vec<BatchIndex>,
    value: Vec<i32>,
}

/// Takes pairs in any order; those who come sorted by person need no second copy.
#[derive(Debug, Clone)]
pub struct EdgesBuilder {
    persons: u32,
    person: Vec<PersonIndex>,
    batch: Vec<BatchIndex>,
    value: Vec<i32>,
}

impl EdgesBuilder {
    /// # Errors
    /// `NoPerson` for a person beyond the count; `Value` outside `1..=MAX_VALUE`.
    pub fn add(&mut self, person: PersonIndex, batch: BatchIndex, value: i32) -> Result<(), Fault> {
        if person.0 >= self.persons {
            return Err(Fault::NoPerson(person));
        }
        if !(1..=MAX_VALUE).contains(&value) {
            return Err(Fault::Value { person, batch, value });
        }
        self.person.push(person);
        self.batch.push(batch);
        self.value.push(value);
        Ok(())
    }

    /// # Errors
    /// `Twice` for a pair that was added twice.
    pub fn build(mut self) -> Result<Edges, Fault> {
        let key = |at: usize| (self.person[at], self.batch[at]);
        if !(1..self.person.len()).all(|at| key(at - 1) < key(at)) {
            let mut order: Vec<usize> = (0..self.person.len()).collect();
            order.sort_unstable_by_key(|at| key(*at));
            if let Some(pair) = order.windows(2).find(|pair| key(pair[0]) == key(pair[1])) {
                let (person, batch) = key(pair[0]);
                return Err(Fault::Twice { person, batch });
            }
            self.person = order.iter().map(|at| self.person[*at]).collect();
            self.batch = order.iter().map(|at| self.batch[*at]).collect();
            self.value = order.iter().map(|at| self.value[*at]).collect();
        }
        let mut start = vec![0_u32; self.persons as usize + 1];
        for person in &self.person {
            start[person.at() + 1] += 1;
        }
        for at in 1..start.len() {
            start[at] += start[at - 1];
        }
        self.batch.shrink_to_fit();
        self.value.shrink_to_fit();
        Ok(Edges { start, batch: self.batch, value: self.value })
    }
}

impl Edges {
    /// Begins the list for so many persons.
    pub fn of(persons: u32) -> EdgesBuilder {
        EdgesBuilder { persons, person: Vec::new(), batch: Vec::new(), value: Vec::new() }
    }

    pub fn person_count(&self) -> usize {
        self.start.len() - 1
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.batch.len()
    }

    pub fn is_empty(&self) -> bool {
        self.batch.is_empty()
    }

    /// The batches a person may sit in, ascending, with their values.
    pub fn of_person(&self, person: PersonIndex) -> impl Iterator<Item = (BatchIndex, i32)> {
        let row = self.start[person.at()] as usize..self.start[person.at() + 1] as usize;
        self.batch[row.clone()].iter().copied().zip(self.value[row].iter().copied())
    }

    /// The value of a person in a batch, if the two go together.
    pub fn value(&self, person: PersonIndex, batch: BatchIndex) -> Option<i32> {
        let first = self.start[person.at()] as usize;
        let row = &self.batch[first..self.start[person.at() + 1] as usize];
        row.binary_search(&batch).ok().map(|at| self.value[first + at])
    }

    pub(crate) fn check(&self, batches: usize) -> Result<(), Fault> {
        match self.batch.iter().find(|batch| batch.at() >= batches) {
            Some(batch) => Err(Fault::NoBatch(*batch)),
            None => Ok(()),
        }
    }
}
