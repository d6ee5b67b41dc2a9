// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A timetable of lectures, and the text it is handed in as.

use super::instance::Instance;
use std::fmt::Write;

/// One lecture in its place.
///
/// # Shape
/// `course` and `room` are indices into the instance; `day` and `period` count from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lecture {
    pub course: usize,
    pub room: usize,
    pub day: usize,
    pub period: usize,
}

/// Lectures in any order. A lecture that found no place is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Solution {
    pub lectures: Vec<Lecture>,
}

impl Solution {
    /// One line a lecture: course, room, day, period.
    ///
    /// # Source
    /// The output format of the International Timetabling Competition 2007, track 3.
    pub fn write(&self, instance: &Instance) -> String {
        let mut text = String::new();
        for lecture in &self.lectures {
            let course = &instance.courses[lecture.course].name;
            let room = &instance.rooms[lecture.room].name;
            writeln!(text, "{course} {room} {} {}", lecture.day, lecture.period)
                .expect("a string takes every line");
        }
        text
    }
}
