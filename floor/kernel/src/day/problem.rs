// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why a text is no day, and how to mend it.

use crate::Lang;
use crate::wording::pick;

/// What is wrong with a written day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayProblem {
    Empty,
    /// The month stands before the day, as in `12/17/2025`.
    MonthFirst,
    /// No day can be read from the text.
    Unknown,
    /// Well written, but the calendar has no such day.
    NoSuchDay,
    /// The year has two digits.
    YearShort,
    /// The year is outside 1900 to 2200.
    Year,
    /// The weekday written in front belongs to another date.
    WeekdayDiffers,
}

impl DayProblem {
    /// The stable code under which forms and reports know the problem.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "day-empty",
            Self::MonthFirst => "day-month-first",
            Self::Unknown => "day-unknown",
            Self::NoSuchDay => "day-no-such-day",
            Self::YearShort => "day-year-short",
            Self::Year => "day-year",
            Self::WeekdayDiffers => "day-weekday",
        }
    }

    /// What is wrong and what to write instead.
    pub fn sentence(self, lang: Lang) -> String {
        let (indonesian, english) = match self {
            Self::Empty => (
                "Tanggal belum diisi. Tulis misalnya 17-12-2025.",
                "The date is empty. Write it like 17-12-2025.",
            ),
            Self::MonthFirst => (
                "Bulan tertulis di depan. Tulis hari dahulu, misalnya 17-12-2025.",
                "The month stands first. Write the day first, like 17-12-2025.",
            ),
            Self::Unknown => (
                "Tanggal tidak terbaca. Tulis misalnya 17-12-2025 atau 17 Desember 2025.",
                "The date cannot be read. Write it like 17-12-2025 or 17 December 2025.",
            ),
            Self::NoSuchDay => (
                "Tanggal ini tidak ada di kalender. Periksa hari dan bulannya.",
                "The calendar has no such date. Check the day and the month.",
            ),
            Self::YearShort => (
                "Tahun hanya dua angka. Tulis empat angka, misalnya 2025.",
                "The year has two digits only. Write four, like 2025.",
            ),
            Self::Year => (
                "Tahun di luar 1900 sampai 2200. Periksa tahunnya.",
                "The year lies outside 1900 to 2200. Check the year.",
            ),
            Self::WeekdayDiffers => (
                "Nama hari tidak cocok dengan tanggalnya. Periksa keduanya atau hapus nama hari.",
                "The weekday does not match the date. Check both or leave the weekday out.",
            ),
        };
        pick(lang, indonesian, english).to_owned()
    }
}

impl std::fmt::Display for DayProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for DayProblem {}
