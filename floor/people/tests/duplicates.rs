// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who is whom, mark by mark.

use kernel::day::Day;
use people::import::candidate::{Frame, OfficeLook};
use people::import::columns::Column;
use people::import::duplicates::{Known, OnRecord, Verdict, judge};
use people::import::finding::Severity;
use people::import::read_file;

const HEADING: &str = "No;No. Registrasi;Nama;Tgl Lahir;JK;NIK;Status;Tgl Ekspirasi\n";
const NIK_ONE: &str = "3509032710929487";
const NIK_TWO: &str = "3513031802839122";

fn day(text: &str) -> Day {
    kernel::day::parse(text).expect("a day")
}

fn judged(rows: &[&str], record: &OnRecord) -> Verdict {
    let lines =
        rows.iter().enumerate().map(|(place, row)| format!("{};{row};Narapidana;1-1-2030\n", place + 1));
    let text = format!("{HEADING}{}", lines.collect::<String>());
    let frame = Frame { office: OfficeLook::Gate, today: day("24-11-2026") };
    let file = read_file("daftar.csv", text.as_bytes(), frame).expect("a list");
    judge(file, record, |one| one.nik().map(|nik| nik.expose().as_bytes().to_vec()))
}

fn last(verdict: &Verdict) -> Option<(usize, Column, Severity)> {
    let mut found = verdict.findings.iter().filter(|found| found.severity >= Severity::Repeated);
    found.next_back().and_then(|found| Some((found.row, found.column?, found.severity)))
}

#[test]
fn two_rows_are_one_person_or_two_by_their_marks() {
    let first = format!("B.I 1/2025;Ali bin Umar;27-10-1992;L;{NIK_ONE}");
    let no_nik = "B.I 1/2025;Ali bin Umar;27-10-1992;L;";
    let repeated = Some((3, Column::Register, Severity::Repeated));
    let table = [
        (
            "all the same",
            first.as_str(),
            format!("BI.1/2025;ALI BIN UMAR;27 Oktober 1992;L;{NIK_ONE}"),
            repeated,
        ),
        ("name spelt otherwise", &first, format!("B.I 1/2025;Aly b. Umar;27-10-1992;L;{NIK_ONE}"), repeated),
        (
            "another number, same name and birth",
            no_nik,
            "B.I 2/2025;Ali bin Umar;27-10-1992;L;".to_owned(),
            repeated,
        ),
        ("same name only", no_nik, "B.I 2/2025;Ali bin Umar;28-10-1992;L;".to_owned(), None),
        (
            "number used twice",
            no_nik,
            "B.I 1/2025;Budi;1-1-1990;L;".to_owned(),
            Some((3, Column::Register, Severity::Error)),
        ),
        (
            "NIK used twice",
            &first,
            format!("B.I 2/2025;Budi;1-1-1990;L;{NIK_ONE}"),
            Some((3, Column::Nik, Severity::Error)),
        ),
        (
            "two people of one name and birth",
            &first,
            format!("B.I 2/2025;Ali bin Umar;27-10-1992;L;{NIK_TWO}"),
            Some((3, Column::Name, Severity::Error)),
        ),
    ];
    for (case, one, other, expected) in table {
        assert_eq!(last(&judged(&[one, &other], &OnRecord::default())), expected, "{case}");
    }
}

#[test]
fn those_on_record_are_known_again() {
    let known = Known {
        name_key: "ali bin umar".to_owned(),
        born_on: Some(day("27-10-1992")),
        register: Some("B.I 1/2025".to_owned()),
        nik_hash: Some(NIK_ONE.as_bytes().to_vec()),
    };
    let record =
        OnRecord { own: vec![known], elsewhere: std::iter::once(NIK_TWO.as_bytes().to_vec()).collect() };
    let verdict = judged(&["B.I. 1 / 2025;Ali bin Umar;27-10-1992;L;"], &record);
    assert_eq!((verdict.new.len(), verdict.known), (0, 1));
    let verdict = judged(&["B.I 1/2025;Budi;1-1-1990;L;"], &record);
    assert_eq!((verdict.new.len(), verdict.faulty), (0, 1), "another person under her number");
    let verdict = judged(&[&format!("B.I 7/2025;Budi;18-2-1983;L;{NIK_TWO}")], &record);
    assert_eq!(last(&verdict), Some((2, Column::Nik, Severity::Error)), "somebody of another office");
}

#[test]
fn a_faulty_row_is_no_earlier_row() {
    let rows = ["B.I 1/2025;Ali;27-13-1992;L;", "B.I 1/2025;Ali;27-10-1992;L;"];
    let verdict = judged(&rows, &OnRecord::default());
    assert_eq!((verdict.new.len(), verdict.repeated, verdict.faulty), (1, 0, 1));
}
