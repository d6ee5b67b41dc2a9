// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Calendar days as people in Indonesia write them, always day first. Hours and zones are in `zone`.

mod problem;
mod words;

use chrono::{Datelike, Days, NaiveDate};

pub use problem::DayProblem;
pub use words::{long, month_year, range_long, short, weekday_long};

/// A calendar day without hour or zone.
pub type Day = NaiveDate;

/// The years a day of this house may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Reads a day as an office writes it.
///
/// # Shape
/// `17-12-2025`, `17/12/2025`, `17.12.2025`, `17 Desember 2025`, `17-Des-2025`, `Rabu, 17 December 2025`
/// and, alone with the year in front, `2025-12-17`.
///
/// # Errors
/// Each variant of [`DayProblem`]; a day is never guessed from a month-first order or a two-digit year.
///
/// # Source
/// Product decision: day first, as in every Indonesian form.
pub fn parse(text: &str) -> Result<Day, DayProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DayProblem::Empty);
    }
    let (weekday, rest) = words::split_weekday(text);
    let day = parse_parts(rest)?;
    match weekday {
        Some(named) if named != day.weekday() => Err(DayProblem::WeekdayDiffers),
        _ => Ok(day),
    }
}

/// Reads the number a spreadsheet keeps for a day; the fraction, a time of day, is dropped.
///
/// # Units
/// Days in the 1900 system: 1 is 1 January 1900. Files saved in the 1904 system must be shifted by the caller.
///
/// # Errors
/// `NoSuchDay` for serial 60, `Year` after 2200, `Unknown` for anything below 1 or not a number.
///
/// # Source
/// ECMA-376 part 1, section 18.17.4, 1900 date base: serial 60 stands for 29 February 1900, a day that never was.
pub fn from_excel_serial(serial: f64) -> Result<Day, DayProblem> {
    if !serial.is_finite() || serial < 1.0 {
        return Err(DayProblem::Unknown);
    }
    // The cast saturates, so an absurd number ends as a year out of range.
    let whole = serial.floor() as u64;
    let days_after_eve = match whole {
        60 => return Err(DayProblem::NoSuchDay),
        1..60 => whole,
        _ => whole - 1,
    };
    let eve = NaiveDate::from_ymd_opt(1899, 12, 31).expect("31 December 1899 is a day");
    eve.checked_add_days(Days::new(days_after_eve))
        .filter(|day| YEARS.contains(&day.year()))
        .ok_or(DayProblem::Year)
}

fn parse_parts(text: &str) -> Result<Day, DayProblem> {
    let separator = ['/', '-', ' ', '.'].into_iter().find(|&mark| text.contains(mark));
    let separator = separator.ok_or(DayProblem::Unknown)?;
    let parts: Vec<&str> = if separator == ' ' {
        text.split_whitespace().map(|part| part.trim_end_matches(['.', ','])).collect()
    } else {
        text.split(separator).map(str::trim).collect()
    };
    let &[first, second, third] = parts.as_slice() else {
        return Err(DayProblem::Unknown);
    };
    if separator == '-' && first.len() == 4 {
        let month = number(second, 2).ok_or(DayProblem::Unknown)?;
        return build(number(third, 2), month, first);
    }
    if words::month_named(first).is_some() {
        return Err(DayProblem::MonthFirst);
    }
    if let Some(month) = words::month_named(second) {
        return build(number(first, 2), month, third);
    }
    let (day, month) = number(first, 2).zip(number(second, 2)).ok_or(DayProblem::Unknown)?;
    if (1..=12).contains(&day) && (13..=31).contains(&month) && number(third, 4).is_some() {
        return Err(DayProblem::MonthFirst);
    }
    build(Some(day), month, third)
}

fn build(day: Option<u32>, month: u32, year: &str) -> Result<Day, DayProblem> {
    let day = day.ok_or(DayProblem::Unknown)?;
    let year_number = number(year, 4).ok_or(DayProblem::Unknown)?;
    if year.len() == 2 {
        return Err(DayProblem::YearShort);
    }
    let year_number = i32::try_from(year_number).map_err(|_| DayProblem::Year)?;
    if year.len() != 4 || !YEARS.contains(&year_number) {
        return Err(DayProblem::Year);
    }
    NaiveDate::from_ymd_opt(year_number, month, day).ok_or(DayProblem::NoSuchDay)
}

/// Digits only, at most `longest` of them; `+7` and blanks are no numbers here.
fn number(text: &str, longest: usize) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
