// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the flow of a state breaks, and so where the search has to divide.

use crate::network::BARRED;
use crate::state::{Fate, Force, State};

/// A question whose answers together cover every plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// Does this batch open?
    Batch(u32),
    /// Does this quota hold, or does none of its batches open?
    Quota(usize),
    /// Who of two people kept apart is not in this batch?
    Clause(u32),
    /// Does this member sit in a batch of the quota?
    Member(usize, u32),
    /// A quota is more than kept and needs no price.
    Unprice(usize),
    /// The decisions leave no plan.
    Dead,
}

impl State<'_> {
    /// Something the flow breaks, the gravest kind first; `None` when it keeps every rule.
    pub fn broken(&self) -> Option<Split> {
        self.crowded_rivals().or_else(|| self.under_minimum()).or_else(|| self.short_quota()).or_else(|| {
            let worst = self.broken_clauses().into_iter().max_by_key(|clause| (self.stake(*clause), *clause));
            worst.map(Split::Clause)
        })
    }

    /// A rule that is kept although breaking it has a price: while there is one, the bound is not the plan's value.
    pub fn slack(&self) -> Option<Split> {
        let side = self.side;
        let clause =
            (0..side.clauses.len()).find(|at| self.clause_price[*at] > 0 && self.inside(*at as u32) == 0);
        let quota = || {
            let over = |at: &usize| {
                self.ledger.quota_price[*at] > 0 && self.seated_members(*at) > side.quotas[*at].at_least
            };
            (0..side.quotas.len()).find(over).map(Split::Unprice)
        };
        let rival = || {
            let priced = (0..side.rivals.len()).filter(|at| self.ledger.rival_price[*at] > 0);
            let mut batches = priced.flat_map(|at| &side.rivals[at].batches);
            batches
                .find(|batch| self.ledger.fate[**batch as usize] == Fate::Undecided)
                .copied()
                .map(Split::Batch)
        };
        clause.map(|at| Split::Clause(at as u32)).or_else(quota).or_else(rival)
    }

    /// How many of the two of a clause sit in its batch.
    pub fn inside(&self, clause: u32) -> usize {
        let concerned = &self.side.clauses[clause as usize];
        let sits = |at: &usize| self.net.flow.seat[concerned.persons[*at] as usize] == concerned.edges[*at];
        (0..2).filter(sits).count()
    }

    pub fn broken_clauses(&self) -> Vec<u32> {
        let mut found = Vec::new();
        for edge in self.net.flow.seat.iter().filter(|edge| **edge != crate::network::NONE) {
            for &clause in &self.side.clauses_of_edge[*edge as usize] {
                // Named once, by the first of the two.
                if self.side.clauses[clause as usize].edges[0] == *edge && self.inside(clause) == 2 {
                    found.push(clause);
                }
            }
        }
        found
    }

    /// What the lesser of the two loses at least by going elsewhere.
    fn stake(&self, clause: u32) -> i64 {
        let concerned = &self.side.clauses[clause as usize];
        let regret = |at: usize| {
            let person = concerned.persons[at];
            let others = self.net.row(person).filter(|edge| *edge as u32 != concerned.edges[at]);
            let next = others.map(|edge| self.net.gain(edge)).max().unwrap_or(0).max(0);
            self.net.gain(concerned.edges[at] as usize) - next
        };
        regret(0).min(regret(1))
    }

    fn crowded_rivals(&self) -> Option<Split> {
        let used = |batch: &u32| {
            self.net.flow.size[*batch as usize] > 0 || self.ledger.fate[*batch as usize] == Fate::Open
        };
        let crowded = self
            .side
            .rivals
            .iter()
            .find(|rivals| rivals.batches.iter().filter(|batch| used(batch)).count() > rivals.at_most)?;
        let undecided =
            crowded.batches.iter().filter(|batch| self.ledger.fate[**batch as usize] == Fate::Undecided);
        let worth = |batch: u32| -> i64 {
            let seat = |person: &u32| self.net.worth[self.net.flow.seat[*person as usize] as usize];
            self.net.members(batch).iter().map(seat).sum()
        };
        undecided
            .max_by_key(|batch| (worth(**batch), **batch))
            .map_or(Some(Split::Dead), |at| Some(Split::Batch(*at)))
    }

    fn under_minimum(&self) -> Option<Split> {
        let short = |batch: &u32| {
            let size = self.net.flow.size[*batch as usize];
            self.ledger.fate[*batch as usize] == Fate::Undecided
                && size > 0
                && size < self.side.minimum[*batch as usize]
        };
        (0..self.side.minimum.len() as u32).find(short).map(Split::Batch)
    }

    pub fn seated_members(&self, quota: usize) -> u32 {
        let quota = &self.side.quotas[quota];
        let sits =
            |member: &&u32| self.net.batch_of(**member).is_some_and(|batch| quota.batches.contains(&batch));
        quota.members.iter().filter(sits).count() as u32
    }

    fn short_quota(&self) -> Option<Split> {
        for (at, quota) in self.side.quotas.iter().enumerate() {
            if self.seated_members(at) >= quota.at_least {
                continue;
            }
            match self.ledger.force[at] {
                Force::Void => {}
                Force::Holds => return Some(self.next_member(at)),
                Force::Undecided => {
                    if quota.batches.iter().any(|batch| self.net.flow.size[*batch as usize] > 0) {
                        return Some(Split::Quota(at));
                    }
                }
            }
        }
        None
    }

    /// The member who would come at the least loss.
    fn next_member(&self, at: usize) -> Split {
        let quota = &self.side.quotas[at];
        let loss = |member: u32| {
            let usable = |edge: &usize| {
                let batch = self.net.to[*edge];
                self.net.worth[*edge] != BARRED
                    && self.ledger.fate[batch as usize] != Fate::Closed
                    && quota.batches.contains(&batch)
            };
            let best = self.net.row(member).filter(usable).map(|edge| self.net.gain(edge)).max()?;
            if self.net.flow.away[member as usize] {
                return None;
            }
            let inside = self.net.batch_of(member).is_some_and(|batch| quota.batches.contains(&batch));
            (!inside).then(|| (self.net.surplus(member) - best, member))
        };
        let can_come = quota.members.iter().filter_map(|member| loss(*member));
        let (count, next) = can_come.fold((0, None), |(count, next): (u32, Option<(i64, u32)>), one| {
            (count + 1, Some(next.map_or(one, |best| best.min(one))))
        });
        match next {
            Some((_, member)) if count + self.seated_members(at) >= quota.at_least => {
                Split::Member(at, member)
            }
            Some(_) | None => Split::Dead,
        }
    }
}
