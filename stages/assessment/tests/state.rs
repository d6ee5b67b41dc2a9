// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every cell of the table of a verdict, written into the README and compared with it; and the rules of who and when.

use assessment::appeal::{self, AppealCommand, AppealState, Contested, may_lodge};
use assessment::rules::{Unready, day_fits, ready};
use assessment::state::{Command, UnitState, Verdict, decide};
use kernel::day::Day;
use kernel::id::PersonId;
use training::facts::CompletionFact;

fn day(of_november: u32) -> Day {
    Day::from_ymd_opt(2026, 11, of_november).expect("a day of the calendar")
}

fn command_name(command: Command) -> String {
    match command {
        Command::Decide(verdict) => format!("first try {}", verdict.code()),
        Command::Retry(verdict) => format!("later try {}", verdict.code()),
        Command::Appeal(verdict) => format!("appeal {}", verdict.code()),
    }
}

fn table() -> String {
    let mut lines = vec!["| Unit | Verdict given | Becomes |".to_owned(), "|---|---|---|".to_owned()];
    for state in UnitState::ALL {
        for command in Command::ALL {
            let to = match decide(*state, *command) {
                Ok(verdict) => UnitState::of(Some(verdict)).code().to_owned(),
                Err(refusal) => format!("refused, {}", refusal.code()),
            };
            lines.push(format!("| {} | {} | {to} |", state.code(), command_name(*command)));
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
fn no_way_leads_from_k() {
    for command in Command::ALL {
        assert!(decide(UnitState::Competent, *command).is_err(), "{command:?}");
    }
}

#[test]
fn words_of_assessors_and_teachers() {
    for (word, verdict) in [
        ("K", Verdict::Competent),
        ("k", Verdict::Competent),
        ("ya", Verdict::Competent),
        ("BK", Verdict::NotYet),
        (" belum ", Verdict::NotYet),
    ] {
        assert_eq!(Verdict::from_word(word), Some(verdict), "{word}");
    }
    for word in ["", "L", "tidak", "KB"] {
        assert_eq!(Verdict::from_word(word), None, "{word}");
    }
}

#[test]
fn the_day_lies_between_the_booking_and_today() {
    let code = |held, booked, last| day_fits(held, day(24), booked, last).err().map(|refusal| refusal.code);
    assert_eq!(code(day(22), None, None), Some("ASSM-04"));
    assert_eq!(code(day(21), Some(day(22)), None), Some("ASSM-05"));
    assert_eq!(code(day(25), Some(day(22)), None), Some("ASSM-06"));
    assert_eq!(code(day(22), Some(day(22)), Some(day(23))), Some("ASSM-07"));
    assert_eq!(code(day(22), Some(day(22)), None), None, "the booked day itself");
    assert_eq!(code(day(24), Some(day(22)), Some(day(24))), None, "today, and the day of the last sitting");
}

#[test]
fn only_the_complete_are_ready() {
    let completion = |complete| CompletionFact {
        person: PersonId(uuid::Uuid::nil()),
        day: day(20),
        jp_planned: 10,
        jp_earned: 8,
        percent: 80,
        complete,
    };
    assert_eq!(ready(None, None), Err(Unready::TrainingRuns));
    assert_eq!(ready(None, Some(&completion(true))), Err(Unready::TrainingRuns));
    assert_eq!(ready(Some(day(20)), None), Err(Unready::NotSeated));
    assert_eq!(ready(Some(day(20)), Some(&completion(false))), Err(Unready::Incomplete));
    assert_eq!(ready(Some(day(20)), Some(&completion(true))), Ok(()));
}

#[test]
fn every_cell_of_an_appeal_is_in_the_readme() {
    let mut lines = vec!["| Appeal | Command | Becomes |".to_owned(), "|---|---|---|".to_owned()];
    for state in AppealState::ALL {
        for command in AppealCommand::ALL {
            let to = match appeal::decide(*state, *command) {
                Ok(next) => next.code().to_owned(),
                Err(refusal) => format!("refused, {}", refusal.code),
            };
            lines.push(format!("| {} | {} | {to} |", state.code(), command.code()));
        }
    }
    let table = lines.join("\n");
    assert!(include_str!("../README.md").contains(&table), "the README should hold:\n{table}");
}

#[test]
fn an_appeal_is_lodged_within_its_term() {
    let bk = Contested { state: UnitState::NotYet, judged_on: Some(day(10)), is_contested: false };
    let code = |contested: Contested, on| may_lodge(&contested, on).err().map(|refusal| refusal.code);
    assert_eq!(code(bk, day(9)), Some("ASSM-18"));
    assert_eq!(code(bk, day(10)), None, "the day of the verdict");
    assert_eq!(code(bk, day(24)), None, "the last of fourteen days");
    assert_eq!(code(bk, day(25)), Some("ASSM-14"));
    assert_eq!(code(Contested { is_contested: true, ..bk }, day(11)), Some("ASSM-13"));
    for state in [UnitState::Untested, UnitState::Competent] {
        assert_eq!(code(Contested { state, ..bk }, day(11)), Some("ASSM-12"));
    }
}
