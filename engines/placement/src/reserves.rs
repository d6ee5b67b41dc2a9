// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who is asked when a seat falls free.

use crate::components::Components;
use crate::plan::Plan;
use crate::problem::{PersonIndex, Problem};
use crate::rules::Rules;
use std::collections::BTreeSet;

/// Ranks, for each batch of a part that opens, those without a seat who may sit in it, by what they would add to the
/// plan; of two alike, the first in the list of persons. One may wait for several batches. Who is kept apart from
/// somebody seated in a batch does not wait for it, nor does one who is gone.
pub fn rank(
    problem: &Problem,
    rules: &Rules,
    (parts, part): (&Components, usize),
    gone: &[bool],
    plan: &mut Plan,
) {
    let wanted = |batch: &crate::BatchIndex| problem.batches[batch.at()].reserves > 0;
    if !parts.batches(part).iter().any(wanted) {
        return;
    }
    let open: BTreeSet<_> = parts.persons(part).iter().filter_map(|person| plan.seats[person.at()]).collect();
    let mut waiting: Vec<Vec<(i64, PersonIndex)>> = vec![Vec::new(); parts.batches(part).len()];
    for &person in parts.persons(part) {
        if plan.seats[person.at()].is_some() || gone[person.at()] {
            continue;
        }
        let apart_from =
            |batch| rules.partners(person).iter().any(|other| plan.seats[other.at()] == Some(batch));
        for (batch, value) in problem.eligible.of_person(person) {
            if wanted(&batch) && open.contains(&batch) && !apart_from(batch) {
                let place = parts.place(batch) as usize;
                waiting[place].push((-problem.worth(person, batch, value), person));
            }
        }
    }
    for (batch, mut list) in parts.batches(part).iter().zip(waiting) {
        list.sort_unstable();
        list.truncate(problem.batches[batch.at()].reserves as usize);
        plan.reserves[batch.at()] = list.into_iter().map(|(_, person)| person).collect();
    }
}
