// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Names of months and weekdays in both languages, read and written.

use chrono::{Datelike, Weekday};

use super::Day;
use crate::Lang;
use crate::wording::pick;

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS_ID: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `17-12-2025`, the form for tables.
pub fn short(day: Day) -> String {
    format!("{:02}-{:02}-{:04}", day.day(), day.month(), day.year())
}

/// `17 Desember 2025`, the form for sentences.
pub fn long(day: Day, lang: Lang) -> String {
    format!("{} {}", day.day(), month_year(day, lang))
}

/// `Rabu, 17 Desember 2025`, the form for invitations and letters.
pub fn weekday_long(day: Day, lang: Lang) -> String {
    let names = pick(lang, &WEEKDAYS_ID, &WEEKDAYS_EN);
    let name = names[day.weekday().num_days_from_monday() as usize];
    format!("{name}, {}", long(day, lang))
}

/// `Desember 2025`.
pub fn month_year(day: Day, lang: Lang) -> String {
    format!("{} {}", month_name(day, lang), day.year())
}

/// `17–19 Desember 2025`, naming month and year once where both ends share them.
pub fn range_long(first: Day, last: Day, lang: Lang) -> String {
    let last_long = long(last, lang);
    if first == last {
        last_long
    } else if first.year() != last.year() {
        format!("{} – {last_long}", long(first, lang))
    } else if first.month() != last.month() {
        format!("{} {} – {last_long}", first.day(), month_name(first, lang))
    } else {
        format!("{}–{last_long}", first.day())
    }
}

fn month_name(day: Day, lang: Lang) -> &'static str {
    pick(lang, &MONTHS_ID, &MONTHS_EN)[day.month0() as usize]
}

/// The month number of a full or shortened name in either language.
pub(super) fn month_named(word: &str) -> Option<u32> {
    let month = match word.trim_end_matches('.').to_lowercase().as_str() {
        "jan" | "januari" | "january" => 1,
        "feb" | "peb" | "februari" | "pebruari" | "february" => 2,
        "mar" | "mrt" | "maret" | "march" => 3,
        "apr" | "april" => 4,
        "mei" | "may" => 5,
        "jun" | "juni" | "june" => 6,
        "jul" | "juli" | "july" => 7,
        "agu" | "agt" | "ags" | "agust" | "agustus" | "aug" | "august" => 8,
        "sep" | "sept" | "september" => 9,
        "okt" | "oktober" | "oct" | "october" => 10,
        "nov" | "nop" | "november" | "nopember" => 11,
        "des" | "desember" | "dec" | "december" => 12,
        _ => return None,
    };
    Some(month)
}

/// Takes a weekday name off the front, with or without its comma.
pub(super) fn split_weekday(text: &str) -> (Option<Weekday>, &str) {
    let end = text.find([',', ' ']).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    match weekday_named(word) {
        Some(weekday) => (Some(weekday), rest.trim_start_matches([',', ' '])),
        None => (None, text),
    }
}

fn weekday_named(word: &str) -> Option<Weekday> {
    let weekday = match word.to_lowercase().as_str() {
        "senin" | "monday" => Weekday::Mon,
        "selasa" | "tuesday" => Weekday::Tue,
        "rabu" | "wednesday" => Weekday::Wed,
        "kamis" | "thursday" => Weekday::Thu,
        "jumat" | "jum'at" | "jum’at" | "friday" => Weekday::Fri,
        "sabtu" | "saturday" => Weekday::Sat,
        "minggu" | "ahad" | "sunday" => Weekday::Sun,
        _ => return None,
    };
    Some(weekday)
}
