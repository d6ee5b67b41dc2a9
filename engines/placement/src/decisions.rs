// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be decided in a state, and what follows from it for other rules. Each says whether a plan is left.

use crate::network::BARRED;
use crate::state::{Fate, Force, State, Step};

impl State<'_> {
    /// A person may not sit in a batch; rules between the two no longer bind.
    pub fn bar(&mut self, person: u32, edge: u32) -> bool {
        let side = self.side;
        self.set_worth(edge, BARRED);
        self.net.settle(person)
            && side.clauses_of_edge[edge as usize].iter().all(|clause| self.drop_clause(*clause))
    }

    /// A person must sit in one of these batches.
    pub fn oblige(&mut self, person: u32, batches: &[u32]) -> bool {
        let elsewhere = |edge: &usize| !batches.contains(&self.net.to[*edge]);
        let barred: Vec<usize> = self.net.row(person).filter(elsewhere).collect();
        let others = barred.into_iter().all(|edge| self.bar(person, edge as u32));
        self.net.must[person as usize] = true;
        self.trail.push(Step::Must(person));
        others && self.net.settle(person)
    }

    /// A person sits in none of these batches.
    pub fn exclude(&mut self, person: u32, batches: &[u32]) -> bool {
        let inside: Vec<usize> =
            self.net.row(person).filter(|edge| batches.contains(&self.net.to[*edge])).collect();
        inside.into_iter().all(|edge| self.bar(person, edge as u32))
    }

    /// Nobody sits in a batch.
    pub fn close(&mut self, batch: u32) -> bool {
        let side = self.side;
        if self.ledger.fate[batch as usize] != Fate::Undecided {
            return self.ledger.fate[batch as usize] == Fate::Closed;
        }
        self.ledger.fate[batch as usize] = Fate::Closed;
        if !self.net.close(batch) {
            return false;
        }
        let entries = self.net.back.start[batch as usize]..self.net.back.start[batch as usize + 1];
        for entry in entries {
            let (_, edge) = self.net.back.entries[entry as usize];
            if !side.clauses_of_edge[edge as usize].iter().all(|clause| self.drop_clause(*clause)) {
                return false;
            }
        }
        let touched = |batches: &[u32]| batches.contains(&batch);
        (0..side.quotas.len())
            .filter(|at| touched(&side.quotas[*at].batches))
            .all(|at| self.quota_follows(at))
            && (0..side.rivals.len())
                .filter(|at| touched(&side.rivals[*at].batches))
                .all(|at| self.rivals_follow(at))
    }

    /// A batch opens with at least its minimum.
    pub fn open(&mut self, batch: u32) -> bool {
        let side = self.side;
        if self.ledger.fate[batch as usize] != Fate::Undecided {
            return self.ledger.fate[batch as usize] == Fate::Open;
        }
        self.ledger.fate[batch as usize] = Fate::Open;
        if !self.net.demand(batch, side.minimum[batch as usize]) {
            return false;
        }
        let quotas: Vec<usize> =
            (0..side.quotas.len()).filter(|at| side.quotas[*at].batches.contains(&batch)).collect();
        quotas.into_iter().all(|quota| self.hold(quota))
            && (0..side.rivals.len())
                .filter(|at| side.rivals[*at].batches.contains(&batch))
                .all(|at| self.rivals_follow(at))
    }

    /// A quota holds.
    pub fn hold(&mut self, quota: usize) -> bool {
        match self.ledger.force[quota] {
            Force::Holds => true,
            Force::Void => false,
            Force::Undecided => {
                self.ledger.force[quota] = Force::Holds;
                self.quota_follows(quota)
            }
        }
    }

    /// None of the batches of a quota opens.
    pub fn void(&mut self, quota: usize) -> bool {
        let side = self.side;
        side.quotas[quota].batches.iter().all(|batch| self.close(*batch))
    }

    /// What follows for a quota when one of its batches closed, or when it was said to hold.
    fn quota_follows(&mut self, quota: usize) -> bool {
        let side = self.side;
        let fate = &self.ledger.fate;
        let mut left =
            side.quotas[quota].batches.iter().filter(|batch| fate[**batch as usize] != Fate::Closed);
        match (left.next(), left.next(), self.ledger.force[quota]) {
            (None, _, Force::Holds) => false,
            (None, _, Force::Undecided | Force::Void) => {
                self.ledger.force[quota] = Force::Void;
                true
            }
            (Some(&only), None, Force::Holds) => self.open(only),
            (Some(_), _, _) => true,
        }
    }

    /// What follows for rivals when one of them opened or closed.
    fn rivals_follow(&mut self, rivals: usize) -> bool {
        let side = self.side;
        let concerned = &side.rivals[rivals];
        let with = |state: &Self, fate: Fate| -> Vec<u32> {
            concerned
                .batches
                .iter()
                .copied()
                .filter(|batch| state.ledger.fate[*batch as usize] == fate)
                .collect()
        };
        let open = with(self, Fate::Open).len();
        if open > concerned.at_most {
            return false;
        }
        let undecided = with(self, Fate::Undecided);
        if open == concerned.at_most && !undecided.iter().all(|batch| self.close(*batch)) {
            return false;
        }
        let decided = open == concerned.at_most || undecided.is_empty();
        if decided && self.ledger.rival_price[rivals] != 0 {
            self.price_rivals(rivals, 0);
        }
        true
    }

    /// Whether nothing about rivals is left to decide.
    pub fn is_settled(&self, rivals: usize) -> bool {
        let concerned = &self.side.rivals[rivals];
        let count = |fate: Fate| {
            concerned.batches.iter().filter(|batch| self.ledger.fate[**batch as usize] == fate).count()
        };
        count(Fate::Undecided) == 0 || count(Fate::Open) >= concerned.at_most
    }
}
