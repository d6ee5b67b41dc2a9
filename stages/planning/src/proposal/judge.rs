// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Judges a draft from the facts alone, sharing nothing with the engines that made it: before it is shown, and again before it
//! is approved.

use std::collections::BTreeSet;

use checker::{Clash, Finding, Severity, Spot};
use desk::Say;
use kernel::Lang;
use kernel::day;
use kernel::zone::Minute;
use programme::facts::ModuleFact;

use super::asked;
use super::draft::{Draft, DraftSlot};
use super::snapshot::{Course, Snapshot};
use crate::away::Who;
use crate::house::{Taught, judged};
use crate::rules::{Place, PlannedSession, WeekWindow, away_days, judge_sessions};

/// Everything wrong with a draft, seats first; nothing for one that can be kept.
pub fn faults(snapshot: &Snapshot, draft: &Draft, lang: Lang) -> Vec<Say> {
    let mut found = seats(snapshot, draft);
    let clashes = snapshot.courses.iter().flat_map(|course| clashes(snapshot, draft, course));
    let mut told = BTreeSet::new();
    for clash in clashes.filter(|clash| clash.severity() == Severity::Blocking) {
        let say = clash_say(&clash, lang);
        if told.insert(format!("{say:?}")) {
            found.push(say);
        }
    }
    found.extend(hours(snapshot, draft));
    found.extend(asked::faults(snapshot, draft, lang));
    found
}

/// The sentence of a clash. Of people who would have to be in two places only that there are some: here they stand by ids.
pub fn clash_say(clash: &Clash, lang: Lang) -> Say {
    match (&clash.finding, &clash.other) {
        (Finding::PersonDoubleBooked { .. }, Some(other)) => {
            let (one, other) = (spot(&clash.session, lang), spot(other, lang));
            let (one, other) = if one <= other { (one, other) } else { (other, one) };
            Say::new("proposal-fault-same-time").with("one", one).with("other", other)
        }
        _ => Say::new("plan-clash").with("text", clash.sentence(lang)),
    }
}

fn spot(spot: &Spot, lang: Lang) -> String {
    let (starts, ends) = (Minute(spot.starts), Minute(spot.ends));
    format!("{}, {} {starts}–{ends}", spot.label, day::weekday_long(spot.day, lang))
}

/// Seats that the facts do not allow.
fn seats(snapshot: &Snapshot, draft: &Draft) -> Vec<Say> {
    let mut found = Vec::new();
    for (place, course) in snapshot.courses.iter().enumerate() {
        let batch = &course.batch;
        let seated: Vec<_> =
            draft.verdicts.iter().filter(|verdict| verdict.batch == Some(batch.id)).collect();
        let count = i64::try_from(seated.len()).unwrap_or(i64::MAX);
        let say = |key: &str| Say::new(key).with("batch", &batch.code).with("count", count);
        if count > batch.seats {
            found.push(say("proposal-fault-overfull").with("seats", batch.seats));
        }
        if count > 0 && count < snapshot.question.minimum {
            found.push(say("proposal-fault-too-few").with("minimum", snapshot.question.minimum));
        }
        let strangers = seated
            .iter()
            .filter(|verdict| !course.ranked.iter().any(|ranked| ranked.person == verdict.person));
        found.extend(strangers.map(|_| say("proposal-fault-ineligible")));
        let opens = draft.batches.get(place).is_some_and(|one| one.opens);
        if opens != (count > 0) {
            found.push(say("proposal-fault-opens"));
        }
        let apart = snapshot.apart.places(&snapshot.people).into_iter().filter(|(one, other)| {
            let sits = |at: usize| seated.iter().any(|verdict| verdict.person == snapshot.people[at]);
            sits(*one) && sits(*other)
        });
        found.extend(apart.map(|_| say("proposal-fault-apart")));
    }
    let mut people: Vec<_> = draft.verdicts.iter().map(|verdict| verdict.person).collect();
    people.sort_unstable();
    if people != snapshot.people {
        found.push(Say::new("proposal-fault-people"));
    }
    found
}

/// Lesson hours of open batches that are not laid, or laid too often.
fn hours(snapshot: &Snapshot, draft: &Draft) -> Vec<Say> {
    let mut found = Vec::new();
    for (course, batch) in snapshot.courses.iter().zip(&draft.batches).filter(|(_, batch)| batch.opens) {
        for module in &course.modules {
            let of_module = |slot: &&DraftSlot| slot.batch == batch.batch && slot.module == module.id;
            let laid: i64 = draft.slots.iter().filter(of_module).map(|slot| slot.jp).sum();
            if laid != module.jp {
                let say = Say::new("proposal-fault-hours").with("batch", &course.batch.code);
                found.push(say.with("module", &module.code).with("laid", laid).with("planned", module.jp));
            }
        }
    }
    found
}

fn clashes(snapshot: &Snapshot, draft: &Draft, course: &Course) -> Vec<Clash> {
    judge_sessions(&course.batch.code, &sessions(snapshot, draft), &place(snapshot, course))
}

