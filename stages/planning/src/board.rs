// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Everything about one batch's plan, read from the facts of the earlier rooms and arranged for the checker and the gate.

use std::collections::HashMap;

use checker::{Clash, Severity};
use desk::{Desk, Halt};
use kernel::Lang;
use kernel::day::Day;
use kernel::id::{FacilityId, InstructorId, ModuleId, PersonId};
use partnership::facts::AgreementFact;
use programme::facts::{BatchFact, FacilityFact, InstructorFact, ModuleFact, Term, Verdict};
use store::{ConnectionTrait, DbErr};

use crate::away::{Who, aways};
use crate::facts::{self, SlotFact};
use crate::house::{Taught, judged, limits};
use crate::rules::{
    Facility, Finding, GateFacts, Place, PlannedSession, WeekWindow, away_days, judge_sessions,
};
use crate::state::PlanState;
use crate::store as tables;

/// The plan of one batch with all names it is shown by.
#[derive(Debug)]
pub struct Board {
    pub batch: BatchFact,
    /// The one that carries the batch now.
    pub agreement: AgreementFact,
    /// Days under agreements that carried it before, the earliest first; none for most batches.
    pub earlier_terms: Vec<(Day, Day)>,
    /// From which day on the agreement carries it; none while a signature is missing.
    pub since: Option<Day>,
    pub modules: Vec<ModuleFact>,
    pub slots: Vec<SlotFact>,
    pub facilities: HashMap<FacilityId, FacilityFact>,
    pub instructors: HashMap<InstructorId, InstructorFact>,
    pub closed_days: Vec<(Day, String)>,
    pub opened_on: Option<Day>,
}

impl Board {
    /// Reads the board of a batch with the slots it has, or with those proposed.
    ///
    /// # Errors
    /// The database failed.
    pub async fn read<C: ConnectionTrait>(
        on: &C,
        batch: BatchFact,
        proposed: Option<Vec<SlotFact>>,
    ) -> Result<Self, Halt> {
        let mut terms = programme::facts::terms(on, &batch).await?;
        let Term { agreement, first: since, .. } = terms.pop().ok_or(Halt::Missing)?;
        let earlier = |term: Term| (term.first.unwrap_or(term.agreement.starts_on), term.last);
        let earlier_terms = terms.into_iter().map(earlier).collect();
        let modules = programme::facts::modules(on, batch.programme.id).await?;
        let slots = match proposed {
            Some(slots) => slots,
            None => facts::slots(on, batch.id).await?,
        };
        let mut facilities = HashMap::new();
        for facility in programme::facts::facilities_of_host(on, batch.host).await? {
            facilities.insert(facility.id, facility);
        }
        let closed_days = tables::closed_days(on, batch.host).await?;
        let opened_on = facts::opened_on(on, batch.id).await?;
        let mut board = Self {
            batch,
            agreement,
            earlier_terms,
            since,
            modules,
            slots,
            facilities,
            instructors: HashMap::new(),
            closed_days,
            opened_on,
        };
        board.meet_instructors(on).await?;
        Ok(board)
    }

    async fn meet_instructors<C: ConnectionTrait>(&mut self, on: &C) -> Result<(), DbErr> {
        for slot in &self.slots {
            if !self.instructors.contains_key(&slot.instructor)
                && let Some(instructor) = programme::facts::instructor(on, slot.instructor).await?
            {
                self.instructors.insert(instructor.id, instructor);
            }
        }
        Ok(())
    }

    pub fn state(&self) -> PlanState {
        match (self.opened_on, self.slots.is_empty()) {
            (Some(_), _) => PlanState::Opened,
            (None, true) => PlanState::Empty,
            (None, false) => PlanState::Laid,
        }
    }

    pub fn module(&self, id: ModuleId) -> Option<&ModuleFact> {
        self.modules.iter().find(|module| module.id == id)
    }

    /// JP laid of one module.
    pub fn laid(&self, module: ModuleId) -> i64 {
        self.slots.iter().filter(|slot| slot.module == module).map(|slot| slot.jp).sum()
    }

    /// First and last planned day.
    pub fn span(&self) -> Option<(Day, Day)> {
        let days = self.slots.iter().map(|slot| slot.day);
        Some((days.clone().min()?, days.max()?))
    }

    /// The first day on which an agreement carried the batch, this one or one before.
    fn first_day(&self) -> Option<Day> {
        self.since.map(|since| self.earlier_terms.first().map_or(since, |(first, _)| *first))
    }

