// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a room holds one lecture at a time.
//!
//! Unit: one a lecture beyond the first. Source: ITC 2007, track 3, H2 "Room occupancy".

use crate::course::score::Taught;
use std::collections::BTreeMap;

pub fn count(taught: &Taught) -> usize {
    let mut lectures: BTreeMap<(usize, usize, usize), usize> = BTreeMap::new();
    for ((_, day, period), room) in taught {
        *lectures.entry((*room, *day, *period)).or_default() += 1;
    }
    lectures.values().map(|count| count - 1).sum()
}
