// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What one person has earned in one batch, by module and by unit. Pure: sums over marks and catch-ups, no rule of completion.

use kernel::id::{ModuleId, UnitId};
use programme::facts::{ModuleFact, ModuleKind};

use crate::rules::Letter;

/// One module of one person's ledger.
///
/// # Units
/// All figures in JP. A held session is in exactly one of attended, excused, unexcused, or in none while its mark is missing
/// (also for sessions before the person was seated).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleLedger {
    pub module: ModuleId,
    pub code: String,
    pub title: String,
    pub kind: ModuleKind,
    pub units: Vec<UnitId>,
    /// What the curriculum plans.
    pub planned_jp: i64,
    /// Sessions held for the batch, whoever was there.
    pub held_jp: i64,
    /// Sessions of the timetable that were cancelled.
    pub cancelled_jp: i64,
    pub attended_jp: i64,
    /// Missed for a legitimate reason.
    pub excused_jp: i64,
    /// Missed without one.
    pub unexcused_jp: i64,
    pub caught_up_jp: i64,
    /// Earned in another batch and brought along.
    pub recognised_jp: i64,
}

impl ModuleLedger {
    /// What counts: attended, caught up and brought along, at most what the module plans, so that no module makes up for
    /// another.
    pub fn earned_jp(&self) -> i64 {
        self.planned_jp.min(self.attended_jp + self.caught_up_jp + self.recognised_jp)
    }

    /// The part of it that was earned in this batch; what was brought along stands in the batch it comes from.
    pub fn earned_here_jp(&self) -> i64 {
        (self.earned_jp() - self.recognised_jp).max(0)
    }

    /// What may still be caught up: missed with a legitimate reason, before being seated, or because a session was cancelled.
    ///
    /// # Source
    /// Product decision: an absence without a legitimate reason cannot be made up for.
    pub fn open_to_catch_up_jp(&self) -> i64 {
        let missed = self.held_jp + self.cancelled_jp
            - self.attended_jp
            - self.unexcused_jp
            - self.caught_up_jp
            - self.recognised_jp;
        missed.min(self.planned_jp - self.earned_jp()).max(0)
    }
}

/// One unit of competence: the JP of every module that covers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitLedger {
    pub unit: UnitId,
    pub planned_jp: i64,
    pub earned_jp: i64,
}

/// One person's credit in one batch.
///
/// # Shape
/// `modules` in the order of the curriculum.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    pub modules: Vec<ModuleLedger>,
}

impl Ledger {
    pub fn planned_jp(&self) -> i64 {
        self.modules.iter().map(|module| module.planned_jp).sum()
    }

    pub fn earned_jp(&self) -> i64 {
        self.modules.iter().map(ModuleLedger::earned_jp).sum()
    }

    /// What was earned in this batch itself.
    pub fn earned_here_jp(&self) -> i64 {
        self.modules.iter().map(ModuleLedger::earned_here_jp).sum()
    }

    /// What was earned in other batches and counts here.
    pub fn recognised_jp(&self) -> i64 {
        self.modules.iter().map(|module| module.recognised_jp).sum()
    }

    pub fn excused_jp(&self) -> i64 {
        self.modules.iter().map(|module| module.excused_jp).sum()
    }

    pub fn unexcused_jp(&self) -> i64 {
        self.modules.iter().map(|module| module.unexcused_jp).sum()
    }

    pub fn caught_up_jp(&self) -> i64 {
        self.modules.iter().map(|module| module.caught_up_jp).sum()
    }

    /// Whole percent of the planned JP, rounded down; 0 where nothing is planned.
    pub fn percent(&self) -> i64 {
        (self.earned_jp() * 100).checked_div(self.planned_jp()).unwrap_or(0)
    }

    pub fn module(&self, id: ModuleId) -> Option<&ModuleLedger> {
        self.modules.iter().find(|module| module.module == id)
    }

    /// By unit, in the order in which the modules name them. A module counts whole for each unit it covers.
    pub fn units(&self) -> Vec<UnitLedger> {
        let mut units: Vec<UnitLedger> = Vec::new();
        for module in &self.modules {
            for &unit in &module.units {
                let place = units.iter().position(|line| line.unit == unit).unwrap_or_else(|| {
                    units.push(UnitLedger { unit, planned_jp: 0, earned_jp: 0 });
                    units.len() - 1
                });
                units[place].planned_jp += module.planned_jp;
                units[place].earned_jp += module.earned_jp();
            }
        }
        units
    }
}

/// A session as one person's ledger sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub module: ModuleId,
    pub jp: i64,
    pub kind: LineKind,
}

/// What became of the JP of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A held session, with this person's letter and whether the reason is legitimate.
    Held(Option<(Letter, bool)>),
    Cancelled,
    CaughtUp,
    /// Earned in another batch.
    Recognised,
}

/// Adds the lines up.
pub fn add_up(modules: &[ModuleFact], lines: &[Line]) -> Ledger {
    let module = |module: &ModuleFact| {
        let mut sum = ModuleLedger {
            module: module.id,
            code: module.code.clone(),
            title: module.title.clone(),
            kind: module.kind,
            units: module.units.clone(),
            planned_jp: module.jp,
            held_jp: 0,
            cancelled_jp: 0,
            attended_jp: 0,
            excused_jp: 0,
            unexcused_jp: 0,
            caught_up_jp: 0,
            recognised_jp: 0,
        };
        for line in lines.iter().filter(|line| line.module == module.id) {
            sum.add(line);
        }
        sum
    };
    Ledger { modules: modules.iter().map(module).collect() }
}

impl ModuleLedger {
    fn add(&mut self, line: &Line) {
        match line.kind {
            LineKind::Held(mark) => {
                self.held_jp += line.jp;
                match mark {
                    Some((letter, _)) if letter.is_present() => self.attended_jp += line.jp,
                    Some((_, true)) => self.excused_jp += line.jp,
                    Some((_, false)) => self.unexcused_jp += line.jp,
                    None => {}
                }
            }
            LineKind::Cancelled => self.cancelled_jp += line.jp,
            LineKind::CaughtUp => self.caught_up_jp += line.jp,
            LineKind::Recognised => self.recognised_jp += line.jp,
        }
    }
}
