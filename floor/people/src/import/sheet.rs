// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From the bytes of an XLSX or CSV file to rows of cells. What the cells mean is not known here.

use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use kernel::day::{self, Day};

/// More cells than any office's list has; a file with more is not read.
const MOST_CELLS: usize = 2_000_000;
/// Cells further right or further down belong to no list of people.
const MOST_COLUMNS: usize = 200;
const MOST_ROWS: usize = 100_000;
/// Days from 1 January 1900 to 1 January 1904, between the two ways in which spreadsheets count.
const DAYS_TO_1904: f64 = 1462.0;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A true date of the spreadsheet; nothing when it is out of every calendar.
    Day(Option<Day>),
}

impl Cell {
    /// The text with single spaces; a number as its digits; empty for a blank or a lone dash.
    pub fn text(&self) -> String {
        match self {
            Self::Empty | Self::Day(None) => String::new(),
            Self::Text(text) => {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if matches!(text.as_str(), "-" | "–" | "—") { String::new() } else { text }
            }
            Self::Number(number) => number.to_string(),
            Self::Day(Some(day)) => day.format("%d-%m-%Y").to_string(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text().is_empty() && *self != Self::Day(None)
    }
}

/// A row with its number as the spreadsheet shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub number: usize,
    pub cells: Vec<Cell>,
}

impl Row {
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

/// The rows of one sheet, those without any cell left out.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub rows: Vec<Row>,
}

/// Why no row of a file can be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetProblem {
    /// Neither XLSX nor CSV.
    Unreadable,
    /// The old XLS form.
    OldSpreadsheet,
    TooLarge,
    /// No row names a column for the name and two others.
    NoHeading,
}

impl SheetProblem {
    /// The word that says what is wrong and what to do.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unreadable => "problem-people-file-unreadable",
            Self::OldSpreadsheet => "problem-people-file-old",
            Self::TooLarge => "problem-people-file-large",
            Self::NoHeading => "problem-people-file-heading",
        }
    }
}

/// Reads every sheet; the bytes decide what the file is, not its name.
///
/// # Errors
/// Each variant of [`SheetProblem`] but `NoHeading`.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, SheetProblem> {
    if bytes.starts_with(b"PK") {
        return read_xlsx(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(SheetProblem::OldSpreadsheet);
    }
    if bytes.contains(&0) || name.to_lowercase().ends_with(".pdf") {
        return Err(SheetProblem::Unreadable);
    }
    read_csv(bytes).map(|sheet| vec![sheet])
}

fn read_xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, SheetProblem> {
    let unreadable = |_: XlsxError| SheetProblem::Unreadable;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let shift = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let mut sheets = Vec::new();
    let mut seen = 0;
    for name in book.sheet_names() {
        let mut sheet = Sheet::default();
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        // Cell by cell: one stray cell in the last corner must not cost a whole rectangle of memory.
        while let Some(cell) = cells.next_cell().map_err(unreadable)? {
            seen += 1;
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            if seen > MOST_CELLS || row >= MOST_ROWS {
                return Err(SheetProblem::TooLarge);
            }
            if column < MOST_COLUMNS {
                sheet.put(row + 1, column, read_cell(cell.get_value(), shift));
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

impl Sheet {
    fn put(&mut self, number: usize, column: usize, cell: Cell) {
        if cell == Cell::Empty {
            return;
        }
        if self.rows.last().is_none_or(|row| row.number != number) {
            self.rows.push(Row { number, cells: Vec::new() });
        }
        if let Some(row) = self.rows.last_mut() {
            row.cells.resize(row.cells.len().max(column + 1), Cell::Empty);
            row.cells[column] = cell;
        }
    }
}

fn read_cell(value: &DataRef<'_>, shift: f64) -> Cell {
    let serial = |number: f64| Cell::Day(day::from_excel_serial(number + shift).ok());
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        // A number of identity has at most 16 digits, far below where a float loses whole numbers.
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::DateTime(moment) => serial(moment.as_f64()),
        DataRef::DateTimeIso(text) => Cell::Day(text.get(..10).and_then(|day| day::parse(day).ok())),
        DataRef::Bool(_) | DataRef::DurationIso(_) | DataRef::Error(_) => Cell::Empty,
    }
}

fn read_csv(bytes: &[u8]) -> Result<Sheet, SheetProblem> {
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    // Old spreadsheets save Latin letters in one byte each; every byte is then the letter of that number.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    for record in reader.records() {
        let record = record.map_err(|_| SheetProblem::Unreadable)?;
        let line = record.position().map_or(1, |place| usize::try_from(place.line()).unwrap_or(usize::MAX));
        if line > MOST_ROWS || record.len() > MOST_COLUMNS {
            return Err(SheetProblem::TooLarge);
        }
        for (column, field) in record.iter().enumerate().filter(|(_, field)| !field.trim().is_empty()) {
            sheet.put(line, column, Cell::Text(field.trim().to_owned()));
        }
    }
    Ok(sheet)
}

/// The sign that stands most often in the first lines.
fn separator(text: &str) -> u8 {
    let head: Vec<&str> = text.lines().take(20).collect();
    let count =
        |sign: u8| head.iter().map(|line| line.bytes().filter(|&byte| byte == sign).count()).sum::<usize>();
    [b';', b',', b'\t'].into_iter().max_by_key(|&sign| (count(sign), sign == b';')).unwrap_or(b';')
}
