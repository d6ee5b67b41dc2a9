// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sessions to days, rooms and instructors: the snapshot as the timetable engine's problem, and its answers as slots.

use kernel::zone::Minute;
use programme::facts::ModuleKind;
use timetable::office::{
    Batch, House, Instructor, Kind, Limit, Locked, Module, NoProposal, Part, Problem, Room, Session, price,
    propose,
};
use timetable::{Progress, by_moves};

use super::draft::DraftSlot;
use super::snapshot::{Course, Snapshot};
use super::teachers::teachers;
use super::why::Waits;
use crate::away::Who;
use crate::house;
use crate::rules::{WeekWindow, weekly};

/// Moves of the search; enough for an office, and well under a second.
const MOVES: u64 = 60_000;

/// Why some batches, by their places, cannot have a timetable.
pub(crate) struct NoRoom {
    pub batches: Vec<usize>,
    pub waits: Vec<Waits>,
}

/// Batches that open, by their places in the snapshot, each with the places of those seated.
pub type Open<'o> = [(usize, &'o [usize])];

/// The pace of one who waits: the same on every machine.
pub fn quick() -> impl FnMut(&Progress) -> f64 {
    by_moves(MOVES)
}

/// Lays the batches named by `open`. `pace` as the engine asks it.
///
/// # Errors
/// Which of them find no place, and what they wait for.
pub fn lay(
    snapshot: &Snapshot,
    open: &Open<'_>,
    seed: u64,
    pace: &mut dyn FnMut(&Progress) -> f64,
) -> Result<Vec<DraftSlot>, NoRoom> {
    let problem = problem(snapshot, open);
    match propose(&problem, seed, pace) {
        Ok(proposal) => Ok(proposal.sessions.iter().map(|session| slot(snapshot, open, session)).collect()),
        Err(no) => Err(no_room(snapshot, &problem, open, no)),
    }
}

/// What these sessions cost, rule by rule; nothing where they are not the whole of what is open.
pub fn cost(snapshot: &Snapshot, open: &Open<'_>, slots: &[DraftSlot]) -> Option<Vec<Part>> {
    let sessions: Option<Vec<Session>> = slots.iter().map(|slot| session(snapshot, open, slot)).collect();
    price(&problem(snapshot, open), &sessions?)
}

/// Instructors of all courses, each once, in the order in which they are first named.
pub(crate) fn staff(snapshot: &Snapshot) -> Vec<&programme::facts::InstructorFact> {
    let mut staff: Vec<&programme::facts::InstructorFact> = Vec::new();
    for (instructor, _) in snapshot.courses.iter().flat_map(|course| &course.instructors) {
        if !staff.iter().any(|known| known.id == instructor.id) {
            staff.push(instructor);
        }
    }
    staff
}

pub(crate) fn problem(snapshot: &Snapshot, open: &Open<'_>) -> Problem {
    let staff = staff(snapshot);
    let first = snapshot.courses.first();
    let days = || open.iter().map(|(place, _)| snapshot.courses[*place].days());
    let term = days().map(|(from, _)| from).min().zip(days().map(|(_, last)| last).max());
    let instructors = staff.iter().map(|member| instructor(snapshot, open, member)).collect();
    Problem {
        batches: open.iter().map(|(place, seated)| batch(snapshot, *place, seated)).collect(),
        rooms: snapshot
            .rooms
            .iter()
            .map(|room| Room {
                name: room.name.clone(),
                capacity: usize::try_from(room.capacity).unwrap_or(0),
            })
            .collect(),
        instructors,
        windows: snapshot.windows.iter().filter_map(weekly).collect(),
        closed_days: snapshot.closed_days.clone(),
        term: term.unwrap_or_default(),
        minutes_per_jp: first
            .map_or(0, |course| u16::try_from(course.batch.programme.minutes_per_jp).unwrap_or(0)),
        locked: snapshot
            .locked
            .iter()
            .map(|locked| lock(snapshot, &staff, locked))
            .chain(absences(snapshot, &staff))
            .collect(),
        house: house(snapshot, open),
    }
}

/// Whole days on which somebody, or a room, is taken by nothing.
fn absences(snapshot: &Snapshot, staff: &[&programme::facts::InstructorFact]) -> Vec<Locked> {
    let days = || snapshot.courses.iter().map(Course::days);
    let span = days().map(|(first, _)| first).min().zip(days().map(|(_, last)| last).max());
    let mut locked = Vec::new();
    for away in &snapshot.aways {
        let (instructor, room) = match away.who {
            Who::Instructor(id) => (staff.iter().position(|member| member.id == id), None),
            Who::Room(id) => (None, snapshot.rooms.iter().position(|room| room.id == id)),
        };
        let Some(span) = span.filter(|_| instructor.is_some() || room.is_some()) else { continue };
        locked.extend(away.days(span).map(|day| Locked {
            day,
            starts: 0,
            ends: 1_440,
            room,
            instructor,
            batch: None,
            kind: Kind::Theory,
            participants: Vec::new(),
            heads: 0,
        }));
    }
    locked
}

