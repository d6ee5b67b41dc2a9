// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The judge against a slow one that compares every pair of sessions and looks at every single minute.

use checker::judge;
use checker::{
    Available, Batch, House, Kind, Room, Season, Session, SetUp, Timetable, Tool, Way, Window, Zone,
};
use chrono::{Datelike, Days, Weekday};
use kernel::day::Day;
use proptest::prelude::*;
use std::collections::HashSet;

const WEEK: [Weekday; 3] = [Weekday::Mon, Weekday::Tue, Weekday::Wed];

/// Code, first label, second label, and the person where it concerns one.
type Found = (String, String, String, String);

fn monday() -> Day {
    Day::from_ymd_opt(2026, 12, 7).expect("December has seven days")
}

fn session() -> impl Strategy<Value = Session> {
    let kind =
        prop_oneof![Just(Kind::Theory), Just(Kind::Practice), Just(Kind::SoftSkills), Just(Kind::Business)];
    let place = (0..3_u8, 0..3_u8, 0..3_u8);
    let time = (0..3_u64, 0..12_u16, -1..5_i32);
    let people = proptest::collection::vec(0..4_u8, 0..4);
    (place, time, people, kind, 0..4_i32).prop_map(|(place, time, people, kind, jp)| Session {
        label: String::new(),
        batch: format!("B{}", place.0),
        module: "M".into(),
        day: monday() + Days::new(time.0),
        starts: 60 + time.1 * 10,
        ends: u16::try_from(60 + i32::from(time.1) * 10 + time.2 * 10).expect("it stays within the day"),
        room: format!("R{}", place.1),
        instructor: format!("I{}", place.2),
        participants: people.iter().map(|person| format!("P{person}")).collect(),
        kind,
        jp,
    })
}

fn stretch() -> impl Strategy<Value = (usize, u16, u16)> {
    (0..3_usize, 0..14_u16, 0..14_u16).prop_map(|(day, one, two)| (day, 40 + one * 10, 40 + two * 10))
}

fn window((day, starts, ends): (usize, u16, u16)) -> Window {
    Window { weekday: WEEK[day], starts, ends }
}

fn house() -> impl Strategy<Value = House> {
    let rooms = || proptest::sample::subsequence(vec!["R0".to_owned(), "R1".into(), "R2".into()], 1..=2);
    let windows = proptest::collection::vec(stretch(), 0..4);
    let season = (0..3_u64, 0..2_u64, windows).prop_map(|(first, more, windows)| Season {
        first: monday() + Days::new(first),
        last: monday() + Days::new(first + more),
        windows: windows.into_iter().map(window).collect(),
    });
    let zone = (rooms(), 0..6_usize).prop_map(|(rooms, heads)| Zone { name: "Z".into(), rooms, heads });
    let batches = proptest::sample::subsequence(vec!["B0", "B1", "B2"], 1..=3);
    let tool = (0..2_usize, batches).prop_map(|(sets, batches)| Tool {
        name: "T".into(),
        sets,
        modules: batches.into_iter().map(|batch| (batch.to_owned(), "M".to_owned())).collect(),
    });
    let set_up =
        (0..3_u8, 1..4_u16).prop_map(|(room, tens)| SetUp { room: format!("R{room}"), minutes: tens * 10 });
    let way = (rooms(), rooms(), 1..4_u16).prop_map(|(from, to, tens)| Way { from, to, minutes: tens * 10 });
    let watched = proptest::option::of(0..3_usize);
    let lists = (
        proptest::collection::vec(season, 0..3),
        proptest::collection::vec(zone, 0..2),
        proptest::collection::vec(tool, 0..2),
        proptest::collection::vec(set_up, 0..3),
        proptest::collection::vec(way, 0..3),
    );
    (lists, watched).prop_map(|((seasons, zones, tools, set_ups, ways), watched)| House {
        seasons,
        watched,
        zones,
        tools,
        set_ups,
        ways,
    })
}

