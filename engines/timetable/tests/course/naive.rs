// SPDX-License-Identifier: Apache-2.0 OR MIT
//! UD2 counted as its definition reads: by looking at every course, room, day and period.

use timetable::course::{Hard, Instance, Lecture, Score, Soft, Solution};

pub fn score(instance: &Instance, solution: &Solution) -> Score {
    let mut lectures: Vec<Lecture> = Vec::new();
    for one in &solution.lectures {
        let exists = one.course < instance.courses.len()
            && one.room < instance.rooms.len()
            && one.day < instance.days
            && one.period < instance.periods_per_day;
        let same =
            |other: &Lecture| (other.course, other.day, other.period) == (one.course, one.day, one.period);
        if exists && !lectures.iter().any(same) {
            lectures.push(*one);
        }
    }
    let mut score = Score::default();
    for (index, course) in instance.courses.iter().enumerate() {
        let own: Vec<&Lecture> = lectures.iter().filter(|one| one.course == index).collect();
        score.hard.lectures += own.len().abs_diff(course.lectures);
        let days = (0..instance.days).filter(|day| own.iter().any(|one| one.day == *day)).count();
        score.soft.min_working_days += 5 * course.min_days.saturating_sub(days);
        let rooms = (0..instance.rooms.len()).filter(|room| own.iter().any(|one| one.room == *room)).count();
        score.soft.room_stability += rooms.saturating_sub(1);
        for one in own {
            score.soft.room_capacity += course.students.saturating_sub(instance.rooms[one.room].capacity);
            let closed = |closed: &timetable::course::Unavailable| {
                (closed.course, closed.day, closed.period) == (index, one.day, one.period)
            };
            score.hard.availability += usize::from(instance.unavailable.iter().any(closed));
        }
    }
    for day in 0..instance.days {
        for period in 0..instance.periods_per_day {
            let now: Vec<&Lecture> =
                lectures.iter().filter(|one| (one.day, one.period) == (day, period)).collect();
            together(instance, &now, &mut score.hard);
            alone(instance, &lectures, &now, &mut score.soft);
        }
    }
    score
}

fn together(instance: &Instance, now: &[&Lecture], hard: &mut Hard) {
    for room in 0..instance.rooms.len() {
        hard.room_occupancy += now.iter().filter(|one| one.room == room).count().saturating_sub(1);
    }
    for (index, one) in now.iter().enumerate() {
        for two in &now[index + 1..] {
            let teacher = instance.courses[one.course].teacher == instance.courses[two.course].teacher;
            let common = |curriculum: &timetable::course::Curriculum| {
                curriculum.courses.contains(&one.course) && curriculum.courses.contains(&two.course)
            };
            hard.conflicts += usize::from(teacher || instance.curricula.iter().any(common));
        }
    }
}

fn alone(instance: &Instance, lectures: &[Lecture], now: &[&Lecture], soft: &mut Soft) {
    for curriculum in &instance.curricula {
        for one in now.iter().filter(|one| curriculum.courses.contains(&one.course)) {
            let beside = |other: &Lecture| {
                curriculum.courses.contains(&other.course)
                    && other.day == one.day
                    && other.period.abs_diff(one.period) == 1
            };
            soft.compactness += if lectures.iter().any(beside) { 0 } else { 2 };
        }
    }
}
