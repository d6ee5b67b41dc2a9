// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod line;
mod zone;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::zone::{Minute, Zone};
use uuid::Uuid;

use line::Lines;

/// When something takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From minute to minute of a local day.
    Hours { day: Day, starts: Minute, ends: Minute, zone: Zone },
    /// A whole day.
    Day(Day),
}

/// One event.
///
/// # Shape
/// `uid` stays the same whenever it is told of again; `sequence` grows with each change of it. No text may hold a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub uid: Uuid,
    pub sequence: i64,
    /// The instant of the last change.
    pub changed_at: DateTime<Utc>,
    pub when: When,
    pub summary: String,
    /// May be empty.
    pub location: String,
    pub is_cancelled: bool,
}

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// What a program may call it.
    pub name: String,
    pub events: Vec<Event>,
}

/// Who made the file. It stands in other people's programs, so it names no product.
const PRODUCT: &str = "-//jadwal//pelatihan 1.0//ID";
/// How often a program should ask again.
const REFRESH: &str = "PT2H";

impl Calendar {
    /// The file.
    ///
    /// # Source
    /// RFC 5545 (iCalendar), RFC 7986 (name and refresh interval).
    pub fn file(&self) -> String {
        let mut out = Lines::default();
        out.line("BEGIN", "VCALENDAR");
        out.line("VERSION", "2.0");
        out.line("PRODID", PRODUCT);
        out.line("CALSCALE", "GREGORIAN");
        out.line("METHOD", "PUBLISH");
        out.text("NAME", &self.name);
        out.text("X-WR-CALNAME", &self.name);
        out.line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
        out.line("X-PUBLISHED-TTL", REFRESH);
        let zones: BTreeSet<Zone> = self.events.iter().filter_map(|event| event.when.zone()).collect();
        zones.into_iter().for_each(|zone| zone::write(&mut out, zone));
        self.events.iter().for_each(|event| event.write(&mut out));
        out.line("END", "VCALENDAR");
        out.finish()
    }
}

impl When {
    fn zone(self) -> Option<Zone> {
        match self {
            Self::Hours { zone, .. } => Some(zone),
            Self::Day(_) => None,
        }
    }
}

impl Event {
    fn write(&self, out: &mut Lines) {
        out.line("BEGIN", "VEVENT");
        out.line("UID", &self.uid.to_string());
        out.line("DTSTAMP", &utc(self.changed_at));
        out.line("LAST-MODIFIED", &utc(self.changed_at));
        out.line("SEQUENCE", &self.sequence.to_string());
        match self.when {
            When::Hours { day, starts, ends, zone } => {
                let id = zone::id(zone);
                out.line(&format!("DTSTART;TZID={id}"), &local(day, starts));
                out.line(&format!("DTEND;TZID={id}"), &local(day, ends));
            }
            When::Day(day) => {
                out.line("DTSTART;VALUE=DATE", &date(day));
                out.line("DTEND;VALUE=DATE", &date(day.succ_opt().unwrap_or(day)));
            }
        }
        out.text("SUMMARY", &self.summary);
        if !self.location.is_empty() {
            out.text("LOCATION", &self.location);
        }
        out.line("STATUS", if self.is_cancelled { "CANCELLED" } else { "CONFIRMED" });
        out.line("TRANSP", if self.is_cancelled { "TRANSPARENT" } else { "OPAQUE" });
        out.line("CLASS", "PRIVATE");
        out.line("END", "VEVENT");
    }
}

fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn date(day: Day) -> String {
    day.format("%Y%m%d").to_string()
}

/// 24.00 is the first minute of the next day, which the format has no other word for.
fn local(day: Day, minute: Minute) -> String {
    let day = if minute.0 >= 1_440 { day.succ_opt().unwrap_or(day) } else { day };
    let minute = minute.0 % 1_440;
    format!("{}T{:02}{:02}00", date(day), minute / 60, minute % 60)
}
