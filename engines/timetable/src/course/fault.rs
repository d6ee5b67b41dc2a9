// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is wrong with the text of a problem, line by line.

use std::fmt;

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

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: ", self.line)?;
        match &self.why {
            Why::Missing(what) => write!(out, "the head has no \"{what}:\""),
            Why::Unknown(word) => write!(out, "\"{word}\" is neither an entry of the head nor a section"),
            Why::Words { expected, found } => write!(out, "{found} words, {expected} are needed"),
            Why::NotANumber(word) => write!(out, "\"{word}\" is not a whole number"),
            Why::TooLarge { what, number, most } => write!(out, "{what} {number}, at most {most} is taken"),
            Why::TooSmall { what, number, least } => {
                write!(out, "{what} {number}, at least {least} is needed")
            }
            Why::Twice(name) => write!(out, "{name} is listed twice"),
            Why::NoSuchCourse(name) => write!(out, "there is no course {name}"),
            Why::Count { what, promised, found } => {
                write!(out, "the head promises {promised} {what}, the section has {found}")
            }
            Why::NoEnd => write!(out, "the text ends without \"END.\""),
        }
    }
}

impl std::error::Error for Fault {}
