// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The facts a proposal is made from, read once and frozen. The same facts give the same digest, so that an approval can tell
//! whether anything has changed since.

use desk::{Halt, Refusal, Say};
use enrolment::facts::RankedFact;
use kernel::day::Day;
use kernel::id::{BatchId, OrganisationId, PersonId, ProgrammeId};
use partnership::facts::AgreementFact;
use people::facts::ApartPairs;
use programme::facts::{BatchFact, FacilityFact, InstructorFact, ModuleFact, ModuleKind, WeeklyHours};
use sha2::{Digest, Sha256};
use store::ConnectionTrait;

use crate::away::{Away, aways};
use crate::facts::SlotFact;
use crate::house::{self, HouseLimits};
use crate::rules::WeekWindow;
use crate::store as tables;

/// What somebody asks to be planned.
///
/// # Units
/// `minimum` counts people for each batch; `block_jp` and `day_jp` are lesson hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub host: OrganisationId,
    /// Codes of batches, in the order in which they were named.
    pub batches: Vec<String>,
    pub minimum: i64,
    /// Lesson hours that are taught in one go.
    pub block_jp: i64,
    /// The most lesson hours of one batch on one day.
    pub day_jp: i64,
}

/// One batch with all that planning asks about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    pub batch: BatchFact,
    pub agreement: AgreementFact,
    pub modules: Vec<ModuleFact>,
    pub instructors: Vec<(InstructorFact, Vec<WeeklyHours>)>,
    /// By rank.
    pub ranked: Vec<RankedFact>,
    /// Those who asked for the field and may not take part.
    pub refused: Vec<PersonId>,
}

impl Course {
    /// First and last day on which a session may lie: within the batch and within the agreement.
    pub fn days(&self) -> (Day, Day) {
        let first = self.agreement.first_day().unwrap_or(self.agreement.starts_on);
        (self.batch.starts_on.max(first), self.batch.ends_on.min(self.agreement.last_day()))
    }
}

/// A session that stays where it is, with those who attend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedSlot {
    pub slot: SlotFact,
    /// The code of its batch, and code and title of its module, for whoever must be told of it.
    pub batch: String,
    pub programme: ProgrammeId,
    pub module: String,
    pub kind: ModuleKind,
    pub participants: Vec<PersonId>,
}

/// Everything a proposal is made from.
///
/// # Shape
/// `people`: everyone ranked for a course or refused by one, each once, in the order of their ids.
pub struct Snapshot {
    pub question: Question,
    pub courses: Vec<Course>,
    pub people: Vec<PersonId>,
    pub apart: ApartPairs,
    pub rooms: Vec<FacilityFact>,
    pub windows: Vec<WeekWindow>,
    pub closed_days: Vec<Day>,
    pub locked: Vec<LockedSlot>,
    pub aways: Vec<Away>,
    pub limits: HouseLimits,
}

impl Snapshot {
    /// Reads the facts.
    ///
    /// # Errors
    /// `PLAN-10` with every batch that cannot be planned now and why; `PLAN-11` when the batches count their lesson hours
    /// in different minutes.
    pub async fn read<C: ConnectionTrait>(on: &C, question: Question) -> Result<Self, Halt> {
        let mut courses = Vec::new();
        let mut unready = Vec::new();
        for code in &question.batches {
            match course(on, question.host, code).await? {
                Ok(course) => courses.push(course),
                Err(says) => unready.extend(says),
            }
        }
        if !unready.is_empty() {
            return Err(Refusal::new("PLAN-10").because(unready).into());
        }
        let minutes = |course: &Course| course.batch.programme.minutes_per_jp;
        if courses.windows(2).any(|pair| minutes(&pair[0]) != minutes(&pair[1])) {
            return Err(Refusal::new("PLAN-11").into());
        }
        let ranked = courses.iter().flat_map(|course| course.ranked.iter().map(|ranked| ranked.person));
        let refused = courses.iter().flat_map(|course| course.refused.iter().copied());
        let mut people: Vec<PersonId> = ranked.chain(refused).collect();
        people.sort_unstable();
        people.dedup();
        Ok(Self {
            apart: people::facts::apart_pairs(on, &people).await?,
            rooms: programme::facts::facilities_of_host(on, question.host).await?,
            windows: tables::hours_of_host(on, question.host).await?,
            closed_days: tables::closed_days(on, question.host)
                .await?
                .into_iter()
                .map(|(day, _)| day)
                .collect(),
            locked: locked(on, &question, &courses).await?,
            limits: house::limits(on, question.host).await?,
            aways: match courses.iter().map(|course| course.days().0).min() {
                Some(first) => aways(on, question.host, first).await?,
                None => Vec::new(),
            },
            question,
            courses,
            people,
        })
    }

