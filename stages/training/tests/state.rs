// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every cell of the session's table, written into the README and compared with it.

use kernel::day::Day;
use training::state::{Command, SessionState, Situation, decide};

fn day(of_november: u32) -> Day {
    Day::from_ymd_opt(2026, 11, of_november).expect("a day of the calendar")
}

fn ready() -> Situation {
    Situation {
        today: day(24),
        day: day(23),
        opened_on: Some(day(20)),
        closed_on: None,
        without_agreement: false,
        theory_missing: Vec::new(),
    }
}

fn table() -> String {
    let mut lines =
        vec!["| Session | Command | Becomes | Event |".to_owned(), "|---|---|---|---|".to_owned()];
    for state in SessionState::ALL {
        for command in Command::ALL {
            let (to, event) = match decide(*state, *command, &ready()) {
                Ok(step) => (step.to().code().to_owned(), step.event()),
                Err(refusal) => (format!("refused, {}", refusal.code), ""),
            };
            lines.push(format!("| {} | `{}` | {to} | {event} |", state.code(), command.code()));
        }
    }
    lines.join("\n")
}

#[test]
fn the_readme_holds_the_table() {
    let readme = include_str!("../README.md");
    assert!(
        readme.contains(&table()),
        "the README's table differs from `decide`; it should be:\n{}",
        table()
    );
}

#[test]
fn a_batch_at_rest_refuses_everything() {
    for (situation, code) in [
        (Situation { opened_on: None, ..ready() }, "TRAN-01"),
        (Situation { closed_on: Some(day(24)), ..ready() }, "TRAN-08"),
    ] {
        for state in SessionState::ALL {
            for command in Command::ALL {
                assert_eq!(
                    decide(*state, *command, &situation).unwrap_err().code,
                    code,
                    "{state:?} {command:?}"
                );
            }
        }
    }
}

#[test]
fn a_session_is_held_on_its_day_after_the_opening_and_after_the_theory() {
    let codes = [
        (Situation { day: day(25), ..ready() }, "TRAN-02"),
        (Situation { day: day(19), ..ready() }, "TRAN-03"),
        (Situation { without_agreement: true, ..ready() }, "TRAN-18"),
        (Situation { theory_missing: vec!["Teori".to_owned()], ..ready() }, "TRAN-04"),
    ];
    for (situation, code) in codes {
        for state in [SessionState::Planned, SessionState::Cancelled] {
            assert_eq!(decide(state, Command::Hold, &situation).unwrap_err().code, code);
        }
        assert!(
            decide(SessionState::Held, Command::Hold, &situation).is_ok(),
            "blanks of a held session can be filled"
        );
        assert!(
            decide(SessionState::Planned, Command::Cancel, &situation).is_ok(),
            "what will not be is cancelled ahead"
        );
    }
    assert!(
        decide(SessionState::Planned, Command::Hold, &Situation { day: day(24), ..ready() }).is_ok(),
        "today counts"
    );
    assert!(
        decide(SessionState::Planned, Command::Hold, &Situation { day: day(20), ..ready() }).is_ok(),
        "the opening day counts"
    );
}
