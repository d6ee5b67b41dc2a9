// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One table row per rule: a timetable that can be held, one thing spoiled, and exactly the clashes that follow.

use checker::{
    Available, Batch, Finding, House, Kind, Room, Season, Session, SetUp, Severity, Timetable, Tool,
};
use checker::{Way, Window, Zone, judge};
use chrono::Weekday;
use kernel::Lang;
use kernel::day::Day;

/// 7 December 2026 is a Monday.
fn december(day: u32) -> Day {
    Day::from_ymd_opt(2026, 12, day).expect("December has this day")
}

fn session(label: &str, day: u32, starts: u16, kind: Kind) -> Session {
    Session {
        label: label.into(),
        batch: "Las A".into(),
        module: "SMAW".into(),
        day: december(day),
        starts,
        ends: starts + 90,
        room: "Bengkel".into(),
        instructor: "Sari".into(),
        participants: vec!["P1".into(), "P2".into()],
        kind,
        jp: 2,
    }
}

fn sound() -> Timetable {
    let day = |weekday| Window { weekday, starts: 480, ends: 720 };
    let hours = |instructor: &str, weekday| Available {
        instructor: instructor.into(),
        weekday,
        starts: 480,
        ends: 720,
    };
    let batch = |name: &str| Batch { name: name.into(), seat_count: 2, theory_before_practice: true };
    Timetable {
        sessions: vec![
            session("T1", 7, 480, Kind::Theory),
            session("P1", 7, 570, Kind::Practice),
            session("P2", 8, 480, Kind::Practice),
        ],
        rooms: ["Bengkel", "Kelas"].map(|code| Room { code: code.into(), capacity: 2 }).into(),
        batches: vec![batch("Las A"), batch("Las B")],
        windows: vec![day(Weekday::Mon), day(Weekday::Tue)],
        closed_days: vec![december(25)],
        instructor_hours: ["Sari", "Budi"]
            .iter()
            .flat_map(|name| [hours(name, Weekday::Mon), hours(name, Weekday::Tue)])
            .collect(),
        term: (december(1), december(31)),
        minutes_per_jp: 45,
        house: House::default(),
    }
}

#[track_caller]
fn check(spoil: impl FnOnce(&mut Timetable), expected: &[(&str, &str, Option<&str>)]) {
    let mut timetable = sound();
    spoil(&mut timetable);
    let clashes = judge(&timetable);
    let found: Vec<_> = clashes
        .iter()
        .map(|clash| {
            (
                clash.code(),
                clash.session.label.as_str(),
                clash.other.as_ref().map(|other| other.label.as_str()),
            )
        })
        .collect();
    assert_eq!(found, expected);
    assert!(clashes.is_sorted());
}

#[test]
fn a_sound_timetable_has_no_clash() {
    check(|_| {}, &[]);
}

#[test]
fn a_room_an_instructor_and_each_person_are_booked_once_at_a_time() {
    let elsewhere = |change: fn(&mut Session)| {
        move |timetable: &mut Timetable| {
            let mut other = Session {
                batch: "Las B".into(),
                room: "Kelas".into(),
                instructor: "Budi".into(),
                participants: vec!["P9".into()],
                ..session("X", 7, 500, Kind::SoftSkills)
            };
            change(&mut other);
            other.ends = 590;
            timetable.sessions.push(other);
        }
    };
    check(elsewhere(|_| {}), &[]);
    check(
        elsewhere(|other| other.room = "Bengkel".into()),
        &[("TIME-02", "T1", Some("X")), ("TIME-02", "X", Some("P1"))],
    );
    check(
        elsewhere(|other| other.instructor = "Sari".into()),
        &[("TIME-03", "T1", Some("X")), ("TIME-03", "X", Some("P1"))],
    );
    check(
        elsewhere(|other| other.participants = vec!["P2".into(), "P1".into(), "P2".into()]),
        &[
            ("TIME-04", "T1", Some("X")),
            ("TIME-04", "T1", Some("X")),
            ("TIME-04", "X", Some("P1")),
            ("TIME-04", "X", Some("P1")),
        ],
    );
}

