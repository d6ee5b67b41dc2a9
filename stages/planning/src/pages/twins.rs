// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Plans, timetables and gates, for programs.

use access::Act;
use desk::{Desk, Form, Halt, Page, PageFacts, Twin, told};
use kernel::day::Day;
use kernel::zone::Minute;

use super::told_board::{
    AbsenceList, CapacityFacts, ComparisonFacts, ProposalList, RepairFacts, SearchProgress,
};
use super::told_proposal::{ProposalFacts, ProposalWeek};
use super::told_year::{YearPlanFacts, YearPlanList};
use super::{GATE, LIST, TIMETABLE, list};
use crate::board::{Board, batch_named};
use crate::facts::SlotFact;
use crate::rules::{Outcome, conditions};
use crate::store;

/// Every page that is told.
pub fn twins() -> Vec<Twin> {
    vec![
        Twin::of::<PlanList>(),
        Twin::of::<TimetableFacts>(),
        Twin::of::<GateFacts>(),
        Twin::of::<ProposalList>(),
        Twin::of::<CapacityFacts>(),
        Twin::of::<AbsenceList>(),
        Twin::of::<RepairFacts>(),
        Twin::of::<SearchProgress>(),
        Twin::of::<ComparisonFacts>(),
        Twin::of::<ProposalFacts>(),
        Twin::of::<ProposalWeek>(),
        Twin::of::<YearPlanList>(),
        Twin::of::<YearPlanFacts>(),
    ]
}

told! {
    PlanItem {
        batch: String,
        title: String,
        starts_on: Day,
        ends_on: Day,
        state: &'static str,
        laid_jp: i64,
        jp: i64,
    }

    /// Hours of the week in which the place allows training; 1 is Monday.
    PlanWindow { weekday: i64, starts: Minute, ends: Minute }

    ClosedDay { day: Day, reason: String }

    PlanList { items: Vec<PlanItem>, windows: Vec<PlanWindow>, closed_days: Vec<ClosedDay> }

    TimetableSlot {
        day: Day,
        starts: Minute,
        ends: Minute,
        module: String,
        module_title: String,
        jp: i64,
        facility: String,
        instructor: String,
        instructor_name: String,
    }

    TimetableModule { code: String, title: String, kind: &'static str, jp: i64, laid_jp: i64 }

    TimetableFacts {
        batch: String,
        state: &'static str,
        opened_on: Option<Day>,
        modules: Vec<TimetableModule>,
        slots: Vec<TimetableSlot>,
        /// Each a sentence in the language asked for.
        clashes: Vec<String>,
    }

    GateCondition { code: &'static str, state: &'static str, is_met: bool, detail: Vec<String> }

    GateFacts { batch: String, state: &'static str, opened_on: Option<Day>, conditions: Vec<GateCondition> }
}

impl PageFacts for PlanList {
    const PAGE: Page = LIST;

    async fn read(desk: &Desk, _form: &Form) -> Result<Self, Halt> {
        let own = desk.actor.office_id().ok_or(Halt::Missing)?;
        let db = desk.house.db.read();
        let mut items = Vec::new();
        for batch in list::batches(desk, own).await? {
            let board = Board::read(db, batch, None).await?;
            items.push(PlanItem {
                state: board.state().code(),
                laid_jp: board.slots.iter().map(|slot| slot.jp).sum(),
                jp: board.modules.iter().map(|module| module.jp).sum(),
                batch: board.batch.code,
                title: board.batch.title,
                starts_on: board.batch.starts_on,
                ends_on: board.batch.ends_on,
            });
        }
        let windows = store::windows(db, own).await?;
        let window = |window: &crate::rules::WeekWindow| PlanWindow {
            weekday: window.weekday,
            starts: window.starts,
            ends: window.ends,
        };
        let ahead = store::closed_days(db, own).await?.into_iter().filter(|(day, _)| *day >= desk.today());
        Ok(Self {
            items,
            windows: windows.iter().map(window).collect(),
            closed_days: ahead.map(|(day, reason)| ClosedDay { day, reason }).collect(),
        })
    }
}

impl TimetableSlot {
    fn of(board: &Board, slot: &SlotFact) -> Self {
        let (module, facility) = (board.module(slot.module), board.facilities.get(&slot.facility));
        let instructor = board.instructors.get(&slot.instructor);
        Self {
            day: slot.day,
            starts: slot.starts,
            ends: slot.ends,
            module: module.map(|module| module.code.clone()).unwrap_or_default(),
            module_title: module.map(|module| module.title.clone()).unwrap_or_default(),
            jp: slot.jp,
            facility: facility.map(|facility| facility.code.clone()).unwrap_or_default(),
            instructor: instructor.map(|teacher| teacher.code.clone()).unwrap_or_default(),
            instructor_name: instructor.map(|teacher| teacher.name.clone()).unwrap_or_default(),
        }
    }
}

impl PageFacts for TimetableFacts {
    const PAGE: Page = TIMETABLE;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_named(desk, form.text("batch")).await?;
        desk.allow(Act::PlanRead, &batch.target())?;
        let db = desk.house.db.read();
        let board = Board::read(db, batch, None).await?;
        let module = |module: &programme::facts::ModuleFact| TimetableModule {
            code: module.code.clone(),
            title: module.title.clone(),
            kind: module.kind.code(),
            jp: module.jp,
            laid_jp: board.laid(module.id),
        };
        let clashes = board.clashes(db).await?;
        Ok(Self {
            batch: board.batch.code.clone(),
            state: board.state().code(),
            opened_on: board.opened_on,
            modules: board.modules.iter().map(module).collect(),
            slots: board.slots.iter().map(|slot| TimetableSlot::of(&board, slot)).collect(),
            clashes: clashes.iter().map(|clash| clash.sentence(desk.lang)).collect(),
        })
    }
}

impl PageFacts for GateFacts {
    const PAGE: Page = GATE;

    async fn read(desk: &Desk, form: &Form) -> Result<Self, Halt> {
        let batch = batch_named(desk, form.text("batch")).await?;
        desk.allow(Act::PlanRead, &batch.target())?;
        let db = desk.house.db.read();
        let board = Board::read(db, batch, None).await?;
        let day = board.opened_on.unwrap_or(desk.today());
        let found = conditions(&board.gate_facts(db, desk.lang, day).await?);
        let teller = desk.teller();
        let told = found.iter().map(|condition| GateCondition {
            code: condition.asked.code(),
            state: condition.met.code(),
            is_met: condition.met == Outcome::Met,
            detail: condition.says.iter().map(|say| teller.tell(say)).collect(),
        });
        Ok(Self {
            conditions: told.collect(),
            state: board.state().code(),
            opened_on: board.opened_on,
            batch: board.batch.code,
        })
    }
}
