// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What keeps a person out of a batch in a plan as it stands.

use crate::problem::{BatchIndex, PersonIndex, Problem};
use crate::standing::Move;
use std::collections::HashMap;

/// One thing that keeps a person without a seat out of a batch.
///
/// # Shape
/// All barriers of a batch taken away, the person can sit there in addition to the plan as it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Barrier {
    /// Every seat is taken; one more seat takes the barrier away.
    Full,
    /// This person sits in the batch, and the two are kept apart. Never to be shown with the name.
    Apart(PersonIndex),
    /// Too few people come together for the batch to open.
    MinimumNotReached { minimum: u32 },
    /// These batches open and use the room or instructor that this one needs.
    RivalsOpen { by: Vec<BatchIndex> },
    /// The batch does not open because a quota, by its place in the question, would not be kept.
    QuotaShort { quota: u32, at_least: u32 },
}

/// The rules of a question, arranged for asking about one person and batch.
#[derive(Debug)]
pub struct Rules {
    partners: HashMap<PersonIndex, Vec<PersonIndex>>,
    quotas_of: HashMap<BatchIndex, Vec<u32>>,
    rivals_of: HashMap<BatchIndex, Vec<u32>>,
}

/// How many sit in each batch, and in the batches of each quota how many of its members.
#[derive(Debug)]
pub struct Count {
    size: Vec<u32>,
    members: Vec<u32>,
}

/// Notes a rule with each of its batches, once.
fn enlist(lists: &mut HashMap<BatchIndex, Vec<u32>>, at: usize, batches: &[BatchIndex]) {
    for batch in batches {
        let list = lists.entry(*batch).or_default();
        if list.last() != Some(&(at as u32)) {
            list.push(at as u32);
        }
    }
}

impl Count {
    /// One person more here, one less there.
    pub fn follow(&mut self, problem: &Problem, rules: &Rules, one: &Move) {
        let mut change = |batch: Option<BatchIndex>, step: i64| {
            let Some(batch) = batch else { return };
            let add = |count: &mut u32| *count = (i64::from(*count) + step).max(0) as u32;
            add(&mut self.size[batch.at()]);
            for &at in rules.quotas_of.get(&batch).into_iter().flatten() {
                if problem.quotas[at as usize].members.contains(&one.person) {
                    add(&mut self.members[at as usize]);
                }
            }
        };
        change(one.from, -1);
        change(one.to, 1);
    }
}

impl Rules {
    pub fn of(problem: &Problem) -> Self {
        let mut rules =
            Self { partners: HashMap::new(), quotas_of: HashMap::new(), rivals_of: HashMap::new() };
        for &(one, other) in &problem.apart {
            rules.partners.entry(one).or_default().push(other);
            rules.partners.entry(other).or_default().push(one);
        }
        for list in rules.partners.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        for (at, quota) in problem.quotas.iter().enumerate() {
            enlist(&mut rules.quotas_of, at, &quota.batches);
        }
        for (at, rivals) in problem.rivals.iter().enumerate() {
            enlist(&mut rules.rivals_of, at, &rivals.batches);
        }
        rules
    }

    /// Who may not sit with this person.
    pub fn partners(&self, person: PersonIndex) -> &[PersonIndex] {
        self.partners.get(&person).map_or(&[], Vec::as_slice)
    }

    pub fn count(&self, problem: &Problem, seats: &[Option<BatchIndex>]) -> Count {
        let mut count =
            Count { size: vec![0; problem.batches.len()], members: vec![0; problem.quotas.len()] };
        for batch in seats.iter().flatten() {
            count.size[batch.at()] += 1;
        }
        for (at, quota) in problem.quotas.iter().enumerate() {
            let mut members = quota.members.clone();
            members.sort_unstable();
            members.dedup();
            let inside =
                |member: &&PersonIndex| seats[member.at()].is_some_and(|seat| quota.batches.contains(&seat));
            count.members[at] = members.iter().filter(inside).count() as u32;
        }
        count
    }

    /// All that keeps a person without a seat out of a batch.
    pub fn barriers(
        &self,
        problem: &Problem,
        (seats, count): (&[Option<BatchIndex>], &Count),
        person: PersonIndex,
        batch: BatchIndex,
    ) -> Vec<Barrier> {
        let offered = &problem.batches[batch.at()];
        let mut found = Vec::new();
        if count.size[batch.at()] >= offered.capacity {
            found.push(Barrier::Full);
        }
        let beside = self.partners(person).iter().filter(|other| seats[other.at()] == Some(batch));
        found.extend(beside.map(|other| Barrier::Apart(*other)));
        if count.size[batch.at()] > 0 {
            return found;
        }
        if offered.minimum > 1 {
            found.push(Barrier::MinimumNotReached { minimum: offered.minimum });
        }
        for rivals in self.rivals_of.get(&batch).into_iter().flatten().map(|at| &problem.rivals[*at as usize])
        {
            let mut by: Vec<BatchIndex> = rivals.batches.clone();
            by.sort_unstable();
            by.dedup();
            by.retain(|rival| count.size[rival.at()] > 0);
            if by.len() >= rivals.at_most as usize {
                found.push(Barrier::RivalsOpen { by });
            }
        }
        for &at in self.quotas_of.get(&batch).into_iter().flatten() {
            let quota = &problem.quotas[at as usize];
            let with = count.members[at as usize] + u32::from(quota.members.contains(&person));
            if with < quota.at_least {
                found.push(Barrier::QuotaShort { quota: at, at_least: quota.at_least });
            }
        }
        found
    }

    /// Seats whom nothing keeps out: a plan that a search had to leave unproven may have missed them.
    ///
    /// # Units
    /// Gives what the plan gained.
    pub fn fill(
        &self,
        problem: &Problem,
        seats: &mut [Option<BatchIndex>],
        persons: &[PersonIndex],
        gone: &[bool],
    ) -> i64 {
        let mut count = self.count(problem, seats);
        let mut gained = 0;
        for &person in persons.iter().filter(|person| !gone[person.at()]) {
            if seats[person.at()].is_some() {
                continue;
            }
            let free = problem
                .eligible
                .of_person(person)
                .filter(|(batch, _)| self.barriers(problem, (seats, &count), person, *batch).is_empty());
            let worth = |(batch, value)| (problem.worth(person, batch, value), batch);
            if let Some((worth, batch)) =
                free.map(worth).max_by_key(|(worth, batch)| (*worth, std::cmp::Reverse(*batch)))
            {
                seats[person.at()] = Some(batch);
                gained += worth;
                count.follow(problem, self, &Move { person, from: None, to: Some(batch) });
            }
        }
        gained
    }
}
