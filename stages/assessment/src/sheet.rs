// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading a sheet of results as assessors and teachers keep it. Columns meet units by code or by title; nothing is guessed.

use desk::{Say, Upload};
use kernel::id::{PersonId, UnitId};
use programme::facts::UnitFact;
use training::facts::Roster;

use crate::state::Verdict;

/// One verdict as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub person: PersonId,
    pub unit: UnitId,
    pub verdict: Verdict,
}

/// What a sheet says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    pub cells: Vec<Cell>,
    /// People whose row has no mark, with the remark beside it.
    pub without_marks: Vec<(PersonId, String)>,
    pub problems: Vec<Say>,
}

/// Columns that say who the row is about or remark on it.
pub(crate) const REGISTER: &[&str] = &["no_registrasi", "no registrasi", "nomor registrasi", "registrasi"];
pub(crate) const NAME: &[&str] = &["nama", "nama lengkap"];
pub(crate) const REMARK: &[&str] = &["keterangan", "ket", "catatan"];

/// Where each column stands.
struct Columns {
    register: Option<usize>,
    name: Option<usize>,
    remark: Option<usize>,
    units: Vec<(usize, UnitId)>,
}

/// Reads a CSV file with semicolons or commas between fields.
///
/// # Shape
/// Title and note lines may come first; the header is the first line with a column for register number or name. An empty cell
/// means: not assessed on this occasion. Every problem is collected, with its line.
pub fn read(upload: &Upload, units: &[UnitFact], roster: &Roster) -> Sheet {
    let mut sheet = Sheet::default();
    let text = String::from_utf8_lossy(&upload.bytes);
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<(usize, Vec<&str>)> =
        text.lines().enumerate().map(|(at, line)| (at + 1, fields(line))).collect();
    let is_header =
        |(_, fields): &&(usize, Vec<&str>)| column(fields, REGISTER).or(column(fields, NAME)).is_some();
    let Some((header_line, header)) = lines.iter().find(is_header) else {
        sheet.problems.push(Say::new("assessment-sheet-no-header"));
        return sheet;
    };
    let columns = columns(header, units, &mut sheet.problems);
    if columns.units.is_empty() {
        sheet.problems.push(Say::new("assessment-sheet-no-units"));
    }
    for (line, fields) in
        lines.iter().filter(|(line, fields)| line > header_line && fields.iter().any(|text| !text.is_empty()))
    {
        read_row(*line, fields, &columns, roster, &mut sheet);
    }
    sheet
}

pub(crate) fn fields(line: &str) -> Vec<&str> {
    let mark = if line.contains(';') { ';' } else { ',' };
    line.split(mark).map(|field| field.trim().trim_matches('"').trim()).collect()
}

pub(crate) fn column(fields: &[&str], names: &[&str]) -> Option<usize> {
    fields.iter().position(|field| names.contains(&field.to_lowercase().as_str()))
}

fn columns(header: &[&str], units: &[UnitFact], problems: &mut Vec<Say>) -> Columns {
    let mut columns = Columns {
        register: column(header, REGISTER),
        name: column(header, NAME),
        remark: column(header, REMARK),
        units: Vec::new(),
    };
    let known = [columns.register, columns.name, columns.remark];
    for (at, field) in header.iter().enumerate() {
        if field.is_empty() || known.contains(&Some(at)) {
            continue;
        }
        match unit_named(units, field) {
            Some(unit) if columns.units.iter().any(|(_, other)| *other == unit) => {
                problems.push(Say::new("assessment-sheet-unit-twice").with("column", field));
            }
            Some(unit) => columns.units.push((at, unit)),
            None => problems.push(Say::new("assessment-sheet-unknown-column").with("column", field)),
        }
    }
    columns
}

/// The unit with this code, or else with this title, in any case.
pub fn unit_named(units: &[UnitFact], text: &str) -> Option<UnitId> {
    let text = text.trim().to_lowercase();
    let by_code =
        units.iter().find(|unit| unit.code.as_ref().is_some_and(|code| code.to_lowercase() == text));
    by_code.or_else(|| units.iter().find(|unit| unit.title.to_lowercase() == text)).map(|unit| unit.id)
}

fn read_row(line: usize, fields: &[&str], columns: &Columns, roster: &Roster, sheet: &mut Sheet) {
    let at = |place: Option<usize>| place.and_then(|place| fields.get(place).copied()).unwrap_or_default();
    let (register, name) = (at(columns.register), at(columns.name));
    let who = [register, name].into_iter().filter(|text| !text.is_empty()).find_map(|text| roster.find(text));
    let Some(learner) = who else {
        let text = [register, name].join(" ");
        sheet
            .problems
            .push(Say::new("assessment-sheet-unknown-person").with("line", line).with("text", text.trim()));
        return;
    };
    let mut is_marked = false;
    for (place, unit) in &columns.units {
        let text = at(Some(*place));
        if text.is_empty() {
            continue;
        }
        is_marked = true;
        match Verdict::from_word(text) {
            Some(verdict) => sheet.cells.push(Cell { person: learner.id(), unit: *unit, verdict }),
            None => {
                sheet.problems.push(Say::new("assessment-sheet-mark").with("line", line).with("text", text))
            }
        }
    }
    if !is_marked {
        sheet.without_marks.push((learner.id(), at(columns.remark).to_owned()));
    }
}
