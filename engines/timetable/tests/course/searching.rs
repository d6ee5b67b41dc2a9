// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the search promises, whatever it is given.

use super::some_instances::{instance, small, times};
use proptest::prelude::*;
use timetable::course::{Instance, Score, Solution, anneal};
use timetable::{Progress, by_moves};

/// The solution, and what the search last said of its best.
fn search(instance: &Instance, seed: u64, moves: u64) -> (Solution, Progress) {
    let mut told = Progress { moves: 0, hard: 0, soft: 0 };
    let mut pace = by_moves(moves);
    let solution = anneal(instance, seed, &mut |progress| {
        told = *progress;
        pace(progress)
    });
    (solution, told)
}

fn check(instance: &Instance, seed: u64) -> Result<(), TestCaseError> {
    let (solution, told) = search(instance, seed, 40_000);
    let score = Score::of(instance, &solution);
    prop_assert_eq!((score.hard.availability, score.hard.room_occupancy), (0, 0));
    // Counted move by move during the search, and anew from the result.
    if told.hard == 0 {
        prop_assert_eq!((score.hard.total(), score.soft.total() as i64), (0, told.soft));
    } else {
        prop_assert!(score.hard.total() > 0);
    }
    prop_assert_eq!(&solution, &search(instance, seed, 40_000).0);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(times(40)))]

    #[test]
    fn a_solution_costs_what_the_search_says(instance in instance(3, 4), seed in 0..9_u64) {
        check(&instance, seed)?;
    }

    #[test]
    fn a_week_may_have_more_periods_than_a_word_has_bits(instance in instance(9, 12), seed in 0..9_u64) {
        check(&instance, seed)?;
    }
}

#[test]
fn the_best_of_a_small_problem_is_found() {
    let (solution, told) = search(&small(), 1, 60_000);
    assert_eq!((told.hard, Score::of(&small(), &solution).hard.total()), (0, 0));
    assert_eq!(Score::of(&small(), &solution).soft.total(), least(&small()));
}

/// The least soft cost without a broken rule, by trying everything.
fn least(instance: &Instance) -> usize {
    let courses: Vec<usize> = instance
        .courses
        .iter()
        .enumerate()
        .flat_map(|(index, course)| vec![index; course.lectures])
        .collect();
    let places = instance.days * instance.periods_per_day * instance.rooms.len();
    let mut best = usize::MAX;
    let mut lectures = Vec::new();
    let all = courses.iter().map(|_| places).product();
    for number in 0..all {
        lectures.clear();
        let mut rest = number;
        for course in &courses {
            let place = rest % places;
            rest /= places;
            let (room, time) = (place % instance.rooms.len(), place / instance.rooms.len());
            let (day, period) = (time / instance.periods_per_day, time % instance.periods_per_day);
            lectures.push(timetable::course::Lecture { course: *course, room, day, period });
        }
        let score = Score::of(instance, &Solution { lectures: lectures.clone() });
        if score.hard.total() == 0 {
            best = best.min(score.soft.total());
        }
    }
    best
}

#[test]
fn lectures_without_any_place_are_left_out_and_counted() {
    let mut instance = small();
    instance.courses[1].lectures = 12;
    let (solution, told) = search(&instance, 3, 40_000);
    // Six periods of two rooms hold twelve of fifteen lectures.
    assert_eq!(solution.lectures.len(), 12);
    assert!(told.hard >= 3 && Score::of(&instance, &solution).hard.total() >= 3);
    instance.rooms.clear();
    assert_eq!(search(&instance, 3, 40_000).0, Solution::default());
}

#[test]
fn a_pace_stops_the_search() {
    let mut asked = 0;
    anneal(&small(), 1, &mut |_| {
        asked += 1;
        if asked < 4 { 0.5 } else { 1.0 }
    });
    assert_eq!(asked, 4);
}
