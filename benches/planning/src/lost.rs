// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A repair: an invented office of forty batches loses an instructor.

use anyhow::Context;
use chrono::{Days, Weekday};
use kernel::day::Day;
use std::time::Instant;
use timetable::by_moves;
use timetable::office::{
    Batch, House, InForce, Instructor, Keep, Kind, Module, Problem, Room, Weekly, propose, replan,
};

fn weekly(stretches: &[(u16, u16)]) -> Vec<Weekly> {
    let days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
    let of_day = |weekday| {
        stretches.iter().map(move |(starts, ends)| Weekly { weekday, starts: *starts, ends: *ends })
    };
    days.into_iter().flat_map(of_day).collect()
}

/// So many batches over a year, ten fields with three instructors each, twelve rooms.
fn office(batches: usize) -> Option<Problem> {
    let first = Day::from_ymd_opt(2027, 1, 4)?;
    let module = |name: &str, kind, jp, field: usize, rooms: Vec<usize>| Module {
        name: name.into(),
        kind,
        jp,
        fields: vec![format!("bidang {field}")],
        rooms,
    };
    let batch = |index: usize| {
        let field = index % 10;
        let starts = first + Days::new((index / 10) as u64 * 60);
        Batch {
            name: format!("Angkatan {index}"),
            modules: vec![
                module("K3", Kind::Theory, 8, field, Vec::new()),
                module("Dasar", Kind::Theory, 24, field, Vec::new()),
                module("Praktik", Kind::Practice, 88, field, vec![field % 6, 6 + field % 6]),
            ],
            participants: (index * 16..index * 16 + 16).collect(),
            seats: 16,
            theory_before_practice: true,
            earliest: starts,
            latest: starts + Days::new(150),
            block_jp: 4,
            day_jp: 8,
        }
    };
    let teacher = |index: usize| Instructor {
        name: format!("Instruktur {index}"),
        fields: vec![format!("bidang {}", index % 10)],
        hours: weekly(&[(480, 990)]),
    };
    Some(Problem {
        batches: (0..batches).map(batch).collect(),
        rooms: (0..12).map(|index| Room { name: format!("Ruang {index}"), capacity: 20 }).collect(),
        instructors: (0..30).map(teacher).collect(),
        windows: weekly(&[(480, 705), (780, 990)]),
        closed_days: Vec::new(),
        term: (first, first + Days::new(400)),
        minutes_per_jp: 45,
        locked: Vec::new(),
        house: House::default(),
    })
}

const BATCHES: usize = 40;

/// Lays the office, takes the instructor away, and mends it in three ways.
pub fn run(seed: u64) -> anyhow::Result<()> {
    let problem = office(BATCHES).context("a day of the calendar")?;
    let begun = Instant::now();
    let plan = propose(&problem, seed, &mut by_moves(20_000))?;
    println!(
        "{BATCHES} batches, {} sessions, laid in {:.2?}, cost {}",
        plan.sessions.len(),
        begun.elapsed(),
        plan.cost
    );
    let mut now = problem.clone();
    now.instructors[0].hours.clear();
    let lost = plan.sessions.iter().filter(|session| session.instructor == 0).count();
    for (name, keep, moves) in [
        ("fewest changes", Keep::Most, 4_000),
        ("weighed", Keep::Priced { session: 10, person: 1 }, 20_000),
        ("nothing kept", Keep::Nothing, 20_000),
    ] {
        let begun = Instant::now();
        let force = InForce { sessions: &plan.sessions, fixed_until: None, keep };
        let again = replan(&now, &force, seed, &mut by_moves(moves))?;
        println!(
            "{name:<16} {:>8.2?}  {} sessions lost, {} blocks changed{}, cost {}",
            begun.elapsed(),
            lost,
            again.changed,
            if again.is_fewest { " (proven fewest)" } else { "" },
            again.proposal.cost
        );
    }
    Ok(())
}
