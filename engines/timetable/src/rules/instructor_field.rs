// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: who teaches a module has every field it asks for.
//!
//! Unit: none, it holds or not. Source: product decision: instructors are recorded with the fields they are qualified in.

use crate::office::Limit;
use crate::office::problem::Problem;
use std::collections::BTreeSet;

/// Instructors who may teach a module; anybody, the number after the last, when lifted.
pub fn fit(problem: &Problem, batch: usize, module: usize, lifted: &BTreeSet<Limit>) -> Vec<usize> {
    if lifted.contains(&Limit::NoInstructor { batch, module }) {
        return vec![problem.instructors.len()];
    }
    let fields = &problem.batches[batch].modules[module].fields;
    let fits = |index: &usize| fields.iter().all(|field| problem.instructors[*index].fields.contains(field));
    (0..problem.instructors.len()).filter(fits).collect()
}
