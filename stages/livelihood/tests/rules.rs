// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Milestones, answers and referrals, cell by cell; and a list of vacancies as a manpower office keeps it.

use kernel::day::Day;
use livelihood::rules::{
    Accompaniment, Answer, Lack, Milestone, ReferralState, Status, decide, lacking, may_answer, may_refer,
    nib,
};
use livelihood::vacancies_file;

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

#[test]
fn milestones_fall_due_from_the_start_of_the_clock() {
    let start = day(2026, 8, 31);
    let due: Vec<Day> = Milestone::ALL.iter().map(|milestone| milestone.due_on(start)).collect();
    assert_eq!(
        due,
        [day(2026, 9, 14), day(2026, 10, 12), day(2026, 11, 30), day(2027, 2, 28), day(2027, 8, 31)]
    );
}

#[test]
fn an_answer_is_neither_too_early_nor_ahead_of_today_nor_before_the_clock() {
    let start = Some(day(2026, 8, 1));
    let code = |start, on, today| may_answer(start, Milestone::Month3, on, today).map_err(|no| no.code);
    assert_eq!(code(None, day(2026, 11, 1), day(2026, 11, 1)), Err("LIVE-01"));
    assert_eq!(code(start, day(2026, 10, 17), day(2026, 11, 1)), Err("LIVE-02"));
    assert_eq!(code(start, day(2026, 10, 18), day(2026, 11, 1)), Ok(day(2026, 11, 1)));
    assert_eq!(code(start, day(2026, 11, 2), day(2026, 11, 1)), Err("LIVE-03"));
    assert_eq!(code(start, day(2027, 3, 1), day(2027, 3, 1)), Ok(day(2026, 11, 1)));
}

#[test]
fn unknown_is_neither_work_nor_hidden() {
    assert!(Status::Unreachable.is_unknown() && !Status::Unreachable.is_in_work());
    let working: Vec<&str> =
        Status::ALL.iter().filter(|status| status.is_in_work()).map(|status| status.code()).collect();
    assert_eq!(working, ["formal_work", "informal_work", "own_business", "apprenticeship"]);
}

#[test]
fn a_referral_is_answered_once() {
    let cells = [
        (ReferralState::Referred, Answer::Hire, Ok(ReferralState::Hired)),
        (ReferralState::Referred, Answer::Decline, Ok(ReferralState::Declined)),
        (ReferralState::Referred, Answer::Lapse, Ok(ReferralState::Lapsed)),
        (ReferralState::Hired, Answer::Lapse, Err("LIVE-05")),
        (ReferralState::Declined, Answer::Lapse, Err("LIVE-05")),
        (ReferralState::Lapsed, Answer::Hire, Err("LIVE-05")),
        (ReferralState::Lapsed, Answer::Decline, Err("LIVE-05")),
        (ReferralState::Lapsed, Answer::Lapse, Err("LIVE-05")),
        (ReferralState::Hired, Answer::Hire, Err("LIVE-05")),
        (ReferralState::Hired, Answer::Decline, Err("LIVE-05")),
        (ReferralState::Declined, Answer::Hire, Err("LIVE-05")),
        (ReferralState::Declined, Answer::Decline, Err("LIVE-05")),
        (ReferralState::Referred, Answer::Renew, Err("LIVE-05")),
        (ReferralState::Hired, Answer::Renew, Err("LIVE-05")),
        (ReferralState::Declined, Answer::Renew, Err("LIVE-05")),
        (ReferralState::Lapsed, Answer::Renew, Ok(ReferralState::Referred)),
        (ReferralState::Referred, Answer::Withdraw, Ok(ReferralState::Withdrawn)),
        (ReferralState::Hired, Answer::Withdraw, Err("LIVE-05")),
        (ReferralState::Declined, Answer::Withdraw, Err("LIVE-05")),
        (ReferralState::Lapsed, Answer::Withdraw, Err("LIVE-05")),
        (ReferralState::Withdrawn, Answer::Hire, Err("LIVE-16")),
        (ReferralState::Withdrawn, Answer::Decline, Err("LIVE-16")),
        (ReferralState::Withdrawn, Answer::Lapse, Err("LIVE-16")),
        (ReferralState::Withdrawn, Answer::Renew, Err("LIVE-16")),
        (ReferralState::Withdrawn, Answer::Withdraw, Err("LIVE-16")),
    ];
    for (state, answer, wanted) in cells {
        assert_eq!(decide(state, answer).map_err(|no| no.code), wanted, "{state:?} {answer:?}");
    }
}

