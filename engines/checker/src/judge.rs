// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules. Each is a small function that adds what it finds; none stops at the first clash or hides another.

use crate::clash::{Clash, Finding, Spot};
use crate::cover::Cover;
use crate::sweep::{Claim, Overlap, overlaps};
use crate::timetable::{Batch, Kind, Session, Timetable, Window};
use crate::together::{at_once, too_soon};
use chrono::{Datelike, Weekday};
use kernel::day::Day;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Names every clash of a timetable, sorted; an empty list means that it can be held.
///
/// # Shape
/// O(n log n + k) for n sessions with all their participants and k clashes named; memory O(n + k). A person
/// double-booked in two sessions is one clash for each such person; a practice session that comes too early is
/// one clash, with the theory session that ends last.
///
/// # Source
/// Product decision: a timetable is approved only after this judgement, whoever or whatever laid it.
pub fn judge(timetable: &Timetable) -> Vec<Clash> {
    let limits = Limits::of(timetable);
    let mut clashes = Vec::new();
    for session in &timetable.sessions {
        let findings = findings_of_one(session, timetable, &limits);
        clashes.extend(findings.map(|finding| Clash { session: session.into(), finding, other: None }));
    }
    double_bookings(&timetable.sessions, &mut clashes);
    practice_before_theory(&timetable.sessions, &limits, &mut clashes);
    at_once(&timetable.sessions, &timetable.house, &limits.batches, &mut clashes);
    too_soon(&timetable.sessions, &timetable.house, &mut clashes);
    clashes.sort();
    clashes
}

/// The limits of a timetable, arranged for looking up.
struct Limits<'a> {
    capacities: HashMap<&'a str, usize>,
    batches: HashMap<&'a str, &'a Batch>,
    regime: HashMap<Weekday, Cover>,
    /// First and last day of each season, and its hours.
    seasons: Vec<((Day, Day), HashMap<Weekday, Cover>)>,
    hours: HashMap<(&'a str, Weekday), Cover>,
    closed: HashSet<Day>,
}

impl<'a> Limits<'a> {
    fn of(timetable: &'a Timetable) -> Self {
        let hours_of =
            |windows: &[Window]| covers(windows.iter().map(|open| (open.weekday, (open.starts, open.ends))));
        let seasons = timetable.house.seasons.iter();
        let hours = timetable
            .instructor_hours
            .iter()
            .map(|open| ((open.instructor.as_str(), open.weekday), (open.starts, open.ends)));
        let mut capacities: HashMap<&str, usize> = HashMap::new();
        for room in &timetable.rooms {
            // A room listed twice holds what the smaller entry says.
            let capacity = capacities.entry(&room.code).or_insert(room.capacity);
            *capacity = room.capacity.min(*capacity);
        }
        Self {
            capacities,
            batches: timetable.batches.iter().map(|batch| (batch.name.as_str(), batch)).collect(),
            regime: hours_of(&timetable.windows),
            seasons: seasons.map(|season| ((season.first, season.last), hours_of(&season.windows))).collect(),
            hours: covers(hours),
            closed: timetable.closed_days.iter().copied().collect(),
        }
    }
}

fn covers<K: Eq + std::hash::Hash>(stretches: impl Iterator<Item = (K, (u16, u16))>) -> HashMap<K, Cover> {
    let mut grouped: HashMap<K, Vec<(u16, u16)>> = HashMap::new();
    for (key, stretch) in stretches {
        grouped.entry(key).or_default().push(stretch);
    }
    grouped.into_iter().map(|(key, stretches)| (key, Cover::of(stretches))).collect()
}

fn findings_of_one(
    session: &Session,
    timetable: &Timetable,
    limits: &Limits<'_>,
) -> impl Iterator<Item = Finding> {
    let timed = if session.starts < session.ends {
        [outside_window(session, limits), outside_hours(session, limits), wrong_length(session, timetable)]
    } else {
        [Some(Finding::EndsBeforeStart), None, None]
    };
    let (first, last) = timetable.term;
    let outside_term = session.day < first || session.day > last;
    let batch_known = limits.batches.contains_key(session.batch.as_str());
    let untimed = [
        limits.closed.contains(&session.day).then_some(Finding::ClosedDay),
        outside_term.then_some(Finding::OutsideAgreementTerm { first, last }),
        unfit_room(session, limits),
        (!batch_known).then(|| Finding::BatchUnknown { batch: session.batch.clone() }),
    ];
    timed.into_iter().chain(untimed).flatten()
}

