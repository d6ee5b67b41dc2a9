// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Tables as offices hand them in: title rows above, a header somewhere, lines below. What a line means is decided elsewhere.

use std::io::Cursor;

use calamine::{Data, Reader};
use desk::{FieldProblem, Say, Upload};

/// Cells of one sheet as text, with the number each row has in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Empty for a CSV file.
    pub name: String,
    pub rows: Vec<(usize, Vec<String>)>,
}

/// A sheet whose header was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    header: Vec<String>,
    pub lines: Vec<Line>,
}

/// One line under a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// As the file counts it, from 1.
    pub row: usize,
    cells: Vec<String>,
}

/// What is wrong with one row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem(pub Say);

impl RowProblem {
    /// A problem whose sentence begins with sheet and row.
    pub fn new(table: &Table, row: usize, key: &str) -> Self {
        Self(Say::new(format!("problem-{key}")).with("where", place(&table.name, row)))
    }

    #[must_use]
    pub fn with(self, name: &'static str, value: impl ToString) -> Self {
        Self(self.0.with(name, value))
    }

    /// The problem as one of a form's field.
    pub fn at(self, field: &str) -> FieldProblem {
        FieldProblem { field: field.to_owned(), say: self.0 }
    }
}

/// `Modul 5` for row 5 of sheet Modul, `5` where there is only one sheet.
fn place(sheet: &str, row: usize) -> String {
    if sheet.is_empty() { row.to_string() } else { format!("{sheet} {row}") }
}

/// Reads the sheets of an XLSX or CSV file.
///
/// # Shape
/// CSV is UTF-8 with semicolon, tab or comma between cells; whichever the file uses most.
///
/// # Errors
/// A sentence, where the bytes are neither.
pub fn read(upload: &Upload) -> Result<Vec<Sheet>, Say> {
    if upload.bytes.starts_with(b"PK") {
        read_xlsx(&upload.bytes)
    } else {
        read_csv(&upload.bytes).map(|sheet| vec![sheet])
    }
}

fn read_xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Say> {
    let unreadable = || Say::new("problem-programme-file-xlsx");
    let mut book = calamine::Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|_| unreadable())?;
        let first_row = range.start().map_or(0, |(row, _)| row as usize);
        let first_column = range.start().map_or(0, |(_, column)| column as usize);
        let cells = |row: &[Data]| {
            let left = std::iter::repeat_n(String::new(), first_column);
            left.chain(row.iter().map(cell_text)).collect::<Vec<String>>()
        };
        let rows = range.rows().enumerate().map(|(index, row)| (first_row + index + 1, cells(row))).collect();
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

/// What a person sees in the cell; a day as it is written in this house.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(moment) => {
            kernel::day::from_excel_serial(moment.as_f64()).map(kernel::day::short).unwrap_or_default()
        }
        other => other.to_string().trim().to_owned(),
    }
}

fn read_csv(bytes: &[u8]) -> Result<Sheet, Say> {
    let text = std::str::from_utf8(bytes).map_err(|_| Say::new("problem-programme-file-encoding"))?;
    let text = text.trim_start_matches('\u{feff}');
    let count = |mark: char| text.matches(mark).count();
    let mark = [';', '\t', ','].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(';');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(mark).unwrap_or(b';'))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Say::new("problem-programme-file-encoding"))?;
        let cells = record.iter().map(|cell| cell.trim().to_owned()).collect();
        rows.push((row_of(&record, text), cells));
    }
    Ok(Sheet { name: String::new(), rows })
}

/// The line on which a record begins; the reader counts from the blank lines it skipped before.
fn row_of(record: &csv::StringRecord, text: &str) -> usize {
    let at = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
    let rest = text.get(at..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    text.get(..at + blank).unwrap_or_default().matches('\n').count() + 1
}

impl Sheet {
    /// The lines under the first row that has every needed column; blank rows are left out.
    pub fn table(&self, needed: &[&str]) -> Option<Table> {
        let fold = |cell: &String| cell.trim().to_lowercase();
        let at = self.rows.iter().position(|(_, cells)| {
            let cells: Vec<String> = cells.iter().map(fold).collect();
            needed.iter().all(|name| cells.iter().any(|cell| cell == name))
        })?;
        let header = self.rows[at].1.iter().map(fold).collect();
        let filled = |(_, cells): &&(usize, Vec<String>)| cells.iter().any(|cell| !cell.is_empty());
        let line = |(row, cells): &(usize, Vec<String>)| Line { row: *row, cells: cells.clone() };
        let lines = self.rows[at + 1..].iter().filter(filled).map(line).collect();
        Some(Table { name: self.name.clone(), header, lines })
    }
}

impl Table {
    /// Lines typed into a form, each part under the column of its place. Rows count from 1.
    pub fn typed(name: &str, columns: &[&str], lines: Vec<Vec<String>>) -> Self {
        let line = |(index, cells)| Line { row: index + 1, cells };
        Self {
            name: name.to_owned(),
            header: columns.iter().map(|column| (*column).to_owned()).collect(),
            lines: lines.into_iter().enumerate().map(line).collect(),
        }
    }

    /// The cell under a column; empty where either is missing.
    pub fn cell<'a>(&self, line: &'a Line, column: &str) -> &'a str {
        let at = self.header.iter().position(|name| name == column);
        at.and_then(|at| line.cells.get(at)).map_or("", |cell| cell.trim())
    }
}

impl Line {
    /// True for the line that adds up the others.
    pub fn is_total(&self) -> bool {
        let first = self.cells.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str).to_lowercase();
        first.starts_with("jumlah") || first.starts_with("total")
    }
}
