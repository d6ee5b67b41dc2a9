// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The three zones as programs know them. None has had summer time since 1988, so one standard offset says all.

use kernel::zone::Zone;

use crate::line::Lines;

/// The first day of the present division into zones.
///
/// # Source
/// Keppres 41/1987, in force since 1 January 1988.
const SINCE: &str = "19880101T000000";

/// The name in the IANA time zone database.
pub(crate) fn id(zone: Zone) -> &'static str {
    match zone {
        Zone::Wib => "Asia/Jakarta",
        Zone::Wita => "Asia/Makassar",
        Zone::Wit => "Asia/Jayapura",
    }
}

pub(crate) fn write(out: &mut Lines, zone: Zone) {
    let offset = format!("+{:02}00", zone.offset_hours());
    out.line("BEGIN", "VTIMEZONE");
    out.line("TZID", id(zone));
    out.line("BEGIN", "STANDARD");
    out.line("DTSTART", SINCE);
    out.line("TZOFFSETFROM", &offset);
    out.line("TZOFFSETTO", &offset);
    out.line("TZNAME", zone.label());
    out.line("END", "STANDARD");
    out.line("END", "VTIMEZONE");
}
