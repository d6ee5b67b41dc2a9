// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: every lecture of a course is taught, each in a period of its own.
//!
//! Unit: one a lecture too few or too many. Source: ITC 2007, track 3, H1 "Lectures".

use crate::course::instance::Instance;
use crate::course::score::Taught;

pub fn count(instance: &Instance, taught: &Taught) -> usize {
    let mut missing: Vec<i64> = instance.courses.iter().map(|course| course.lectures as i64).collect();
    for (course, ..) in taught.keys() {
        missing[*course] -= 1;
    }
    missing.iter().map(|lectures| lectures.unsigned_abs() as usize).sum()
}
