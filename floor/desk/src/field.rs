// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Fields of a form, declared once for page and command.

use crate::{Desk, Form, Future, Halt};

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

/// Reads the options of a choice.
pub type Options = for<'a> fn(&'a Desk, &'a Form) -> Future<'a, Result<Vec<Choice>, Halt>>;

/// How a field is filled.
#[derive(Clone, Copy)]
pub enum Kind {
    Text,
    /// Several lines of prose.
    Long,
    /// One record a line, its parts separated by `|`; the hint says which parts.
    Lines,
    Day,
    Minute,
    Number,
    Rupiah,
    Check,
    File,
    Password,
    /// Codes whose labels are the words `PREFIX-CODE`.
    Codes {
        prefix: &'static str,
        codes: &'static [&'static str],
    },
    /// Options read from the database.
    Pick(Options),
    /// Filled by a table on a page of its own: fields named `NAME.something`.
    Grid,
    /// Comes from the address.
    Path,
}

/// One field.
#[derive(Clone, Copy)]
pub struct Field {
    /// Also the name of the command's option; its label is the word `field-ACTION-NAME` or else `field-NAME`.
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
}

impl Field {
    pub const fn required(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: true }
    }

    pub const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: false }
    }

    /// A part of the address, such as `{agreement}`.
    pub const fn path(name: &'static str) -> Self {
        Self { name, kind: Kind::Path, required: true }
    }
}
