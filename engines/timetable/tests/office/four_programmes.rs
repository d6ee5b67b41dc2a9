// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An office as it is: four programmes, two rooms, one instructor a field, sixty-four people.

use super::judged::assert_sound;
use chrono::{Days, Weekday};
use kernel::day::Day;
use std::time::Instant;
use timetable::by_moves;
use timetable::office::{Batch, Instructor, Kind, Module, Problem, Room, Weekly, propose};

const DAYS: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
const FIELDS: [&str; 4] = ["las", "jahit", "roti", "listrik"];

fn weekly(stretches: &[(u16, u16)]) -> Vec<Weekly> {
    let of_day = |weekday| {
        stretches.iter().map(move |(starts, ends)| Weekly { weekday, starts: *starts, ends: *ends })
    };
    DAYS.into_iter().flat_map(of_day).collect()
}

pub fn office() -> Problem {
    let monday = Day::from_ymd_opt(2027, 1, 4).expect("January has four days");
    let module = |name: &str, kind, jp, field: &str, rooms: &[usize]| Module {
        name: name.into(),
        kind,
        jp,
        fields: vec![field.into()],
        rooms: rooms.to_vec(),
    };
    let batch = |(index, field): (usize, &&str)| Batch {
        name: format!("Angkatan {field}"),
        modules: vec![
            module("K3", Kind::Theory, 8, field, &[]),
            module("Dasar", Kind::Theory, 24, field, &[]),
            module("Praktik", Kind::Practice, 64, field, &[index % 2]),
            module("Sikap kerja", Kind::SoftSkills, 12, "umum", &[]),
            module("Usaha", Kind::Business, 12, "umum", &[]),
        ],
        participants: (index * 16..index * 16 + 16).collect(),
        seats: 16,
        theory_before_practice: true,
        earliest: monday,
        latest: monday + Days::new(120),
        block_jp: 2,
        day_jp: 8,
    };
    let teacher = |field: &&str| Instructor {
        name: format!("Instruktur {field}"),
        fields: vec![(*field).into()],
        hours: weekly(&[(480, 990)]),
    };
    Problem {
        batches: FIELDS.iter().enumerate().map(batch).collect(),
        rooms: vec![
            Room { name: "Bengkel".into(), capacity: 16 },
            Room { name: "Kelas".into(), capacity: 20 },
        ],
        instructors: FIELDS.iter().chain(&["umum"]).map(teacher).collect(),
        windows: weekly(&[(510, 705), (795, 990)]),
        closed_days: vec![monday + Days::new(11)],
        term: (monday, monday + Days::new(150)),
        minutes_per_jp: 45,
        house: timetable::office::House::default(),
        locked: Vec::new(),
    }
}

#[test]
fn four_programmes_share_two_rooms() {
    let problem = office();
    let begun = Instant::now();
    let first = propose(&problem, 1, &mut by_moves(0)).unwrap();
    let laid = begun.elapsed();
    let proposal = propose(&problem, 1, &mut by_moves(2_000)).unwrap();
    assert!(laid.as_millis() < 1_000, "{laid:?}");
    assert_sound(&problem, &first);
    assert_sound(&problem, &proposal);
    assert!(proposal.cost < first.cost);
    assert_eq!(proposal, propose(&problem, 1, &mut by_moves(2_000)).unwrap());
    let sole = |rule: &str| proposal.parts.iter().find(|part| part.rule == rule).unwrap().units;
    assert_eq!((sole("same-instructor"), sole("room-stability")), (0, 0));
}