    /// The place of a person in `people`.
    pub fn place_of(&self, person: PersonId) -> Option<usize> {
        self.people.binary_search(&person).ok()
    }

    /// What the ranking gives a person in a batch; 0 where it does not know her there.
    pub fn points(&self, person: PersonId, batch: BatchId) -> i64 {
        let course = self.courses.iter().find(|course| course.batch.id == batch);
        let ranked = course.and_then(|course| course.ranked.iter().find(|ranked| ranked.person == person));
        ranked.map_or(0, |ranked| ranked.points)
    }

    /// SHA-256 over all of it.
    ///
    /// # Shape
    /// Over the printed values; a change of how they print changes the digest of open proposals, which are then to be
    /// made anew.
    pub fn digest(&self) -> Vec<u8> {
        let mut digest = Sha256::new();
        let mut take = |text: String| {
            digest.update(text.len().to_le_bytes());
            digest.update(text);
        };
        take(format!("{:?}", self.question));
        for course in &self.courses {
            take(format!("{course:?}"));
        }
        take(format!("{:?}", self.apart.places(&self.people)));
        take(format!("{:?}{:?}{:?}{:?}", self.rooms, self.windows, self.closed_days, self.aways));
        if self.limits != HouseLimits::default() {
            take(format!("{:?}", self.limits));
        }
        for locked in &self.locked {
            take(format!("{locked:?}"));
        }
        digest.finalize().to_vec()
    }
}

/// One batch, or every reason why it cannot be planned now.
async fn course<C: ConnectionTrait>(
    on: &C,
    host: OrganisationId,
    code: &str,
) -> Result<Result<Course, Vec<Say>>, Halt> {
    let say = |what: &str| Say::new(format!("proposal-unready-{what}")).with("batch", code);
    let found = programme::facts::batch_by_code(on, code).await?.filter(|batch| batch.host == host);
    let Some(batch) = found else { return Ok(Err(vec![say("unknown")])) };
    let mut unready = Vec::new();
    if crate::facts::opened_on(on, batch.id).await?.is_some() {
        unready.push(say("opened"));
    }
    let ranked = enrolment::facts::ranked(on, batch.id).await?;
    if ranked.is_none() {
        unready.push(say("unranked"));
    }
    let modules = programme::facts::modules(on, batch.programme.id).await?;
    if modules.is_empty() {
        unready.push(say("curriculum"));
    }
    let mut instructors = Vec::new();
    for instructor in programme::facts::instructors_of_batch(on, batch.id).await? {
        let hours = programme::facts::instructor_hours(on, instructor.id).await?;
        instructors.push((instructor, hours));
    }
    if instructors.is_empty() {
        unready.push(say("instructor"));
    }
    if !unready.is_empty() {
        return Ok(Err(unready));
    }
    let agreement = partnership::facts::agreement(on, batch.agreement).await?.ok_or(Halt::Missing)?;
    let refused = enrolment::facts::refused(on, batch.id).await?;
    let ranked = ranked.unwrap_or_default();
    Ok(Ok(Course { batch, agreement, modules, instructors, ranked, refused }))
}

/// The sessions of the host's other batches in the days that are planned.
async fn locked<C: ConnectionTrait>(
    on: &C,
    question: &Question,
    courses: &[Course],
) -> Result<Vec<LockedSlot>, Halt> {
    let days = courses.iter().map(Course::days);
    let Some(span) = days.clone().map(|(first, _)| first).min().zip(days.map(|(_, last)| last).max()) else {
        return Ok(Vec::new());
    };
    let planned: Vec<_> = courses.iter().map(|course| course.batch.id).collect();
    let mut locked: Vec<LockedSlot> = Vec::new();
    for slot in tables::slots_of_host(on, question.host, span).await? {
        if planned.contains(&slot.batch) {
            continue;
        }
        let of_batch = locked.iter().find(|other| other.slot.batch == slot.batch);
        let participants = match of_batch {
            Some(other) => other.participants.clone(),
            None => {
                let seated = enrolment::facts::participants(on, slot.batch).await?;
                seated.into_iter().map(|person| person.id).collect()
            }
        };
        let batch = programme::facts::batch(on, slot.batch).await?.ok_or(Halt::Missing)?;
        let modules = programme::facts::modules(on, batch.programme.id).await?;
        let module = modules.iter().find(|module| module.id == slot.module);
        let kind = module.map_or(ModuleKind::Theory, |module| module.kind);
        let module = module.map(|module| format!("{} {}", module.code, module.title)).unwrap_or_default();
        let programme = batch.programme.id;
        locked.push(LockedSlot { slot, batch: batch.code, programme, module, kind, participants });
    }
    Ok(locked)
}
