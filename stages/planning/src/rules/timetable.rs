// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the checker is given, and which of its clashes concern one batch.

use std::collections::HashSet;

use checker::{Available, Batch, Clash, Finding, House, Kind, Room, Session, Timetable, judge};
use chrono::Weekday;
use kernel::day::Day;
use programme::facts::ModuleKind;

use super::{WeekWindow, judged_window};
use crate::away::{Away, Who};

/// One session with the words a clash will name it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedSession {
    pub batch: String,
    pub module: String,
    pub kind: ModuleKind,
    pub day: Day,
    pub starts: u16,
    pub ends: u16,
    pub room: String,
    pub instructor: String,
    pub participants: Vec<String>,
    pub jp: i64,
}

/// An absence as the checker sees it: whole days on which an instructor is somewhere else, or a room is taken.
pub fn away_days(away: &Away, name: &str, span: (Day, Day)) -> Vec<PlannedSession> {
    let day = |day: Day| {
        let (room, instructor) = match away.who {
            // Nothing else is ever in the room in which somebody is absent.
            Who::Instructor(_) => (format!("– {name}"), name.to_owned()),
            Who::Room(_) => (name.to_owned(), format!("– {name}")),
        };
        PlannedSession {
            batch: "–".to_owned(),
            module: format!("tidak tersedia: {name}"),
            kind: ModuleKind::Theory,
            day,
            starts: 0,
            ends: 1_440,
            room,
            instructor,
            participants: Vec::new(),
            jp: 1,
        }
    };
    away.days(span).map(day).collect()
}

/// The limits of the place, and the batches that share it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub rooms: Vec<(String, i64)>,
    /// Code, seats, whether theory comes first.
    pub batches: Vec<(String, i64, bool)>,
    pub windows: Vec<WeekWindow>,
    pub closed_days: Vec<Day>,
    /// Name and hours.
    pub instructors: Vec<(String, WeekWindow)>,
    pub term: (Day, Day),
    /// Terms of agreements that carried the batch before; a session that lies in one of them was held under it.
    pub earlier_terms: Vec<(Day, Day)>,
    pub minutes_per_jp: i64,
    pub house: House,
}

/// Judges all sessions of a place and answers the clashes in which the batch takes part.
///
/// # Shape
/// `minutes_per_jp` and `term` are the batch's; what they would say about sessions of other batches is left out.
pub fn judge_sessions(batch: &str, sessions: &[PlannedSession], place: &Place) -> Vec<Clash> {
    let own: HashSet<String> = sessions.iter().filter(|session| session.batch == batch).map(label).collect();
    let timetable = Timetable {
        sessions: sessions.iter().map(session).collect(),
        rooms: place
            .rooms
            .iter()
            .map(|(code, capacity)| Room { code: code.clone(), capacity: count(*capacity) })
            .collect(),
        batches: place
            .batches
            .iter()
            .map(|(name, seats, theory_first)| Batch {
                name: name.clone(),
                seat_count: count(*seats),
                theory_before_practice: *theory_first,
            })
            .collect(),
        windows: place.windows.iter().filter_map(judged_window).collect(),
        closed_days: place.closed_days.clone(),
        instructor_hours: place
            .instructors
            .iter()
            .filter_map(|(instructor, hours)| {
                let weekday = weekday(hours.weekday)?;
                Some(Available {
                    instructor: instructor.clone(),
                    weekday,
                    starts: hours.starts.0,
                    ends: hours.ends.0,
                })
            })
            .collect(),
        term: place.term,
        minutes_per_jp: u16::try_from(place.minutes_per_jp).unwrap_or(u16::MAX),
        house: place.house.clone(),
    };
    let concerns = |clash: &Clash| {
        own.contains(&clash.session.label)
            || clash.other.as_ref().is_some_and(|other| own.contains(&other.label))
    };
    let was_covered = |clash: &Clash| {
        let lies_in = |(first, last): &(Day, Day)| *first <= clash.session.day && clash.session.day <= *last;
        matches!(clash.finding, Finding::OutsideAgreementTerm { .. })
            && place.earlier_terms.iter().any(lies_in)
    };
    judge(&timetable).into_iter().filter(|clash| concerns(clash) && !was_covered(clash)).collect()
}

/// Batch codes are unique in the house, so a label tells whose session it is.
pub fn session_label(module: &str, batch: &str) -> String {
    format!("{module} ({batch})")
}

fn label(session: &PlannedSession) -> String {
    session_label(&session.module, &session.batch)
}

fn session(planned: &PlannedSession) -> Session {
    Session {
        label: label(planned),
        batch: planned.batch.clone(),
        module: planned.module.clone(),
        day: planned.day,
        starts: planned.starts,
        ends: planned.ends,
        room: planned.room.clone(),
        instructor: planned.instructor.clone(),
        participants: planned.participants.clone(),
        kind: match planned.kind {
            ModuleKind::Theory => Kind::Theory,
            ModuleKind::Practice => Kind::Practice,
            ModuleKind::SoftSkill => Kind::SoftSkills,
            ModuleKind::Business => Kind::Business,
        },
        jp: i32::try_from(planned.jp).unwrap_or(i32::MAX),
    }
}

fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

fn weekday(number: i64) -> Option<Weekday> {
    let from_monday = u8::try_from(number).ok()?.checked_sub(1)?;
    Weekday::try_from(from_monday).ok()
}