    /// The last day that needs the agreement.
    pub fn last_day(&self) -> Day {
        self.span().map_or(self.batch.last_day(), |(_, last)| last.max(self.batch.last_day()))
    }

    /// Every clash in which this batch takes part, also with other batches of the same host.
    ///
    /// # Errors
    /// The database failed.
    pub async fn clashes<C: ConnectionTrait>(&self, on: &C) -> Result<Vec<Clash>, Halt> {
        let Some(span) = self.span() else { return Ok(Vec::new()) };
        let others = tables::slots_of_others(on, self.batch.host, self.batch.id, span).await?;
        let mut neighbours: Vec<Board> = Vec::new();
        for slot in others {
            match neighbours.iter_mut().find(|board| board.batch.id == slot.batch) {
                Some(board) => board.slots.push(slot),
                None => {
                    let batch = programme::facts::batch(on, slot.batch).await?.ok_or(Halt::Missing)?;
                    neighbours.push(Box::pin(Self::read(on, batch, Some(vec![slot]))).await?);
                }
            }
        }
        for board in &mut neighbours {
            board.meet_instructors(on).await?;
        }
        let mut sessions = Vec::new();
        let mut names = Names::default();
        for board in std::iter::once(self).chain(&neighbours) {
            let seated = enrolment::facts::participants(on, board.batch.id).await?;
            let participants: Vec<String> =
                seated.iter().map(|person| names.of(person.id, &person.name)).collect();
            sessions.extend(board.slots.iter().map(|slot| board.session(slot, participants.clone())));
        }
        sessions.extend(self.absent(on, span).await?);
        let place = self.place(on, &neighbours).await?;
        Ok(judge_sessions(&self.batch.code, &sessions, &place))
    }

    /// Absences of its instructors and of the host's rooms in these days.
    async fn absent<C: ConnectionTrait>(
        &self,
        on: &C,
        span: (Day, Day),
    ) -> Result<Vec<PlannedSession>, DbErr> {
        let mut sessions = Vec::new();
        for away in aways(on, self.batch.host, span.0).await? {
            let name = match away.who {
                Who::Instructor(id) => self.instructors.get(&id).map(|one| one.name.clone()),
                Who::Room(id) => self.facilities.get(&id).map(|room| room.code.clone()),
            };
            sessions.extend(name.iter().flat_map(|name| away_days(&away, name, span)));
        }
        Ok(sessions)
    }

    fn session(&self, slot: &SlotFact, participants: Vec<String>) -> PlannedSession {
        let module = self.module(slot.module);
        let instructor = self.instructors.get(&slot.instructor);
        let facility = self.facilities.get(&slot.facility);
        PlannedSession {
            batch: self.batch.code.clone(),
            module: module.map(|module| format!("{} {}", module.code, module.title)).unwrap_or_default(),
            kind: module.map_or(programme::facts::ModuleKind::Theory, |module| module.kind),
            day: slot.day,
            starts: slot.starts.0,
            ends: slot.ends.0,
            room: facility.map(|facility| facility.code.clone()).unwrap_or_default(),
            instructor: instructor.map(|instructor| instructor.name.clone()).unwrap_or_default(),
            participants,
            jp: slot.jp,
        }
    }

    async fn place<C: ConnectionTrait>(&self, on: &C, neighbours: &[Board]) -> Result<Place, DbErr> {
        let boards = || std::iter::once(self).chain(neighbours);
        let mut instructors = Vec::new();
        for instructor in boards().flat_map(|board| board.instructors.values()) {
            for (weekday, starts, ends) in programme::facts::instructor_hours(on, instructor.id).await? {
                instructors.push((instructor.name.clone(), WeekWindow { weekday, starts, ends }));
            }
        }
        let first = self.since.unwrap_or(self.agreement.starts_on);
        let taught: Vec<Taught> = boards().flat_map(Self::taught).collect();
        Ok(Place {
            earlier_terms: self.earlier_terms.clone(),
            rooms: self
                .facilities
                .values()
                .map(|facility| (facility.code.clone(), facility.capacity))
                .collect(),
            batches: boards()
                .map(|board| {
                    (board.batch.code.clone(), board.batch.seats, board.batch.programme.theory_first)
                })
                .collect(),
            windows: tables::hours_of_host(on, self.batch.host).await?,
            closed_days: self.closed_days.iter().map(|(day, _)| *day).collect(),
            instructors,
            term: (first, self.agreement.last_day()),
            minutes_per_jp: self.batch.programme.minutes_per_jp,
            house: judged(&limits(on, self.batch.host).await?, self.facilities.values(), &taught),
        })
    }

