// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Invented problems: one as text, and many by chance.

use proptest::collection::vec;
use proptest::prelude::*;
use timetable::course::{Course, CourseRoom, Curriculum, Instance, Lecture, Unavailable};

/// `BEKAL_TIMES=50` asks each question of chance so many times over.
pub fn times(count: u32) -> u32 {
    let times = std::env::var("BEKAL_TIMES").ok().and_then(|text| text.parse().ok());
    count * times.unwrap_or(1)
}

pub const TEXT: &str = "\
Name: Kecil
Courses: 3
Rooms: 2
Days: 2
Periods_per_day: 3
Curricula: 1
Constraints: 2

COURSES:
las Sari 2 2 20
jahit Budi 2 1 12
roti Sari 1 1 8

ROOMS:
B1 20
K2 10

CURRICULA:
dasar 2 las jahit

UNAVAILABILITY_CONSTRAINTS:
las 0 0
roti 1 2

END.
";

pub fn small() -> Instance {
    Instance::read(TEXT).expect("the text is sound")
}

/// Instances of `days` days and `periods` periods, with up to as many lectures as there are places.
pub fn instance(days: usize, periods: usize) -> impl Strategy<Value = Instance> {
    let courses = vec((0..3_u8, 1..4_usize, 1..4_usize, 0..30_usize), 2..6);
    let curricula = vec(proptest::sample::subsequence(vec![0_usize, 1, 2, 3, 4], 1..4), 0..4);
    let closed = vec((0..5_usize, 0..days, 0..periods), 0..6);
    (courses, vec(0..30_usize, 2..4), curricula, closed).prop_map(
        move |(courses, rooms, curricula, closed)| {
            let count = courses.len();
            let course =
                |(index, (teacher, lectures, min_days, students)): (usize, (u8, usize, usize, usize))| {
                    Course {
                        name: format!("c{index}"),
                        teacher: format!("t{teacher}"),
                        lectures,
                        min_days,
                        students,
                    }
                };
            let known = |courses: Vec<usize>| courses.into_iter().filter(|one| *one < count).collect();
            Instance {
                name: "chance".into(),
                days,
                periods_per_day: periods,
                courses: courses.into_iter().enumerate().map(course).collect(),
                rooms: rooms
                    .into_iter()
                    .enumerate()
                    .map(|(index, capacity)| CourseRoom { name: format!("r{index}"), capacity })
                    .collect(),
                curricula: curricula
                    .into_iter()
                    .enumerate()
                    .map(|(index, courses)| Curriculum { name: format!("q{index}"), courses: known(courses) })
                    .collect(),
                unavailable: closed
                    .into_iter()
                    .filter(|one| one.0 < count)
                    .map(|(course, day, period)| Unavailable { course, day, period })
                    .collect(),
            }
        },
    )
}

/// A lecture that may also lie outside of everything.
pub fn lecture() -> impl Strategy<Value = Lecture> {
    (0..6_usize, 0..4_usize, 0..4_usize, 0..5_usize).prop_map(|(course, room, day, period)| Lecture {
        course,
        room,
        day,
        period,
    })
}