#[test]
fn the_place_the_calendar_the_instructor_and_the_agreement_set_the_limits() {
    check(|timetable| timetable.windows[1].starts = 490, &[("TIME-05", "P2", None)]);
    check(
        |timetable| timetable.windows.retain(|open| open.weekday == Weekday::Mon),
        &[("TIME-05", "P2", None)],
    );
    check(|timetable| timetable.closed_days.push(december(8)), &[("TIME-06", "P2", None)]);
    check(|timetable| timetable.instructor_hours[1].ends = 569, &[("TIME-07", "P2", None)]);
    check(|timetable| timetable.term.1 = december(7), &[("TIME-08", "P2", None)]);
    check(|timetable| timetable.term.0 = december(8), &[("TIME-08", "T1", None), ("TIME-08", "P1", None)]);
    check(
        |timetable| timetable.term = (december(8), december(8)),
        &[("TIME-08", "T1", None), ("TIME-08", "P1", None)],
    );
}

#[test]
fn a_room_holds_those_who_attend_or_the_seats_while_nobody_is_seated() {
    check(|timetable| timetable.sessions[2].participants.push("P3".into()), &[("TIME-09", "P2", None)]);
    let empty = |seat_count| {
        move |timetable: &mut Timetable| {
            timetable.batches[0].seat_count = seat_count;
            timetable.sessions[2].participants.clear();
        }
    };
    check(empty(2), &[]);
    check(empty(3), &[("TIME-09", "P2", None)]);
    check(|timetable| timetable.sessions[2].room = "Dapur".into(), &[("TIME-12", "P2", None)]);
    let smaller = Room { code: "Bengkel".into(), capacity: 1 };
    let all = [("TIME-09", "T1", None), ("TIME-09", "P1", None), ("TIME-09", "P2", None)];
    check(|timetable| timetable.rooms.push(smaller), &all);
    let larger = Room { code: "Bengkel".into(), capacity: 9 };
    check(
        |timetable| {
            timetable.rooms.push(larger);
            timetable.sessions[2].participants.push("P3".into());
        },
        &[("TIME-09", "P2", None)],
    );
}

#[test]
fn practice_waits_for_the_last_theory_of_its_own_batch() {
    let second_theory = |timetable: &mut Timetable| {
        timetable.sessions.push(session("T2", 8, 600, Kind::Theory));
    };
    check(second_theory, &[("TIME-10", "P1", Some("T2")), ("TIME-10", "P2", Some("T2"))]);
    check(
        |timetable| {
            second_theory(timetable);
            timetable.batches[0].theory_before_practice = false;
        },
        &[],
    );
    check(
        |timetable| {
            second_theory(timetable);
            timetable.sessions[3].batch = "Las B".into();
        },
        &[],
    );
    check(|timetable| timetable.sessions[2].batch = "Las C".into(), &[("TIME-13", "P2", None)]);
}

#[test]
fn a_session_lasts_as_long_as_its_jp() {
    check(|timetable| timetable.sessions[2].jp = 3, &[("TIME-11", "P2", None)]);
    check(|timetable| timetable.sessions[2].ends = 480, &[("TIME-01", "P2", None)]);
    check(
        |timetable| timetable.minutes_per_jp = 60,
        &[("TIME-11", "T1", None), ("TIME-11", "P1", None), ("TIME-11", "P2", None)],
    );
}

#[test]
fn a_season_has_its_own_hours() {
    let fasting = |first, last| House {
        seasons: vec![Season {
            first: december(first),
            last: december(last),
            windows: vec![Window { weekday: Weekday::Mon, starts: 480, ends: 600 }],
        }],
        ..House::default()
    };
    check(|timetable| timetable.house = fasting(7, 7), &[("TIME-05", "P1", None)]);
    check(|timetable| timetable.house = fasting(8, 30), &[("TIME-05", "P2", None)]);
    check(|timetable| timetable.house = fasting(9, 30), &[]);
}

