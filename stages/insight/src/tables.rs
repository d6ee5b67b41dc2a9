// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The figure tables, one cell after the other, the same for page, file and paper.

use desk::{Desk, Teller};
use kernel::day::Day;

use crate::scorecard::Scorecard;
use crate::sheet::{Cell, Sheet};
use crate::tally::{Code, Step, Tally};
use partnership::facts::Progress;

/// Which table of one agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    Promises,
    Batches,
    Achieved,
}

impl Table {
    pub const ALL: [Table; 3] = [Table::Promises, Table::Batches, Table::Achieved];

    /// As in an address; its title is the word `scorecard-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Promises => "promises",
            Self::Batches => "batches",
            Self::Achieved => "achieved",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.code() == code)
    }

    pub fn of(self, desk: &Desk, card: &Scorecard) -> Sheet {
        match self {
            Self::Promises => promises(desk.teller(), card, desk.today()),
            Self::Batches => batches(desk.teller(), card),
            Self::Achieved => achieved(desk.teller(), &card.achieved(), desk.today()),
        }
    }
}

fn heads(t: Teller<'_>, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| t.say(key)).collect()
}

fn promises(t: Teller<'_>, card: &Scorecard, today: Day) -> Sheet {
    let columns = [
        "scorecard-code",
        "field-party",
        "scorecard-what",
        "scorecard-promised",
        "scorecard-delivered",
        "scorecard-unit",
        "scorecard-due",
        "scorecard-last",
        "scorecard-state",
        "scorecard-as-of",
    ];
    let row = |promise: &partnership::facts::ObligationFact| {
        let party = card.agreement.party(promise.party).map(|party| party.name.clone()).unwrap_or_default();
        vec![
            Cell::of_text(&promise.code),
            Cell::Text(party),
            Cell::of_text(&promise.what),
            Cell::Number(promise.quantity),
            Cell::Number(promise.delivered),
            Cell::of_text(&promise.unit),
            Cell::Day(promise.due_on),
            promise.last_delivered_on.map_or(Cell::Empty, Cell::Day),
            Cell::Text(t.code("scorecard-progress", promise.progress(today).code())),
            Cell::Day(today),
        ]
    };
    Sheet { columns: heads(t, &columns), rows: card.promises.iter().map(row).collect() }
}

fn batches(t: Teller<'_>, card: &Scorecard) -> Sheet {
    let columns = [
        "scorecard-batch",
        "scorecard-title",
        "scorecard-begins",
        "scorecard-ends",
        "funnel-seated",
        "funnel-completed",
        "scorecard-jp-held",
        "scorecard-jp-planned",
        "scorecard-units-k",
        "scorecard-units-bk",
        "funnel-competent",
        "funnel-certified",
        "funnel-due-12m",
        "funnel-in-work-12m",
        "funnel-unknown-12m",
    ];
    let row = |batch: &crate::scorecard::BatchLine| {
        let judged = |count: i64| if batch.tally.is_judged { Cell::Number(count) } else { Cell::Empty };
        vec![
            Cell::of_text(&batch.code),
            Cell::of_text(&batch.title),
            Cell::Day(batch.starts_on),
            Cell::Day(batch.ends_on),
            Cell::Number(batch.tally.seated),
            Cell::Number(batch.tally.completed),
            Cell::Number(batch.work.jp_held),
            Cell::Number(batch.work.jp_planned),
            judged(batch.work.units_k),
            judged(batch.work.units_bk),
            judged(batch.tally.competent),
            Cell::Number(batch.tally.certified),
            Cell::Number(batch.tally.due_month_12),
            Cell::Number(batch.tally.in_work_month_12),
            Cell::Number(batch.tally.unknown_month_12),
        ]
    };
    Sheet { columns: heads(t, &columns), rows: card.batches.iter().map(row).collect() }
}

/// Steps with numerator, denominator and day; a step that does not apply has empty cells.
pub fn achieved(t: Teller<'_>, steps: &[Step], today: Day) -> Sheet {
    let columns = ["insight-step", "insight-count", "insight-base", "insight-percent", "scorecard-as-of"];
    let row = |step: &Step| {
        vec![
            Cell::Text(t.code("funnel", step.code.code())),
            step.of.map_or(Cell::Empty, |_| Cell::Number(step.count)),
            step.of.map_or(Cell::Empty, Cell::Number),
            step.percent().map_or(Cell::Empty, |percent| Cell::Text(format!("{percent}%"))),
            Cell::Day(today),
        ]
    };
    Sheet { columns: heads(t, &columns), rows: steps.iter().map(row).collect() }
}

/// Partnerships beside each other.
pub fn comparison(t: Teller<'_>, cards: &[Scorecard], today: Day) -> Sheet {
    let columns = [
        "scorecard-code",
        "scorecard-title",
        "scorecard-partners",
        "scorecard-begins",
        "scorecard-ends",
        "scorecard-promises",
        "scorecard-kept",
        "scorecard-late",
        "scorecard-batches",
        "funnel-seated",
        "scorecard-jp-held",
        "funnel-assessed",
        "funnel-competent",
        "funnel-certified",
        "funnel-due-12m",
        "funnel-in-work-12m",
        "funnel-unknown-12m",
        "scorecard-as-of",
    ];
    let row = |card: &Scorecard| {
        let whole = card.whole();
        let number = |count: usize| Cell::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let step = |code: Code| step_cell(whole, code);
        vec![
            Cell::of_text(&card.agreement.code),
            Cell::of_text(&card.agreement.title),
            Cell::Text(partners(card)),
            Cell::Day(card.agreement.starts_on),
            Cell::Day(card.agreement.last_day()),
            number(card.promises.len()),
            number(card.count(Progress::Delivered, today)),
            number(card.count(Progress::Late, today)),
            number(card.batches.len()),
            step(Code::Seated),
            Cell::Number(card.work().jp_held),
            step(Code::Assessed),
            step(Code::Competent),
            step(Code::Certified),
            step(Code::DueMonth12),
            step(Code::InWorkMonth12),
            step(Code::UnknownMonth12),
            Cell::Day(today),
        ]
    };
    Sheet { columns: heads(t, &columns), rows: cards.iter().map(row).collect() }
}

fn step_cell(whole: Tally, code: Code) -> Cell {
    let step = whole.step(code);
    step.of.map_or(Cell::Empty, |_| Cell::Number(step.count))
}

/// The parties beside the host.
pub fn partners(card: &Scorecard) -> String {
    let agreement = &card.agreement;
    let others = agreement.parties.iter().filter(|party| party.organisation != agreement.host);
    others.map(|party| party.name.as_str()).collect::<Vec<_>>().join(", ")
}
