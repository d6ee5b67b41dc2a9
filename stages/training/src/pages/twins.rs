// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sessions, marks and hours earned, for programs.

use std::collections::HashMap;

use access::Act;
use desk::{AFTER, Desk, Field, Form, Halt, LIMIT, Page, PageFacts, Slice, Twin, told};
use kernel::day::Day;
use kernel::id::{BatchId, ModuleId, PersonId};
use kernel::zone::Minute;
use store::{FromQueryResult, rows};
use uuid::Uuid;

use super::{ledger_list, ledger_show, lesson_key, lesson_of_key, overview, session_list, session_show};
use crate::actions::batch_in_path;
use crate::facts::{self, Learner, Ledger, MarkFact, ModuleLedger, SessionFact, SessionState};

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![
        Twin::of::<TrainingList>(),
        Twin::of::<SessionList>(),
        Twin::of::<SessionFacts>(),
        Twin::of::<LedgerList>(),
        Twin::of::<LedgerFacts>(),
    ]
}

told! {
    TrainingItem {
        batch: String,
        title: String,
        starts_on: Day,
        ends_on: Day,
        sessions_planned: i64,
        sessions_held: i64,
        closed_on: Option<Day>,
    }

    TrainingList { items: Vec<TrainingItem>, next: Option<String> }

    SessionItem {
        /// How the address names it.
        key: String,
        day: Day,
        starts: Minute,
        ends: Minute,
        module: String,
        instructor: String,
        jp: i64,
        state: &'static str,
        reason: Option<String>,
        present: Option<i64>,
        marked: Option<i64>,
    }

    SessionList { batch: String, closed_on: Option<Day>, items: Vec<SessionItem> }

    /// The mark in force.
    AttendanceMark {
        person: PersonId,
        name: String,
        letter: Option<&'static str>,
        reason: Option<&'static str>,
        version: i64,
        why_changed: Option<String>,
    }

    SessionFacts {
        batch: String,
        key: String,
        day: Day,
        starts: Minute,
        ends: Minute,
        module: String,
        instructor: String,
        jp: i64,
        state: &'static str,
        reason: Option<String>,
        marks: Vec<AttendanceMark>,
    }

    LedgerItem {
        person: PersonId,
        name: String,
        planned_jp: i64,
        earned_jp: i64,
        excused_jp: i64,
        unexcused_jp: i64,
        caught_up_jp: i64,
        percent: i64,
        left_on: Option<Day>,
        completed_on: Option<Day>,
        is_complete: Option<bool>,
    }

    LedgerList { batch: String, completion_percent: i64, items: Vec<LedgerItem> }

    LedgerModule {
        code: String,
        title: String,
        kind: &'static str,
        planned_jp: i64,
        earned_jp: i64,
        excused_jp: i64,
        unexcused_jp: i64,
        caught_up_jp: i64,
        open_to_catch_up_jp: i64,
    }

    LedgerFacts { batch: String, person: PersonId, name: String, percent: i64, modules: Vec<LedgerModule> }
}

#[derive(FromQueryResult)]
struct BatchRow {
    id: Uuid,
    code: String,
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl PageFacts for TrainingList {
    const PAGE: Page = overview::LIST;
    const QUERY: &'static [Field] = &[AFTER, LIMIT];

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let slice = Slice::read(desk, form)?;
        let (from, mut values) = overview::within(desk)?;
        let sql = format!("SELECT b.id, b.code {from} {}", slice.rest::<String>("b.code", &mut values)?);
        let on = desk.house.db.read();
        let found: Vec<BatchRow> = rows(on, &sql, values).await?;
        let (found, next) = slice.of_query(found, |row| row.code.clone());
        let mut items = Vec::with_capacity(found.len());
        for row in found {
            let id = BatchId(row.id);
            let Some(batch) = programme::facts::batch(on, id).await? else { continue };
            items.push(TrainingItem {
                batch: batch.code,
                title: batch.title,
                starts_on: batch.starts_on,
                ends_on: batch.ends_on,
                sessions_planned: count(planning::facts::slots(on, id).await?.len()),
                sessions_held: facts::held_count(on, id).await?,
                closed_on: facts::closed_on(on, id).await?,
            });
        }
        Ok(Self { items, next })
    }
}

async fn module_titles(
    desk: &Desk,
    batch: &programme::facts::BatchFact,
) -> Result<HashMap<ModuleId, String>, Halt> {
    let modules = programme::facts::modules(desk.house.db.read(), batch.programme.id).await?;
    Ok(modules.into_iter().map(|module| (module.id, module.title)).collect())
}

fn reason_of(session: &SessionFact) -> Option<String> {
    (!session.reason.is_empty()).then(|| session.reason.clone())
}

