// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The offices' own inspection sheets, and every way a line can be wrong.

use desk::Upload;

use super::*;
use crate::sheet;

fn day(text: &str) -> Day {
    day::parse(text).expect("a day")
}

fn file(path: &str) -> Table {
    let path = format!("{}/../../journeys/data/{path}", env!("CARGO_MANIFEST_DIR"));
    let upload = Upload {
        name: "peninjauan.csv".to_owned(),
        bytes: std::fs::read(path).expect("the file of the journey is there"),
    };
    table(&sheet::read(&upload).expect("the file can be read")).expect("it holds the table")
}

#[test]
fn the_first_inspection_fails_on_electrical_power_alone() {
    let list = read(&file("s4/peninjauan-1.csv"), day("08-01-2026")).unwrap();
    assert_eq!(list.0.len(), 7);
    assert_eq!(list.verdict(), Verdict::Fail);
    assert_eq!(list.unmet().into_iter().collect::<Vec<_>>(), ["P1"]);
    let power = &list.0[0];
    assert_eq!((power.needed.as_str(), power.found.as_str()), ("16,5 kVA", "5,5 kVA"));
    assert_eq!(power.kind, "daya listrik");
    let action = "tambah daya menjadi 16,5 kVA dan panel khusus bengkel".to_owned();
    assert_eq!(power.outcome, Outcome::Unmet { action, due_on: day("06-02-2026") });
}

#[test]
fn the_other_inspections_pass() {
    for (path, on) in [("s4/peninjauan-2.csv", "05-02-2026"), ("s3/peninjauan.csv", "10-12-2025")] {
        let list = read(&file(path), day(on)).unwrap();
        assert_eq!((list.0.len(), list.verdict()), (7, Verdict::Pass), "{path}");
    }
}

fn keys(lines: &[&str]) -> Vec<String> {
    let lines =
        lines.iter().map(|line| line.split('|').map(|part| part.trim().to_owned()).collect()).collect();
    let Err(problems) = read(&Table::typed("", &TYPED, lines), day("08-01-2026")) else { return Vec::new() };
    problems.into_iter().map(|problem| problem.0.key).collect()
}

#[test]
fn each_mistake_of_a_line_is_told() {
    let cases: &[(&[&str], &[&str])] = &[
        (&["P1 | Daya | 16 kVA | 16 kVA | ya"], &[]),
        (&["P1 | Daya | 16 kVA | 5 kVA | tidak | tambah | 08-01-2026"], &[]),
        (&["| Daya | 16 | 16 | ya"], &["problem-programme-row-empty"]),
        (&["P1 | Daya | | | ya"], &["problem-programme-row-empty", "problem-programme-row-empty"]),
        (&["P1 | Daya | 16 | 16 | mungkin"], &["problem-inspection-met"]),
        (&["P1 | Daya | 16 | 5 | tidak | | 06-02-2026"], &["problem-inspection-action"]),
        (&["P1 | Daya | 16 | 5 | tidak | tambah | segera"], &["problem-inspection-due"]),
        (&["P1 | Daya | 16 | 5 | tidak | tambah | 07-01-2026"], &["problem-inspection-due-early"]),
        (&["P1 | Daya | 16 | 5 | tidak"], &["problem-inspection-action", "problem-inspection-due"]),
        (&["P1 | A | 1 | 1 | ya", "P1 | B | 1 | 1 | ya"], &["problem-programme-row-double"]),
        (&[], &["problem-inspection-empty"]),
    ];
    for (lines, expected) in cases {
        assert_eq!(keys(lines), *expected, "{lines:?}");
    }
}

#[test]
fn rows_are_counted_as_the_file_counts_them() {
    let text = "CONTOH\ncatatan\nkode;butir;kebutuhan;temuan;memenuhi\n\nP1;Daya;16;16;barangkali\n";
    let upload = Upload { name: "a.csv".to_owned(), bytes: text.as_bytes().to_vec() };
    let table = table(&sheet::read(&upload).unwrap()).unwrap();
    let problems = read(&table, day("08-01-2026")).unwrap_err();
    assert_eq!(problems[0].0.args[0], ("where", "5".to_owned()));
}

#[test]
fn what_is_no_table_is_refused() {
    let read = |bytes: &[u8]| sheet::read(&Upload { name: "a".to_owned(), bytes: bytes.to_vec() });
    assert_eq!(read(b"PK broken").unwrap_err().key, "problem-programme-file-xlsx");
    assert_eq!(read(b"kode;butir\n\xff\xfe").unwrap_err().key, "problem-programme-file-encoding");
    assert_eq!(table(&read(b"kode;butir;kebutuhan\nP1;Daya;16\n").unwrap()), None, "columns are missing");
    let quoted =
        read(b"kode,butir,kebutuhan,temuan,memenuhi\nP1,Daya,\"16,5 kVA\",\"16,5 kVA\",ya\n").unwrap();
    let list = super::read(&table(&quoted).unwrap(), day("08-01-2026")).unwrap();
    assert_eq!(list.0[0].needed, "16,5 kVA");
}
