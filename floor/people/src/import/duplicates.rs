// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who is whom: rows against earlier rows of the file and against those on record. Nobody is put on record twice.

use std::collections::HashMap;

use kernel::day::Day;
use kernel::name::PersonName;

use super::candidate::Candidate;
use super::columns::Column;
use super::finding::{Finding, Severity, What};
use super::{Read, ReadFile};

/// Someone with a stay at this office, as far as it is needed to know her again.
#[derive(Debug, Clone)]
pub struct Known {
    pub name_key: String,
    pub born_on: Option<Day>,
    pub register: Option<String>,
    pub nik_hash: Option<Vec<u8>>,
}

/// What is on record.
#[derive(Debug, Clone, Default)]
pub struct OnRecord {
    /// Those of this office.
    pub own: Vec<Known>,
    /// Which of the NIKs asked about belong to people of other offices.
    pub elsewhere: std::collections::HashSet<Vec<u8>>,
}

/// What a file would do.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    /// People to be put on record, each with its row; aliases of repeated rows are added.
    pub new: Vec<(usize, Candidate)>,
    pub people: usize,
    pub known: usize,
    pub repeated: usize,
    pub faulty: usize,
    pub findings: Vec<Finding>,
}

/// The marks by which one person is known again; `at` is where she was first met.
struct Marks<P> {
    registers: HashMap<String, P>,
    births: HashMap<(String, Day), P>,
    niks: HashMap<Vec<u8>, P>,
}

/// By which mark a person was known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Register,
    Nik,
    NameAndBirth,
}

impl Mark {
    fn column(self) -> Column {
        match self {
            Self::Register => Column::Register,
            Self::Nik => Column::Nik,
            Self::NameAndBirth => Column::Name,
        }
    }
}

impl<P: Copy> Marks<P> {
    fn new() -> Self {
        Self { registers: HashMap::new(), births: HashMap::new(), niks: HashMap::new() }
    }

    fn add(&mut self, at: P, known: &Known) {
        if let Some(register) = &known.register {
            self.registers.entry(register.clone()).or_insert(at);
        }
        if let Some(born_on) = known.born_on {
            self.births.entry((known.name_key.clone(), born_on)).or_insert(at);
        }
        if let Some(hash) = &known.nik_hash {
            self.niks.entry(hash.clone()).or_insert(at);
        }
    }

    fn find(&self, one: &Known) -> Option<(Mark, P)> {
        let by_register = one.register.as_ref().and_then(|register| self.registers.get(register));
        let by_nik = || one.nik_hash.as_ref().and_then(|hash| self.niks.get(hash));
        let by_birth = || one.born_on.and_then(|day| self.births.get(&(one.name_key.clone(), day)));
        by_register
            .map(|at| (Mark::Register, *at))
            .or_else(|| by_nik().map(|at| (Mark::Nik, *at)))
            .or_else(|| by_birth().map(|at| (Mark::NameAndBirth, *at)))
    }
}

/// Judges a file against itself and against what is on record.
pub fn judge(file: ReadFile, record: &OnRecord, hash: impl Fn(&Candidate) -> Option<Vec<u8>>) -> Verdict {
    let mut verdict = Verdict { people: file.people.len(), findings: file.findings, ..Verdict::default() };
    let mut own = Marks::new();
    for (at, known) in record.own.iter().enumerate() {
        own.add(at, known);
    }
    let (mut met, mut seen): (Marks<usize>, Vec<(usize, Known)>) = (Marks::new(), Vec::new());
    for Read { row, candidate } in file.people {
        let Some(candidate) = candidate else {
            verdict.faulty += 1;
            continue;
        };
        let one = marks_of(&candidate, hash(&candidate));
        let earlier = met.find(&one).map(|(mark, at)| (mark, &seen[at]));
        let on_record = own.find(&one).map(|(mark, at)| (mark, &record.own[at]));
        let decision = decide(&one, earlier, on_record, &record.elsewhere);
        if let Decision::Add = decision {
            met.add(seen.len(), &one);
            seen.push((row, one));
            verdict.new.push((row, candidate));
        } else {
            verdict.take(row, candidate, decision);
            met.add(seen.len(), &one);
            seen.push((row, one));
        }
    }
    verdict.findings.sort_by_key(|finding| finding.row);
    verdict
}

