// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The host's timetable from tomorrow on, made to hold again after days closed, rooms shut or instructors stayed away: the facts,
//! the question to the engine, and what changes.

mod broken;

use std::collections::BTreeSet;

use chrono::Days;
use desk::{Halt, Say};
use kernel::day::Day;
use kernel::id::{BatchId, ModuleId, OrganisationId, PersonId};
use kernel::zone::Minute;
use programme::facts::Term;
use store::ConnectionTrait;
use timetable::by_moves;
use timetable::office::{InForce, Keep, Kind, Locked, NoProposal, Problem, Replan, Session, replan};

use crate::away::aways;
use crate::facts::{self, SlotFact};
use crate::proposal::lay;
use crate::proposal::{Course, Question, Snapshot, Waits};
use crate::store as tables;

pub use broken::Broken;

/// Moves of the search; it begins near the plan in force, so few are enough.
const MOVES: u64 = 12_000;

/// What a change costs where changes are weighed, in the unit of the timetable's cost: more than a gap, less than a week's
/// pattern; and one for each three people who must be told.
///
/// # Source
/// Product decision.
const WEIGHED: Keep = Keep::Priced { session: 6, person: 1 };

/// How much of the timetable is to stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stay {
    Most,
    Weighed,
    Free,
}

impl Stay {
    pub const ALL: [Self; 3] = [Self::Most, Self::Weighed, Self::Free];
    pub const CODES: &'static [&'static str] = &["most", "weighed", "free"];

    pub fn code(self) -> &'static str {
        match self {
            Self::Most => "most",
            Self::Weighed => "weighed",
            Self::Free => "free",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stay| stay.code() == code)
    }

    fn keep(self) -> Keep {
        match self {
            Self::Most => Keep::Most,
            Self::Weighed => WEIGHED,
            Self::Free => Keep::Nothing,
        }
    }
}

/// Everything planned at a host after a day, with what it must keep.
pub struct Running {
    snapshot: Snapshot,
    /// By course: places of its people in the snapshot, sessions still to come, and those over.
    seated: Vec<Vec<usize>>,
    pub coming: Vec<Vec<SlotFact>>,
    over: Vec<Vec<SlotFact>>,
    /// By course: days under the agreements that carry it, the earliest first.
    terms: Vec<Vec<(Day, Day)>>,
    /// The last day that is over.
    today: Day,
}

/// A timetable that holds again.
pub struct Mended {
    pub removed: Vec<SlotFact>,
    /// Those that changed keep the id of one they replace, where there is one.
    pub added: Vec<SlotFact>,
    /// People who must be told of a change, each once.
    pub people: usize,
    pub cost: i64,
    pub is_fewest: bool,
}

impl Mended {
    /// What is least in the way that changes least: sessions changed, then people told, then the timetable's cost.
    fn weight(&self) -> (usize, usize, i64) {
        (self.added.len().max(self.removed.len()), self.people, self.cost)
    }
}

