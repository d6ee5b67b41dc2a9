// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A proposal handed to the checker, which shares no code with the search; and what the checker does not look at.

use checker::{Clash, Severity, Timetable};
use std::collections::BTreeMap;
use timetable::office::{Kind, Problem, Proposal, Season, Session, SetUp, Tool, Way, Weekly, Zone};

/// Everything of a problem but the proposed sessions, as the checker reads it.
pub fn place(problem: &Problem) -> Timetable {
    let weekly = |one: &timetable::office::Weekly| (one.weekday, one.starts, one.ends);
    let mut sessions = Vec::new();
    for (index, locked) in problem.locked.iter().enumerate() {
        sessions.push(checker::Session {
            label: format!("locked {index}"),
            batch: locked.batch.map_or("other".into(), |batch| problem.batches[batch].name.clone()),
            module: format!("locked {index}"),
            day: locked.day,
            starts: locked.starts,
            ends: locked.ends,
            room: locked.room.map_or(format!("elsewhere {index}"), |room| problem.rooms[room].name.clone()),
            instructor: locked
                .instructor
                .map_or(format!("somebody {index}"), |one| problem.instructors[one].name.clone()),
            participants: persons(match locked.batch {
                Some(batch) if locked.participants.is_empty() => &problem.batches[batch].participants,
                _ => &locked.participants,
            }),
            kind: kind(locked.kind),
            jp: 1,
        });
    }
    let instructor_hours = problem.instructors.iter().flat_map(|one| {
        one.hours.iter().map(weekly).map(|(weekday, starts, ends)| checker::Available {
            instructor: one.name.clone(),
            weekday,
            starts,
            ends,
        })
    });
    Timetable {
        sessions,
        rooms: problem
            .rooms
            .iter()
            .map(|room| checker::Room { code: room.name.clone(), capacity: room.capacity })
            .collect(),
        batches: problem
            .batches
            .iter()
            .map(|batch| checker::Batch {
                name: batch.name.clone(),
                seat_count: batch.seats,
                theory_before_practice: batch.theory_before_practice,
            })
            .collect(),
        windows: problem
            .windows
            .iter()
            .map(weekly)
            .map(|(weekday, starts, ends)| checker::Window { weekday, starts, ends })
            .collect(),
        closed_days: problem.closed_days.clone(),
        instructor_hours: instructor_hours.collect(),
        term: problem.term,
        minutes_per_jp: problem.minutes_per_jp,
        house: house(problem),
    }
}

fn house(problem: &Problem) -> checker::House {
    let rooms = |rooms: &[usize]| rooms.iter().map(|room| problem.rooms[*room].name.clone()).collect();
    let window = |one: &Weekly| checker::Window { weekday: one.weekday, starts: one.starts, ends: one.ends };
    let season = |season: &Season| checker::Season {
        first: season.first,
        last: season.last,
        windows: season.windows.iter().map(window).collect(),
    };
    let zone = |(index, zone): (usize, &Zone)| checker::Zone {
        name: format!("Z{index}"),
        rooms: rooms(&zone.rooms),
        heads: zone.heads,
    };
    let module = |(batch, module): &(usize, usize)| (format!("B{batch}"), format!("M{module}"));
    let of_locked = |index: &usize| {
        let locked = problem.locked.get(*index)?;
        let batch = locked.batch.map_or("other".into(), |batch| problem.batches[batch].name.clone());
        Some((batch, format!("locked {index}")))
    };
    let tool = |(index, tool): (usize, &Tool)| checker::Tool {
        name: format!("T{index}"),
        sets: tool.sets,
        modules: tool.modules.iter().map(module).chain(tool.locked.iter().filter_map(of_locked)).collect(),
    };
    let set_up = |set_up: &SetUp| checker::SetUp {
        room: problem.rooms[set_up.room].name.clone(),
        minutes: set_up.minutes,
    };
    let way = |way: &Way| checker::Way { from: rooms(&way.from), to: rooms(&way.to), minutes: way.minutes };
    let house = &problem.house;
    checker::House {
        seasons: house.seasons.iter().map(season).collect(),
        watched: house.watched,
        zones: house.zones.iter().enumerate().map(zone).collect(),
        tools: house.tools.iter().enumerate().map(tool).collect(),
        set_ups: house.set_ups.iter().map(set_up).collect(),
        ways: house.ways.iter().map(way).collect(),
    }
}

pub fn session(problem: &Problem, index: usize, session: &Session) -> checker::Session {
    let batch = &problem.batches[session.batch];
    checker::Session {
        label: format!("proposed {index}"),
        batch: batch.name.clone(),
        module: batch.modules[session.module].name.clone(),
        day: session.day,
        starts: session.starts,
        ends: session.ends,
        room: problem.rooms[session.room].name.clone(),
        instructor: problem.instructors[session.instructor].name.clone(),
        participants: persons(&batch.participants),
        kind: kind(batch.modules[session.module].kind),
        jp: i32::from(session.jp),
    }
}

/// Blocking clashes that a proposed session is part of, and wrong lengths; then whatever else the problem asked for.
#[track_caller]
pub fn assert_sound(problem: &Problem, proposal: &Proposal) {
    let mut timetable = place(problem);
    let proposed = proposal.sessions.iter().enumerate();
    timetable.sessions.extend(proposed.map(|(index, one)| session(problem, index, one)));
    let ours = |spot: &checker::Spot| spot.label.starts_with("proposed");
    let is_ours = |clash: &Clash| ours(&clash.session) || clash.other.as_ref().is_some_and(ours);
    let clashes: Vec<Clash> = checker::judge(&timetable).into_iter().filter(is_ours).collect();
    assert!(clashes.iter().all(|clash| clash.severity() != Severity::Blocking), "{clashes:#?}");
    assert!(clashes.is_empty(), "a length is wrong: {clashes:#?}");
    let mut jp: BTreeMap<(usize, usize), u16> = BTreeMap::new();
    let mut load: BTreeMap<(usize, kernel::day::Day), u16> = BTreeMap::new();
    for one in &proposal.sessions {
        let batch = &problem.batches[one.batch];
        let module = &batch.modules[one.module];
        assert!((batch.earliest..=batch.latest).contains(&one.day));
        assert!(module.fields.iter().all(|field| problem.instructors[one.instructor].fields.contains(field)));
        assert!(module.rooms.is_empty() || module.rooms.contains(&one.room));
        *jp.entry((one.batch, one.module)).or_default() += one.jp;
        *load.entry((one.batch, one.day)).or_default() += one.jp;
    }
    for (index, batch) in problem.batches.iter().enumerate() {
        for (module, content) in batch.modules.iter().enumerate() {
            assert_eq!(jp.get(&(index, module)).copied().unwrap_or(0), content.jp, "every JP once");
        }
    }
    assert!(load.iter().all(|((batch, _), jp)| *jp <= problem.batches[*batch].day_jp));
    let cost: i64 = proposal.parts.iter().map(|part| part.units * part.weight).sum();
    assert_eq!(cost, proposal.cost);
}

fn persons(numbers: &[usize]) -> Vec<String> {
    numbers.iter().map(|number| format!("P{number}")).collect()
}

fn kind(kind: Kind) -> checker::Kind {
    match kind {
        Kind::Theory => checker::Kind::Theory,
        Kind::Practice => checker::Kind::Practice,
        Kind::SoftSkills => checker::Kind::SoftSkills,
        Kind::Business => checker::Kind::Business,
    }
}
