// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A plan with what it stands on, so that it can be explained and changed without beginning anew.

use crate::branch::{self, WhatIf};
use crate::components::Components;
use crate::fault::Fault;
use crate::network::{Network, local};
use crate::part::{PartPlan, read, reopened};
use crate::plan::Plan;
use crate::problem::{BatchIndex, PersonIndex, Problem};
use crate::reserves;
use crate::rules::{Count, Rules};
use crate::side::{Side, Sides};
use crate::solve::Effort;
use std::collections::BTreeMap;

/// A plan that stays open to questions and changes.
///
/// # Shape
/// Of the parts that were asked about, the flow and its prices are kept; a plain part then answers by one search
/// over its batches. A part with rules besides capacity is searched again, within the effort.
pub struct Standing<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) plan: Plan,
    pub(crate) parts: Components,
    pub(crate) rules: Rules,
    pub(crate) count: Count,
    pub(crate) effort: Effort<'a>,
    sides: Sides,
    gone: Vec<bool>,
    opened: BTreeMap<usize, Opened>,
}

/// A part as it is kept.
pub(crate) enum Opened {
    Plain(Box<Network>),
    Ruled(Box<Side>),
}

/// One person's seat before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub person: PersonIndex,
    pub from: Option<BatchIndex>,
    pub to: Option<BatchIndex>,
}

/// What a change did to the plan: everybody whose seat differs, and the value and bound now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub moves: Vec<Move>,
    pub value: i64,
    pub bound: i64,
}

impl<'a> Standing<'a> {
    /// Opens a plan that was made for this question.
    ///
    /// # Errors
    /// As `solve`.
    pub fn of(problem: &'a Problem, plan: Plan, effort: Effort<'a>) -> Result<Self, Fault> {
        problem.check()?;
        let parts = Components::of(problem);
        let sides = Sides::of(problem, &parts);
        let (rules, gone) = (Rules::of(problem), vec![false; problem.person_count()]);
        let count = rules.count(problem, &plan.seats);
        Ok(Self { problem, plan, parts, rules, count, effort, sides, gone, opened: BTreeMap::new() })
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    pub fn into_plan(self) -> Plan {
        self.plan
    }

    /// A person withdraws; the seat goes on, by one chain of moves in a plain part. The same value as solving anew
    /// without that person. Who has withdrawn before changes nothing.
    ///
    /// # Errors
    /// `NoPerson` for one who is not in the question.
    pub fn withdraw(&mut self, person: PersonIndex) -> Result<Change, Fault> {
        let known = self.gone.get_mut(person.at()).ok_or(Fault::NoPerson(person))?;
        let was_gone = std::mem::replace(known, true);
        let Some(part) = self.part_of(person).filter(|_| !was_gone) else {
            return Ok(Change { moves: Vec::new(), value: self.plan.value, bound: self.plan.bound });
        };
        let place = local(self.parts.persons(part), person).ok_or(Fault::NoPerson(person))?;
        let (gone, effort) = (self.gone_in(part), self.effort);
        let batches = self.parts.batches(part).to_vec();
        let answer = match self.opened(part) {
            Opened::Plain(net) => {
                net.withdraw(place);
                read(net, &batches)
            }
            Opened::Ruled(side) => branch::solve(side, &gone, WhatIf::AsItIs, &effort),
        };
        Ok(self.replace(part, &answer))
    }

    pub(crate) fn part_of(&self, person: PersonIndex) -> Option<usize> {
        self.problem.eligible.of_person(person).next().map(|edge| self.parts.part_of(edge.0))
    }

    pub(crate) fn gone_in(&self, part: usize) -> Vec<bool> {
        self.parts.persons(part).iter().map(|person| self.gone[person.at()]).collect()
    }

    pub(crate) fn is_gone(&self, person: PersonIndex) -> bool {
        self.gone[person.at()]
    }

    /// A part, opened if it was not.
    pub(crate) fn opened(&mut self, part: usize) -> &mut Opened {
        let (problem, parts, plan, sides) = (self.problem, &self.parts, &self.plan, &self.sides);
        self.opened.entry(part).or_insert_with(|| {
            if sides.is_plain(part) {
                Opened::Plain(Box::new(reopened(problem, parts, part, plan)))
            } else {
                Opened::Ruled(Box::new(sides.of_part(problem, parts, part)))
            }
        })
    }

    /// Puts another answer in the place of a part's.
    fn replace(&mut self, part: usize, answer: &PartPlan) -> Change {
        let persons = self.parts.persons(part);
        let before: Vec<Option<BatchIndex>> =
            persons.iter().map(|person| self.plan.seats[person.at()]).collect();
        answer.write(&self.parts, part, &mut self.plan);
        if answer.value < answer.bound {
            self.rules.fill(self.problem, &mut self.plan.seats, persons, &self.gone);
        }
        let rank = (&self.parts, part);
        reserves::rank(self.problem, &self.rules, rank, &self.gone, &mut self.plan);
        self.plan.bound += answer.bound - std::mem::replace(&mut self.plan.part_bounds[part], answer.bound);
        let moved = |(person, from): (&PersonIndex, Option<BatchIndex>)| {
            let to = self.plan.seats[person.at()];
            (from != to).then_some(Move { person: *person, from, to })
        };
        let moves: Vec<Move> = persons.iter().zip(before).filter_map(moved).collect();
        let worth = |person: PersonIndex, seat: Option<BatchIndex>| {
            self.problem.worth_of_seat(person, seat).unwrap_or(0)
        };
        for one in &moves {
            self.plan.value += worth(one.person, one.to) - worth(one.person, one.from);
            self.count.follow(self.problem, &self.rules, one);
        }
        Change { moves, value: self.plan.value, bound: self.plan.bound }
    }
}
