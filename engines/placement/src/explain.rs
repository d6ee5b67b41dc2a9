// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why a person sits where she sits, or nowhere: as data, each claim such that one can check it by asking again
//! with the reason taken away.

use crate::branch::{self, WhatIf};
use crate::fault::Fault;
use crate::network::{BARRED, NONE, Network, local};
use crate::part::PartPlan;
use crate::problem::{BatchIndex, PersonIndex};
use crate::push::End;
use crate::rules::Barrier;
use crate::standing::{Opened, Standing};

/// What the plan says about a person, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Seated {
        batch: BatchIndex,
        /// Of this seat alone, the bonus for staying included.
        value: i64,
        /// What would be, could the person not sit in this batch; `None` when a search for it was stopped.
        otherwise: Option<Alternative>,
    },
    Refused(Refusal),
    /// Withdrew after the plan was made.
    Withdrawn,
}

/// The best that is left for a person without the seat held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternative {
    /// Where the person would sit then.
    pub batch: Option<BatchIndex>,
    /// Of that seat alone.
    pub value: i64,
    /// What the whole plan would be worth less.
    pub loss: i64,
}

/// Why a person has no seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no batch the person may sit in.
    NoEligibleBatch,
    /// What keeps her out of the batch that was nearest: the one with the fewest barriers, of those the one she
    /// suits best.
    KeptOut {
        batch: BatchIndex,
        value: i64,
        barriers: Vec<Barrier>,
        /// What it would cost to seat her there all the same; `None` when no plan does, or the search was stopped.
        displacement: Option<Displacement>,
    },
}

/// The price of a seat for one who has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Displacement {
    /// Who would lose the seat; `None` when everybody else keeps one, though not the same.
    pub displaced: Option<PersonIndex>,
    /// What the whole plan would be worth less.
    pub cost: i64,
}

impl Standing<'_> {
    /// Why a person sits where she sits, or nowhere.
    ///
    /// # Shape
    /// One search over the batches of a plain part; elsewhere the part is searched again, within the effort.
    ///
    /// # Errors
    /// `NoPerson` for one who is not in the question.
    pub fn explain(&mut self, person: PersonIndex) -> Result<Verdict, Fault> {
        if person.at() >= self.problem.person_count() {
            return Err(Fault::NoPerson(person));
        }
        if self.is_gone(person) {
            return Ok(Verdict::Withdrawn);
        }
        let Some(part) = self.part_of(person) else {
            return Ok(Verdict::Refused(Refusal::NoEligibleBatch));
        };
        let place = local(self.parts.persons(part), person).ok_or(Fault::NoPerson(person))?;
        match self.plan.seat(person) {
            Some(batch) => {
                let otherwise = self.otherwise(part, place, batch);
                Ok(Verdict::Seated { batch, value: self.worth(person, batch), otherwise })
            }
            None => {
                let (batch, barriers) = self.nearest(person);
                let displacement = self.displacement(part, place, batch);
                let value = self.worth(person, batch);
                Ok(Verdict::Refused(Refusal::KeptOut { batch, value, barriers, displacement }))
            }
        }
    }

    fn worth(&self, person: PersonIndex, batch: BatchIndex) -> i64 {
        let value = self.problem.eligible.value(person, batch).unwrap_or(0);
        self.problem.worth(person, batch, value)
    }

    /// The batch with the fewest barriers for a person without a seat who has at least one batch.
    fn nearest(&self, person: PersonIndex) -> (BatchIndex, Vec<Barrier>) {
        let standing = (self.plan.seats.as_slice(), &self.count);
        let told = self.problem.eligible.of_person(person).map(|(batch, value)| {
            let barriers = self.rules.barriers(self.problem, standing, person, batch);
            (barriers.len(), -self.problem.worth(person, batch, value), batch, barriers)
        });
        told.min().map_or((BatchIndex(0), Vec::new()), |(_, _, batch, barriers)| (batch, barriers))
    }

    fn part_value(&self, part: usize) -> i64 {
        self.problem.worth_of(self.parts.persons(part), &self.plan.seats)
    }

    fn otherwise(&mut self, part: usize, place: u32, batch: BatchIndex) -> Option<Alternative> {
        let person = self.parts.persons(part)[place as usize];
        let (now, gone, effort) = (self.part_value(part), self.gone_in(part), self.effort);
        let from = self.parts.place(batch);
        let (seat, value) = match self.opened(part) {
            Opened::Plain(net) => {
                let (seat, value) = without(net, place);
                (seat.map(|batch| self.parts.batches(part)[batch as usize]), value)
            }
            Opened::Ruled(side) => {
                let edge = side.net.edge(place, from)?;
                let answer = branch::solve(side, &gone, WhatIf::Without(place, edge), &effort);
                if answer.value < answer.bound {
                    return None;
                }
                (answer.seats[place as usize], answer.value)
            }
        };
        let own = seat.map_or(0, |batch| self.worth(person, batch));
        Some(Alternative { batch: seat, value: own, loss: now - value })
    }

    fn displacement(&mut self, part: usize, place: u32, batch: BatchIndex) -> Option<Displacement> {
        let (now, gone, effort) = (self.part_value(part), self.gone_in(part), self.effort);
        let into = self.parts.place(batch);
        match self.opened(part) {
            Opened::Plain(net) => {
                let edge = net.edge(place, into)?;
                let displaced = match net.chain_by(place, edge) {
                    (End::Nowhere | End::Stays, _) => return None,
                    (End::Free(_), cost) => (None, cost),
                    (End::Displaces(who, _), cost) => (Some(who), cost),
                };
                let displaced_person = displaced.0.map(|who| self.parts.persons(part)[who as usize]);
                Some(Displacement { displaced: displaced_person, cost: displaced.1 })
            }
            Opened::Ruled(side) => {
                let answer = branch::solve(side, &gone, WhatIf::With(place, into), &effort);
                let proven = answer.value == answer.bound && answer.seats[place as usize].is_some();
                proven.then(|| self.compared(part, &answer, now))
            }
        }
    }

    /// Who loses a seat in another answer: the first in the list of persons.
    fn compared(&self, part: usize, answer: &PartPlan, now: i64) -> Displacement {
        let loses = |(person, seat): &(&PersonIndex, &Option<BatchIndex>)| {
            seat.is_none() && self.plan.seats[person.at()].is_some()
        };
        let displaced = self.parts.persons(part).iter().zip(&answer.seats).find(loses);
        Displacement { displaced: displaced.map(|(person, _)| *person), cost: now - answer.value }
    }
}

/// Seat and total if a seated person could not sit in that batch; the network is left as it was.
fn without(net: &mut Network, person: u32) -> (Option<u32>, i64) {
    let (flow, sorted) = (net.flow.clone(), net.sorted);
    let edge = net.flow.seat[person as usize];
    if edge == NONE {
        return (None, net.total());
    }
    net.sorted = false;
    let worth = std::mem::replace(&mut net.worth[edge as usize], BARRED);
    net.settle(person);
    let told = (net.batch_of(person), net.total());
    net.worth[edge as usize] = worth;
    net.flow = flow;
    net.sorted = sorted;
    told
}
