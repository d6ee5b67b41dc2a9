// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Where the search had to stop: what is left of the question as a mixed-integer programme, answered by HiGHS.

use crate::components::Components;
use crate::fault::Fault;
use crate::plan::Plan;
use crate::problem::{BatchIndex, PersonIndex, Problem};
use crate::reserves;
use crate::rules::Rules;
use highs::{Col, RowProblem, Sense, SolvedModel};
use std::collections::HashMap;
use std::time::Duration;

/// HiGHS computes with fractions: what its bound may be off by, as a share of it.
const FLOAT_SHARE: f64 = 1e-6;

/// Goes on from a plan that is not proven, until it is or the time is over.
///
/// # Shape
/// The plan that comes is never worth less, its bound never higher. Parts that are proven already stay as they are, and so
/// does a part of which HiGHS makes nothing.
///
/// # Units
/// `patience` is wall time for each part. HiGHS asks the clock, seldom while it prepares a question: one of tens of thousands of pairs
/// kept apart takes minutes more. A search that the clock ends differs from run to run.
///
/// # Errors
/// `Fault` when the question names what is not there.
///
/// # Source
/// HiGHS (Huangfu and Hall 2018), branch and cut. Its bound is raised by what fractions may be off, then cut to a whole value.
pub fn prove(problem: &Problem, plan: &Plan, patience: Duration) -> Result<Plan, Fault> {
    problem.check()?;
    let (parts, rules) = (Components::of(problem), Rules::of(problem));
    let mut best = plan.clone();
    for part in 0..parts.count() {
        let value = problem.worth_of(parts.persons(part), &best.seats);
        if value == best.part_bounds[part] || patience.is_zero() {
            continue;
        }
        let Some(found) = Programme::of(problem, &parts, part).search(&best.seats, patience) else {
            continue;
        };
        let bound = found.bound.clamp(value, best.part_bounds[part]);
        best.bound -= best.part_bounds[part] - bound;
        best.part_bounds[part] = bound;
        let mut seats = best.seats.clone();
        for person in parts.persons(part) {
            seats[person.at()] = found.seats.get(person).copied();
        }
        let gained = problem.worth_of(parts.persons(part), &seats) - value;
        if gained > 0 {
            best.seats = seats;
            best.value += gained;
            best.bound = best.bound.max(best.value);
            reserves::rank(problem, &rules, (&parts, part), &vec![false; problem.person_count()], &mut best);
        }
    }
    Ok(best)
}

/// What HiGHS makes of a part.
struct Found {
    seats: HashMap<PersonIndex, BatchIndex>,
    bound: i64,
}

/// A part of a question in rows and columns.
///
/// # Shape
/// One column of 0 or 1 for each pair of person and batch, worth what it is worth; one for each batch, 1 where it opens.
struct Programme {
    rows: RowProblem,
    pairs: Vec<(PersonIndex, BatchIndex)>,
    opens: Vec<BatchIndex>,
    column: HashMap<(PersonIndex, BatchIndex), Col>,
    opening: HashMap<BatchIndex, Col>,
}

impl Programme {
    fn of(problem: &Problem, parts: &Components, part: usize) -> Self {
        let mut rows = RowProblem::new();
        let (mut pairs, mut column) = (Vec::new(), HashMap::new());
        for &person in parts.persons(part) {
            for (batch, value) in problem.eligible.of_person(person) {
                let worth = problem.worth(person, batch, value) as f64;
                column.insert((person, batch), rows.add_integer_column(worth, 0..=1));
                pairs.push((person, batch));
            }
        }
        let opens = parts.batches(part).to_vec();
        let opening = opens.iter().map(|batch| (*batch, rows.add_integer_column(0.0, 0..=1))).collect();
        let mut programme = Self { rows, pairs, opens, column, opening };
        programme.seat_each_once();
        programme.fill_as_offered(problem);
        programme.keep_apart(problem);
        programme.keep_quotas(problem);
        programme.open_one_of_rivals(problem);
        programme
    }

    fn seat_each_once(&mut self) {
        for pairs in self.pairs.chunk_by(|one, other| one.0 == other.0) {
            self.rows.add_row(..=1, pairs.iter().map(|pair| (self.column[pair], 1.0)));
        }
    }

