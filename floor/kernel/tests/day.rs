// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Days as offices write them, and the ones that must be refused.

use chrono::NaiveDate;
use kernel::Lang;
use kernel::day::{self, Day, DayProblem};
use proptest::prelude::*;

fn ymd(year: i32, month: u32, day: u32) -> Day {
    NaiveDate::from_ymd_opt(year, month, day).expect("the test names a real day")
}

#[test]
fn reads_every_form_offices_use() {
    for text in [
        "17-12-2025",
        "17/12/2025",
        "17.12.2025",
        " 17 - 12 - 2025 ",
        "17 Desember 2025",
        "17 desember 2025",
        "17 Des 2025",
        "17 Des. 2025",
        "17-Dec-2025",
        "17 December 2025",
        "Rabu, 17 Desember 2025",
        "Rabu 17-12-2025",
        "Wednesday, 17 December 2025",
        "2025-12-17",
    ] {
        assert_eq!(day::parse(text), Ok(ymd(2025, 12, 17)), "{text}");
    }
    assert_eq!(day::parse("1-8-2026"), Ok(ymd(2026, 8, 1)));
    assert_eq!(day::parse("Jum'at, 2 Januari 2026"), Ok(ymd(2026, 1, 2)));
}

#[test]
fn reads_every_month_name() {
    let names = [
        "Jan Januari January",
        "Feb Februari February",
        "Mar Maret March",
        "Apr April April",
        "Mei Mei May",
        "Jun Juni June",
        "Jul Juli July",
        "Agu Agt Ags Agustus August",
        "Sep September September",
        "Okt Oktober October",
        "Nov November November",
        "Des Desember December",
    ];
    for (month, names) in (1..).zip(names) {
        for name in names.split(' ') {
            assert_eq!(day::parse(&format!("5 {name} 2025")), Ok(ymd(2025, month, 5)), "{name}");
        }
    }
}

#[test]
fn refuses_what_it_would_have_to_guess() {
    for (text, problem) in [
        ("", DayProblem::Empty),
        ("   ", DayProblem::Empty),
        ("12/17/2025", DayProblem::MonthFirst),
        ("12-17-2025", DayProblem::MonthFirst),
        ("December 17, 2025", DayProblem::MonthFirst),
        ("Desember 17 2025", DayProblem::MonthFirst),
        ("17/12/25", DayProblem::YearShort),
        ("17 Des 25", DayProblem::YearShort),
        ("25-12-17", DayProblem::YearShort),
        ("31-02-2025", DayProblem::NoSuchDay),
        ("29-02-2025", DayProblem::NoSuchDay),
        ("17-13-2025", DayProblem::NoSuchDay),
        ("0-12-2025", DayProblem::NoSuchDay),
        ("2025-13-01", DayProblem::NoSuchDay),
        ("17-12-1899", DayProblem::Year),
        ("17-12-2201", DayProblem::Year),
        ("17-12-202", DayProblem::Year),
        ("Senin, 17 Desember 2025", DayProblem::WeekdayDiffers),
        ("besok", DayProblem::Unknown),
        ("8/1", DayProblem::Unknown),
        ("Desember 2025", DayProblem::Unknown),
        ("17 Foo 2025", DayProblem::Unknown),
        ("17-12/2025", DayProblem::Unknown),
        ("+7-12-2025", DayProblem::Unknown),
        ("17-12-20255", DayProblem::Unknown),
        ("١٧-١٢-٢٠٢٥", DayProblem::Unknown),
    ] {
        assert_eq!(day::parse(text), Err(problem), "{text}");
    }
}

