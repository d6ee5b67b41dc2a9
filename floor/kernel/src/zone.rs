// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The three time zones of Indonesia and the hours on its clocks. Nothing here asks what time it is.

use chrono::{DateTime, Duration, NaiveTime, Timelike, Utc};

use crate::Lang;
use crate::day::Day;
use crate::wording::pick;

/// A point in time, the same in every zone.
pub type Instant = DateTime<Utc>;

/// A time zone of Indonesia; none has summer time.
///
/// # Source
/// Keppres 41/1987 on the division of Indonesia into three time zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    Wib,
    Wita,
    Wit,
}

impl Zone {
    /// West to east.
    pub const ALL: [Self; 3] = [Self::Wib, Self::Wita, Self::Wit];

    /// Hours ahead of UTC.
    pub fn offset_hours(self) -> i32 {
        match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        }
    }

    /// `WIB`, `WITA` or `WIT`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// Reads a label in any case.
    pub fn from_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.label().eq_ignore_ascii_case(label.trim()))
    }

    /// The calendar day it is in this zone at the instant.
    pub fn day_of(self, instant: Instant) -> Day {
        self.local(instant).date_naive()
    }

    /// The instant at which clocks in this zone show the hour and minute; 24:00 is the next midnight.
    pub fn at(self, day: Day, hour: u32, minute: u32) -> Instant {
        let midnight = day.and_time(NaiveTime::MIN).and_utc();
        midnight
            + Duration::hours(i64::from(hour) - i64::from(self.offset_hours()))
            + Duration::minutes(minute.into())
    }

    /// The instant of a time of day.
    pub fn at_minute(self, day: Day, minute: Minute) -> Instant {
        self.at(day, 0, minute.0.into())
    }

    /// 24:00 of the day: the first instant that no longer belongs to it.
    pub fn end_of(self, day: Day) -> Instant {
        self.at(day, 24, 0)
    }

    /// The time of day on clocks in this zone.
    pub fn minute_of(self, instant: Instant) -> Minute {
        let local = self.local(instant);
        let minutes = local.hour() * 60 + local.minute();
        Minute(u16::try_from(minutes).expect("a day has 1,440 minutes"))
    }

    /// `13.00`.
    pub fn clock(self, instant: Instant) -> String {
        self.minute_of(instant).to_string()
    }

    /// `13.00 WIB`.
    pub fn clock_label(self, instant: Instant) -> String {
        format!("{} {}", self.clock(instant), self.label())
    }

    /// Shifted so that its UTC fields read as local ones; never leaves this file.
    fn local(self, instant: Instant) -> Instant {
        instant + Duration::hours(self.offset_hours().into())
    }
}

impl std::fmt::Display for Zone {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.label())
    }
}

/// A time of day.
///
/// # Units
/// Minutes after midnight, 0 to 1,440; 1,440 is 24.00, the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(pub u16);

impl Minute {
    /// Reads `08.30`, `08:30` or `8.30`.
    ///
    /// # Errors
    /// [`MinuteProblem`] for anything else, or later than 24.00.
    pub fn parse(text: &str) -> Result<Self, MinuteProblem> {
        let (hour, minute) = text.trim().split_once(['.', ':']).ok_or(MinuteProblem)?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !(1..=2).contains(&hour.len()) || minute.len() != 2 || !digits(hour) || !digits(minute) {
            return Err(MinuteProblem);
        }
        let hour: u16 = hour.parse().map_err(|_| MinuteProblem)?;
        let minute: u16 = minute.parse().map_err(|_| MinuteProblem)?;
        let total = hour * 60 + minute;
        if minute < 60 && total <= 1440 { Ok(Self(total)) } else { Err(MinuteProblem) }
    }
}

impl std::fmt::Display for Minute {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:02}.{:02}", self.0 / 60, self.0 % 60)
    }
}

impl std::str::FromStr for Minute {
    type Err = MinuteProblem;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// The text is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MinuteProblem;

impl MinuteProblem {
    /// The stable code of the problem.
    pub fn code(self) -> &'static str {
        "minute-unknown"
    }

    /// What is wrong and what to write instead.
    pub fn sentence(self, lang: Lang) -> String {
        let indonesian = "Jam tidak terbaca. Tulis antara 00.00 dan 24.00, misalnya 08.30.";
        let english = "The time cannot be read. Write it between 00.00 and 24.00, like 08.30.";
        pick(lang, indonesian, english).to_owned()
    }
}

impl std::fmt::Display for MinuteProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for MinuteProblem {}
