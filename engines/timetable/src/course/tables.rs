// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The instance in flat tables, as the search reads it many million times a second.

use super::instance::Instance;
use super::rules::{compactness, room_capacity, room_stability, working_days};

/// What never changes during a search.
#[derive(Debug)]
pub(super) struct Tables {
    pub courses: usize,
    pub rooms: usize,
    pub days: usize,
    pub periods: usize,
    /// Course of each lecture.
    pub course_of: Vec<u32>,
    /// `courses x courses`, row by row.
    pub conflicts: Vec<bool>,
    /// Courses that clash with each, itself among them.
    pub rivals: Vec<Vec<u32>>,
    /// Curricula of each course.
    pub curricula: Vec<Vec<u32>>,
    pub curriculum_count: usize,
    /// Periods in which each course can be taught.
    pub open: Vec<Vec<u32>>,
    /// `courses x periods`, row by row.
    pub is_open: Vec<bool>,
    /// `courses x rooms`, row by row: students without a seat, weighted.
    pub unseated: Vec<i32>,
    pub min_days: Vec<u32>,
    /// The most that a move of one lecture of a course can gain in days and room stability, and in compactness.
    pub most_gain: Vec<(i32, i32)>,
    /// Day and period of the day of each period.
    pub day_of: Vec<(u32, u32)>,
}

impl Tables {
    pub fn of(instance: &Instance) -> Self {
        let (courses, periods) = (instance.courses.len(), instance.periods());
        let mut is_open = vec![true; courses * periods];
        for closed in &instance.unavailable {
            is_open[closed.course * periods + closed.day * instance.periods_per_day + closed.period] = false;
        }
        let open_periods = |course: usize| {
            numbers(periods).filter(|period| is_open[course * periods + *period as usize]).collect()
        };
        let open = (0..courses).map(open_periods).collect();
        let conflicts = instance.conflicts();
        let rivals_of = |course: usize| {
            numbers(courses).filter(|other| conflicts[course * courses + *other as usize]).collect()
        };
        let rivals = (0..courses).map(rivals_of).collect();
        let curricula_of = |course: usize| -> Vec<u32> {
            numbers(instance.curricula.len())
                .filter(|curriculum| instance.curricula[*curriculum as usize].courses.contains(&course))
                .collect()
        };
        let curricula: Vec<Vec<u32>> = (0..courses).map(curricula_of).collect();
        let unseated = instance.courses.iter().flat_map(|course| {
            instance.rooms.iter().map(|room| narrow(room_capacity::of_one(course.students, room.capacity)))
        });
        let lectures = instance.courses.iter().zip(numbers(courses));
        Self {
            courses,
            rooms: instance.rooms.len(),
            days: instance.days,
            periods,
            course_of: lectures.flat_map(|(course, index)| vec![index; course.lectures]).collect(),
            unseated: unseated.collect(),
            min_days: instance.courses.iter().map(|course| narrow(course.min_days) as u32).collect(),
            most_gain: curricula.iter().map(|curricula| most_gain(curricula.len())).collect(),
            day_of: numbers(periods).map(|period| day_of(period, instance.periods_per_day)).collect(),
            curriculum_count: instance.curricula.len(),
            is_open,
            open,
            conflicts,
            rivals,
            curricula,
        }
    }

    pub fn clash(&self, one: usize, two: usize) -> bool {
        self.conflicts[one * self.courses + two]
    }
}

/// A lecture taken out may end its own isolation, and put in may end that of both neighbours.
fn most_gain(curricula: usize) -> (i32, i32) {
    (narrow(working_days::WEIGHT + room_stability::WEIGHT), narrow(3 * compactness::WEIGHT * curricula))
}

fn day_of(period: u32, periods_per_day: usize) -> (u32, u32) {
    let length = narrow(periods_per_day) as u32;
    (period / length, period % length)
}

fn numbers(count: usize) -> std::ops::Range<u32> {
    0..u32::try_from(count).expect("the reader's limits keep counts small")
}

fn narrow(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX / 4)
}
