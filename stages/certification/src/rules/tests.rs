// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules, case by case.

use desk::Say;
use kernel::Lang;
use kernel::day::Day;
use kernel::id::UnitId;
use programme::facts::{CertificateKind, UnitFact};
use uuid::Uuid;

use super::{Accompanied, Reason, Record, Training, city, day_problem, missing, months};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn unit(number: u128, title: &str) -> UnitFact {
    UnitFact {
        id: UnitId(Uuid::from_u128(number)),
        code: None,
        title: title.to_owned(),
        title_en: String::new(),
        standard: String::new(),
        source: String::new(),
        measure: String::new(),
    }
}

#[test]
fn each_kind_is_earned_in_its_own_way() {
    let units = [unit(1, "Satu"), unit(2, "Dua")];
    let record = |complete: Option<bool>, mastered: &[u128]| Record {
        training: complete.map(|complete| Training { complete, percent: 70 }),
        mastered: mastered.iter().map(|number| UnitId(Uuid::from_u128(*number))).collect(),
        ..Record::default()
    };
    let accompanied =
        |by_oneself| Record { accompanied: Some(Accompanied { by_oneself }), ..Record::default() };
    let unmoderated = |mastered: &[u128]| Record { awaits_moderation: true, ..record(Some(true), mastered) };
    let two = || vec![Reason::UnitMissing { unit: "Dua".to_owned() }];
    let cases = [
        (CertificateKind::Competence, record(Some(true), &[1, 2]), vec![]),
        (CertificateKind::Competence, record(Some(true), &[1]), two()),
        (CertificateKind::Competence, unmoderated(&[1, 2]), vec![Reason::NotModerated]),
        (CertificateKind::Competence, unmoderated(&[1]), two()),
        (CertificateKind::School, record(None, &[1]), two()),
        (CertificateKind::School, record(None, &[2, 1]), vec![]),
        (CertificateKind::Training, record(Some(true), &[]), vec![]),
        (
            CertificateKind::Training,
            record(Some(false), &[1, 2]),
            vec![Reason::TrainingTooShort { percent: 70 }],
        ),
        (CertificateKind::Training, record(None, &[1, 2]), vec![Reason::TrainingRuns]),
        (CertificateKind::Acknowledgement, record(Some(true), &[1, 2]), vec![Reason::NotAccompanied]),
        (CertificateKind::Acknowledgement, accompanied(true), vec![Reason::ConfirmedByOneself]),
        (CertificateKind::Acknowledgement, accompanied(false), vec![]),
    ];
    for (kind, record, expected) in cases {
        assert_eq!(missing(kind, &units, &record, day("2026-11-24")), expected, "{kind:?} {record:?}");
    }
    let own = |complete, mastered: &[u128]| Record { by_oneself: true, ..record(complete, mastered) };
    for (kind, record, expected) in [
        (CertificateKind::Competence, own(Some(true), &[1, 2]), vec![Reason::JudgedByOneself]),
        (CertificateKind::School, own(None, &[1, 2]), vec![Reason::JudgedByOneself]),
        // What is lacking comes first.
        (CertificateKind::School, own(None, &[1]), two()),
        (CertificateKind::Training, own(Some(true), &[]), vec![Reason::ClosedByOneself]),
        (CertificateKind::Training, own(None, &[]), vec![Reason::TrainingRuns]),
    ] {
        assert_eq!(missing(kind, &units, &record, day("2026-11-24")), expected, "{kind:?} {record:?}");
    }
    let nothing = missing(CertificateKind::Competence, &[], &record(Some(true), &[]), day("2026-11-24"));
    assert_eq!(nothing, [Reason::NoUnits], "no units is not all units");
}

#[test]
fn no_certificate_is_dated_before_it_was_earned() {
    let training = Some(Training { complete: true, percent: 100 });
    let record = Record { training, settled_on: Some(day("2026-11-05")), ..Record::default() };
    let on = |text| missing(CertificateKind::Training, &[], &record, day(text));
    assert_eq!(on("2026-11-04"), [Reason::DatedTooEarly { settled_on: day("2026-11-05") }]);
    assert_eq!(on("2026-11-05"), []);
}

#[test]
fn deeds_lie_between_the_issue_and_today() {
    let problem = |on, issued: Option<&str>| {
        day_problem(day(on), issued.map(day), day("2026-11-24")).map(|say: Say| say.key)
    };
    assert_eq!(problem("2026-11-24", None), None);
    assert_eq!(problem("2026-11-25", None).as_deref(), Some("problem-certificate-future"));
    assert_eq!(
        problem("2026-11-19", Some("2026-11-20")).as_deref(),
        Some("problem-certificate-before-issue")
    );
    assert_eq!(problem("2026-11-20", Some("2026-11-20")), None);
}

#[test]
fn months_are_told_once() {
    let told = |first, last, lang| months(day(first), day(last), lang);
    assert_eq!(told("2026-09-01", "2026-09-30", Lang::Id), "September 2026");
    assert_eq!(told("2026-11-01", "2026-12-30", Lang::En), "November–December 2026");
    assert_eq!(told("2025-12-17", "2026-01-30", Lang::Id), "Desember 2025 – Januari 2026");
    assert_eq!(told("2025-12-17", "2026-12-30", Lang::Id), "Desember 2025 – Desember 2026");
}

#[test]
fn a_place_is_a_name_without_its_kind() {
    for (code, name) in [("35.09", "Jember"), ("35.78", "Surabaya"), ("31.74", "Jakarta Selatan")] {
        assert_eq!(city(kernel::region::district(code).unwrap()), name);
    }
}
