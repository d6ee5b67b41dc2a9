// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a timetable of lectures costs, rule by rule, counted anew from its lectures alone.

use super::instance::Instance;
use super::rules;
use super::solution::{Lecture, Solution};
use std::collections::BTreeMap;

/// Broken hard rules, one each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hard {
    pub lectures: usize,
    pub conflicts: usize,
    pub availability: usize,
    pub room_occupancy: usize,
}

/// The soft rules, with their weight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Soft {
    pub room_capacity: usize,
    pub min_working_days: usize,
    pub compactness: usize,
    pub room_stability: usize,
}

/// Both, as the competition counts them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    pub hard: Hard,
    pub soft: Soft,
}

impl Hard {
    pub fn total(&self) -> usize {
        self.lectures + self.conflicts + self.availability + self.room_occupancy
    }
}

impl Soft {
    pub fn total(&self) -> usize {
        self.room_capacity + self.min_working_days + self.compactness + self.room_stability
    }
}

/// Lectures by course, day and period; of two lectures of one course in one period only the first counts.
pub(super) type Taught = BTreeMap<(usize, usize, usize), usize>;

impl Score {
    /// Counts what `solution` costs.
    ///
    /// # Shape
    /// Lectures outside the days, periods, rooms or courses of the instance do not count, so they are missing.
    ///
    /// # Source
    /// The validator of the International Timetabling Competition 2007, track 3, with the weights of UD2.
    pub fn of(instance: &Instance, solution: &Solution) -> Self {
        let exists = |lecture: &&Lecture| {
            lecture.course < instance.courses.len()
                && lecture.room < instance.rooms.len()
                && lecture.day < instance.days
                && lecture.period < instance.periods_per_day
        };
        let mut taught = Taught::new();
        for lecture in solution.lectures.iter().filter(exists) {
            taught.entry((lecture.course, lecture.day, lecture.period)).or_insert(lecture.room);
        }
        Self {
            hard: Hard {
                lectures: rules::lectures::count(instance, &taught),
                conflicts: rules::conflicts::count(instance, &taught),
                availability: rules::availability::count(instance, &taught),
                room_occupancy: rules::room_occupancy::count(&taught),
            },
            soft: Soft {
                room_capacity: rules::room_capacity::cost(instance, &taught),
                min_working_days: rules::working_days::cost(instance, &taught),
                compactness: rules::compactness::cost(instance, &taught),
                room_stability: rules::room_stability::cost(&taught),
            },
        }
    }
}
