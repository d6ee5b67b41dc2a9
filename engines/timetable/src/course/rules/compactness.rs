// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Soft: lectures of a curriculum follow each other within a day.
//!
//! Unit: lectures of a curriculum with none of it in the period before or after.
//! Source: ITC 2007, track 3, S3 "Curriculum compactness".

use crate::course::instance::Instance;
use crate::course::score::Taught;
use std::collections::BTreeMap;

pub const WEIGHT: usize = 2;

pub fn cost(instance: &Instance, taught: &Taught) -> usize {
    let mut lectures = BTreeMap::new();
    let mut alone = 0;
    for curriculum in &instance.curricula {
        lectures.clear();
        let own = taught.keys().filter(|(course, ..)| curriculum.courses.contains(course));
        for (_, day, period) in own {
            *lectures.entry((*day, *period)).or_insert(0_usize) += 1;
        }
        for ((day, period), count) in &lectures {
            let before = period.checked_sub(1).is_some_and(|before| lectures.contains_key(&(*day, before)));
            if !before && !lectures.contains_key(&(*day, period + 1)) {
                alone += count;
            }
        }
    }
    WEIGHT * alone
}

/// Two tables: what taking the middle of five periods out, or putting it in, does to the number of periods
/// alone. The index is the five periods around it, the middle one bit 2.
pub const fn changes() -> ([i8; 32], [i8; 32]) {
    let (mut taken, mut put) = ([0; 32], [0; 32]);
    let mut around = 0;
    while around < 32 {
        let without = alone_inside(around & !4);
        let with = alone_inside(around | 4);
        taken[around] = without - with;
        put[around] = with - without;
        around += 1;
    }
    (taken, put)
}

/// How many of the three middle periods of five are taught without a neighbour.
const fn alone_inside(around: usize) -> i8 {
    let mut alone = 0;
    let mut place = 1;
    while place < 4 {
        let is_taught = around & (1 << place) != 0;
        let has_neighbour = around & ((1 << (place - 1)) | (1 << (place + 1))) != 0;
        if is_taught && !has_neighbour {
            alone += 1;
        }
        place += 1;
    }
    alone
}
