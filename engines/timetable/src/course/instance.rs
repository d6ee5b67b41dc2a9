// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A curriculum-based course timetabling problem as values.

/// A course: so many lectures by one teacher, on at least so many days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub name: String,
    pub teacher: String,
    pub lectures: usize,
    pub min_days: usize,
    pub students: usize,
}

/// A room and the students it seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseRoom {
    pub name: String,
    pub capacity: usize,
}

/// Courses with students in common, by their index in [`Instance::courses`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curriculum {
    pub name: String,
    pub courses: Vec<usize>,
}

/// A period in which a course cannot be taught; `course` is an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unavailable {
    pub course: usize,
    pub day: usize,
    pub period: usize,
}

/// The whole problem. [`Instance::read`] makes one from text; one made by hand must keep the same limits.
///
/// # Shape
/// Days and periods count from zero; a period is one of its day.
///
/// # Source
/// International Timetabling Competition 2007, track 3: L. Di Gaspero, B. McCollum, A. Schaerf, "The second
/// International Timetabling Competition: curriculum-based course timetabling", 2007.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    pub name: String,
    pub days: usize,
    pub periods_per_day: usize,
    pub courses: Vec<Course>,
    pub rooms: Vec<CourseRoom>,
    pub curricula: Vec<Curriculum>,
    pub unavailable: Vec<Unavailable>,
}

impl Instance {
    /// Periods of the whole week.
    pub fn periods(&self) -> usize {
        self.days * self.periods_per_day
    }

    /// For each course, whether it clashes with each other one: the same teacher, or a common curriculum. Row by row,
    /// `courses x courses`; a course clashes with itself.
    pub(crate) fn conflicts(&self) -> Vec<bool> {
        let count = self.courses.len();
        let mut conflicts = vec![false; count * count];
        for (one, course) in self.courses.iter().enumerate() {
            for (two, other) in self.courses.iter().enumerate() {
                conflicts[one * count + two] = course.teacher == other.teacher;
            }
        }
        for curriculum in &self.curricula {
            for one in &curriculum.courses {
                for two in &curriculum.courses {
                    conflicts[one * count + two] = true;
                }
            }
        }
        conflicts
    }
}