fn batch(snapshot: &Snapshot, place: usize, seated: &[usize]) -> Batch {
    let course = &snapshot.courses[place];
    let (earliest, latest) = course.days();
    let number = |jp: i64| u16::try_from(jp).unwrap_or(u16::MAX);
    Batch {
        name: course.batch.code.clone(),
        modules: modules_in_order(course)
            .into_iter()
            .map(|module| Module {
                name: format!("{} {}", module.code, module.title),
                kind: kind(module.kind),
                jp: number(module.jp),
                fields: vec![field(place, course, module)],
                rooms: rooms(snapshot, course, module.kind),
            })
            .collect(),
        participants: seated.to_vec(),
        seats: usize::try_from(course.batch.seats).unwrap_or(0),
        theory_before_practice: course.batch.programme.theory_first,
        earliest,
        latest,
        block_jp: number(snapshot.question.block_jp),
        day_jp: number(snapshot.question.day_jp),
    }
}

/// As the curriculum lists them; theory first where the programme asks for it.
pub(crate) fn modules_in_order(course: &Course) -> Vec<&programme::facts::ModuleFact> {
    let mut modules: Vec<_> = course.modules.iter().collect();
    if course.batch.programme.theory_first {
        modules.sort_by_key(|module| module.kind == ModuleKind::Practice);
    }
    modules
}

/// Practice needs the programme's own place; what is told or talked about finds any room.
fn rooms(snapshot: &Snapshot, course: &Course, kind: ModuleKind) -> Vec<usize> {
    let own = course.batch.programme.facility;
    match kind {
        ModuleKind::Practice => snapshot
            .rooms
            .iter()
            .enumerate()
            .filter(|(_, room)| Some(room.id) == own)
            .map(|(place, _)| place)
            .collect(),
        ModuleKind::Theory | ModuleKind::SoftSkill | ModuleKind::Business => Vec::new(),
    }
}

/// The engine asks for fields; here a module of a batch is a field of its own, which those have who may teach it.
fn field(place: usize, course: &Course, module: &programme::facts::ModuleFact) -> String {
    format!("{place}/{}/{}", course.batch.code, module.code)
}

fn instructor(snapshot: &Snapshot, open: &Open<'_>, member: &programme::facts::InstructorFact) -> Instructor {
    let mut fields = Vec::new();
    let mut hours = Vec::new();
    for (place, _) in open {
        let course = &snapshot.courses[*place];
        let written: Vec<&str> = course.instructors.iter().map(|(one, _)| one.fields.as_str()).collect();
        for module in &course.modules {
            let may = teachers(module.kind, &written);
            if may.iter().any(|one| course.instructors[*one].0.id == member.id) {
                fields.push(field(*place, course, module));
            }
        }
        for (_, week) in course.instructors.iter().filter(|(one, _)| one.id == member.id) {
            let window =
                |(weekday, starts, ends): &_| WeekWindow { weekday: *weekday, starts: *starts, ends: *ends };
            hours.extend(week.iter().map(window).filter_map(|window| weekly(&window)));
        }
    }
    Instructor { name: member.name.clone(), fields, hours }
}

fn lock(
    snapshot: &Snapshot,
    staff: &[&programme::facts::InstructorFact],
    locked: &super::snapshot::LockedSlot,
) -> Locked {
    Locked {
        day: locked.slot.day,
        starts: locked.slot.starts.0,
        ends: locked.slot.ends.0,
        room: snapshot.rooms.iter().position(|room| room.id == locked.slot.facility),
        instructor: staff.iter().position(|member| member.id == locked.slot.instructor),
        batch: None,
        kind: kind(locked.kind),
        participants: locked.participants.iter().filter_map(|person| snapshot.place_of(*person)).collect(),
        heads: locked.participants.len().max(1),
    }
}

/// The limits of the place; of what is locked, the sessions of other batches come first.
fn house(snapshot: &Snapshot, open: &Open<'_>) -> House {
    let taught = |(place, _): &(usize, &[usize])| {
        let course = &snapshot.courses[*place];
        let kinds = modules_in_order(course).into_iter().map(|module| module.kind).collect();
        house::Course { programme: course.batch.programme.id, kinds }
    };
    let courses: Vec<house::Course> = open.iter().map(taught).collect();
    let locked: Vec<_> = snapshot.locked.iter().map(|locked| Some((locked.programme, locked.kind))).collect();
    house::engine(&snapshot.limits, &snapshot.rooms, &courses, &locked)
}