#[test]
fn reads_the_days_of_spreadsheets_around_the_leap_day_that_never_was() {
    for (serial, expected) in [
        (1.0, Ok(ymd(1900, 1, 1))),
        (59.0, Ok(ymd(1900, 2, 28))),
        (60.0, Err(DayProblem::NoSuchDay)),
        (60.9, Err(DayProblem::NoSuchDay)),
        (61.0, Ok(ymd(1900, 3, 1))),
        (45_658.0, Ok(ymd(2025, 1, 1))),
        (46_008.75, Ok(ymd(2025, 12, 17))),
        (0.5, Err(DayProblem::Unknown)),
        (-3.0, Err(DayProblem::Unknown)),
        (f64::NAN, Err(DayProblem::Unknown)),
        (f64::INFINITY, Err(DayProblem::Unknown)),
        (1e300, Err(DayProblem::Year)),
        (150_000.0, Err(DayProblem::Year)),
    ] {
        assert_eq!(day::from_excel_serial(serial), expected, "{serial}");
    }
}

#[test]
fn writes_days_in_both_languages() {
    let day = ymd(2025, 12, 17);
    assert_eq!(day::short(ymd(2026, 1, 8)), "08-01-2026");
    assert_eq!(day::long(day, Lang::Id), "17 Desember 2025");
    assert_eq!(day::long(day, Lang::En), "17 December 2025");
    assert_eq!(day::weekday_long(day, Lang::Id), "Rabu, 17 Desember 2025");
    assert_eq!(day::weekday_long(day, Lang::En), "Wednesday, 17 December 2025");
    assert_eq!(day::month_year(day, Lang::Id), "Desember 2025");
}

#[test]
fn names_month_and_year_of_a_range_once() {
    let range = |first, last| day::range_long(first, last, Lang::Id);
    let day = ymd(2025, 12, 17);
    assert_eq!(range(day, day), "17 Desember 2025");
    assert_eq!(range(day, ymd(2025, 12, 19)), "17–19 Desember 2025");
    assert_eq!(range(ymd(2025, 11, 28), day), "28 November – 17 Desember 2025");
    assert_eq!(range(day, ymd(2026, 12, 17)), "17 Desember 2025 – 17 Desember 2026");
}

#[test]
fn every_problem_has_its_own_code_and_two_sentences() {
    use DayProblem::{Empty, MonthFirst, NoSuchDay, Unknown, WeekdayDiffers, Year, YearShort};
    let problems = [Empty, MonthFirst, Unknown, NoSuchDay, YearShort, Year, WeekdayDiffers];
    let codes: std::collections::HashSet<_> = problems.iter().map(|problem| problem.code()).collect();
    assert_eq!(codes.len(), problems.len());
    for problem in problems {
        let (indonesian, english) = (problem.sentence(Lang::Id), problem.sentence(Lang::En));
        assert_ne!(indonesian, english);
        for sentence in indonesian.split_inclusive(". ") {
            assert!(sentence.split_whitespace().count() <= 20, "{sentence}");
        }
    }
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i64..109_938).prop_map(|days| ymd(1900, 1, 1) + chrono::Duration::days(days))
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(day in any_day()) {
        let iso = day.format("%Y-%m-%d").to_string();
        let written = [
            day::short(day), day::long(day, Lang::Id), day::long(day, Lang::En), iso,
            day::weekday_long(day, Lang::Id), day::weekday_long(day, Lang::En),
        ];
        for text in written {
            prop_assert_eq!(day::parse(&text), Ok(day), "{}", text);
        }
    }

    #[test]
    fn serials_come_back_as_their_day(day in any_day(), part_of_day in 0.0_f64..0.999) {
        let since_eve = (day - ymd(1899, 12, 31)).num_days();
        let serial = if since_eve < 60 { since_eve } else { since_eve + 1 };
        prop_assert_eq!(day::from_excel_serial(serial as f64 + part_of_day), Ok(day));
    }

    #[test]
    fn no_text_makes_it_stumble(text in "\\PC{0,24}") {
        if let Ok(day) = day::parse(&text) {
            prop_assert_eq!(day::parse(&day::short(day)), Ok(day));
        }
    }

    #[test]
    fn no_month_first_day_slips_through(month in 1_u32..=12, day in 13_u32..=31, year in 1900_i32..=2200) {
        prop_assert_eq!(day::parse(&format!("{month}/{day}/{year}")), Err(DayProblem::MonthFirst));
    }
}
