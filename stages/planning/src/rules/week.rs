// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Weekdays as people write them, and a stretch of the week.

use chrono::Weekday;
use kernel::zone::Minute;

/// A stretch of every week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeekWindow {
    /// 1 (Monday) to 7 (Sunday).
    pub weekday: i64,
    pub starts: Minute,
    pub ends: Minute,
}

/// The week of a host whose people live at home, where it has named no hours of its own.
///
/// # Source
/// Product decision: a regime binds behind a gate. Outside, people work by day and learn in the evening or at the week's end.
pub fn week_outside_walls() -> Vec<WeekWindow> {
    let day = |weekday| WeekWindow { weekday, starts: Minute(6 * 60), ends: Minute(22 * 60) };
    (1..=7).map(day).collect()
}

/// As the timetable engine has it; nothing for a weekday that is none.
pub fn weekly(window: &WeekWindow) -> Option<timetable::office::Weekly> {
    let (weekday, starts, ends) = parts(window)?;
    Some(timetable::office::Weekly { weekday, starts, ends })
}

/// As the checker has it; nothing for a weekday that is none.
pub fn judged_window(window: &WeekWindow) -> Option<checker::Window> {
    let (weekday, starts, ends) = parts(window)?;
    Some(checker::Window { weekday, starts, ends })
}

fn parts(window: &WeekWindow) -> Option<(Weekday, u16, u16)> {
    let from_monday = u8::try_from(window.weekday).ok()?.checked_sub(1)?;
    Some((Weekday::try_from(from_monday).ok()?, window.starts.0, window.ends.0))
}

/// The weekday meant by a name in either language, 1 (Monday) to 7 (Sunday).
pub fn weekday_named(word: &str) -> Option<i64> {
    let number = match word.trim().to_lowercase().as_str() {
        "senin" | "monday" => 1,
        "selasa" | "tuesday" => 2,
        "rabu" | "wednesday" => 3,
        "kamis" | "thursday" => 4,
        "jumat" | "jum'at" | "jum’at" | "friday" => 5,
        "sabtu" | "saturday" => 6,
        "minggu" | "ahad" | "sunday" => 7,
        _ => return None,
    };
    Some(number)
}

/// A weekday as the tables count it.
pub fn weekday_number(weekday: Weekday) -> i64 {
    i64::from(weekday.number_from_monday())
}
