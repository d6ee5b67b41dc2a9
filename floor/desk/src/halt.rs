// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Each way not to go on. A page or a command turns it into words; nothing was written.

use access::{Act, Denied};
use store::DbErr;

use crate::{Done, Say};

/// One thing wrong with a form, at one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    pub field: String,
    pub say: Say,
}

/// A rule said no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Stable code, such as `PART-04`; `refusal-part-04` is its sentence, `.next` what is possible instead.
    pub code: &'static str,
    pub args: Vec<(&'static str, String)>,
    /// Every single reason, where there are several.
    pub reasons: Vec<Say>,
}

impl Refusal {
    pub fn new(code: &'static str) -> Self {
        Self { code, args: Vec::new(), reasons: Vec::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    #[must_use]
    pub fn because(mut self, reasons: impl IntoIterator<Item = Say>) -> Self {
        self.reasons.extend(reasons);
        self
    }

    /// The sentence.
    pub fn say(&self) -> Say {
        Say { key: format!("refusal-{}", self.code.to_lowercase()), args: self.args.clone() }
    }

    /// What is possible instead.
    pub fn next(&self) -> Say {
        Say { key: format!("refusal-{}.next", self.code.to_lowercase()), args: self.args.clone() }
    }
}

/// Why an action or a page stops.
#[derive(Debug)]
pub enum Halt {
    /// The form must be mended: every problem at once.
    Problems(Vec<FieldProblem>),
    /// A rule refuses.
    Refusal(Refusal),
    /// Not allowed. Outside one's own office, this looks like `Missing`.
    Denied(Denied),
    /// Allowed, but the policy wants to know again that it is still the same person. Nothing was written.
    Proof(Act),
    /// There is no such thing.
    Missing,
    /// This very form was sent before; here is what it did.
    Already(Box<Done>),
    /// Something broke that is not the person's fault.
    Fault(anyhow::Error),
}

impl Halt {
    /// A single problem at one field.
    pub fn field(field: impl Into<String>, say: impl Into<Say>) -> Self {
        Self::Problems(vec![FieldProblem { field: field.into(), say: say.into() }])
    }
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl From<Denied> for Halt {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<DbErr> for Halt {
    fn from(error: DbErr) -> Self {
        Self::Fault(anyhow::Error::new(error).context("the database did not answer as expected"))
    }
}

impl From<anyhow::Error> for Halt {
    fn from(error: anyhow::Error) -> Self {
        Self::Fault(error)
    }
}
