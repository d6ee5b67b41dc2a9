// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why there is no plan: limits are lifted, one alone where that is enough, else as few as can be found together.

use super::problem::Problem;
use super::proposal::{Impossible, Limit, Reason};
use super::site::Site;
use super::trial::{Aim, attempt};
use super::watch::Watch;
use crate::rules;
use std::collections::BTreeSet;

struct Asker<'a, 'w, 'p> {
    problem: &'a Problem,
    seed: u64,
    watch: &'w mut Watch<'p>,
}

/// Minutes without a place, batches that lack them, and whether it is proven that some must.
type Lack = (i64, Vec<usize>, bool);

/// Finds the reasons of a problem without a plan.
pub(super) fn why(problem: &Problem, seed: u64, watch: &mut Watch<'_>) -> Impossible {
    let mut asker = Asker { problem, seed, watch };
    let (lacking_minutes, batches, is_proven) = asker.lack(&BTreeSet::new(), Aim::Best);
    let limits = limits(problem);
    let mut alone = asker.alone(&limits, lacking_minutes, &batches);
    let (reasons, or_else) = if alone.is_empty() {
        (asker.together(&limits), Vec::new())
    } else {
        let first = alone.remove(0);
        (vec![first], alone)
    };
    Impossible { reasons, or_else, lacking_minutes, is_proven }
}

impl Asker<'_, '_, '_> {
    fn lack(&mut self, lifted: &BTreeSet<Limit>, aim: Aim) -> Lack {
        let site = Site::of(self.problem, lifted);
        let trial = attempt(&site, aim, self.seed, self.watch);
        (trial.board.unplaced_minutes, trial.waiting(), trial.is_proven)
    }

    /// Limits of which one alone is enough.
    fn alone(&mut self, limits: &[Limit], lacking_minutes: i64, batches: &[usize]) -> Vec<Reason> {
        let mut enough = Vec::new();
        for limit in limits {
            if self.watch.is_over() {
                break;
            }
            if self.lack(&BTreeSet::from([*limit]), Aim::Any).0 == 0 {
                enough.push(Reason { limit: *limit, batches: batches.to_vec(), lacking_minutes });
            }
        }
        enough
    }

    /// All limits lifted, then put back one after the other, the least tangible first, where a plan is still found.
    fn together(&mut self, limits: &[Limit]) -> Vec<Reason> {
        let mut lifted: BTreeSet<Limit> = limits.iter().copied().collect();
        if self.lack(&lifted, Aim::Any).0 > 0 {
            return Vec::new();
        }
        for limit in limits.iter().rev() {
            lifted.remove(limit);
            if self.lack(&lifted, Aim::Any).0 > 0 {
                lifted.insert(*limit);
            }
            if self.watch.is_over() {
                return Vec::new();
            }
        }
        let mut reasons = Vec::new();
        for limit in limits.iter().filter(|limit| lifted.contains(limit)) {
            let others: BTreeSet<Limit> = lifted.iter().copied().filter(|other| other != limit).collect();
            let (lacking_minutes, batches, _) = self.lack(&others, Aim::Best);
            reasons.push(Reason { limit: *limit, batches, lacking_minutes });
        }
        reasons
    }
}

/// The limits that could be in the way, the most tangible first.
fn limits(problem: &Problem) -> Vec<Limit> {
    let none = BTreeSet::new();
    let batches = || 0..problem.batches.len();
    let modules =
        || batches().flat_map(|batch| (0..problem.batches[batch].modules.len()).map(move |one| (batch, one)));
    let laid = || modules().filter(|(batch, module)| problem.batches[*batch].modules[*module].jp > 0);
    let unstaffed =
        laid().filter(|one| rules::instructor_field::fit(problem, one.0, one.1, &none).is_empty());
    let homeless = laid().filter(|one| rules::room_fits::fit(problem, one.0, one.1, &none).is_empty());
    let mut limits: Vec<Limit> =
        unstaffed.map(|(batch, module)| Limit::NoInstructor { batch, module }).collect();
    limits.extend(homeless.map(|(batch, module)| Limit::NoRoom { batch, module }));
    limits.extend((0..problem.instructors.len()).map(|instructor| Limit::InstructorTime { instructor }));
    limits.extend((0..problem.rooms.len()).map(|room| Limit::RoomTime { room }));
    limits.extend(of_house(problem));
    limits.extend(batches().map(|batch| Limit::Days { batch }));
    limits.extend([Limit::Term, Limit::Regime]);
    limits.extend((!problem.closed_days.is_empty()).then_some(Limit::ClosedDays));
    limits.extend(batches().map(|batch| Limit::DayLoad { batch }));
    let strict = batches().filter(|batch| problem.batches[*batch].theory_before_practice);
    limits.extend(strict.map(|batch| Limit::TheoryFirst { batch }));
    let pairs = batches().flat_map(|one| (one + 1..problem.batches.len()).map(move |two| (one, two)));
    let shared = pairs.filter(|(one, two)| rules::person_free::shares(problem, *one, *two));
    limits.extend(shared.map(|(one, two)| Limit::SharedPersons { one, two }));
    limits.extend((!problem.locked.is_empty()).then_some(Limit::Locked));
    limits
}

fn of_house(problem: &Problem) -> impl Iterator<Item = Limit> {
    let house = &problem.house;
    let mut rooms: Vec<usize> = house.set_ups.iter().map(|set_up| set_up.room).collect();
    rooms.sort_unstable();
    rooms.dedup();
    let tools = (0..house.tools.len()).map(|tool| Limit::Tool { tool });
    let zones = (0..house.zones.len()).map(|zone| Limit::Zone { zone });
    let watch = house.watched.map(|_| Limit::Watch).into_iter();
    let ways = (!house.ways.is_empty()).then_some(Limit::Ways).into_iter();
    let set_ups = rooms.into_iter().map(|room| Limit::SetUp { room });
    tools.chain(zones).chain(watch).chain(set_ups).chain(ways)
}
