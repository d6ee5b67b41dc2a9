// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The lists of two journeys as they are, with every flaw they carry on purpose.

use std::path::Path;

use kernel::day::Day;
use kernel::nik::NikProblem;
use kernel::person::PersonKind;
use people::import::candidate::{Candidate, Frame, NikOrWhy, OfficeLook};
use people::import::columns::Column;
use people::import::duplicates::{OnRecord, Verdict, judge};
use people::import::finding::{Severity, What};
use people::import::{ReadFile, read_file};

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

fn read(journey: &str) -> ReadFile {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../journeys/data").join(journey).join("peserta.xlsx");
    let bytes = std::fs::read(path).expect("the file of the journey is there");
    let frame = Frame { office: OfficeLook::Gate, today: day(2026, 1, 8) };
    read_file("peserta.xlsx", &bytes, frame).expect("the file is a list of people")
}

fn judged(journey: &str) -> Verdict {
    judge(read(journey), &OnRecord::default(), |one| one.nik().map(|nik| nik.expose().as_bytes().to_vec()))
}

/// Row, column and severity of everything found, without the note about columns that are not read.
fn findings(verdict: &Verdict) -> Vec<(usize, Column, Severity)> {
    let about_rows =
        verdict.findings.iter().filter_map(|found| Some((found.row, found.column?, found.severity)));
    about_rows.collect()
}

fn person(verdict: &Verdict, row: usize) -> &Candidate {
    &verdict.new.iter().find(|(at, _)| *at == row).expect("the row is taken").1
}

fn why_no_nik(candidate: &Candidate) -> &str {
    match &candidate.nik {
        NikOrWhy::Nik(_) => "there is one",
        NikOrWhy::Missing { why, .. } => why,
    }
}

#[test]
fn the_bakery_list_gives_exactly_its_five_findings() {
    let verdict = judged("s3");
    let expected = [
        (11, Column::BirthDay, Severity::Error),
        (18, Column::Register, Severity::Repeated),
        (27, Column::Nik, Severity::Warning),
        (30, Column::Nik, Severity::Note),
        (35, Column::Nik, Severity::Warning),
    ];
    assert_eq!(findings(&verdict), expected);
    assert_eq!((verdict.people, verdict.new.len(), verdict.repeated, verdict.faulty), (30, 28, 1, 1));
    assert_eq!(why_no_nik(person(&verdict, 27)), "lost-digit");
    assert_eq!(why_no_nik(person(&verdict, 30)), "not-recorded");
    assert_eq!(why_no_nik(person(&verdict, 35)), "rounded");
    assert!(matches!(
        verdict.findings.iter().find(|found| found.row == 35).map(|found| &found.what),
        Some(What::Nik(NikProblem::Rounded))
    ));
}

#[test]
fn the_welding_list_gives_exactly_its_five_findings() {
    let verdict = judged("s4");
    let expected = [
        (11, Column::Nik, Severity::Warning),
        (16, Column::BirthDay, Severity::Error),
        (21, Column::Nik, Severity::Warning),
        (27, Column::Nik, Severity::Note),
        (29, Column::Register, Severity::Repeated),
    ];
    assert_eq!(findings(&verdict), expected);
    assert_eq!((verdict.people, verdict.new.len(), verdict.repeated, verdict.faulty), (28, 26, 1, 1));
    assert_eq!(why_no_nik(person(&verdict, 11)), "rounded");
    assert_eq!(why_no_nik(person(&verdict, 21)), "lost-digit");
    let note = |row| match &person(&verdict, row).nik {
        NikOrWhy::Nik(_) => None,
        NikOrWhy::Missing { note, .. } => note.clone(),
    };
    assert_eq!(note(27).as_deref(), Some("belum rekam e-KTP"));
    assert_eq!(note(11), None, "“menunggu putusan” is about the case, not about the number");
}

#[test]
fn what_stands_in_a_row_is_read_as_meant() {
    let verdict = judged("s3");
    let first = person(&verdict, 7);
    assert_eq!(first.name.as_str(), "Eko Wahyu Nugroho");
    assert_eq!(first.register.as_ref().map(|register| register.number.as_str()), Some("B.I 139/2024"));
    assert_eq!(first.home_district.as_deref(), Some("35.09"));
    assert_eq!(first.secrets.expiry_on, Some(day(2028, 11, 27)));
    assert_eq!(first.secrets.two_thirds_on, Some(day(2027, 4, 29)));
    assert_eq!(first.secrets.sentence_text.as_deref(), Some("4 th 9 bln 0 hr"), "from the lower heading");
    let spaced = person(&verdict, 9).register.clone().expect("there is a number");
    assert_eq!((spaced.number.as_str(), spaced.written.as_str()), ("B.I 172/2025", "B.I. 172 / 2025"));
    let aliases =
        |row| person(&verdict, row).aliases.iter().map(|alias| alias.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(aliases(9), ["Beri"], "the alias of the repeated row is the same");
    assert_eq!(aliases(21), ["Wafik"]);
    assert_eq!(person(&verdict, 29).born_on, Some(day(1979, 2, 8)), "a true date cell");
    assert_eq!(person(&verdict, 24).kind, PersonKind::RemandDetainee);
    assert_eq!(person(&verdict, 24).secrets.expiry_on, None);
}

#[test]
fn religion_is_never_read_and_no_finding_repeats_a_secret() {
    for journey in ["s3", "s4"] {
        let file = read(journey);
        let shown = format!("{:?}", file.findings);
        assert!(!shown.contains("KANARI"), "{shown}");
        assert!(shown.contains("Agama"), "the heading is named as not read");
        for one in file.people.iter().filter_map(|read| read.candidate.as_ref()) {
            let secrets =
                [&one.secrets.offence, &one.secrets.block, &one.secrets.health, &one.secrets.sentence_text];
            let all = secrets.into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
            assert!(!all.contains("KANARI-AGAMA"));
            assert!(!format!("{one:?}").contains("KANARI"), "debug output shows nothing of the case");
        }
    }
}
