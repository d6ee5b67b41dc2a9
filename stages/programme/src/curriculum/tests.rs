// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The offices' own workbooks, and every way a curriculum can be wrong.

use desk::Upload;

use super::*;
use crate::sheet;

fn workbook(story: &str) -> Tables {
    let path = format!("{}/../../journeys/data/{story}/kurikulum.xlsx", env!("CARGO_MANIFEST_DIR"));
    let upload = Upload {
        name: "kurikulum.xlsx".to_owned(),
        bytes: std::fs::read(path).expect("the file of the journey is there"),
    };
    tables(&sheet::read(&upload).expect("the file can be read")).expect("it holds the tables")
}

fn demand(certificate_kind: CertificateKind) -> Demand {
    Demand { certificate_kind, theory_first: true }
}

#[test]
fn the_welding_workbook_gives_its_units() {
    let read = read(&workbook("s4"), demand(CertificateKind::Competence)).unwrap();
    assert_eq!((read.jp(), read.modules.len(), read.units.len()), (160, 10, 5));
    assert_eq!(read.units[2].code, "C.24LAS01.028.1");
    assert_eq!(read.units[2].standard, "SKKNI 98/2018");
    assert_eq!(read.units[4].standard, "", "the workbook says 'tanpa'");
    let last = &read.modules[9];
    assert_eq!((last.units.len(), last.needs.clone()), (5, vec!["L07".to_owned(), "L08".to_owned()]));
    assert_eq!(read.modules[3].kind, ModuleKind::SoftSkill);
    assert!(read.untaught().is_empty());
}

#[test]
fn the_bakery_workbook_gives_its_skills_to_a_school() {
    let read = read(&workbook("s3"), demand(CertificateKind::School)).unwrap();
    assert_eq!((read.jp(), read.modules.len(), read.units.len()), (120, 10, 8));
    assert_eq!((read.units[3].code.as_str(), read.units[3].title.as_str()), ("K4", "fermentasi"));
    assert_eq!(read.units[3].measure, "mengenali adonan kurang, cukup dan lewat fermentasi");
    let weighing = &read.modules[4];
    assert_eq!(weighing.units, ["K2", "K3"]);
    assert_eq!(weighing.follows, "THP.OO03.084.01");
}

#[test]
fn the_same_workbook_gives_its_units_to_another_certificate() {
    let read = read(&workbook("s3"), demand(CertificateKind::Training)).unwrap();
    assert_eq!(read.units.len(), 5);
    assert_eq!(read.modules[0].follows, "");
}

fn typed(modules: &[&str], units: &[&str]) -> Tables {
    let split = |lines: &[&str]| -> Vec<Vec<String>> {
        lines.iter().map(|line| line.split('|').map(|part| part.trim().to_owned()).collect()).collect()
    };
    Tables {
        modules: Table::typed("Modul", &TYPED_MODULES, split(modules)),
        units: Some(Table::typed("Unit", &TYPED_UNITS, split(units))),
        skills: None,
    }
}

fn keys(tables: &Tables, kind: CertificateKind) -> Vec<String> {
    let Err(problems) = read(tables, demand(kind)) else { return Vec::new() };
    let place = |problem: &RowProblem| {
        problem.0.args.iter().find(|(name, _)| *name == "where").map(|(_, at)| at.clone())
    };
    problems
        .iter()
        .map(|problem| format!("{} {}", problem.0.key, place(problem).unwrap_or_default()))
        .collect()
}

#[test]
fn each_mistake_is_told_with_its_row() {
    let unit = ["U1 | Mengelas | SKKNI | "];
    let good = "M1 | Dasar | teori | 8 | U1";
    let cases: &[(&[&str], &str)] = &[
        (&["| Dasar | teori | 8 | U1"], "problem-programme-row-empty Modul 1"),
        (&[good, "M1 | Lagi | teori | 8"], "problem-programme-row-double Modul 2"),
        (&["M1 | Dasar | ceramah | 8 | U1"], "problem-curriculum-kind Modul 1"),
        (&["M1 | Dasar | teori | 0 | U1"], "problem-curriculum-jp Modul 1"),
        (&["M1 | Dasar | teori | delapan | U1"], "problem-curriculum-jp Modul 1"),
        (&["M1 | Dasar | teori | 401 | U1"], "problem-curriculum-jp Modul 1"),
        (&["M1 | Dasar | teori | 8 | U1; U9"], "problem-curriculum-unit Modul 1"),
        (&["M1 | Dasar | teori | 8 | U1 | M9"], "problem-curriculum-module Modul 1"),
        (&["M1 | Dasar | teori | 8 | U1 | M1"], "problem-curriculum-circle Modul 1"),
        (
            &["M1 | Teori | teori | 8 | U1 | M2", "M2 | Praktik | praktik | 8"],
            "problem-curriculum-theory-first Modul 1",
        ),
        (&[good, "Jumlah JP | | | 9"], "problem-curriculum-total Modul 2"),
        (&[], "problem-curriculum-empty "),
    ];
    for (modules, expected) in cases {
        assert_eq!(keys(&typed(modules, &unit), CertificateKind::Competence), [*expected], "{modules:?}");
    }
    assert_eq!(keys(&typed(&[good], &unit), CertificateKind::Competence), Vec::<String>::new());
}

#[test]
fn all_mistakes_are_told_at_once() {
    let tables = typed(
        &["M1 | Dasar | ceramah | x | U9", "M2 | | teori | 8 | | M3", "M3 | Tiga | teori | 8 | | M2"],
        &[],
    );
    let expected = [
        "problem-curriculum-kind Modul 1",
        "problem-curriculum-jp Modul 1",
        "problem-curriculum-unit Modul 1",
        "problem-programme-row-empty Modul 2",
        "problem-curriculum-circle Modul 2",
        "problem-curriculum-circle Modul 3",
        "problem-curriculum-no-units ",
    ];
    assert_eq!(keys(&tables, CertificateKind::Competence), expected);
}

#[test]
fn only_certificates_that_judge_need_something_to_judge_by() {
    let tables = typed(&["M1 | Dasar | teori | 8"], &[]);
    let without = vec!["problem-curriculum-no-units ".to_owned()];
    for (kind, expected) in [
        (CertificateKind::Training, Vec::new()),
        (CertificateKind::Acknowledgement, Vec::new()),
        (CertificateKind::School, without.clone()),
        (CertificateKind::Competence, without),
    ] {
        assert_eq!(keys(&tables, kind), expected, "{kind:?}");
    }
}

#[test]
fn a_unit_nobody_teaches_is_said_but_allowed() {
    let tables = typed(&["M1 | Dasar | teori | 8 | U1"], &["U1 | Satu | S | ", "U2 | Dua | S | "]);
    let read = read(&tables, demand(CertificateKind::Competence)).unwrap();
    assert_eq!(read.untaught().iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>(), ["U2"]);
}