/// All sessions of the host: those proposed and those that stay.
fn sessions(snapshot: &Snapshot, draft: &Draft) -> Vec<PlannedSession> {
    let room = |id| {
        snapshot.rooms.iter().find(|room| room.id == id).map_or_else(String::new, |room| room.code.clone())
    };
    let mut sessions = Vec::new();
    for slot in &draft.slots {
        let Some(course) = snapshot.courses.iter().find(|course| course.batch.id == slot.batch) else {
            continue;
        };
        let module = course.modules.iter().find(|module| module.id == slot.module);
        let teacher = course.instructors.iter().find(|(one, _)| one.id == slot.instructor);
        let seated = draft.verdicts.iter().filter(|verdict| verdict.batch == Some(slot.batch));
        sessions.push(PlannedSession {
            batch: course.batch.code.clone(),
            module: module.map(title).unwrap_or_default(),
            kind: module.map_or(programme::facts::ModuleKind::Theory, |module| module.kind),
            day: slot.day,
            starts: slot.starts.0,
            ends: slot.ends.0,
            room: room(slot.facility),
            instructor: teacher.map(|(one, _)| one.code.clone()).unwrap_or_default(),
            participants: seated.map(|verdict| verdict.person.to_string()).collect(),
            jp: slot.jp,
        });
    }
    for locked in &snapshot.locked {
        let slot = &locked.slot;
        let known = snapshot.courses.iter().flat_map(|course| &course.instructors);
        let teacher = known.map(|(one, _)| one).find(|one| one.id == slot.instructor);
        sessions.push(PlannedSession {
            batch: locked.batch.clone(),
            module: locked.module.clone(),
            kind: locked.kind,
            day: slot.day,
            starts: slot.starts.0,
            ends: slot.ends.0,
            room: room(slot.facility),
            instructor: teacher.map_or_else(|| slot.instructor.to_string(), |one| one.code.clone()),
            participants: locked.participants.iter().map(ToString::to_string).collect(),
            jp: slot.jp,
        });
    }
    sessions.extend(absent(snapshot));
    sessions
}

/// Absences as whole days that are taken.
fn absent(snapshot: &Snapshot) -> Vec<PlannedSession> {
    let days = || snapshot.courses.iter().map(Course::days);
    let Some(span) = days().map(|(first, _)| first).min().zip(days().map(|(_, last)| last).max()) else {
        return Vec::new();
    };
    let staff = || snapshot.courses.iter().flat_map(|course| &course.instructors);
    let name = |who: Who| match who {
        Who::Instructor(id) => staff().find(|(one, _)| one.id == id).map(|(one, _)| one.code.clone()),
        Who::Room(id) => snapshot.rooms.iter().find(|room| room.id == id).map(|room| room.code.clone()),
    };
    let named = snapshot.aways.iter().filter_map(|away| Some((away, name(away.who)?)));
    named.flat_map(|(away, name)| away_days(away, &name, span)).collect()
}

fn title(module: &ModuleFact) -> String {
    format!("{} {}", module.code, module.title)
}

fn place(snapshot: &Snapshot, course: &Course) -> Place {
    let first = course.agreement.first_day().unwrap_or(course.agreement.starts_on);
    let planned = snapshot
        .courses
        .iter()
        .map(|course| (course.batch.code.clone(), course.batch.seats, course.batch.programme.theory_first));
    // What was laid before was judged when it was laid; here it only takes up rooms and people.
    let locked = snapshot.locked.iter().map(|locked| (locked.batch.clone(), 0, false));
    let mut instructors = Vec::new();
    for (one, week) in snapshot.courses.iter().flat_map(|course| &course.instructors) {
        for (weekday, starts, ends) in week {
            instructors
                .push((one.code.clone(), WeekWindow { weekday: *weekday, starts: *starts, ends: *ends }));
        }
    }
    Place {
        earlier_terms: Vec::new(),
        rooms: snapshot.rooms.iter().map(|room| (room.code.clone(), room.capacity)).collect(),
        batches: planned.chain(locked).collect(),
        windows: snapshot.windows.clone(),
        closed_days: snapshot.closed_days.clone(),
        instructors,
        term: (first.max(course.batch.starts_on), course.agreement.last_day().min(course.batch.ends_on)),
        minutes_per_jp: course.batch.programme.minutes_per_jp,
        house: judged(&snapshot.limits, snapshot.rooms.iter(), &taught(snapshot)),
    }
}

/// The modules of the batches that are planned, and of those that stay.
fn taught(snapshot: &Snapshot) -> Vec<Taught> {
    let of_course = |course: &Course| -> Vec<Taught> {
        let (batch, programme) = (&course.batch.code, course.batch.programme.id);
        course.modules.iter().map(|module| (batch.clone(), title(module), programme, module.kind)).collect()
    };
    let planned = snapshot.courses.iter().flat_map(of_course);
    let locked = snapshot.locked.iter();
    planned
        .chain(locked.map(|one| (one.batch.clone(), one.module.clone(), one.programme, one.kind)))
        .collect()
}
