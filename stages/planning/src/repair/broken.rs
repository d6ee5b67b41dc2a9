// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which sessions to come the facts of today break: judged by the checker, which also judges what a repair keeps, so that the
//! count, the list and the repair are never at odds.

use std::collections::BTreeSet;

use checker::{Clash, Severity, Spot};
use kernel::Lang;
use kernel::id::InstructorId;
use programme::facts::{ModuleFact, ModuleKind};

use super::Running;
use crate::away::Who;
use crate::facts::SlotFact;
use crate::house::{Taught, judged};
use crate::proposal::{Course, clash_say};
use crate::rules::{Place, PlannedSession, WeekWindow, away_days, judge_sessions, session_label};

/// What cannot be held, and why.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Broken {
    /// Sessions, each once.
    pub count: usize,
    /// Every clash in which one of them takes part, each once.
    pub reasons: Vec<desk::Say>,
}

impl Running {
    /// Sessions to come that can no longer be held where they stand.
    pub fn broken(&self, lang: Lang) -> Broken {
        let sessions = self.judged_sessions();
        let mut told = BTreeSet::new();
        let mut broken = Broken::default();
        let mut hit = BTreeSet::new();
        for (index, course) in self.snapshot.courses.iter().enumerate() {
            let clashes = judge_sessions(&course.batch.code, &sessions, &self.place(index, course));
            for clash in clashes.iter().filter(|clash| clash.severity() == Severity::Blocking) {
                let coming = self.coming_in(clash);
                if coming.is_empty() {
                    continue;
                }
                hit.extend(coming);
                let say = clash_say(clash, lang);
                if told.insert(format!("{say:?}")) {
                    broken.reasons.push(say);
                }
            }
        }
        broken.count = hit.len();
        broken
    }

    /// The sessions to come that a clash names, by their ids.
    fn coming_in(&self, clash: &Clash) -> Vec<uuid::Uuid> {
        let spots = std::iter::once(&clash.session).chain(&clash.other);
        let mut found = Vec::new();
        for spot in spots.filter(|spot| spot.day > self.today) {
            for (course, slots) in self.snapshot.courses.iter().zip(&self.coming) {
                let here = slots.iter().filter(|slot| is_at(course, slot, spot));
                found.extend(here.map(|slot| slot.id));
            }
        }
        found
    }

    /// Everything at the host: what comes, what is over, and absences as whole days.
    fn judged_sessions(&self) -> Vec<PlannedSession> {
        let mut sessions = Vec::new();
        for (index, course) in self.snapshot.courses.iter().enumerate() {
            let participants: Vec<String> =
                self.seated[index].iter().map(|place| self.snapshot.people[*place].to_string()).collect();
            let of_course = self.over[index].iter().chain(&self.coming[index]);
            sessions.extend(of_course.map(|slot| self.judged_session(course, slot, &participants)));
        }
        let days = || self.coming.iter().flatten().map(|slot| slot.day);
        let Some(span) = days().min().zip(days().max()) else { return sessions };
        for away in &self.snapshot.aways {
            let name = match away.who {
                Who::Instructor(id) => self.instructor_name(id),
                Who::Room(id) => {
                    self.snapshot.rooms.iter().find(|room| room.id == id).map(|room| room.code.clone())
                }
            };
            sessions.extend(name.iter().flat_map(|name| away_days(away, name, span)));
        }
        sessions
    }

    /// Name and code: two instructors may share a name.
    fn instructor_name(&self, id: InstructorId) -> Option<String> {
        let known = self.snapshot.courses.iter().flat_map(|course| &course.instructors);
        let found = known.map(|(one, _)| one).find(|one| one.id == id)?;
        Some(format!("{} ({})", found.name, found.code))
    }

    fn judged_session(&self, course: &Course, slot: &SlotFact, participants: &[String]) -> PlannedSession {
        let module = course.modules.iter().find(|module| module.id == slot.module);
        let room = self.snapshot.rooms.iter().find(|room| room.id == slot.facility);
        PlannedSession {
            batch: course.batch.code.clone(),
            module: module.map(title).unwrap_or_default(),
            kind: module.map_or(ModuleKind::Theory, |module| module.kind),
            day: slot.day,
            starts: slot.starts.0,
            ends: slot.ends.0,
            room: room.map(|room| room.code.clone()).unwrap_or_default(),
            instructor: self.instructor_name(slot.instructor).unwrap_or_default(),
            participants: participants.to_vec(),
            jp: slot.jp,
        }
    }

    fn place(&self, index: usize, course: &Course) -> Place {
        let snapshot = &self.snapshot;
        let mut instructors = Vec::new();
        for (one, week) in snapshot.courses.iter().flat_map(|course| &course.instructors) {
            let name = format!("{} ({})", one.name, one.code);
            let window =
                |(weekday, starts, ends): &_| WeekWindow { weekday: *weekday, starts: *starts, ends: *ends };
            instructors.extend(week.iter().map(window).map(|window| (name.clone(), window)));
        }
        let batch =
            |one: &Course| (one.batch.code.clone(), one.batch.seats, one.batch.programme.theory_first);
        let (terms, last) = self.terms[index].split_at(self.terms[index].len().saturating_sub(1));
        let taught: Vec<Taught> = snapshot.courses.iter().flat_map(taught).collect();
        Place {
            earlier_terms: terms.to_vec(),
            rooms: snapshot.rooms.iter().map(|room| (room.code.clone(), room.capacity)).collect(),
            batches: snapshot.courses.iter().map(batch).collect(),
            windows: snapshot.windows.clone(),
            closed_days: snapshot.closed_days.clone(),
            instructors,
            term: last.first().copied().unwrap_or_else(|| course.days()),
            minutes_per_jp: course.batch.programme.minutes_per_jp,
            house: judged(&snapshot.limits, snapshot.rooms.iter(), &taught),
        }
    }
}

fn title(module: &ModuleFact) -> String {
    format!("{} {}", module.code, module.title)
}

fn taught(course: &Course) -> Vec<Taught> {
    let (batch, programme) = (&course.batch.code, course.batch.programme.id);
    course.modules.iter().map(|module| (batch.clone(), title(module), programme, module.kind)).collect()
}

fn is_at(course: &Course, slot: &SlotFact, spot: &Spot) -> bool {
    let module = course.modules.iter().find(|module| module.id == slot.module).map(title);
    (slot.day, slot.starts.0, slot.ends.0) == (spot.day, spot.starts, spot.ends)
        && session_label(&module.unwrap_or_default(), &course.batch.code) == spot.label
}
