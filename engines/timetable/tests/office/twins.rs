// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Many who could do the same: trying each of them for each block would be too much, and one of them stands for all.

use super::judged::assert_sound;
use super::small::monday;
use chrono::{Days, Weekday};
use timetable::Progress;
use timetable::office::{Batch, House, Instructor, Kind, Module, Problem, Room, Tool, Way, Weekly, propose};

fn module(jp: u16, fields: &[&str], rooms: &[usize]) -> Module {
    let fields = fields.iter().map(|field| (*field).to_owned()).collect();
    Module { name: "M".into(), kind: Kind::Theory, jp, fields, rooms: rooms.to_vec() }
}

fn batch(name: &str, block_jp: u16, modules: Vec<Module>) -> Batch {
    Batch {
        name: name.into(),
        modules,
        participants: Vec::new(),
        seats: 1,
        theory_before_practice: false,
        earliest: monday(),
        latest: monday() + Days::new(1),
        block_jp,
        day_jp: 2,
    }
}

fn weekly(weekday: Weekday, starts: u16, ends: u16) -> Weekly {
    Weekly { weekday, starts, ends }
}

fn instructor(name: &str, field: &str, hours: Vec<Weekly>) -> Instructor {
    Instructor { name: name.into(), fields: vec![field.to_owned()], hours }
}

/// Two batches share a set of tools that is in use every minute of both days, and seventeen instructors could sew with them.
fn problem() -> Problem {
    let week = || [Weekday::Mon, Weekday::Tue].map(|weekday| weekly(weekday, 0, 1_440)).to_vec();
    let few = [
        instructor("I0", "las", vec![weekly(Weekday::Mon, 480, 500)]),
        instructor("I1", "jahit", vec![weekly(Weekday::Mon, 500, 560)]),
    ];
    let twins = (2..18).map(|number| instructor(&format!("I{number}"), "jahit", week()));
    Problem {
        batches: vec![
            batch("B0", 1, vec![module(2, &[], &[]), module(2, &[], &[1])]),
            batch("B1", 2, vec![module(1, &[], &[0]), module(1, &["jahit"], &[1]), module(2, &[], &[])]),
        ],
        rooms: ["R0", "R1"].map(|name| Room { name: name.into(), capacity: 1 }).to_vec(),
        instructors: few.into_iter().chain(twins).collect(),
        windows: vec![weekly(Weekday::Mon, 520, 580), weekly(Weekday::Tue, 480, 570)],
        closed_days: Vec::new(),
        term: (monday(), monday() + Days::new(1)),
        minutes_per_jp: 30,
        locked: Vec::new(),
        house: House {
            tools: vec![Tool { sets: 1, modules: vec![(0, 0), (1, 0), (0, 1)], locked: Vec::new() }],
            ways: vec![Way { from: vec![0], to: vec![1], minutes: 20 }],
            ..House::default()
        },
    }
}

#[test]
fn a_plan_is_found_however_many_could_teach_it() {
    let problem = problem();
    let mut until_all_is_placed = |progress: &Progress| if progress.hard == 0 { 1.0 } else { 0.0 };
    let proposal = propose(&problem, 1, &mut until_all_is_placed).expect("there is a plan");
    assert_sound(&problem, &proposal);
}
