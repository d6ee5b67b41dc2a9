// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Folders of tables: what is read, and that everything wrong in them is named with its line.

use std::path::PathBuf;

use kernel::Lang;
use placement::{BatchIndex, PersonIndex, Problem};
use planning::tables::{TableFaults, read_placement};

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn with(tables: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("bekal-tables-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir_all(&path).expect("a folder");
        for (name, text) in tables {
            std::fs::write(path.join(name), text).expect("a table");
        }
        Self(path)
    }

    fn read(&self) -> Result<Problem, TableFaults> {
        read_placement(&self.0)
    }

    fn faults(&self, lang: Lang) -> Vec<String> {
        let faults = self.read().expect_err("something is wrong");
        faults.faults.iter().map(|fault| fault.sentence(lang)).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const PERSONS: (&str, &str) = ("persons.csv", "person,site,group\n0,0,7\n1,0,7\n2,0,8\n");
const COHORTS: (&str, &str) = ("cohorts.csv", "cohort,capacity,min_size\n0,2,0\n1,1,1\n");
const EDGES: (&str, &str) = ("edges.csv", "person,cohort,weight\r\n0,0,10\r\n1,1,20\r\n2,1,30\r\n");

#[test]
fn a_folder_becomes_a_question() {
    let apart = ("apart.csv", "a,b\n0,2\n");
    let quotas = ("quotas.csv", "group,min_placed\n7,1\n");
    let problem = Folder::with(&[PERSONS, COHORTS, EDGES, apart, quotas]).read().expect("nothing is wrong");
    assert_eq!((problem.person_count(), problem.batches.len(), problem.eligible.len()), (3, 2, 3));
    assert_eq!(problem.eligible.value(PersonIndex(2), BatchIndex(1)), Some(30));
    assert_eq!(problem.batches[1].minimum, 1);
    assert_eq!(problem.apart, [(PersonIndex(0), PersonIndex(2))]);
    assert_eq!(problem.quotas[0].members, [PersonIndex(0), PersonIndex(1)]);
    let without = Folder::with(&[PERSONS, COHORTS, EDGES]).read().expect("the other two may be missing");
    assert!(without.apart.is_empty() && without.quotas.is_empty());
}

#[test]
fn everything_wrong_is_named_with_its_line() {
    let folder = Folder::with(&[
        ("persons.csv", "person,group\n0,7\n2,7\n2,acht\n"),
        ("cohorts.csv", "cohort,capacity\n0,2\n"),
        ("edges.csv", "person,cohort,weight\n0,0,0\n9,0,5\n1,0,-3\n1,0\n1,0,4294967296\n"),
        ("apart.csv", "a,b\n1,1\n"),
        ("quotas.csv", "group,min_placed\n8,1\n"),
    ]);
    let english = [
        "persons.csv, line 3: `person` is numbered 2 where 1 should follow. Number from 0 in order.",
        "persons.csv, line 4: `acht` in column `group` is no whole number.",
        "cohorts.csv, line 1: there is no column `min_size`. Add it to the first line.",
        "edges.csv, line 2: there is no `cohort` 0; there are only 0, numbered from 0.",
        "edges.csv, line 3: there is no `person` 9; there are only 1, numbered from 0.",
        "edges.csv, line 4: `-3` in column `weight` is no whole number.",
        "edges.csv, line 5: 2 columns where there should be 3.",
        "edges.csv, line 6: `4294967296` in column `weight` is no whole number.",
        "apart.csv, line 2: there is no `a` 1; there are only 1, numbered from 0.",
        "quotas.csv, line 2: group 8 has 0 people, fewer than the 1 asked for.",
    ];
    assert_eq!(folder.faults(Lang::En), english);
    let indonesian = folder.faults(Lang::Id);
    assert_eq!(indonesian.len(), english.len());
    assert_eq!(
        indonesian[2],
        "cohorts.csv, baris 1: kolom `min_size` tidak ada. Tambahkan pada baris pertama."
    );
}

#[test]
fn a_pair_given_twice_is_named_with_both_lines() {
    let edges = ("edges.csv", "person,cohort,weight\n0,0,10\n1,1,20\n0,0,11\n1,1,20\n");
    let faults = Folder::with(&[PERSONS, COHORTS, edges]).faults(Lang::En);
    assert_eq!(
        faults,
        [
            "edges.csv, line 4: this pair stands in line 2 already. Delete one of them.",
            "edges.csv, line 5: this pair stands in line 3 already. Delete one of them.",
        ]
    );
}

#[test]
fn a_missing_folder_is_named_table_by_table() {
    let faults = Folder(PathBuf::from("/nowhere/at/all")).faults(Lang::Id);
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert!(faults[0].starts_with("persons.csv: tidak dapat dibaca"), "{faults:?}");
}

#[test]
fn of_very_many_faults_the_rest_is_counted() {
    let rows: String = (0..1_500).map(|row| format!("x{row},0\n")).collect();
    let persons = format!("person,group\n{rows}");
    let folder =
        Folder::with(&[("persons.csv", persons.as_str()), COHORTS, ("edges.csv", "person,cohort,weight\n")]);
    let faults = folder.read().expect_err("no number");
    assert_eq!((faults.faults.len(), faults.more), (1_000, 500));
}