impl Running {
    /// Reads what is planned at the host after `today`.
    ///
    /// # Errors
    /// The database failed.
    pub async fn read<C: ConnectionTrait>(on: &C, host: OrganisationId, today: Day) -> Result<Self, Halt> {
        let mut courses: Vec<Course> = Vec::new();
        let (mut coming, mut over, mut participants) = (Vec::new(), Vec::new(), Vec::new());
        let mut terms = Vec::new();
        for batch in programme::facts::batches_of_host(on, host).await? {
            let (past, ahead): (Vec<SlotFact>, Vec<SlotFact>) =
                facts::slots(on, batch.id).await?.into_iter().partition(|slot| slot.day <= today);
            if ahead.is_empty() {
                continue;
            }
            let seated = enrolment::facts::participants(on, batch.id).await?;
            participants.push(seated.iter().map(|person| person.id).collect::<Vec<PersonId>>());
            let of_batch = programme::facts::terms(on, &batch).await?.into_iter();
            let term = |term: Term| (term.first.unwrap_or(term.agreement.starts_on), term.last);
            terms.push(of_batch.map(term).collect());
            courses.push(course(on, batch, &ahead).await?);
            coming.push(ahead);
            over.push(past);
        }
        let mut people: Vec<PersonId> = participants.iter().flatten().copied().collect();
        people.sort_unstable();
        people.dedup();
        let question =
            Question { host, batches: Vec::new(), minimum: 0, block_jp: 4, day_jp: longest_day(&coming) };
        let snapshot = Snapshot {
            apart: people::facts::apart_pairs(on, &people).await?,
            rooms: programme::facts::facilities_of_host(on, host).await?,
            windows: tables::hours_of_host(on, host).await?,
            closed_days: tables::closed_days(on, host).await?.into_iter().map(|(day, _)| day).collect(),
            locked: Vec::new(),
            aways: aways(on, host, today).await?,
            limits: crate::house::limits(on, host).await?,
            question,
            courses,
            people,
        };
        let place = |person: &PersonId| snapshot.place_of(*person);
        let seated = participants.iter().map(|people| people.iter().filter_map(place).collect()).collect();
        Ok(Self { seated, coming, over, terms, today, snapshot })
    }

    /// The code of a batch of the timetable.
    pub fn batch_code(&self, batch: BatchId) -> &str {
        let found = self.snapshot.courses.iter().find(|course| course.batch.id == batch);
        found.map_or("", |course| &course.batch.code)
    }

    /// The title of a module of the timetable.
    pub fn module_title(&self, id: ModuleId) -> &str {
        let modules = self.snapshot.courses.iter().flat_map(|course| &course.modules);
        modules.into_iter().find(|module| module.id == id).map_or("", |module| &module.title)
    }

