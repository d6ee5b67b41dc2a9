// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: the room has what the module needs and holds everybody: the participants, or the seats while nobody is seated.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-09 and TIME-12.

use crate::office::Limit;
use crate::office::problem::Problem;
use std::collections::BTreeSet;

/// Rooms in which a module may be taught; anywhere, the number after the last, when lifted.
pub fn fit(problem: &Problem, batch: usize, module: usize, lifted: &BTreeSet<Limit>) -> Vec<usize> {
    if lifted.contains(&Limit::NoRoom { batch, module }) {
        return vec![problem.rooms.len()];
    }
    let heads = problem.batches[batch].heads();
    let needed = &problem.batches[batch].modules[module].rooms;
    let fits = |index: &usize| {
        problem.rooms[*index].capacity >= heads && (needed.is_empty() || needed.contains(index))
    };
    (0..problem.rooms.len()).filter(fits).collect()
}