prop_compose! {
    fn timetable()(
        sessions in proptest::collection::vec(session(), 0..14),
        capacities in proptest::collection::vec(0..4_usize, 2..=3),
        promises in proptest::collection::vec((0..4_usize, any::<bool>()), 2..=3),
        windows in proptest::collection::vec(stretch(), 0..9),
        hours in proptest::collection::vec((0..3_u8, stretch()), 0..16),
        closed in proptest::collection::vec(0..4_u64, 0..2),
        term in (0..2_u64, 0..3_u64),
        house in proptest::option::of(house()),
    ) -> Timetable {
        let label = |(index, session): (usize, Session)| Session { label: format!("S{index:02}"), ..session };
        Timetable {
            sessions: sessions.into_iter().enumerate().map(label).collect(),
            rooms: capacities.iter().enumerate()
                .map(|(index, capacity)| Room { code: format!("R{index}"), capacity: *capacity }).collect(),
            batches: promises.iter().enumerate()
                .map(|(index, (seat_count, strict))| Batch {
                    name: format!("B{index}"), seat_count: *seat_count, theory_before_practice: *strict,
                }).collect(),
            windows: windows.iter()
                .map(|(day, starts, ends)| Window { weekday: WEEK[*day], starts: *starts, ends: *ends }).collect(),
            closed_days: closed.iter().map(|day| monday() + Days::new(*day)).collect(),
            instructor_hours: hours.iter()
                .map(|(who, (day, starts, ends))| Available {
                    instructor: format!("I{who}"), weekday: WEEK[*day], starts: *starts, ends: *ends,
                }).collect(),
            term: (monday() + Days::new(term.0), monday() + Days::new(term.1)),
            minutes_per_jp: 10,
            house: house.unwrap_or_default(),
        }
    }
}

fn found(code: &str, one: &Session, two: Option<&Session>, person: &str) -> Found {
    let mut labels = [one.label.clone(), two.map(|two| two.label.clone()).unwrap_or_default()];
    if two.is_some() {
        labels.sort();
    }
    let [first, second] = labels;
    (code.into(), first, second, person.into())
}

fn slowly(timetable: &Timetable) -> Vec<Found> {
    let mut all = Vec::new();
    for (index, one) in timetable.sessions.iter().enumerate() {
        alone(timetable, one, &mut all);
        timetable.sessions[index + 1..].iter().for_each(|two| together(one, two, &mut all));
        timetable.sessions[index + 1..].iter().for_each(|two| too_soon(&timetable.house, one, two, &mut all));
        too_much(timetable, one, &mut all);
        if let Some(theory) = too_late_theory(timetable, one) {
            all.push(found("TIME-10", one, Some(theory), ""));
        }
    }
    all.sort();
    all
}

/// Whether too much is in use in a minute of a session that uses it.
fn too_much(timetable: &Timetable, one: &Session, all: &mut Vec<Found>) {
    let batch = |session: &Session| timetable.batches.iter().find(|batch| batch.name == session.batch);
    let heads = |session: &Session| {
        let people: HashSet<_> = session.participants.iter().collect();
        if people.is_empty() { batch(session).map_or(0, |batch| batch.seat_count) } else { people.len() }
    };
    let check = |code: &str, most: usize, used: &dyn Fn(&Session) -> usize| {
        let is_over = |minute: u16| {
            let runs = |session: &&Session| {
                session.day == one.day && (session.starts..session.ends).contains(&minute)
            };
            timetable.sessions.iter().filter(runs).map(used).sum::<usize>() > most
        };
        (used(one) > 0 && (one.starts..one.ends).any(is_over)).then(|| found(code, one, None, ""))
    };
    let watched =
        |session: &Session| usize::from(batch(session).is_some() || !session.participants.is_empty());
    all.extend(timetable.house.watched.and_then(|most| check("TIME-14", most, &watched)));
    for zone in &timetable.house.zones {
        let used = |session: &Session| if zone.rooms.contains(&session.room) { heads(session) } else { 0 };
        all.extend(check("TIME-15", zone.heads, &used));
    }
    for tool in &timetable.house.tools {
        let used =
            |session: &Session| usize::from(tool.modules.iter().any(|module| module.0 == session.batch));
        all.extend(check("TIME-16", tool.sets, &used));
    }
}

fn too_soon(house: &House, one: &Session, two: &Session, all: &mut Vec<Found>) {
    let (first, second) = if one.starts <= two.starts { (one, two) } else { (two, one) };
    let is_sound = one.starts < one.ends && two.starts < two.ends;
    if one.day != two.day || first.ends > second.starts || !is_sound {
        return;
    }
    let gap = second.starts - first.ends;
    let set_up = house.set_ups.iter().any(|set_up| set_up.room == first.room && set_up.minutes > gap);
    if first.room == second.room && first.batch != second.batch && set_up {
        all.push(found("TIME-17", one, Some(two), ""));
    }
    let joins = |way: &Way| {
        way.from.contains(&one.room) && way.to.contains(&two.room)
            || way.from.contains(&two.room) && way.to.contains(&one.room)
    };
    if one.instructor == two.instructor && house.ways.iter().any(|way| joins(way) && way.minutes > gap) {
        all.push(found("TIME-18", one, Some(two), ""));
    }
}

