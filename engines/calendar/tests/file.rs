// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A calendar as other programs read it: line by line here, and by a library of somebody else where it is installed.

use std::path::PathBuf;
use std::process::Command;

use calendar::{Calendar, Event, When};
use chrono::{DateTime, Utc};
use kernel::day::Day;
use kernel::zone::{Minute, Zone};
use proptest::prelude::*;
use uuid::Uuid;

fn day(of_november: u32) -> Day {
    Day::from_ymd_opt(2026, 11, of_november).expect("a day of the calendar")
}

fn instant() -> DateTime<Utc> {
    Zone::Wib.at(day(12), 9, 30)
}

fn hours(number: u128, zone: Zone, (starts, ends): (u16, u16)) -> Event {
    Event {
        uid: Uuid::from_u128(number),
        sequence: 2,
        changed_at: instant(),
        when: When::Hours { day: day(24), starts: Minute(starts), ends: Minute(ends), zone },
        summary: "Las, teori; pengantar".to_owned(),
        location: "BENGKEL-1".to_owned(),
        is_cancelled: false,
    }
}

fn calendar() -> Calendar {
    let cancelled = Event { is_cancelled: true, ..hours(2, Zone::Wita, (480, 615)) };
    let exam = Event { when: When::Day(day(30)), location: String::new(), ..hours(4, Zone::Wib, (0, 0)) };
    let events = vec![hours(1, Zone::Wib, (480, 615)), cancelled, hours(3, Zone::Wit, (1_200, 1_440)), exam];
    Calendar { name: "Jadwal pelatihan".to_owned(), events }
}

#[test]
fn each_event_says_when_where_and_how_often_it_was_changed() {
    let file = calendar().file();
    for line in [
        "BEGIN:VCALENDAR",
        "TZID:Asia/Jakarta",
        "TZOFFSETTO:+0800",
        "TZID:Asia/Jayapura",
        "UID:00000000-0000-0000-0000-000000000001",
        "DTSTAMP:20261112T023000Z",
        "SEQUENCE:2",
        "DTSTART;TZID=Asia/Jakarta:20261124T080000",
        "DTEND;TZID=Asia/Jakarta:20261124T101500",
        "DTEND;TZID=Asia/Jayapura:20261125T000000",
        "DTSTART;VALUE=DATE:20261130",
        "DTEND;VALUE=DATE:20261201",
        "SUMMARY:Las\\, teori\\; pengantar",
        "LOCATION:BENGKEL-1",
        "STATUS:CANCELLED",
        "STATUS:CONFIRMED",
    ] {
        assert!(file.split("\r\n").any(|known| known == line), "{line} is missing in\n{file}");
    }
    assert_eq!(file.matches("BEGIN:VTIMEZONE").count(), 3);
    assert!(file.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn an_empty_calendar_is_a_calendar_without_zones() {
    let file = Calendar { name: "Jadwal".to_owned(), events: Vec::new() }.file();
    assert!(!file.contains("VTIMEZONE") && !file.contains("VEVENT") && file.contains("END:VCALENDAR"));
}

proptest! {
    #[test]
    fn no_text_ends_its_line_or_grows_too_long(summary in any::<String>(), name in any::<String>()) {
        let events = vec![Event { summary, ..hours(1, Zone::Wib, (480, 615)) }];
        let file = Calendar { name, events }.file();
        let lines: Vec<&str> = file.split("\r\n").collect();
        prop_assert!(lines.iter().all(|line| line.len() <= 75));
        prop_assert!(lines.iter().all(|line| !line.contains(['\n', '\r'])));
        prop_assert_eq!(lines.iter().filter(|line| **line == "BEGIN:VEVENT").count(), 1);
        prop_assert_eq!(lines.iter().filter(|line| **line == "END:VCALENDAR").count(), 1);
    }
}

/// Exit status of the reader where Python or the library is not installed.
const TOOL_MISSING: i32 = 3;

/// The first Python of the path, and Debian's own: a library from a Debian package is seen by the second alone where both are there.
const PYTHONS: [&str; 2] = ["python3", "/usr/bin/python3"];

#[test]
fn somebody_elses_program_reads_the_same() {
    let path = std::env::temp_dir().join(format!("calendar-{}.ics", std::process::id()));
    std::fs::write(&path, calendar().file()).expect("a file can be written");
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reader.py");
    let mut ran =
        PYTHONS.iter().filter_map(|python| Command::new(python).arg(&script).arg(&path).output().ok());
    let read = ran.find(|read| read.status.code() != Some(TOOL_MISSING));
    let _ = std::fs::remove_file(&path);
    let Some(read) = read else {
        assert!(std::env::var_os("CI").is_none(), "no Python with the library icalendar is installed");
        eprintln!("not read back: no Python with the library icalendar is installed");
        return;
    };
    let said = String::from_utf8_lossy(&read.stdout);
    assert!(read.status.success(), "{said}{}", String::from_utf8_lossy(&read.stderr));
    let wanted = "2026-11-24T08:00:00+07:00 2026-11-24T10:15:00+07:00 2 CONFIRMED BENGKEL-1 Las, teori; pengantar\n\
                  2026-11-24T08:00:00+08:00 2026-11-24T10:15:00+08:00 2 CANCELLED BENGKEL-1 Las, teori; pengantar\n\
                  2026-11-24T20:00:00+09:00 2026-11-25T00:00:00+09:00 2 CONFIRMED BENGKEL-1 Las, teori; pengantar\n\
                  2026-11-30 2026-12-01 2 CONFIRMED - Las, teori; pengantar\n";
    assert_eq!(said, wanted);
}
