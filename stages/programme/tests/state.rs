// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The table of the README against `decide`, cell by cell.

use kernel::day::Day;
use programme::state::{Codes, Command, Fitness, Step, decide};

fn day(of_month: u32) -> Day {
    Day::from_ymd_opt(2026, 1, of_month).expect("a day of the calendar")
}

fn codes(list: &[&str]) -> Codes {
    list.iter().map(|code| (*code).to_owned()).collect()
}

/// The state a row begins in. Two lines failed on the 8th; where the last is mended, one is left.
fn from(name: &str, command: &str) -> Fitness {
    let failed = codes(&["P1", "P2"]);
    match (name, command) {
        ("unseen", _) => Fitness::Unseen,
        ("fit", _) => Fitness::Fit { since: day(8) },
        ("unfit", "mend the last") => Fitness::Unfit { since: day(8), failed, open: codes(&["P1"]) },
        ("unfit", _) => Fitness::Unfit { since: day(8), open: failed.clone(), failed },
        ("mended", _) => Fitness::Mended { since: day(8), failed },
        _ => panic!("the README names an unknown state {name}"),
    }
}

fn command(name: &str, day: Day) -> Command {
    let (all, some) = (codes(&["P1", "P2", "P3"]), codes(&["P2", "P3"]));
    match name {
        "pass" => Command::Pass { day, seen: all },
        "fail" => Command::Fail { day, seen: all, unmet: codes(&["P3"]) },
        "pass without the line" => Command::Pass { day, seen: some },
        "fail without the line" => Command::Fail { day, seen: some, unmet: codes(&["P3"]) },
        "mend" | "mend the last" => Command::Mend { day, code: "P1".to_owned() },
        "mend another" => Command::Mend { day, code: "P9".to_owned() },
        _ => panic!("the README names an unknown command {name}"),
    }
}

fn outcome(state: &Fitness, command: &Command, today: Day) -> &'static str {
    match decide(state, command, today) {
        Ok(Step::Passed) => "fit",
        Ok(Step::Failed { .. } | Step::MendedOne { .. }) => "unfit",
        Ok(Step::MendedAll { .. }) => "mended",
        Err(refusal) => refusal.code,
    }
}

fn rows() -> Vec<[&'static str; 3]> {
    let table =
        include_str!("../README.md").lines().skip_while(|line| *line != "| From | Command | To |").skip(2);
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        <[&str; 3]>::try_from(cells).expect("a row of three cells")
    };
    table.take_while(|line| line.starts_with('|')).map(row).collect()
}

#[test]
fn the_readme_says_what_decide_does() {
    let rows = rows();
    assert_eq!(rows.len(), 16);
    for [state, name, expected] in rows {
        assert_eq!(outcome(&from(state, name), &command(name, day(9)), day(10)), expected, "{state}, {name}");
    }
}

#[test]
fn every_state_meets_every_command() {
    let rows = rows();
    for state in ["unseen", "fit", "unfit", "mended"] {
        for name in ["pass", "fail", "mend"] {
            assert!(rows.iter().any(|row| row[..2] == [state, name]), "the README lacks {state}, {name}");
        }
    }
}

#[test]
fn nothing_happens_out_of_order() {
    for [state, name, expected] in rows() {
        if expected.starts_with("PROG") {
            continue;
        }
        let future = outcome(&from(state, name), &command(name, day(11)), day(10));
        assert_eq!(future, "PROG-12", "{state}, {name}: after today");
        let before = outcome(&from(state, name), &command(name, day(7)), day(10));
        assert_eq!(
            before,
            if state == "unseen" { expected } else { "PROG-12" },
            "{state}, {name}: before the last event"
        );
        assert_eq!(
            outcome(&from(state, name), &command(name, day(8)), day(8)),
            expected,
            "the same day is in order"
        );
    }
}

#[test]
fn a_refusal_names_the_codes() {
    let refusal =
        decide(&from("mended", ""), &command("pass without the line", day(9)), day(10)).unwrap_err();
    assert_eq!(refusal.args, [("codes", "P1".to_owned())]);
    let refusal = decide(&from("unfit", ""), &command("pass", day(9)), day(10)).unwrap_err();
    assert_eq!(refusal.args, [("codes", "P1, P2".to_owned())]);
}

#[test]
fn a_mend_says_what_is_left() {
    let step = decide(&from("unfit", ""), &command("mend", day(9)), day(10)).unwrap();
    assert_eq!(step, Step::MendedOne { code: "P1".to_owned(), left: codes(&["P2"]) });
}
