// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is wrong in a table, where, and how to mend it, in both languages.

use kernel::Lang;

/// The most faults that are kept one by one; of the others only the count.
const MOST: usize = 1_000;

/// Something wrong in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    Unreadable(String),
    NoColumn {
        column: &'static str,
    },
    Fields {
        expected: u64,
        found: u64,
    },
    NoNumber {
        column: &'static str,
        text: String,
    },
    /// People and cohorts are numbered in the order of their rows.
    Order {
        column: &'static str,
        expected: usize,
        found: u32,
    },
    /// There are only so many of them.
    Unknown {
        column: &'static str,
        found: u32,
        count: usize,
    },
    Weight {
        found: u32,
        most: i32,
    },
    /// The pair stands in another line already.
    Twice {
        line: u64,
    },
    ApartFromOneself {
        person: u32,
    },
    QuotaBeyondGroup {
        group: u32,
        at_least: u32,
        members: usize,
    },
}

/// One fault with its place.
///
/// # Units
/// `line` counts from 1, the line of column names; 0 where the fault is not of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFault {
    pub table: &'static str,
    pub line: u64,
    pub wrong: Wrong,
}

/// All of them, in the order in which they were found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableFaults {
    pub faults: Vec<TableFault>,
    /// So many more were found.
    pub more: usize,
}

impl TableFaults {
    pub(super) fn push(&mut self, fault: TableFault) {
        if self.faults.len() < MOST { self.faults.push(fault) } else { self.more += 1 }
    }

    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }
}

impl TableFault {
    pub fn sentence(&self, lang: Lang) -> String {
        let place = match (self.line, lang) {
            (0, _) => self.table.to_owned(),
            (line, Lang::Id) => format!("{}, baris {line}", self.table),
            (line, Lang::En) => format!("{}, line {line}", self.table),
        };
        format!("{place}: {}", self.wrong.sentence(lang))
    }
}

impl Wrong {
    fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.indonesian(),
            Lang::En => self.english(),
        }
    }

    fn indonesian(&self) -> String {
        match self {
            Self::Unreadable(error) => format!("tidak dapat dibaca ({error})."),
            Self::NoColumn { column } => format!("kolom `{column}` tidak ada. Tambahkan pada baris pertama."),
            Self::Fields { expected, found } => format!("{found} kolom, seharusnya {expected}."),
            Self::NoNumber { column, text } => {
                format!("`{text}` pada kolom `{column}` bukan bilangan bulat.")
            }
            Self::Order { column, expected, found } => {
                format!("`{column}` bernomor {found}, seharusnya {expected}. Nomori berurutan mulai 0.")
            }
            Self::Unknown { column, found, count } => {
                format!("`{column}` {found} tidak ada; hanya ada {count}, bernomor mulai 0.")
            }
            Self::Weight { found, most } => format!("bobot {found} harus antara 1 dan {most}."),
            Self::Twice { line } => format!("pasangan ini sudah ada pada baris {line}. Hapus salah satu."),
            Self::ApartFromOneself { person } => format!("orang {person} dipisahkan dari dirinya sendiri."),
            Self::QuotaBeyondGroup { group, at_least, members } => {
                format!("kelompok {group} hanya {members} orang, kurang dari {at_least} yang diminta.")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Unreadable(error) => format!("cannot be read ({error})."),
            Self::NoColumn { column } => format!("there is no column `{column}`. Add it to the first line."),
            Self::Fields { expected, found } => format!("{found} columns where there should be {expected}."),
            Self::NoNumber { column, text } => format!("`{text}` in column `{column}` is no whole number."),
            Self::Order { column, expected, found } => {
                format!(
                    "`{column}` is numbered {found} where {expected} should follow. Number from 0 in order."
                )
            }
            Self::Unknown { column, found, count } => {
                format!("there is no `{column}` {found}; there are only {count}, numbered from 0.")
            }
            Self::Weight { found, most } => format!("the weight {found} must lie between 1 and {most}."),
            Self::Twice { line } => format!("this pair stands in line {line} already. Delete one of them."),
            Self::ApartFromOneself { person } => format!("person {person} is kept apart from itself."),
            Self::QuotaBeyondGroup { group, at_least, members } => {
                format!("group {group} has {members} people, fewer than the {at_least} asked for.")
            }
        }
    }
}
