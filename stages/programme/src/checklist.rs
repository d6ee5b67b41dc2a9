// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The lines of an inspection, from a file or typed: what is needed, what was found, what must be done. Pure.

use std::collections::BTreeSet;

use kernel::day::{self, Day};

use crate::facts::Verdict;
use crate::sheet::{Line, RowProblem, Sheet, Table};
use crate::state::Codes;

/// Columns a file must have; `jenis`, `tindakan` and `tenggat` may be missing.
const NEEDED: [&str; 5] = ["kode", "butir", "kebutuhan", "temuan", "memenuhi"];

/// The parts of a typed line, in order.
pub const TYPED: [&str; 7] = ["kode", "butir", "kebutuhan", "temuan", "memenuhi", "tindakan", "tenggat"];

/// One line, valid by construction: what is not met has an action and a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub code: String,
    pub item: String,
    pub kind: String,
    pub needed: String,
    pub found: String,
    pub outcome: Outcome,
}

/// Whether the need is met, and what follows if not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Met,
    Unmet { action: String, due_on: Day },
}

/// The lines of one inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist(pub Vec<Item>);

impl Checklist {
    /// Fails if a single line is not met.
    ///
    /// # Source
    /// Product decision: a workshop with one thing missing is not fit; what may be missing does not belong on the list.
    pub fn verdict(&self) -> Verdict {
        if self.unmet().is_empty() { Verdict::Pass } else { Verdict::Fail }
    }

    pub fn seen(&self) -> Codes {
        self.0.iter().map(|item| item.code.clone()).collect()
    }

    pub fn unmet(&self) -> Codes {
        self.0.iter().filter(|item| item.outcome != Outcome::Met).map(|item| item.code.clone()).collect()
    }
}

/// Finds the table of an inspection in the sheets of a file.
pub fn table(sheets: &[Sheet]) -> Option<Table> {
    sheets.iter().find_map(|sheet| sheet.table(&NEEDED))
}

/// Reads every line; `inspected_on` is the day before which no deadline can lie.
///
/// # Errors
/// Every problem of every row.
pub fn read(table: &Table, inspected_on: Day) -> Result<Checklist, Vec<RowProblem>> {
    let mut problems = Vec::new();
    let mut items = Vec::new();
    let mut codes = BTreeSet::new();
    for line in table.lines.iter().filter(|line| !line.is_total()) {
        let item = read_line(table, line, inspected_on, &mut problems);
        if !item.code.is_empty() && !codes.insert(item.code.clone()) {
            problems.push(RowProblem::new(table, line.row, "programme-row-double").with("code", &item.code));
        }
        items.push(item);
    }
    if items.is_empty() {
        problems.push(RowProblem::new(table, 1, "inspection-empty"));
    }
    if problems.is_empty() { Ok(Checklist(items)) } else { Err(problems) }
}

fn read_line(table: &Table, line: &Line, inspected_on: Day, problems: &mut Vec<RowProblem>) -> Item {
    for column in ["kode", "butir", "kebutuhan", "temuan"] {
        if table.cell(line, column).is_empty() {
            problems.push(RowProblem::new(table, line.row, "programme-row-empty").with("column", column));
        }
    }
    let met = table.cell(line, "memenuhi");
    let outcome = match met.to_lowercase().as_str() {
        "ya" | "y" | "yes" => Outcome::Met,
        "tidak" | "t" | "no" => read_unmet(table, line, inspected_on, problems),
        _ => {
            problems.push(RowProblem::new(table, line.row, "inspection-met").with("text", met));
            Outcome::Met
        }
    };
    let text = |column| table.cell(line, column).to_owned();
    Item {
        code: text("kode"),
        item: text("butir"),
        kind: text("jenis"),
        needed: text("kebutuhan"),
        found: text("temuan"),
        outcome,
    }
}

fn read_unmet(table: &Table, line: &Line, inspected_on: Day, problems: &mut Vec<RowProblem>) -> Outcome {
    let action = table.cell(line, "tindakan").to_owned();
    if action.is_empty() {
        problems.push(RowProblem::new(table, line.row, "inspection-action"));
    }
    let written = table.cell(line, "tenggat");
    let due_on = match day::parse(written) {
        Ok(due_on) if due_on < inspected_on => {
            problems.push(RowProblem::new(table, line.row, "inspection-due-early").with("text", written));
            due_on
        }
        Ok(due_on) => due_on,
        Err(_) => {
            problems.push(RowProblem::new(table, line.row, "inspection-due").with("text", written));
            inspected_on
        }
    };
    Outcome::Unmet { action, due_on }
}

#[cfg(test)]
mod tests;
