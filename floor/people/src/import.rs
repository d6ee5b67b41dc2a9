// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Lists of people as offices keep them: read as they are, judged row by row, nothing half done. No database here.

pub mod candidate;
pub mod columns;
pub mod duplicates;
pub mod finding;
mod record;
pub mod report;
pub mod row;
pub mod sheet;

pub(crate) use record::{hash_of, hashes_of, on_record, put_on_record};

use candidate::{Candidate, Frame};
use columns::Layout;
use finding::{Finding, Severity, What};

/// A person read from one row.
#[derive(Debug, Clone)]
pub struct Read {
    /// The row of the sheet, counted from 1 as spreadsheets do.
    pub row: usize,
    /// Nothing when the row has an error.
    pub candidate: Option<Candidate>,
}

/// All people of a file, with everything there is to say about them.
#[derive(Debug, Clone, Default)]
pub struct ReadFile {
    pub people: Vec<Read>,
    pub findings: Vec<Finding>,
}

/// Reads a list of people.
///
/// # Errors
/// The file is no sheet, or no heading names the columns; then no row could be looked at.
pub fn read_file(name: &str, bytes: &[u8], frame: Frame) -> Result<ReadFile, sheet::SheetProblem> {
    let sheets = sheet::read(name, bytes)?;
    let (sheet, layout) = sheets
        .iter()
        .find_map(|sheet| Layout::find(sheet).map(|layout| (sheet, layout)))
        .ok_or(sheet::SheetProblem::NoHeading)?;
    let mut file = ReadFile::default();
    if !layout.unread.is_empty() {
        let what = What::say("people-unread").with("columns", layout.unread.join(", "));
        file.findings.push(Finding::new(layout.heading_row, None, Severity::Note, what));
    }
    for cells in layout.people(sheet) {
        let (candidate, findings) = row::read(&layout, cells, frame);
        let broken = findings.iter().any(|finding| finding.severity == Severity::Error);
        file.findings.extend(findings);
        file.people.push(Read { row: cells.number, candidate: candidate.filter(|_| !broken) });
    }
    Ok(file)
}
