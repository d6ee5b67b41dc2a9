// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The week of an instructor as it is typed: `Senin | 08.00 | 12.00`. Pure.

use kernel::zone::Minute;

use crate::facts::WeeklyHours;
use crate::sheet::{RowProblem, Table};

/// The parts of a typed line, in order.
pub const TYPED: [&str; 3] = ["hari", "mulai", "selesai"];

/// Reads the week, sorted.
///
/// # Errors
/// Every line with an unknown weekday or hour, hours that end before they begin, or hours that overlap.
pub fn read(table: &Table) -> Result<Vec<WeeklyHours>, Vec<RowProblem>> {
    let mut problems = Vec::new();
    let mut week: Vec<(WeeklyHours, usize)> = Vec::new();
    for line in &table.lines {
        let named = table.cell(line, "hari");
        let hours = Minute::parse(table.cell(line, "mulai"))
            .ok()
            .zip(Minute::parse(table.cell(line, "selesai")).ok());
        match (weekday(named), hours) {
            (None, _) => problems
                .push(RowProblem::new(table, line.row, "instructor-hours-weekday").with("text", named)),
            (_, None) => problems.push(RowProblem::new(table, line.row, "instructor-hours-minute")),
            (_, Some((starts, ends))) if starts >= ends => {
                problems.push(RowProblem::new(table, line.row, "instructor-hours-reversed"));
            }
            (Some(weekday), Some((starts, ends))) => week.push(((weekday, starts, ends), line.row)),
        }
    }
    week.sort();
    for pair in week.windows(2) {
        let ((day, _, ends), _) = pair[0];
        let ((next_day, next_starts, _), row) = pair[1];
        if day == next_day && next_starts < ends {
            problems.push(RowProblem::new(table, row, "instructor-hours-overlap"));
        }
    }
    if problems.is_empty() { Ok(week.into_iter().map(|(hours, _)| hours).collect()) } else { Err(problems) }
}

/// 1 for Monday to 7 for Sunday.
pub fn weekday(name: &str) -> Option<i64> {
    Some(match name.to_lowercase().replace(['\'', '’'], "").as_str() {
        "senin" | "monday" => 1,
        "selasa" | "tuesday" => 2,
        "rabu" | "wednesday" => 3,
        "kamis" | "thursday" => 4,
        "jumat" | "friday" => 5,
        "sabtu" | "saturday" => 6,
        "minggu" | "ahad" | "sunday" => 7,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