#[test]
fn the_lists_of_both_offices_are_read_whole() {
    for name in ["s0", "s2", "s3", "s4"] {
        let path = format!("{}/../../journeys/data/{name}/lowongan.csv", env!("CARGO_MANIFEST_DIR"));
        let lines =
            vacancies_file::read(&std::fs::read(path).expect("the list is there")).expect("it can be read");
        assert!((4..=8).contains(&lines.len()), "{name}: {}", lines.len());
    }
}

#[test]
fn every_problem_of_every_row_is_named() {
    let list = "JUDUL\npemberi_kerja;jabatan;bidang;kode_kabupaten;kabupaten;jumlah;syarat;batas_tanggal\n\
                Toko A;;roti;35.09;Jember;2;;31-12-2026\nToko B;pembuat;roti;99.99;Entah;0;;12/31/2026\n";
    let problems = vacancies_file::read(list.as_bytes()).expect_err("four things are wrong");
    let keys: Vec<&str> = problems.iter().map(|say| say.key.as_str()).collect();
    assert_eq!(
        keys,
        ["vacancy-row-empty", "vacancy-row-district", "vacancy-row-openings", "vacancy-row-day"]
    );
}

#[test]
fn a_licence_has_thirteen_digits_however_it_is_printed() {
    for (text, read) in [
        ("1201260012345", Some("1201260012345")),
        ("1201 2600 12345", Some("1201260012345")),
        ("1201.2600.12345", Some("1201260012345")),
        ("120126001234", None),
        ("12012600123456", None),
        ("120126001234A", None),
        ("", None),
    ] {
        assert_eq!(nib(text).as_deref(), read, "{text}");
    }
}

#[test]
fn a_consent_of_the_day_itself_is_enough_and_a_later_one_is_not() {
    let referred = day(2026, 8, 24);
    for (consent, code) in [(day(2026, 8, 1), Ok(())), (referred, Ok(())), (day(2026, 8, 25), Err("LIVE-09"))]
    {
        assert_eq!(may_refer(consent, referred, None).map_err(|no| no.code), code, "{consent}");
    }
}

#[test]
fn a_consent_taken_back_counts_again_only_when_given_on_a_later_day() {
    let day = |text: &str| kernel::day::parse(text).expect("a day");
    let referred = day("10-03-2026");
    for (consent, withdrawn, wanted) in [
        ("01-03-2026", None, Ok(())),
        ("01-03-2026", Some("01-03-2026"), Err("LIVE-15")),
        ("01-03-2026", Some("05-03-2026"), Err("LIVE-15")),
        ("06-03-2026", Some("05-03-2026"), Ok(())),
        ("11-03-2026", Some("05-03-2026"), Err("LIVE-09")),
    ] {
        let found = may_refer(day(consent), referred, withdrawn.map(day)).map_err(|no| no.code);
        assert_eq!(found, wanted, "{consent} {withdrawn:?}");
    }
}

#[test]
fn an_accompaniment_is_complete_with_training_notes_and_a_first_sale() {
    let whole = Accompaniment {
        since: day(2026, 1, 5),
        confirmed_on: day(2026, 6, 1),
        notes: vec![day(2026, 2, 1)],
        completed_on: Some(day(2026, 3, 1)),
        first_sales: vec![day(2026, 6, 1)],
    };
    assert_eq!(lacking(&whole), []);
    let cases = [
        (Accompaniment { notes: vec![], ..whole.clone() }, vec![Lack::Notes]),
        (Accompaniment { notes: vec![day(2026, 6, 2)], ..whole.clone() }, vec![Lack::Notes]),
        (Accompaniment { completed_on: None, ..whole.clone() }, vec![Lack::Training]),
        (Accompaniment { completed_on: Some(day(2026, 6, 2)), ..whole.clone() }, vec![Lack::Training]),
        (Accompaniment { first_sales: vec![], ..whole.clone() }, vec![Lack::StartUp]),
        (Accompaniment { confirmed_on: day(2026, 5, 31), ..whole.clone() }, vec![Lack::StartUp]),
        (
            Accompaniment { confirmed_on: day(2026, 1, 4), ..whole },
            vec![Lack::BeforeTheMentor, Lack::Notes, Lack::Training, Lack::StartUp],
        ),
    ];
    for (of, expected) in cases {
        assert_eq!(lacking(&of), expected, "{of:?}");
    }
}