#[test]
fn only_so_much_is_used_at_once() {
    let beside = |timetable: &mut Timetable| {
        let mut other = session("X", 7, 500, Kind::SoftSkills);
        other.batch = "Las B".into();
        other.room = "Kelas".into();
        other.instructor = "Budi".into();
        other.participants = vec!["P8".into(), "P9".into()];
        timetable.sessions.push(other);
    };
    let check = |house: House, expected: &[(&str, &str, Option<&str>)]| {
        check(
            |timetable| {
                beside(timetable);
                timetable.house = house;
            },
            expected,
        );
    };
    check(House { watched: Some(2), ..House::default() }, &[]);
    let watched = House { watched: Some(1), ..House::default() };
    check(watched, &[("TIME-14", "T1", None), ("TIME-14", "X", None), ("TIME-14", "P1", None)]);
    let zone = |heads| Zone { name: "Dalam".into(), rooms: vec!["Kelas".into(), "Bengkel".into()], heads };
    check(House { zones: vec![zone(4)], ..House::default() }, &[]);
    let zones = House { zones: vec![zone(3)], ..House::default() };
    check(zones, &[("TIME-15", "T1", None), ("TIME-15", "X", None), ("TIME-15", "P1", None)]);
    let modules = ["Las A", "Las B"].map(|batch| (batch.to_owned(), "SMAW".to_owned()));
    let tool = |sets| Tool { name: "topeng las".into(), sets, modules: modules.clone().into() };
    check(House { tools: vec![tool(2)], ..House::default() }, &[]);
    let tools = House { tools: vec![tool(1)], ..House::default() };
    check(tools, &[("TIME-16", "T1", None), ("TIME-16", "X", None), ("TIME-16", "P1", None)]);
}

#[test]
fn between_two_sessions_passes_what_must() {
    let other_batch = |timetable: &mut Timetable| {
        timetable.sessions[1].batch = "Las B".into();
        timetable.sessions[1].kind = Kind::SoftSkills;
    };
    let set_up =
        |minutes| House { set_ups: vec![SetUp { room: "Bengkel".into(), minutes }], ..House::default() };
    check(|timetable| timetable.house = set_up(10), &[]);
    check(
        |timetable| {
            other_batch(timetable);
            timetable.house = set_up(10);
        },
        &[("TIME-17", "T1", Some("P1"))],
    );
    let way = House {
        ways: vec![Way { from: vec!["Bengkel".into()], to: vec!["Kelas".into()], minutes: 15 }],
        ..House::default()
    };
    check(|timetable| timetable.house = way.clone(), &[]);
    check(
        |timetable| {
            timetable.sessions[1].room = "Kelas".into();
            timetable.house = way.clone();
        },
        &[("TIME-18", "T1", Some("P1"))],
    );
}

#[test]
fn one_clash_never_hides_another() {
    check(
        |timetable| {
            timetable.sessions.push(session("X", 25, 1000, Kind::Theory));
            timetable.sessions[3].room = "Dapur".into();
            timetable.term.1 = december(20);
        },
        &[
            ("TIME-10", "P1", Some("X")),
            ("TIME-10", "P2", Some("X")),
            ("TIME-05", "X", None),
            ("TIME-06", "X", None),
            ("TIME-07", "X", None),
            ("TIME-08", "X", None),
            ("TIME-12", "X", None),
        ],
    );
}

#[test]
fn a_sentence_names_what_where_when_and_how_to_mend_it() {
    let mut timetable = sound();
    timetable.sessions.push(Session {
        instructor: "Budi".into(),
        participants: vec!["P9".into()],
        ..session("X", 8, 480, Kind::SoftSkills)
    });
    let clashes = judge(&timetable);
    assert_eq!(clashes.len(), 1);
    assert_eq!(clashes[0].severity(), Severity::Blocking);
    assert_eq!(clashes[0].finding, Finding::RoomDoubleBooked { room: "Bengkel".into() });
    assert_eq!(
        clashes[0].sentence(Lang::Id),
        "Ruang Bengkel terpakai dua kali: Selasa, 8 Desember 2026, pukul 08.00–09.30. \
         Sesi: P2 di ruang Bengkel, dan X di ruang Bengkel (Selasa, 8 Desember 2026, pukul 08.00–09.30). \
         Pindahkan salah satu sesi ke ruang atau jam lain."
    );
    assert_eq!(
        clashes[0].sentence(Lang::En),
        "Room Bengkel is booked twice: Tuesday, 8 December 2026, 08:00–09:30. \
         Session: P2 in room Bengkel, and X in room Bengkel (Tuesday, 8 December 2026, 08:00–09:30). \
         Move one session to another room or time."
    );
}
