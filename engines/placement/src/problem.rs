// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is asked: who could sit where and how well, and what a plan must keep.

use crate::edges::Edges;
use crate::fault::Fault;

/// A person, by place in the list of whoever asks. Names and ids stay outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonIndex(pub u32);

/// A batch, by place in the list of whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchIndex(pub u32);

impl PersonIndex {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

impl BatchIndex {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// What a batch offers.
///
/// # Units
/// `capacity` and `minimum` count people, `reserves` the ranked people who wait behind the seated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Batch {
    pub capacity: u32,
    /// With fewer people than this the batch does not open, and nobody sits in it.
    pub minimum: u32,
    pub reserves: u32,
}

/// Of these people, at least so many sit in these batches together, unless none of the batches opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    pub members: Vec<PersonIndex>,
    pub batches: Vec<BatchIndex>,
    pub at_least: u32,
}

/// Batches that need the same room or instructor: at most so many of them open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rivals {
    pub batches: Vec<BatchIndex>,
    pub at_most: u32,
}

/// A whole question.
///
/// # Shape
/// `eligible` has one row a person; a person without an entry for a batch may not sit in it. `present` is empty, or
/// holds the seat of each person in the plan that is being changed. No list needs an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub eligible: Edges,
    pub batches: Vec<Batch>,
    /// Two people who never sit in the same batch.
    pub apart: Vec<(PersonIndex, PersonIndex)>,
    pub quotas: Vec<Quota>,
    pub rivals: Vec<Rivals>,
    pub present: Vec<Option<BatchIndex>>,
    /// What it is worth that a person keeps the present seat, in the unit of the values.
    pub stay_bonus: i32,
}

impl Problem {
    /// Only people, batches and values: nothing else to keep.
    pub fn new(eligible: Edges, batches: Vec<Batch>) -> Self {
        let (apart, quotas, rivals, present) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { eligible, batches, apart, quotas, rivals, present, stay_bonus: 0 }
    }

    pub fn person_count(&self) -> usize {
        self.eligible.person_count()
    }

    /// What it is worth that this person sits there, the bonus for staying included.
    pub(crate) fn worth(&self, person: PersonIndex, batch: BatchIndex, value: i32) -> i64 {
        let stays = self.present.get(person.at()).is_some_and(|seat| *seat == Some(batch));
        i64::from(value) + if stays { i64::from(self.stay_bonus) } else { 0 }
    }

    /// What the seats of these people are worth together.
    pub(crate) fn worth_of(&self, persons: &[PersonIndex], seats: &[Option<BatchIndex>]) -> i64 {
        let worth = |person: &PersonIndex| self.worth_of_seat(*person, seats[person.at()]);
        persons.iter().filter_map(worth).sum()
    }

    pub(crate) fn worth_of_seat(&self, person: PersonIndex, seat: Option<BatchIndex>) -> Option<i64> {
        let batch = seat?;
        self.eligible.value(person, batch).map(|value| self.worth(person, batch, value))
    }

    /// # Errors
    /// The first thing that names a person or batch that is not there, or a value out of bounds.
    pub(crate) fn check(&self) -> Result<(), Fault> {
        let (persons, batches) = (self.person_count(), self.batches.len());
        self.eligible.check(batches)?;
        let person = |one: PersonIndex| if one.at() < persons { Ok(()) } else { Err(Fault::NoPerson(one)) };
        let batch = |one: BatchIndex| if one.at() < batches { Ok(()) } else { Err(Fault::NoBatch(one)) };
        for &(one, other) in &self.apart {
            person(one)?;
            person(other)?;
            if one == other {
                return Err(Fault::ApartFromOneself(one));
            }
        }
        self.quotas.iter().flat_map(|quota| &quota.members).try_for_each(|one| person(*one))?;
        self.quotas.iter().flat_map(|quota| &quota.batches).try_for_each(|one| batch(*one))?;
        self.rivals.iter().flat_map(|rivals| &rivals.batches).try_for_each(|one| batch(*one))?;
        self.present.iter().flatten().try_for_each(|one| batch(*one))?;
        if !self.present.is_empty() && self.present.len() != persons {
            return Err(Fault::PresentSeats { expected: persons, given: self.present.len() });
        }
        if !(0..=crate::MAX_VALUE).contains(&self.stay_bonus) {
            return Err(Fault::StayBonus(self.stay_bonus));
        }
        Ok(())
    }
}
