// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The shape of `tidy.toml`: the order of the house, the limits, and the exceptions with their reasons.

use super::tree::Tree;
use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub house: House,
    pub limits: Limits,
    #[serde(default)]
    pub larger: Vec<Larger>,
    #[serde(default)]
    pub only_in: Vec<OnlyIn>,
    #[serde(default)]
    pub word: Vec<Word>,
}

/// The crates of the floor and the stages, each in the order in which they may depend on each other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct House {
    pub floor: Vec<String>,
    pub stages: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub file_lines: usize,
    pub function_lines: usize,
}

/// A file or a function that may be larger, up to `lines`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Larger {
    pub path: String,
    pub function: Option<String>,
    pub lines: usize,
    pub reason: String,
}

/// A call that may stand only in some places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlyIn {
    pub call: String,
    /// The rule looks only below this folder; everywhere when left out.
    #[serde(default)]
    pub within: String,
    pub allowed: Vec<String>,
    #[serde(default)]
    pub except_tests: bool,
    pub reason: String,
}

/// A word that must not stand in the tree.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    pub text: String,
    /// As it is written and with nothing that belongs to a word beside it; else anywhere and in any case.
    #[serde(default)]
    pub whole_word: bool,
    /// Only files whose names end so; all when left out.
    #[serde(default)]
    pub within: String,
    #[serde(default)]
    pub except_lines: Vec<ExceptLine>,
    pub reason: String,
}

/// A line that may hold the word in one file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptLine {
    pub path: String,
    pub line: String,
}

impl Settings {
    pub const PATH: &'static str = "tidy.toml";

    pub fn read(tree: &Tree) -> Result<Self> {
        let text = tree.text(Self::PATH).context("tidy.toml is missing")?;
        basic_toml::from_str(text).context("reading tidy.toml")
    }
}
