// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a course is taught only in periods in which its teacher can come.
//!
//! Unit: one a lecture. Source: ITC 2007, track 3, H4 "Availability".

use crate::course::instance::Instance;
use crate::course::score::Taught;
use std::collections::BTreeSet;

pub fn count(instance: &Instance, taught: &Taught) -> usize {
    let closed: BTreeSet<_> =
        instance.unavailable.iter().map(|closed| (closed.course, closed.day, closed.period)).collect();
    taught.keys().filter(|place| closed.contains(place)).count()
}