    fn fill_as_offered(&mut self, problem: &Problem) {
        let mut of_batch: HashMap<BatchIndex, Vec<(Col, f64)>> = HashMap::new();
        for pair in &self.pairs {
            of_batch.entry(pair.1).or_default().push((self.column[pair], 1.0));
        }
        for batch in &self.opens {
            let offered = problem.batches[batch.at()];
            let seats = of_batch.get(batch).map_or(&[][..], Vec::as_slice);
            let with = |factor: u32| seats.iter().copied().chain([(self.opening[batch], -f64::from(factor))]);
            self.rows.add_row(..=0, with(offered.capacity));
            self.rows.add_row(0.., with(offered.minimum));
        }
    }

    fn keep_apart(&mut self, problem: &Problem) {
        for &(one, other) in &problem.apart {
            for (batch, _) in problem.eligible.of_person(one) {
                let both = (self.column.get(&(one, batch)), self.column.get(&(other, batch)));
                if let (Some(one), Some(other)) = both {
                    // Either, and only where the batch opens: tighter than "not both".
                    let row = [(*one, 1.0), (*other, 1.0), (self.opening[&batch], -1.0)];
                    self.rows.add_row(..=0, row);
                }
            }
        }
    }

    fn keep_quotas(&mut self, problem: &Problem) {
        for quota in &problem.quotas {
            let mut members = quota.members.clone();
            members.sort_unstable();
            members.dedup();
            let mut batches = quota.batches.clone();
            batches.sort_unstable();
            batches.dedup();
            let inside: Vec<(Col, f64)> = members
                .iter()
                .flat_map(|member| batches.iter().filter_map(|batch| self.column.get(&(*member, *batch))))
                .map(|column| (*column, 1.0))
                .collect();
            for batch in batches {
                if let Some(opens) = self.opening.get(&batch) {
                    let row = inside.iter().copied().chain([(*opens, -f64::from(quota.at_least))]);
                    self.rows.add_row(0.., row);
                }
            }
        }
    }

    fn open_one_of_rivals(&mut self, problem: &Problem) {
        for rivals in &problem.rivals {
            let mut batches = rivals.batches.clone();
            batches.sort_unstable();
            batches.dedup();
            let row = batches.iter().filter_map(|batch| self.opening.get(batch)).map(|opens| (*opens, 1.0));
            self.rows.add_row(..=rivals.at_most, row);
        }
    }

    /// Searches from these seats on; nothing where HiGHS cannot.
    fn search(self, seats: &[Option<BatchIndex>], patience: Duration) -> Option<Found> {
        let begin: Vec<f64> = self.columns(seats);
        let mut model = self.rows.try_optimise(Sense::Maximise).ok()?;
        model.make_quiet();
        model.try_set_option("time_limit", patience.as_secs_f64()).ok()?;
        model.try_set_option("mip_rel_gap", 0.0).ok()?;
        // Values are whole numbers: with less than one between, nothing is left to find.
        model.try_set_option("mip_abs_gap", 0.99).ok()?;
        model.try_set_solution(Some(&begin), None, None, None).ok()?;
        let solved = model.try_solve().ok()?;
        let bound = bound_of(&solved)?;
        let solution = solved.get_solution();
        let taken = self.pairs.iter().zip(solution.columns()).filter(|(_, column)| **column > 0.5);
        Some(Found { seats: taken.map(|(pair, _)| *pair).collect(), bound })
    }

    fn columns(&self, seats: &[Option<BatchIndex>]) -> Vec<f64> {
        let open: std::collections::HashSet<BatchIndex> =
            self.pairs.iter().filter_map(|(person, _)| seats[person.at()]).collect();
        let pairs = self.pairs.iter().map(|(person, batch)| seats[person.at()] == Some(*batch));
        let opens = self.opens.iter().map(|batch| open.contains(batch));
        pairs.chain(opens).map(|is_so| f64::from(u8::from(is_so))).collect()
    }
}

/// The highest whole value that HiGHS leaves possible.
fn bound_of(solved: &SolvedModel) -> Option<i64> {
    let bound = solved.double_info_value(c"mip_dual_bound").ok().filter(|bound| bound.is_finite())?;
    Some((bound + bound.abs().max(1.0) * FLOAT_SHARE).floor() as i64)
}
