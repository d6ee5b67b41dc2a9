// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is to be said about a row: where, how serious, what, and how to mend it, in both languages.

use desk::{Say, Words};
use kernel::Lang;
use kernel::day::DayProblem;
use kernel::name::NameProblem;
use kernel::nik::{NikProblem, NikWarning};

use super::columns::Column;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know; the row is taken as it is.
    Note,
    /// The row is taken, with a gap somebody has to fill.
    Warning,
    /// The same person as in another row or on record; the row adds nobody.
    Repeated,
    /// The row cannot be taken.
    Error,
}

impl Severity {
    pub const ALL: &[Self] = &[Self::Note, Self::Warning, Self::Repeated, Self::Error];

    /// The word `people-severity-CODE` is its name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Repeated => "repeated",
            Self::Error => "error",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|severity| severity.code() == code)
    }
}

/// What is the matter. It never holds a NIK, an offence, a sentence, a block or an illness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Day {
        problem: DayProblem,
        written: Option<String>,
    },
    Nik(NikProblem),
    NikOdd(NikWarning),
    Name(NameProblem),
    /// The word and, as its attribute `.mend`, how to mend it.
    Said(Say),
}

impl What {
    pub fn say(key: &str) -> Self {
        Self::Said(Say::new(key))
    }

    #[must_use]
    pub fn with(self, name: &'static str, value: impl ToString) -> Self {
        match self {
            Self::Said(say) => Self::Said(say.with(name, value)),
            other => other,
        }
    }

    /// What is the matter and how to mend it.
    pub fn sentence(&self, words: &Words, lang: Lang) -> String {
        match self {
            Self::Day { problem, written: Some(text) } => format!("“{text}”. {}", problem.sentence(lang)),
            Self::Day { problem, written: None } => problem.sentence(lang),
            Self::Nik(problem) => problem.sentence(lang),
            Self::NikOdd(warning) => warning.sentence(lang),
            Self::Name(problem) => problem.sentence(lang),
            Self::Said(say) => {
                let mend = Say { key: format!("{}.mend", say.key), args: say.args.clone() };
                let what = words.say(lang, say);
                words.try_say(lang, &mend).map_or(what.clone(), |mend| format!("{what} {mend}"))
            }
        }
    }
}

/// One thing to be said about one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub row: usize,
    pub column: Option<Column>,
    pub severity: Severity,
    pub what: What,
}

impl Finding {
    pub fn new(row: usize, column: Option<Column>, severity: Severity, what: What) -> Self {
        Self { row, column, severity, what }
    }
}
