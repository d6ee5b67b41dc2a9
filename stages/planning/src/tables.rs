// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A question of placement from a folder of CSV tables: who could sit where, and what a plan must keep.
//!
//! # Shape
//! `persons.csv` person, group; `cohorts.csv` cohort, capacity, min_size; `edges.csv` person, cohort, weight, one row for each
//! pair that may be; and, where there are any, `apart.csv` a, b and `quotas.csv` group, min_placed. Whole numbers under a line
//! of column names, further columns are passed over; people and cohorts are numbered from 0 in the order of their rows.

mod fault;
mod table;

use std::collections::HashMap;
use std::path::Path;

use placement::{Batch, BatchIndex, Edges, MAX_VALUE, PersonIndex, Problem, Quota};

pub use fault::{TableFault, TableFaults, Wrong};
use table::Table;

/// Reserves ranked behind the seated of each cohort.
const RESERVES: u32 = 3;

/// Reads the question in one pass; what is kept is about the size of the pairs.
///
/// # Errors
/// Everything that is wrong in any of the tables, with table and line.
pub fn read_placement(folder: &Path) -> Result<Problem, TableFaults> {
    let mut faults = TableFaults::default();
    let mut groups = Vec::new();
    if let Some(mut table) = Table::open(folder, "persons.csv", ["person", "group"], true, &mut faults) {
        table.each(&mut faults, |[person, group]| {
            next_in_order("person", person, groups.len())?;
            groups.push(group);
            Ok(())
        });
    }
    let mut batches: Vec<Batch> = Vec::new();
    let columns = ["cohort", "capacity", "min_size"];
    if let Some(mut table) = Table::open(folder, "cohorts.csv", columns, true, &mut faults) {
        table.each(&mut faults, |[cohort, capacity, minimum]| {
            next_in_order("cohort", cohort, batches.len())?;
            batches.push(Batch { capacity, minimum, reserves: RESERVES });
            Ok(())
        });
    }
    let edges = read_edges(folder, (groups.len(), batches.len()), &mut faults);
    let apart = read_apart(folder, groups.len(), &mut faults);
    let quotas = read_quotas(folder, &groups, batches.len(), &mut faults);
    let Some(edges) = edges.filter(|_| faults.is_empty()) else { return Err(faults) };
    let mut problem = Problem::new(edges, batches);
    (problem.apart, problem.quotas) = (apart, quotas);
    Ok(problem)
}

fn next_in_order(column: &'static str, number: u32, expected: usize) -> Result<(), Wrong> {
    if number as usize == expected { Ok(()) } else { Err(Wrong::Order { column, expected, found: number }) }
}

fn known(column: &'static str, number: u32, count: usize) -> Result<(), Wrong> {
    if (number as usize) < count { Ok(()) } else { Err(Wrong::Unknown { column, found: number, count }) }
}

fn read_edges(folder: &Path, (people, cohorts): (usize, usize), faults: &mut TableFaults) -> Option<Edges> {
    let columns = ["person", "cohort", "weight"];
    let mut edges = Edges::of(u32::try_from(people).ok()?);
    let mut table = Table::open(folder, "edges.csv", columns, true, faults)?;
    table.each(faults, |[person, cohort, weight]| {
        known("person", person, people)?;
        known("cohort", cohort, cohorts)?;
        let value = i32::try_from(weight).ok().filter(|value| (1..=MAX_VALUE).contains(value));
        let value = value.ok_or(Wrong::Weight { found: weight, most: MAX_VALUE })?;
        edges
            .add(PersonIndex(person), BatchIndex(cohort), value)
            .map_err(|_| Wrong::Weight { found: weight, most: MAX_VALUE })
    });
    match edges.build() {
        Ok(edges) => Some(edges),
        Err(_) => {
            find_twice(folder, columns, faults);
            None
        }
    }
}

/// Pairs are rarely given twice, so where they stand is only looked for once it is known that some are.
fn find_twice(folder: &Path, columns: [&'static str; 3], faults: &mut TableFaults) {
    let mut first = HashMap::new();
    let Some(mut table) = Table::open(folder, "edges.csv", columns, true, faults) else { return };
    table.each_line(faults, |line, [person, cohort, _]| match first.insert((person, cohort), line) {
        None => Ok(()),
        Some(before) => Err(Wrong::Twice { line: before }),
    });
}

fn read_apart(folder: &Path, people: usize, faults: &mut TableFaults) -> Vec<(PersonIndex, PersonIndex)> {
    let mut apart = Vec::new();
    let Some(mut table) = Table::open(folder, "apart.csv", ["a", "b"], false, faults) else { return apart };
    table.each(faults, |[one, other]| {
        known("a", one, people)?;
        known("b", other, people)?;
        if one == other {
            return Err(Wrong::ApartFromOneself { person: one });
        }
        apart.push((PersonIndex(one), PersonIndex(other)));
        Ok(())
    });
    apart
}

fn read_quotas(folder: &Path, groups: &[u32], cohorts: usize, faults: &mut TableFaults) -> Vec<Quota> {
    let mut quotas = Vec::new();
    let columns = ["group", "min_placed"];
    let Some(mut table) = Table::open(folder, "quotas.csv", columns, false, faults) else { return quotas };
    let numbers = |count: usize| 0..u32::try_from(count).unwrap_or(u32::MAX);
    table.each(faults, |[group, at_least]| {
        let members: Vec<PersonIndex> =
            numbers(groups.len()).filter(|one| groups[*one as usize] == group).map(PersonIndex).collect();
        if members.len() < at_least as usize {
            return Err(Wrong::QuotaBeyondGroup { group, at_least, members: members.len() });
        }
        quotas.push(Quota { members, batches: numbers(cohorts).map(BatchIndex).collect(), at_least });
        Ok(())
    });
    quotas
}