pub(crate) fn kind(kind: ModuleKind) -> Kind {
    match kind {
        ModuleKind::Theory => Kind::Theory,
        ModuleKind::Practice => Kind::Practice,
        ModuleKind::SoftSkill => Kind::SoftSkills,
        ModuleKind::Business => Kind::Business,
    }
}

pub(crate) fn slot(snapshot: &Snapshot, open: &Open<'_>, session: &Session) -> DraftSlot {
    let course = &snapshot.courses[open[session.batch].0];
    let staff = staff(snapshot);
    DraftSlot {
        batch: course.batch.id,
        day: session.day,
        starts: Minute(session.starts),
        ends: Minute(session.ends),
        facility: snapshot.rooms[session.room].id,
        instructor: staff[session.instructor].id,
        module: modules_in_order(course)[session.module].id,
        jp: i64::from(session.jp),
    }
}

/// The way back: a slot as the engine knows it.
fn session(snapshot: &Snapshot, open: &Open<'_>, slot: &DraftSlot) -> Option<Session> {
    let batch = open.iter().position(|(place, _)| snapshot.courses[*place].batch.id == slot.batch)?;
    let course = &snapshot.courses[open[batch].0];
    Some(Session {
        batch,
        day: slot.day,
        starts: slot.starts.0,
        ends: slot.ends.0,
        module: modules_in_order(course).iter().position(|module| module.id == slot.module)?,
        room: snapshot.rooms.iter().position(|room| room.id == slot.facility)?,
        instructor: staff(snapshot).iter().position(|member| member.id == slot.instructor)?,
        jp: u16::try_from(slot.jp).ok()?,
    })
}

/// The reasons in the order of the engine, with names instead of places.
pub(crate) fn no_room(snapshot: &Snapshot, problem: &Problem, open: &Open<'_>, no: NoProposal) -> NoRoom {
    let all = || open.iter().map(|(place, _)| *place).collect::<Vec<_>>();
    let NoProposal::Impossible(why) = no else {
        return NoRoom {
            batches: all(),
            waits: vec![Waits { code: "meaningless".to_owned(), about: no.to_string(), minutes: 0 }],
        };
    };
    let hit: Vec<usize> =
        why.reasons.iter().flat_map(|reason| reason.batches.iter().map(|batch| open[*batch].0)).collect();
    let waits = why.reasons.iter().map(|reason| {
        let (code, about) = limit(snapshot, problem, reason.limit);
        Waits { code: code.to_owned(), about, minutes: reason.lacking_minutes }
    });
    let mut waits: Vec<Waits> = waits.collect();
    if waits.is_empty() {
        waits.push(Waits { code: "unknown".to_owned(), about: String::new(), minutes: why.lacking_minutes });
    }
    NoRoom { batches: if hit.is_empty() { all() } else { hit }, waits }
}

fn limit(snapshot: &Snapshot, problem: &Problem, limit: Limit) -> (&'static str, String) {
    let module = |batch: usize, module: usize| problem.batches[batch].modules[module].name.clone();
    let batch = |batch: usize| problem.batches[batch].name.clone();
    match limit {
        Limit::NoInstructor { batch, module: place } => ("no-instructor", module(batch, place)),
        Limit::NoRoom { batch, module: place } => ("no-room", module(batch, place)),
        Limit::InstructorTime { instructor } => {
            ("instructor-time", problem.instructors[instructor].name.clone())
        }
        Limit::RoomTime { room } => ("room-time", snapshot.rooms[room].name.clone()),
        Limit::Days { batch: place } => ("days", batch(place)),
        Limit::DayLoad { batch: place } => ("day-load", batch(place)),
        Limit::TheoryFirst { batch: place } => ("theory-first", batch(place)),
        Limit::SharedPersons { one, two } => ("shared-persons", format!("{}, {}", batch(one), batch(two))),
        Limit::Regime => ("regime", String::new()),
        Limit::Watch => ("watch", String::new()),
        Limit::Zone { zone } => ("zone", snapshot.limits.zones[zone].name.clone()),
        Limit::Tool { tool } => ("tool", snapshot.limits.tools[tool].name.clone()),
        Limit::SetUp { room } => ("set-up", snapshot.rooms[room].name.clone()),
        Limit::Ways => ("ways", String::new()),
        Limit::ClosedDays => ("closed-days", String::new()),
        Limit::Term => ("term", String::new()),
        Limit::Locked => ("locked", String::new()),
    }
}