    /// SHA-256 of all facts, in hexadecimal: the same facts are mended the same way.
    pub fn digest(&self) -> String {
        use sha2::Digest;
        let facts = format!("{:?}{:?}{:?}{:?}", self.coming, self.over, self.seated, self.terms);
        let mut digest = sha2::Sha256::new_with_prefix(self.snapshot.digest());
        digest.update(facts);
        digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Mends the timetable; the sessions of the next `fixed` days stay where they can.
    ///
    /// # Errors
    /// Why nothing holds, one sentence each.
    pub fn mend(&self, stay: Stay, fixed: u64, fresh: &dyn Fn() -> uuid::Uuid) -> Result<Mended, Vec<Say>> {
        let found = self.search(stay.keep(), fixed, fresh)?;
        if stay != Stay::Most {
            return Ok(found);
        }
        // As many sessions can stay in several ways, and one that lays a session in two pieces is not the least of changes.
        match self.search(WEIGHED, fixed, fresh) {
            Ok(other) if other.weight() < found.weight() => Ok(Mended {
                is_fewest: found.is_fewest && other.removed.len() <= found.removed.len(),
                ..other
            }),
            _ => Ok(found),
        }
    }

    fn search(&self, keep: Keep, fixed: u64, fresh: &dyn Fn() -> uuid::Uuid) -> Result<Mended, Vec<Say>> {
        let open: Vec<(usize, &[usize])> =
            self.seated.iter().enumerate().map(|(place, seated)| (place, seated.as_slice())).collect();
        let problem = self.problem(&open);
        let sessions = self.sessions();
        let force = InForce { sessions: &sessions, fixed_until: Some(self.today + Days::new(fixed)), keep };
        match replan(&problem, &force, 1, &mut by_moves(MOVES)) {
            Ok(found) => Ok(self.mended(&open, &found, fresh)),
            Err(no) => Err(self.reasons(&problem, &open, no)),
        }
    }

    fn reasons(&self, problem: &Problem, open: &[(usize, &[usize])], no: NoProposal) -> Vec<Say> {
        lay::no_room(&self.snapshot, problem, open, no).waits.iter().map(Waits::say).collect()
    }

    fn problem(&self, open: &[(usize, &[usize])]) -> Problem {
        let mut problem = lay::problem(&self.snapshot, open);
        let unit = self.unit();
        problem.minutes_per_jp = unit;
        for (batch, course) in problem.batches.iter_mut().zip(&self.snapshot.courses) {
            let times = self.times(course);
            batch.modules.iter_mut().for_each(|module| module.jp *= times);
            (batch.block_jp, batch.day_jp) = (batch.block_jp * times, batch.day_jp * times);
        }
        let tomorrow = self.today + Days::new(1);
        let staff = lay::staff(&self.snapshot);
        let room_of = |slot: &SlotFact| self.snapshot.rooms.iter().position(|room| room.id == slot.facility);
        let teacher_of = |slot: &SlotFact| staff.iter().position(|one| one.id == slot.instructor);
        for (index, course) in self.snapshot.courses.iter().enumerate() {
            // What is over is over; what has not begun does not begin before its first day.
            problem.batches[index].earliest = problem.batches[index].earliest.max(tomorrow);
            // What stands was allowed when it was laid: its room and its instructor stay possible.
            for (module, fact) in lay::modules_in_order(course).into_iter().enumerate() {
                for slot in self.coming[index].iter().filter(|slot| slot.module == fact.id) {
                    let module = &mut problem.batches[index].modules[module];
                    if let Some(room) =
                        room_of(slot).filter(|room| !module.rooms.is_empty() && !module.rooms.contains(room))
                    {
                        module.rooms.push(room);
                    }
                    if let Some(teacher) = teacher_of(slot) {
                        let fields = &mut problem.instructors[teacher].fields;
                        fields.extend(
                            module
                                .fields
                                .iter()
                                .filter(|field| !fields.contains(field))
                                .cloned()
                                .collect::<Vec<_>>(),
                        );
                    }
                }
            }
            for slot in &self.over[index] {
                problem.locked.push(self.past(index, slot));
            }
        }
        problem.term.0 = problem.term.0.min(tomorrow);
        problem
    }

    /// Batches may count lesson hours of different lengths; the engine counts in what divides all of them.
    ///
    /// # Units
    /// Minutes.
    fn unit(&self) -> u16 {
        let divide = |mut one: i64, mut other: i64| {
            while other != 0 {
                (one, other) = (other, one % other);
            }
            one
        };
        let lengths = self.snapshot.courses.iter().map(|course| course.batch.programme.minutes_per_jp);
        u16::try_from(lengths.fold(0, divide)).unwrap_or(1).max(1)
    }

    /// How many units a lesson hour of a course has.
    fn times(&self, course: &Course) -> u16 {
        u16::try_from(course.batch.programme.minutes_per_jp).unwrap_or(1) / self.unit()
    }

    /// A session that is over: for the order of theory and practice it still counts.
    fn past(&self, index: usize, slot: &SlotFact) -> Locked {
        let course = &self.snapshot.courses[index];
        let module = course.modules.iter().find(|module| module.id == slot.module);
        Locked {
            day: slot.day,
            starts: slot.starts.0,
            ends: slot.ends.0,
            room: None,
            instructor: None,
            batch: Some(index),
            kind: module.map_or(Kind::Theory, |module| lay::kind(module.kind)),
            participants: Vec::new(),
            heads: 0,
        }
    }

    /// The sessions to come as the engine knows them.
    fn sessions(&self) -> Vec<Session> {
        let staff = lay::staff(&self.snapshot);
        let mut sessions = Vec::new();
        for (batch, course) in self.snapshot.courses.iter().enumerate() {
            let (modules, times) = (lay::modules_in_order(course), self.times(course));
            for slot in &self.coming[batch] {
                let Some(module) = modules.iter().position(|module| module.id == slot.module) else {
                    continue;
                };
                let room = self.snapshot.rooms.iter().position(|room| room.id == slot.facility);
                let instructor = staff.iter().position(|one| one.id == slot.instructor);
                sessions.push(Session {
                    batch,
                    day: slot.day,
                    starts: slot.starts.0,
                    ends: slot.ends.0,
                    module,
                    room: room.unwrap_or(usize::MAX),
                    instructor: instructor.unwrap_or(usize::MAX),
                    jp: u16::try_from(slot.jp).unwrap_or(u16::MAX) * times,
                });
            }
        }
        sessions
    }

    fn mended(&self, open: &[(usize, &[usize])], found: &Replan, fresh: &dyn Fn() -> uuid::Uuid) -> Mended {
        let is_same = |one: &SlotFact, other: &SlotFact| {
            let key = |slot: &SlotFact| {
                (slot.batch, slot.day, slot.starts, slot.ends, slot.facility, slot.instructor, slot.module)
            };
            key(one) == key(other)
        };
        let slots: Vec<SlotFact> = found
            .proposal
            .sessions
            .iter()
            .map(|session| {
                let jp = session.jp / self.times(&self.snapshot.courses[session.batch]);
                lay::slot(&self.snapshot, open, &Session { jp, ..*session }).kept(fresh())
            })
            .collect();
        let before: Vec<&SlotFact> = self.coming.iter().flatten().collect();
        let removed: Vec<SlotFact> = before
            .iter()
            .filter(|slot| !slots.iter().any(|other| is_same(slot, other)))
            .map(|slot| (*slot).clone())
            .collect();
        let mut added: Vec<SlotFact> =
            slots.into_iter().filter(|slot| !before.iter().any(|other| is_same(slot, other))).collect();
        let mut free = removed.clone();
        for slot in &mut added {
            if let Some(at) = free.iter().position(|old| (old.batch, old.module) == (slot.batch, slot.module))
            {
                slot.id = free.remove(at).id;
            }
        }
        let changed: BTreeSet<BatchId> = removed.iter().chain(&added).map(|slot| slot.batch).collect();
        let told: BTreeSet<usize> = self
            .snapshot
            .courses
            .iter()
            .zip(&self.seated)
            .filter(|(course, _)| changed.contains(&course.batch.id))
            .flat_map(|(_, seated)| seated.iter().copied())
            .collect();
        Mended { removed, added, people: told.len(), cost: found.proposal.cost, is_fewest: found.is_fewest }
    }
}

/// A batch under way as planning asks about it: only the lesson hours still to come.
async fn course<C: ConnectionTrait>(
    on: &C,
    batch: programme::facts::BatchFact,
    ahead: &[SlotFact],
) -> Result<Course, Halt> {
    let mut modules = programme::facts::modules(on, batch.programme.id).await?;
    for module in &mut modules {
        module.jp = ahead.iter().filter(|slot| slot.module == module.id).map(|slot| slot.jp).sum();
    }
    let mut instructors = Vec::new();
    for instructor in programme::facts::instructors_of_batch(on, batch.id).await? {
        let hours = programme::facts::instructor_hours(on, instructor.id).await?;
        instructors.push((instructor, hours));
    }
    for slot in ahead {
        if !instructors.iter().any(|(one, _)| one.id == slot.instructor)
            && let Some(other) = programme::facts::instructor(on, slot.instructor).await?
        {
            let hours = programme::facts::instructor_hours(on, other.id).await?;
            instructors.push((other, hours));
        }
    }
    let agreement = partnership::facts::agreement(on, batch.agreement).await?.ok_or(Halt::Missing)?;
    Ok(Course { batch, agreement, modules, instructors, ranked: Vec::new(), refused: Vec::new() })
}

/// The most lesson hours any batch has on one day as planned, and a usual day at least.
fn longest_day(coming: &[Vec<SlotFact>]) -> i64 {
    let of_day = |slots: &[SlotFact], day: Day| -> i64 {
        slots.iter().filter(|slot| slot.day == day).map(|slot| slot.jp).sum()
    };
    let days = coming.iter().flat_map(|slots| slots.iter().map(|slot| of_day(slots, slot.day)));
    days.max().unwrap_or_default().max(8)
}

/// A start and an end as one sees them.
pub fn hours(slot: &SlotFact) -> String {
    let (starts, ends): (Minute, Minute) = (slot.starts, slot.ends);
    format!("{starts}–{ends}")
}
