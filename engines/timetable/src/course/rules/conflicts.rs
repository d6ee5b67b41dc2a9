// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: courses of one teacher, or of one curriculum, are not taught in the same period.
//!
//! Unit: one a period and pair of courses. Source: ITC 2007, track 3, H3 "Conflicts".

use crate::course::instance::Instance;
use crate::course::score::Taught;
use std::collections::BTreeMap;

pub fn count(instance: &Instance, taught: &Taught) -> usize {
    let conflicts = instance.conflicts();
    let mut together: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (course, day, period) in taught.keys() {
        together.entry((*day, *period)).or_default().push(*course);
    }
    let clash = |one: &usize, two: &usize| conflicts[one * instance.courses.len() + two];
    let pairs = |courses: &Vec<usize>| -> usize {
        let after = |index: usize| &courses[index + 1..];
        courses
            .iter()
            .enumerate()
            .map(|(index, one)| after(index).iter().filter(|two| clash(one, two)).count())
            .sum()
    };
    together.values().map(pairs).sum()
}