enum Decision {
    Add,
    /// The same person as in an earlier row.
    Repeats {
        row: usize,
    },
    /// Already at this office.
    OnRecord {
        number: String,
    },
    Conflict(Column, What),
}

fn decide(
    one: &Known,
    earlier: Option<(Mark, &(usize, Known))>,
    on_record: Option<(Mark, &Known)>,
    elsewhere: &std::collections::HashSet<Vec<u8>>,
) -> Decision {
    if let Some((mark, (row, other))) = earlier {
        return if same_person(one, other) {
            Decision::Repeats { row: *row }
        } else {
            Decision::Conflict(mark.column(), What::say(taken_in_file(mark)).with("row_before", row))
        };
    }
    if let Some((mark, other)) = on_record {
        return if same_person(one, other) {
            Decision::OnRecord { number: number(other) }
        } else {
            Decision::Conflict(mark.column(), What::say(taken_on_record(mark)).with("number", number(other)))
        };
    }
    match &one.nik_hash {
        Some(hash) if elsewhere.contains(hash) => {
            Decision::Conflict(Column::Nik, What::say("people-nik-elsewhere"))
        }
        Some(_) | None => Decision::Add,
    }
}

impl Verdict {
    fn take(&mut self, row: usize, candidate: Candidate, decision: Decision) {
        let (column, severity, what) = match decision {
            Decision::Add => return,
            Decision::Repeats { row: before } => {
                self.repeated += 1;
                self.merge(before, candidate);
                (Column::Register, Severity::Repeated, What::say("people-repeats").with("row_before", before))
            }
            Decision::OnRecord { number } => {
                self.known += 1;
                (Column::Register, Severity::Repeated, What::say("people-on-record").with("number", number))
            }
            Decision::Conflict(column, what) => {
                self.faulty += 1;
                (column, Severity::Error, what)
            }
        };
        self.findings.push(Finding::new(row, Some(column), severity, what));
    }

    /// What only the later row says goes to the first one.
    fn merge(&mut self, first: usize, later: Candidate) {
        let Some((_, kept)) = self.new.iter_mut().find(|(row, _)| *row == first) else { return };
        let known = |name: &PersonName, kept: &Candidate| {
            let key = name.compare_key();
            kept.name.compare_key() == key || kept.aliases.iter().any(|alias| alias.compare_key() == key)
        };
        for alias in later.aliases {
            if !known(&alias, kept) {
                kept.aliases.push(alias);
            }
        }
    }
}

/// Two of three marks must not contradict each other: another name alone is a spelling, another NIK is another person.
fn same_person(one: &Known, other: &Known) -> bool {
    let differ =
        |one: &Option<Vec<u8>>, other: &Option<Vec<u8>>| one.is_some() && other.is_some() && one != other;
    let niks_meet = one.nik_hash.is_some() && one.nik_hash == other.nik_hash;
    let births_meet = one.born_on.is_some() && one.born_on == other.born_on;
    let births_differ = one.born_on.is_some() && other.born_on.is_some() && one.born_on != other.born_on;
    let names_meet = one.name_key == other.name_key;
    if differ(&one.nik_hash, &other.nik_hash) {
        return false;
    }
    match (niks_meet, names_meet) {
        (true, true) => true,
        (true, false) => births_meet,
        (false, true) => !births_differ,
        (false, false) => births_meet && one.register.is_some() && one.register == other.register,
    }
}

/// A person on record is named by her number, which says little to those outside the office.
fn number(known: &Known) -> String {
    known.register.clone().unwrap_or_else(|| "–".to_owned())
}

fn taken_in_file(mark: Mark) -> &'static str {
    match mark {
        Mark::Register => "people-register-twice",
        Mark::Nik => "people-nik-twice",
        Mark::NameAndBirth => "people-name-twice",
    }
}

fn taken_on_record(mark: Mark) -> &'static str {
    match mark {
        Mark::Register => "people-register-taken",
        Mark::Nik => "people-nik-taken",
        Mark::NameAndBirth => "people-name-taken",
    }
}

fn marks_of(candidate: &Candidate, nik_hash: Option<Vec<u8>>) -> Known {
    Known {
        name_key: candidate.name.compare_key(),
        born_on: candidate.born_on,
        register: candidate.register.as_ref().map(|register| register.number.clone()),
        nik_hash,
    }
}