impl PageFacts for SessionList {
    const PAGE: Page = session_list::LIST;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_in_path(desk, form).await?;
        desk.allow(Act::SessionRead, &batch.target())?;
        let on = desk.house.db.read();
        let slots = planning::facts::slots(on, batch.id).await?;
        let sessions = facts::sessions(on, batch.id).await?;
        let present = session_list::present_by_session(desk, &sessions).await?;
        let names = session_list::instructor_names(desk, &slots, &sessions).await?;
        let titles = module_titles(desk, &batch).await?;
        let item = |slot: &planning::facts::SlotFact| {
            let session = sessions.iter().find(|session| session.slot == slot.id);
            let marks = session
                .filter(|session| session.state == SessionState::Held)
                .map(|session| present.get(&session.id).copied().unwrap_or_default());
            let instructor = session.map_or(slot.instructor, |session| session.instructor);
            SessionItem {
                key: lesson_key(slot.day, slot.starts),
                day: slot.day,
                starts: slot.starts,
                ends: slot.ends,
                module: titles.get(&slot.module).cloned().unwrap_or_default(),
                instructor: names.get(&instructor).cloned().unwrap_or_default(),
                jp: slot.jp,
                state: session.map_or(SessionState::Planned, |session| session.state).code(),
                reason: session.and_then(reason_of),
                present: marks.map(|(there, _)| count(there)),
                marked: marks.map(|(_, marked)| count(marked)),
            }
        };
        Ok(Self {
            items: slots.iter().map(item).collect(),
            closed_on: facts::closed_on(on, batch.id).await?,
            batch: batch.code,
        })
    }
}

impl AttendanceMark {
    fn of(learner: &Learner, versions: &[MarkFact]) -> Self {
        let own = versions.iter().filter(|mark| mark.person == learner.id());
        let latest = own.max_by_key(|mark| mark.version);
        Self {
            person: learner.id(),
            name: learner.person.name.clone(),
            letter: latest.map(|mark| mark.mark.letter.code()),
            reason: latest.and_then(|mark| mark.mark.reason).map(|reason| reason.code()),
            version: latest.map_or(0, |mark| mark.version),
            why_changed: latest.map(|mark| mark.why_changed.clone()).filter(|why| !why.is_empty()),
        }
    }
}

impl PageFacts for SessionFacts {
    const PAGE: Page = session_show::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_in_path(desk, form).await?;
        desk.allow(Act::SessionRead, &batch.target())?;
        let (day, starts) = lesson_of_key(form.text("session"))?;
        let on = desk.house.db.read();
        let session = facts::session_at(on, batch.id, day, starts).await?.ok_or(Halt::Missing)?;
        let versions = facts::mark_versions(on, session.id).await?;
        let roster = facts::roster(on, &batch).await?;
        let instructor = programme::facts::instructor(on, session.instructor).await?;
        let is_held = session.state == SessionState::Held;
        let titles = module_titles(desk, &batch).await?;
        Ok(Self {
            key: lesson_key(day, starts),
            day,
            starts,
            ends: session.ends,
            module: titles.get(&session.module).cloned().unwrap_or_default(),
            instructor: instructor.map(|one| one.name).unwrap_or_default(),
            jp: session.jp,
            state: session.state.code(),
            reason: reason_of(&session),
            marks: roster
                .on(day)
                .filter(|_| is_held)
                .map(|learner| AttendanceMark::of(learner, &versions))
                .collect(),
            batch: batch.code,
        })
    }
}

impl PageFacts for LedgerList {
    const PAGE: Page = ledger_list::LIST;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_in_path(desk, form).await?;
        desk.allow(Act::SessionRead, &batch.target())?;
        let on = desk.house.db.read();
        let roster = facts::roster(on, &batch).await?;
        let people: Vec<_> = roster.learners.iter().map(Learner::id).collect();
        let ledgers = facts::ledgers(on, batch.id, &people).await?;
        let completions = facts::completions(on, batch.id).await?;
        let item = |(learner, ledger): (&Learner, &Ledger)| {
            let reached = completions.iter().find(|one| one.person == learner.id());
            LedgerItem {
                person: learner.id(),
                name: learner.person.name.clone(),
                planned_jp: ledger.planned_jp(),
                earned_jp: ledger.earned_jp(),
                excused_jp: ledger.excused_jp(),
                unexcused_jp: ledger.unexcused_jp(),
                caught_up_jp: ledger.caught_up_jp(),
                percent: ledger.percent(),
                left_on: learner.seat.left_on,
                completed_on: reached.map(|one| one.day),
                is_complete: reached.map(|one| one.complete),
            }
        };
        Ok(Self {
            completion_percent: batch.programme.completion_percent,
            items: roster.learners.iter().zip(&ledgers).map(item).collect(),
            batch: batch.code,
        })
    }
}

impl From<&ModuleLedger> for LedgerModule {
    fn from(line: &ModuleLedger) -> Self {
        Self {
            code: line.code.clone(),
            title: line.title.clone(),
            kind: line.kind.code(),
            planned_jp: line.planned_jp,
            earned_jp: line.earned_jp(),
            excused_jp: line.excused_jp,
            unexcused_jp: line.unexcused_jp,
            caught_up_jp: line.caught_up_jp,
            open_to_catch_up_jp: line.open_to_catch_up_jp(),
        }
    }
}

impl PageFacts for LedgerFacts {
    const PAGE: Page = ledger_show::SHOW;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_in_path(desk, form).await?;
        desk.allow(Act::SessionRead, &batch.target())?;
        let on = desk.house.db.read();
        let roster = facts::roster(on, &batch).await?;
        let learner = roster.find(form.text("person")).ok_or(Halt::Missing)?;
        let ledger = facts::ledger(on, batch.id, learner.id()).await?;
        Ok(Self {
            person: learner.id(),
            name: learner.person.name.clone(),
            percent: ledger.percent(),
            modules: ledger.modules.iter().map(LedgerModule::from).collect(),
            batch: batch.code,
        })
    }
}
