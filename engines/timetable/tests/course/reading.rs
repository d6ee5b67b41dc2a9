// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The text of a problem: read whole, or every fault named with its line.

use super::some_instances::{TEXT, small};
use proptest::prelude::*;
use timetable::course::{Fault, Instance, Unavailable, Why};

#[track_caller]
fn check(from: &str, to: &str, line: usize, why: Why) {
    assert!(TEXT.contains(from));
    assert_eq!(Instance::read(&TEXT.replacen(from, to, 1)), Err(vec![Fault { line, why }]));
}

#[test]
fn a_text_becomes_values() {
    let instance = small();
    assert_eq!((instance.name.as_str(), instance.days, instance.periods_per_day), ("Kecil", 2, 3));
    assert_eq!(instance.courses[0].teacher, "Sari");
    assert_eq!(
        (instance.courses[0].lectures, instance.courses[0].min_days, instance.courses[0].students),
        (2, 2, 20)
    );
    assert_eq!((instance.rooms[1].name.as_str(), instance.rooms[1].capacity), ("K2", 10));
    assert_eq!(instance.curricula[0].courses, [0, 1]);
    assert_eq!(instance.unavailable[1], Unavailable { course: 2, day: 1, period: 2 });
    assert_eq!(Instance::read(&TEXT.replace('\n', "\r\n\r\n")), Ok(instance));
}

#[test]
fn every_fault_has_its_line() {
    check("Days: 2", "Days: two", 4, Why::NotANumber("two".into()));
    check("Days: 2", "Days: 0", 4, Why::TooSmall { what: "Days", number: 0, least: 1 });
    check("Days: 2", "Days: 99", 4, Why::TooLarge { what: "Days", number: 99, most: 64 });
    check("Days: 2\n", "", 8, Why::Missing("Days"));
    check("Rooms: 2", "Rooms 2 3", 3, Why::Words { expected: 2, found: 3 });
    let both = [Why::Unknown("Halls:".into()), Why::Missing("Rooms")];
    let both: Vec<Fault> = [3, 9].into_iter().zip(both).map(|(line, why)| Fault { line, why }).collect();
    assert_eq!(Instance::read(&TEXT.replace("Rooms: 2", "Halls: 2")), Err(both));
    check("jahit Budi 2 1 12", "jahit Budi 2 1", 11, Why::Words { expected: 5, found: 4 });
    check("\nROOMS", "roti Sari 1 1 8\nROOMS", 13, Why::Twice("roti".into()));
    check("K2 10", "B1 10", 16, Why::Twice("B1".into()));
    check("dasar 2 las", "dasar 3 las", 19, Why::Words { expected: 5, found: 4 });
    check("dasar 2 las jahit", "dasar 2 las kopi", 19, Why::NoSuchCourse("kopi".into()));
    check("roti 1 2", "roti 1 3", 23, Why::TooLarge { what: "period", number: 3, most: 2 });
    check("Constraints: 2", "Constraints: 3", 25, Why::Count { what: "constraints", promised: 3, found: 2 });
    check("END.", "", 25, Why::NoEnd);
}

#[test]
fn all_faults_are_told_at_once() {
    let text = TEXT.replace("las 0 0", "las 9 x").replace("B1 20", "B1 -1");
    let faults = Instance::read(&text).unwrap_err();
    let told: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert_eq!(told, ["line 15: \"-1\" is not a whole number", "line 22: day 9, at most 1 is taken"]);
}

proptest! {
    #[test]
    fn no_text_brings_it_down(text in "[A-Za-z0-9:._ \n]{0,200}", from in 0..300_usize, to in 0..300_usize) {
        let (from, to) = (from.min(to).min(TEXT.len()), from.max(to).min(TEXT.len()));
        let mixed = format!("{}{text}{}", &TEXT[..from], &TEXT[to..]);
        if let Err(faults) = Instance::read(&mixed) {
            prop_assert!(!faults.is_empty());
        }
    }
}
