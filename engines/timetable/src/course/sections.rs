// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The sections of a problem's text, taken line by line.

use super::fault::Why;
use super::instance::{Course, CourseRoom, Curriculum, Instance, Unavailable};
use super::read::{Head, most, number};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Courses,
    Rooms,
    Curricula,
    Unavailable,
}

impl Section {
    pub fn named(word: &str) -> Option<Self> {
        match word {
            "COURSES:" => Some(Self::Courses),
            "ROOMS:" => Some(Self::Rooms),
            "CURRICULA:" => Some(Self::Curricula),
            "UNAVAILABILITY_CONSTRAINTS:" => Some(Self::Unavailable),
            _ => None,
        }
    }
}

/// What has been taken so far.
#[derive(Debug, Default)]
pub(super) struct Sections {
    courses: Vec<Course>,
    rooms: Vec<CourseRoom>,
    curricula: Vec<Curriculum>,
    unavailable: Vec<Unavailable>,
    course_by_name: HashMap<String, usize>,
    other_names: HashSet<(bool, String)>,
}

impl Sections {
    pub fn take(&mut self, section: Section, words: &[&str], head: &Head) -> Result<(), Why> {
        match section {
            Section::Courses => self.course(words),
            Section::Rooms => self.room(words),
            Section::Curricula => self.curriculum(words),
            Section::Unavailable => self.unavailable(words, head),
        }
    }

    fn course(&mut self, words: &[&str]) -> Result<(), Why> {
        // The name is known even if the rest of the line is not, so that lines which name it are not blamed.
        if self.course_by_name.insert(words[0].to_owned(), self.courses.len()).is_some() {
            return Err(Why::Twice(words[0].to_owned()));
        }
        let [name, teacher, lectures, min_days, students] = exactly(words)?;
        let course = Course {
            name: name.to_owned(),
            teacher: teacher.to_owned(),
            lectures: number(lectures, "lectures", most::LECTURES)?,
            min_days: number(min_days, "working days", most::DAYS)?,
            students: number(students, "students", most::PEOPLE)?,
        };
        self.courses.push(course);
        Ok(())
    }

    fn room(&mut self, words: &[&str]) -> Result<(), Why> {
        let [name, capacity] = exactly(words)?;
        let capacity = number(capacity, "capacity", most::PEOPLE)?;
        self.new_name(true, name)?;
        self.rooms.push(CourseRoom { name: name.to_owned(), capacity });
        Ok(())
    }

    fn curriculum(&mut self, words: &[&str]) -> Result<(), Why> {
        if words.len() < 2 {
            return Err(Why::Words { expected: 2, found: words.len() });
        }
        let size = number(words[1], "courses", most::LISTED)?;
        if words.len() != size + 2 {
            return Err(Why::Words { expected: size + 2, found: words.len() });
        }
        self.new_name(false, words[0])?;
        let mut courses = Vec::with_capacity(size);
        for name in &words[2..] {
            let course = self.course_named(name)?;
            if courses.contains(&course) {
                return Err(Why::Twice((*name).to_owned()));
            }
            courses.push(course);
        }
        self.curricula.push(Curriculum { name: words[0].to_owned(), courses });
        Ok(())
    }

    fn unavailable(&mut self, words: &[&str], head: &Head) -> Result<(), Why> {
        let [course, day, period] = exactly(words)?;
        let course = self.course_named(course)?;
        // Where the head could not be read, its own fault is told; here nothing is held against it.
        let last = |key: &str, most: usize| head.number(key).checked_sub(1).unwrap_or(most);
        let day = number(day, "day", last("Days", most::DAYS))?;
        let period = number(period, "period", last("Periods_per_day", most::PERIODS_PER_DAY))?;
        self.unavailable.push(Unavailable { course, day, period });
        Ok(())
    }

    fn course_named(&self, name: &str) -> Result<usize, Why> {
        self.course_by_name.get(name).copied().ok_or_else(|| Why::NoSuchCourse(name.to_owned()))
    }

    fn new_name(&mut self, is_room: bool, name: &str) -> Result<(), Why> {
        let is_new = self.other_names.insert((is_room, name.to_owned()));
        if is_new { Ok(()) } else { Err(Why::Twice(name.to_owned())) }
    }

    /// Sections with another number of entries than the head promises.
    pub fn miscounted(&self, head: &Head) -> impl Iterator<Item = Why> {
        let counts = [
            ("Courses", "courses", self.courses.len()),
            ("Rooms", "rooms", self.rooms.len()),
            ("Curricula", "curricula", self.curricula.len()),
            ("Constraints", "constraints", self.unavailable.len()),
        ]
        .map(|(key, what, found)| (head.number(key), what, found));
        let wrong = counts.into_iter().filter(|(promised, _, found)| promised != found);
        wrong.map(|(promised, what, found)| Why::Count { what, promised, found })
    }

    pub fn finish(self, head: Head) -> Instance {
        Instance {
            days: head.number("Days"),
            periods_per_day: head.number("Periods_per_day"),
            name: head.name.unwrap_or_default(),
            courses: self.courses,
            rooms: self.rooms,
            curricula: self.curricula,
            unavailable: self.unavailable,
        }
    }
}

fn exactly<'a, const N: usize>(words: &[&'a str]) -> Result<[&'a str; N], Why> {
    words.try_into().map_err(|_| Why::Words { expected: N, found: words.len() })
}