fn alone(timetable: &Timetable, one: &Session, all: &mut Vec<Found>) {
    let in_season = |season: &&Season| (season.first..=season.last).contains(&one.day);
    let season = timetable.house.seasons.iter().find(in_season);
    let windows = season.map_or(&timetable.windows, |season| &season.windows);
    let open = |minute: u16| {
        windows.iter().any(|window| {
            window.weekday == one.day.weekday() && (window.starts..window.ends).contains(&minute)
        })
    };
    let there = |minute: u16| {
        timetable.instructor_hours.iter().any(|hours| {
            hours.instructor == one.instructor
                && hours.weekday == one.day.weekday()
                && (hours.starts..hours.ends).contains(&minute)
        })
    };
    let length = (one.starts..one.ends).count();
    let room = timetable.rooms.iter().find(|room| room.code == one.room);
    let batch = timetable.batches.iter().find(|batch| batch.name == one.batch);
    let people: HashSet<_> = one.participants.iter().collect();
    let needed = if people.is_empty() { batch.map_or(0, |batch| batch.seat_count) } else { people.len() };
    let facts = [
        ("TIME-01", length == 0),
        ("TIME-05", !(one.starts..one.ends).all(open)),
        ("TIME-06", timetable.closed_days.contains(&one.day)),
        ("TIME-07", !(one.starts..one.ends).all(there)),
        ("TIME-08", !(timetable.term.0..=timetable.term.1).contains(&one.day)),
        ("TIME-09", room.is_some_and(|room| room.capacity < needed)),
        ("TIME-11", length > 0 && length != usize::try_from(one.jp * 10).expect("JP are not negative here")),
        ("TIME-12", room.is_none()),
        ("TIME-13", batch.is_none()),
    ];
    all.extend(facts.iter().filter(|fact| fact.1).map(|fact| found(fact.0, one, None, "")));
}

fn together(one: &Session, two: &Session, all: &mut Vec<Found>) {
    let meets = |minute: u16| (two.starts..two.ends).contains(&minute);
    if one.day != two.day || !(one.starts..one.ends).any(meets) {
        return;
    }
    if one.room == two.room {
        all.push(found("TIME-02", one, Some(two), ""));
    }
    if one.instructor == two.instructor {
        all.push(found("TIME-03", one, Some(two), ""));
    }
    let people: HashSet<_> =
        one.participants.iter().filter(|person| two.participants.contains(person)).collect();
    all.extend(people.into_iter().map(|person| found("TIME-04", one, Some(two), person)));
}

/// The theory session of the same strict batch that ends last, when it ends after this practice starts.
fn too_late_theory<'a>(timetable: &'a Timetable, practice: &Session) -> Option<&'a Session> {
    let batch = timetable.batches.iter().find(|batch| batch.name == practice.batch)?;
    if !batch.theory_before_practice || practice.kind != Kind::Practice || practice.ends <= practice.starts {
        return None;
    }
    timetable
        .sessions
        .iter()
        .filter(|theory| theory.kind == Kind::Theory && theory.batch == practice.batch)
        .filter(|theory| theory.ends > theory.starts)
        .max_by_key(|theory| (theory.day, theory.ends, theory.starts, &theory.room, &theory.label))
        .filter(|theory| (theory.day, theory.ends) > (practice.day, practice.starts))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_judge_names_exactly_what_the_slow_one_names(timetable in timetable()) {
        let clashes = judge(&timetable);
        prop_assert!(clashes.is_sorted());
        let mut fast: Vec<Found> = clashes.iter().map(|clash| {
            let by_label = |label: &str| timetable.sessions.iter().find(|one| one.label == label).unwrap();
            let person = match &clash.finding {
                checker::Finding::PersonDoubleBooked { person } => person.as_str(),
                _ => "",
            };
            let other = clash.other.as_ref().map(|other| by_label(&other.label));
            found(clash.code(), by_label(&clash.session.label), other, person)
        }).collect();
        fast.sort();
        prop_assert_eq!(fast, slowly(&timetable));
    }
}
