// SPDX-License-Identifier: Apache-2.0 OR MIT
//! When a day begins and ends in each zone.

use chrono::{NaiveDate, TimeDelta};
use kernel::day::Day;
use kernel::zone::{Minute, MinuteProblem, Zone};
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> Day {
    NaiveDate::from_ymd_opt(year, month, day).expect("the test names a real day")
}

#[test]
fn a_day_ends_an_hour_earlier_one_zone_further_east() {
    let last_day = day(2025, 12, 31);
    let ends: Vec<_> = Zone::ALL.iter().map(|zone| zone.end_of(last_day).to_rfc3339()).collect();
    assert_eq!(ends, ["2025-12-31T17:00:00+00:00", "2025-12-31T16:00:00+00:00", "2025-12-31T15:00:00+00:00"]);
}

#[test]
fn the_last_moment_of_a_day_belongs_to_it_and_its_end_does_not() {
    for zone in Zone::ALL {
        let end = zone.end_of(day(2025, 12, 17));
        assert_eq!(zone.day_of(end - TimeDelta::nanoseconds(1)), day(2025, 12, 17));
        assert_eq!(zone.day_of(end), day(2025, 12, 18));
    }
}

#[test]
fn clocks_show_local_time_with_a_dot() {
    let noon = Zone::Wita.at(day(2026, 1, 8), 12, 5);
    assert_eq!(noon.to_rfc3339(), "2026-01-08T04:05:00+00:00");
    assert_eq!(Zone::Wita.clock(noon), "12.05");
    assert_eq!(Zone::Wib.clock_label(noon), "11.05 WIB");
    assert_eq!(Zone::Wit.clock_label(noon), "13.05 WIT");
}

#[test]
fn labels_are_read_in_any_case() {
    for zone in Zone::ALL {
        assert_eq!(Zone::from_label(&format!(" {} ", zone.label().to_lowercase())), Some(zone));
    }
    assert_eq!(Zone::from_label("UTC"), None);
}

#[test]
fn times_of_day_are_read_with_dot_or_colon() {
    for (text, expected) in [
        ("08.30", Ok(Minute(510))),
        ("08:30", Ok(Minute(510))),
        ("8.30", Ok(Minute(510))),
        ("00.00", Ok(Minute(0))),
        ("24.00", Ok(Minute(1440))),
        ("24.01", Err(MinuteProblem)),
        ("99.99", Err(MinuteProblem)),
        ("08.60", Err(MinuteProblem)),
        ("08.3", Err(MinuteProblem)),
        ("8", Err(MinuteProblem)),
        ("-8.30", Err(MinuteProblem)),
        ("+8.30", Err(MinuteProblem)),
        ("", Err(MinuteProblem)),
    ] {
        assert_eq!(Minute::parse(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn a_local_time_comes_back(days in 0_i64..109_000, minute in 0_u16..1440, place in 0_usize..3) {
        let (zone, day) = (Zone::ALL[place], day(1900, 1, 1) + TimeDelta::days(days));
        let instant = zone.at_minute(day, Minute(minute));
        prop_assert_eq!(zone.day_of(instant), day);
        prop_assert_eq!(zone.minute_of(instant), Minute(minute));
        prop_assert_eq!(Minute::parse(&zone.clock(instant)), Ok(Minute(minute)));
    }

    #[test]
    fn no_text_makes_the_clock_stumble(text in "\\PC{0,8}") {
        if let Ok(minute) = Minute::parse(&text) {
            prop_assert_eq!(Minute::parse(&minute.to_string()), Ok(minute));
        }
    }
}