    fn taught(&self) -> Vec<Taught> {
        let (batch, programme) = (&self.batch.code, self.batch.programme.id);
        let module = |module: &ModuleFact| {
            (batch.clone(), format!("{} {}", module.code, module.title), programme, module.kind)
        };
        self.modules.iter().map(module).collect()
    }

    /// Everything the gate looks at, were the batch opened on `day`.
    ///
    /// # Errors
    /// The database failed.
    pub async fn gate_facts<C: ConnectionTrait>(
        &self,
        on: &C,
        lang: Lang,
        day: Day,
    ) -> Result<GateFacts, Halt> {
        let mut instructors = Vec::new();
        for instructor in programme::facts::instructors_of_batch(on, self.batch.id).await? {
            let has_hours = !programme::facts::instructor_hours(on, instructor.id).await?.is_empty();
            instructors.push((instructor.name, has_hours));
        }
        let short = |module: &ModuleFact| {
            let laid = self.laid(module.id);
            (laid < module.jp).then(|| (format!("{} {}", module.code, module.title), module.jp, laid))
        };
        let blocking =
            self.clashes(on).await?.into_iter().filter(|clash| clash.severity() == Severity::Blocking);
        let booking = self.batch.assessment.as_ref();
        Ok(GateFacts {
            day,
            agreement_code: self.agreement.code.clone(),
            agreement_term: (self.first_day(), self.agreement.last_day()),
            last_day: self.last_day(),
            facilities: self.gate_facilities(on).await?,
            instructors,
            module_count: self.modules.len(),
            assessment: booking.map(|booking| (booking.reserved_on, booking.assessor_name.clone())),
            budget_line: self.batch.budget_line.clone().filter(|line| !line.trim().is_empty()),
            decree: enrolment::facts::decided(on, self.batch.id).await?.map(|decree| decree.number),
            seated: enrolment::facts::counts(on, self.batch.id).await?.seated,
            first_session: self.span().map(|(first, _)| first),
            last_session: self.span().map(|(_, last)| last),
            short_modules: self.modules.iter().filter_map(short).collect(),
            clashes: blocking.map(|clash| clash.sentence(lang)).collect(),
        })
    }

    /// The place the programme needs, and every place where a session was put.
    async fn gate_facilities<C: ConnectionTrait>(&self, on: &C) -> Result<Vec<Facility>, DbErr> {
        let required = self.batch.programme.facility;
        let mut ids: Vec<FacilityId> =
            required.into_iter().chain(self.slots.iter().map(|slot| slot.facility)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.sort_by_key(|id| Some(*id) != required);
        let mut facilities = Vec::new();
        for id in ids {
            let name =
                programme::facts::facility(on, id).await?.map(|facility| facility.name).unwrap_or_default();
            let verdict = programme::facts::facility_verdict(on, id).await?;
            let findings =
                programme::facts::open_findings(on, id).await?.into_iter().map(|finding| Finding {
                    item: finding.item,
                    needed: finding.needed,
                    found: finding.found,
                    action: finding.action,
                    due_on: finding.due_on,
                });
            facilities.push(Facility {
                name,
                verdict: verdict.map(|(verdict, day)| (verdict == Verdict::Pass, day)),
                open_findings: findings.collect(),
                is_required: Some(id) == required,
            });
        }
        Ok(facilities)
    }
}

/// One name a person, also where two people share theirs; otherwise the checker would take them for one.
#[derive(Debug, Default)]
struct Names {
    by_person: HashMap<PersonId, String>,
    used: HashMap<String, usize>,
}

impl Names {
    fn of(&mut self, person: PersonId, name: &str) -> String {
        if let Some(known) = self.by_person.get(&person) {
            return known.clone();
        }
        let used = self.used.entry(name.to_owned()).or_insert(0);
        *used += 1;
        let unique = if *used == 1 { name.to_owned() } else { format!("{name} ({used})") };
        self.by_person.insert(person, unique.clone());
        unique
    }
}

/// The batch that the address or the option names by its code.
pub async fn batch_named(desk: &Desk, code: &str) -> Result<BatchFact, Halt> {
    programme::facts::batch_by_code(desk.house.db.read(), code).await?.ok_or(Halt::Missing)
}
