// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading a sheet of evidence: people by units, the letters of what holds in each cell.

use desk::{Say, Upload};
use kernel::id::{PersonId, UnitId};
use programme::facts::{SchemeUnitFact, UnitFact};
use training::facts::Roster;

use super::{Vatm, elements_of};
use crate::sheet::{NAME, REGISTER, REMARK, column, fields, unit_named};

/// One cell as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub person: PersonId,
    pub unit: UnitId,
    pub element: String,
    pub vatm: Vatm,
    /// The remark of the row.
    pub note: String,
}

/// The unit and the elements that a column or a field of the grid means.
///
/// # Shape
/// `UNIT` is the unit with all its elements, `UNIT/NUMBER` one element; the unit by id, code or title.
pub fn meant(units: &[UnitFact], scope: &[SchemeUnitFact], text: &str) -> Option<(UnitId, Vec<String>)> {
    let by_id = |text: &str| text.parse().ok().filter(|id| units.iter().any(|one| one.id == *id));
    let named = |text: &str| by_id(text).or_else(|| unit_named(units, text));
    let elements = |id: UnitId| {
        units.iter().find(|unit| unit.id == id).map(|unit| elements_of(scope, unit)).unwrap_or_default()
    };
    if let Some(unit) = named(text.trim()) {
        return Some((unit, elements(unit)));
    }
    let (unit, number) = text.rsplit_once('/')?;
    let unit = named(unit.trim())?;
    let number = number.trim().to_owned();
    elements(unit).contains(&number).then(|| (unit, vec![number]))
}

/// Reads a CSV file as [`crate::sheet::read`] does; an empty cell says nothing. Every problem is collected, with its line.
pub fn read(
    upload: &Upload,
    (units, scope): (&[UnitFact], &[SchemeUnitFact]),
    roster: &Roster,
) -> (Vec<Seen>, Vec<Say>) {
    let (mut seen, mut problems) = (Vec::new(), Vec::new());
    let text = String::from_utf8_lossy(&upload.bytes);
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<(usize, Vec<&str>)> =
        text.lines().enumerate().map(|(at, line)| (at + 1, fields(line))).collect();
    let is_header =
        |(_, fields): &&(usize, Vec<&str>)| column(fields, REGISTER).or(column(fields, NAME)).is_some();
    let Some((header_line, header)) = lines.iter().find(is_header) else {
        return (seen, vec![Say::new("assessment-sheet-no-header")]);
    };
    let (register, name, remark) = (column(header, REGISTER), column(header, NAME), column(header, REMARK));
    let mut columns = Vec::new();
    for (at, field) in header.iter().enumerate() {
        if field.is_empty() || [register, name, remark].contains(&Some(at)) {
            continue;
        }
        match meant(units, scope, field) {
            Some((unit, elements)) => columns.push((at, unit, elements)),
            None => problems.push(Say::new("assessment-sheet-unknown-column").with("column", field)),
        }
    }
    if columns.is_empty() {
        problems.push(Say::new("assessment-sheet-no-units"));
    }
    let rows =
        lines.iter().filter(|(line, fields)| line > header_line && fields.iter().any(|one| !one.is_empty()));
    for (line, fields) in rows {
        let at =
            |place: Option<usize>| place.and_then(|place| fields.get(place).copied()).unwrap_or_default();
        let who = [at(register), at(name)];
        let found = who.into_iter().filter(|text| !text.is_empty()).find_map(|text| roster.find(text));
        let Some(learner) = found else {
            let say = Say::new("assessment-sheet-unknown-person").with("line", line);
            problems.push(say.with("text", who.join(" ").trim()));
            continue;
        };
        for (place, unit, elements) in &columns {
            let text = at(Some(*place));
            match Vatm::from_word(text) {
                _ if text.is_empty() => {}
                Some(vatm) => seen.extend(elements.iter().map(|element| Seen {
                    person: learner.id(),
                    unit: *unit,
                    element: element.clone(),
                    vatm,
                    note: at(remark).to_owned(),
                })),
                None => {
                    problems.push(Say::new("evidence-sheet-letters").with("line", line).with("text", text))
                }
            }
        }
    }
    (seen, problems)
}
