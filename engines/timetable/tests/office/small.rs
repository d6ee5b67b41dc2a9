// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Small problems by chance, with hours that do not fit each other.

use chrono::{Days, Weekday};
use kernel::day::Day;
use proptest::collection::vec;
use proptest::prelude::*;
use timetable::office::{Batch, House, Instructor, Kind, Locked, Module, Problem, Room, Season, SetUp, Tool};
use timetable::office::{Way, Weekly, Zone};

/// `BEKAL_TIMES=50` asks each question of chance so many times over.
pub fn times(count: u32) -> u32 {
    let times = std::env::var("BEKAL_TIMES").ok().and_then(|text| text.parse().ok());
    count * times.unwrap_or(1)
}

/// 7 December 2026 is a Monday.
pub fn monday() -> Day {
    Day::from_ymd_opt(2026, 12, 7).expect("December has seven days")
}

pub fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Theory), Just(Kind::Practice), Just(Kind::SoftSkills), Just(Kind::Business)]
}

/// Minutes in tens from eight o'clock; a JP has thirty.
fn weekly(days: usize) -> impl Strategy<Value = Weekly> {
    (0..days, 0..6_u16, 2..12_u16).prop_map(|(day, starts, length)| Weekly {
        weekday: [Weekday::Mon, Weekday::Tue, Weekday::Wed][day],
        starts: 480 + starts * 10,
        ends: 480 + (starts + length) * 10,
    })
}

fn module(rooms: usize) -> impl Strategy<Value = Module> {
    (kind(), 1..3_u16, proptest::sample::subsequence(vec!["las", "jahit"], 0..=1), vec(0..rooms, 0..2))
        .prop_map(|(kind, jp, fields, rooms)| Module {
            name: "M".into(),
            kind,
            jp,
            fields: fields.into_iter().map(str::to_owned).collect(),
            rooms,
        })
}

fn batch(modules: usize, rooms: usize) -> impl Strategy<Value = Batch> {
    let days = (0..2_u64, 1..3_u64);
    let content = vec(module(rooms), 1..=modules);
    (content, vec(0..6_usize, 0..3), 1..3_usize, any::<bool>(), days, (1..3_u16, 1..4_u16)).prop_map(
        |(modules, participants, seats, theory_before_practice, days, (block_jp, day_jp))| Batch {
            name: String::new(),
            modules,
            participants,
            seats,
            theory_before_practice,
            earliest: monday() + Days::new(days.0),
            latest: monday() + Days::new(days.0 + days.1 - 1),
            block_jp: block_jp.min(day_jp),
            day_jp,
        },
    )
}

fn locked() -> impl Strategy<Value = Locked> {
    let place =
        (proptest::option::of(0..2_usize), proptest::option::of(0..2_usize), proptest::option::of(Just(0)));
    (0..3_u64, 0..8_u16, 1..6_u16, place, kind(), vec(0..6_usize, 0..2)).prop_map(
        |(day, starts, length, (room, instructor, batch), kind, participants)| Locked {
            day: monday() + Days::new(day),
            starts: 480 + starts * 10,
            ends: 480 + (starts + length) * 10,
            room,
            instructor,
            batch,
            kind,
            participants,
            heads: 0,
        },
    )
}

/// Limits of the place; the most of them have few.
fn house() -> impl Strategy<Value = House> {
    let season = (0..3_u64, 0..2_u64, vec(weekly(3), 1..4)).prop_map(|(first, more, windows)| Season {
        first: monday() + Days::new(first),
        last: monday() + Days::new(first + more),
        windows,
    });
    let zone = (proptest::sample::subsequence(vec![0, 1], 1..=2), 1..5_usize)
        .prop_map(|(rooms, heads)| Zone { rooms, heads });
    let modules = proptest::sample::subsequence(vec![(0, 0), (1, 0), (0, 1), (1, 1)], 1..=3);
    let tool = (0..2_usize, modules, vec(0..2_usize, 0..1)).prop_map(|(sets, modules, locked)| Tool {
        sets,
        modules,
        locked,
    });
    let set_up = (0..2_usize, 1..3_u16).prop_map(|(room, tens)| SetUp { room, minutes: tens * 10 });
    let way = (1..4_u16).prop_map(|tens| Way { from: vec![0], to: vec![1], minutes: tens * 10 });
    let watched = proptest::option::weighted(0.3, 1..2_usize);
    (
        vec(season, 0..2),
        watched,
        vec(zone, 0..2),
        vec(tool, 0..2),
        vec(set_up, 0..2),
        vec(way, 0..2),
        0..3_u16,
    )
        .prop_map(|(seasons, watched, zones, tools, set_ups, ways, spare_days)| House {
            seasons,
            watched,
            zones,
            tools,
            set_ups,
            ways,
            spare_days,
        })
}

/// Without modules that are not there.
fn keep_known(mut house: House, batches: &[Batch]) -> House {
    for tool in &mut house.tools {
        tool.modules.retain(|(batch, _)| *batch < batches.len());
    }
    house
}

/// With those who are named, else with the whole batch.
fn counted(mut locked: Locked, batches: &[Batch]) -> Locked {
    let mut named = locked.participants.clone();
    named.sort_unstable();
    named.dedup();
    locked.heads = match locked.batch {
        Some(batch) if named.is_empty() => batches[batch].heads(),
        _ => named.len(),
    };
    locked
}

prop_compose! {
    /// Up to two batches of `modules` modules, two rooms, two instructors.
    pub fn problem(modules: usize)(
        batches in vec(batch(modules, 2), 1..3),
        capacities in vec(1..4_usize, 2),
        fields in vec(proptest::sample::subsequence(vec!["las", "jahit"], 1..=2), 2),
        hours in vec(vec(weekly(3), 1..4), 2),
        windows in vec(weekly(3), 2..6),
        closed in vec(0..4_u64, 0..2),
        locked in vec(locked(), 0..3),
        term in (0..2_u64, 1..4_u64),
        house in proptest::option::of(house()),
    ) -> Problem {
        let named = |(index, mut batch): (usize, Batch)| {
            let modules = batch.modules.iter_mut().enumerate();
            modules.for_each(|(number, module)| module.name = format!("M{number}"));
            Batch { name: format!("B{index}"), ..batch }
        };
        let batches_named: Vec<Batch> = batches.iter().cloned().enumerate().map(named).collect();
        let house = keep_known(house.unwrap_or_default(), &batches);
        let instructor = |(index, (fields, hours)): (usize, (Vec<&str>, Vec<Weekly>))| Instructor {
            name: format!("I{index}"),
            fields: fields.into_iter().map(str::to_owned).collect(),
            hours,
        };
        Problem {
            rooms: capacities.into_iter().enumerate()
                .map(|(index, capacity)| Room { name: format!("R{index}"), capacity }).collect(),
            instructors: fields.into_iter().zip(hours).enumerate().map(instructor).collect(),
            windows,
            closed_days: closed.into_iter().map(|day| monday() + Days::new(day)).collect(),
            term: (monday() + Days::new(term.0), monday() + Days::new(term.1)),
            minutes_per_jp: 30,
            locked: locked.into_iter().map(|locked| counted(locked, &batches_named)).collect(),
            batches: batches_named,
            house,
        }
    }
}
