// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A table of figures as a file, CSV or XLSX. What an office opens in its own program must not run there as a formula.

use anyhow::Context;
use kernel::day::{self, Day};
use rust_xlsxwriter::{Format, Workbook};

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Number(i64),
    Day(Day),
    /// Does not apply, or is not there yet.
    Empty,
}

/// A table with its heads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// Bytes before UTF-8 text by which office programs know its letters.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

impl Sheet {
    /// Comma-separated values (RFC 4180) in UTF-8, days as `2027-12-31`.
    pub fn csv(&self) -> Vec<u8> {
        let head = self.columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(",");
        let row = |cells: &Vec<Cell>| cells.iter().map(Cell::csv).collect::<Vec<_>>().join(",");
        let lines = std::iter::once(head).chain(self.rows.iter().map(row));
        lines.fold(BYTE_ORDER_MARK.to_owned(), |file, line| file + &line + "\r\n").into_bytes()
    }

    /// A workbook with one sheet. Text stays text, numbers and days can be reckoned with.
    ///
    /// # Errors
    /// The table is larger than a workbook holds.
    pub fn xlsx(&self) -> anyhow::Result<Vec<u8>> {
        let mut book = Workbook::new();
        let (bold, date) = (Format::new().set_bold(), Format::new().set_num_format("dd/mm/yyyy"));
        let page = book.add_worksheet();
        for (place, column) in (0_u16..).zip(&self.columns) {
            page.write_string_with_format(0, place, column, &bold)?;
        }
        for (line, cells) in (1_u32..).zip(&self.rows) {
            for (place, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Text(text) => page.write_string(line, place, text)?,
                    Cell::Number(number) => page.write_number(line, place, *number as f64)?,
                    Cell::Day(day) => page.write_number_with_format(line, place, serial(*day), &date)?,
                    Cell::Empty => page,
                };
            }
        }
        page.set_freeze_panes(1, 0)?;
        page.autofit();
        book.save_to_buffer().context("a table of figures could not be written as a workbook")
    }
}

impl Cell {
    /// A text, or an empty cell.
    pub fn of_text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn csv(&self) -> String {
        match self {
            Self::Text(text) => quoted(&defused(text)),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Empty => String::new(),
        }
    }

    /// As people read it.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day::short(*day),
            Self::Empty => "–".to_owned(),
        }
    }
}

/// Days since the end of 1899, as workbooks count them.
fn serial(day: Day) -> f64 {
    let first = Day::from_ymd_opt(1899, 12, 30).expect("a day of the calendar");
    (day - first).num_days() as f64
}

/// Text that a program would read as a formula gets an apostrophe in front.
///
/// # Source
/// OWASP, CSV injection: cells that begin with `=`, `+`, `-`, `@`, tab or carriage return.
fn defused(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    match text.contains([',', '"', '\n', '\r', ';']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let day = Day::from_ymd_opt(2027, 12, 31).expect("a day of the calendar");
        Sheet {
            columns: vec!["Janji".into(), "Jumlah".into(), "Per".into()],
            rows: vec![
                vec![Cell::of_text("=SUM(A1)"), Cell::Number(120), Cell::Day(day)],
                vec![Cell::of_text("Tepung, \"ragi\""), Cell::Empty, Cell::Empty],
            ],
        }
    }

    #[test]
    fn a_formula_is_text_and_quotes_are_doubled() {
        let file = String::from_utf8(sheet().csv()).expect("CSV is text");
        let wanted = "\u{FEFF}Janji,Jumlah,Per\r\n'=SUM(A1),120,2027-12-31\r\n\"Tepung, \"\"ragi\"\"\",,\r\n";
        assert_eq!(file, wanted);
    }

    #[test]
    fn a_workbook_keeps_days_as_days() {
        assert_eq!(serial(Day::from_ymd_opt(2027, 12, 31).expect("a day of the calendar")), 46_752.0);
        assert!(sheet().xlsx().expect("a small table fits").starts_with(b"PK"));
    }
}
