// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is wrong with the text of a problem, line by line.

use std::fmt;

use kernel::Lang;

/// Why a line cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The head lacks this entry; told at the line where the head ends.
    Missing(&'static str),
    /// An entry of the head, or a section, that this format does not have.
    Unknown(String),
    /// A line with another number of words than its section asks for.
    Words { expected: usize, found: usize },
    /// Something that is not a whole number from zero.
    NotANumber(String),
    /// A number beyond the largest that is taken.
    TooLarge { what: &'static str, number: usize, most: usize },
    /// A number below the smallest that makes sense.
    TooSmall { what: &'static str, number: usize, least: usize },
    /// A course, room or curriculum named twice.
    Twice(String),
    /// A course that the courses do not list.
    NoSuchCourse(String),
    /// The head promises another number of entries than the section has.
    Count { what: &'static str, promised: usize, found: usize },
    /// The text ends before `END.`.
    NoEnd,
}

/// A line, counted from one, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub line: usize,
    pub why: Why,
}

impl Fault {
    /// What is wrong, where, and what is asked for.
    pub fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => format!("baris {}: {}", self.line, self.why.indonesian()),
            Lang::En => format!("line {}: {}", self.line, self.why.english()),
        }
    }
}

impl Why {
    fn indonesian(&self) -> String {
        match self {
            Self::Missing(what) => format!("kepala berkas tidak memuat \"{what}:\""),
            Self::Unknown(word) => format!("\"{word}\" bukan isian kepala berkas dan bukan bagian"),
            Self::Words { expected, found } => format!("{found} kata, seharusnya {expected}"),
            Self::NotANumber(word) => format!("\"{word}\" bukan bilangan bulat"),
            Self::TooLarge { what, number, most } => format!("{what} {number}, paling banyak {most}"),
            Self::TooSmall { what, number, least } => format!("{what} {number}, paling sedikit {least}"),
            Self::Twice(name) => format!("{name} tertulis dua kali"),
            Self::NoSuchCourse(name) => format!("tidak ada mata kuliah {name}"),
            Self::Count { what, promised, found } => {
                format!("kepala berkas menjanjikan {promised} {what}, bagiannya memuat {found}")
            }
            Self::NoEnd => "berkas berakhir tanpa \"END.\"".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Missing(what) => format!("the head has no \"{what}:\""),
            Self::Unknown(word) => format!("\"{word}\" is neither an entry of the head nor a section"),
            Self::Words { expected, found } => format!("{found} words, {expected} are needed"),
            Self::NotANumber(word) => format!("\"{word}\" is not a whole number"),
            Self::TooLarge { what, number, most } => format!("{what} {number}, at most {most} is taken"),
            Self::TooSmall { what, number, least } => format!("{what} {number}, at least {least} is needed"),
            Self::Twice(name) => format!("{name} is listed twice"),
            Self::NoSuchCourse(name) => format!("there is no course {name}"),
            Self::Count { what, promised, found } => {
                format!("the head promises {promised} {what}, the section has {found}")
            }
            Self::NoEnd => "the text ends without \"END.\"".to_owned(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for Fault {}