fn outside_window(session: &Session, limits: &Limits<'_>) -> Option<Finding> {
    let in_season = |season: &&((Day, Day), _)| (season.0.0..=season.0.1).contains(&session.day);
    let regime = limits.seasons.iter().find(in_season).map_or(&limits.regime, |season| &season.1);
    let cover = regime.get(&session.day.weekday());
    let inside = cover.is_some_and(|cover| cover.holds(session.starts, session.ends));
    (!inside).then_some(Finding::OutsideRegimeWindow)
}

fn outside_hours(session: &Session, limits: &Limits<'_>) -> Option<Finding> {
    let cover = limits.hours.get(&(session.instructor.as_str(), session.day.weekday()));
    let inside = cover.is_some_and(|cover| cover.holds(session.starts, session.ends));
    (!inside).then(|| Finding::OutsideInstructorHours { instructor: session.instructor.clone() })
}

fn wrong_length(session: &Session, timetable: &Timetable) -> Option<Finding> {
    let actual_minutes = i64::from(session.ends) - i64::from(session.starts);
    let expected_minutes = i64::from(session.jp) * i64::from(timetable.minutes_per_jp);
    (actual_minutes != expected_minutes).then_some(Finding::LengthNotItsJp {
        jp: session.jp,
        expected_minutes,
        actual_minutes,
    })
}

fn unfit_room(session: &Session, limits: &Limits<'_>) -> Option<Finding> {
    let room = session.room.clone();
    let Some(&capacity) = limits.capacities.get(session.room.as_str()) else {
        return Some(Finding::RoomUnknown { room });
    };
    let seated = distinct_participants(session).len();
    let seats = limits.batches.get(session.batch.as_str()).map_or(0, |batch| batch.seat_count);
    let needed = if seated > 0 { seated } else { seats };
    (needed > capacity).then_some(Finding::RoomTooSmall { room, capacity, needed })
}

fn distinct_participants(session: &Session) -> BTreeSet<&str> {
    session.participants.iter().map(String::as_str).collect()
}

fn double_bookings(sessions: &[Session], clashes: &mut Vec<Clash>) {
    let rooms = sessions.iter().map(|session| Claim { holder: &session.room, session });
    clashes.extend(overlaps(rooms).into_iter().map(|overlap| {
        let room = overlap.0.to_owned();
        pair(overlap, Finding::RoomDoubleBooked { room })
    }));
    let instructors = sessions.iter().map(|session| Claim { holder: &session.instructor, session });
    clashes.extend(overlaps(instructors).into_iter().map(|overlap| {
        let instructor = overlap.0.to_owned();
        pair(overlap, Finding::InstructorDoubleBooked { instructor })
    }));
    let people = sessions.iter().flat_map(|session| {
        distinct_participants(session).into_iter().map(move |holder| Claim { holder, session })
    });
    clashes.extend(overlaps(people).into_iter().map(|overlap| {
        let person = overlap.0.to_owned();
        pair(overlap, Finding::PersonDoubleBooked { person })
    }));
}

fn pair((_, one, two): Overlap<'_>, finding: Finding) -> Clash {
    Clash::of_two(one, two, finding)
}

fn practice_before_theory(sessions: &[Session], limits: &Limits<'_>, clashes: &mut Vec<Clash>) {
    let strict = |session: &&Session| {
        session.starts < session.ends
            && limits.batches.get(session.batch.as_str()).is_some_and(|batch| batch.theory_before_practice)
    };
    let mut last_theory: HashMap<&str, Spot> = HashMap::new();
    for session in sessions.iter().filter(strict).filter(|session| session.kind == Kind::Theory) {
        let spot = Spot::from(session);
        let last = last_theory.entry(&session.batch).or_insert_with(|| spot.clone());
        if (last.day, last.ends, &*last) < (spot.day, spot.ends, &spot) {
            *last = spot;
        }
    }
    for practice in sessions.iter().filter(strict).filter(|session| session.kind == Kind::Practice) {
        let Some(theory) = last_theory.get(practice.batch.as_str()) else {
            continue;
        };
        if (practice.day, practice.starts) < (theory.day, theory.ends) {
            clashes.push(Clash {
                session: practice.into(),
                finding: Finding::PracticeBeforeTheory { batch: practice.batch.clone() },
                other: Some(theory.clone()),
            });
        }
    }
}
