// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What came from outside: names and strings, nothing trusted yet.

use crate::Reading;

/// A file handed in.
#[derive(Debug, Clone)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The fields of a request or a command, in the order they came.
#[derive(Debug, Clone, Default)]
pub struct Form {
    pairs: Vec<(String, String)>,
    files: Vec<(String, Upload)>,
    in_address: bool,
}

impl Form {
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self { pairs, ..Self::default() }
    }

    /// What stood in an address, which browsers, proxies and logs keep.
    pub fn from_address(pairs: Vec<(String, String)>) -> Self {
        Self { pairs, in_address: true, ..Self::default() }
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.pairs.push((name.to_owned(), value.into()));
    }

    pub fn attach(&mut self, name: &str, upload: Upload) {
        self.files.push((name.to_owned(), upload));
    }

    /// The value without surrounding space; empty where the field did not come.
    pub fn text(&self, name: &str) -> &str {
        self.pairs.iter().rev().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The value of a field that must not stand in an address; there it counts as not given.
    pub fn secret(&self, name: &str) -> &str {
        if self.in_address { "" } else { self.text(name) }
    }

    /// Every value of a field that may come several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// The cells of a grid: for `mark`, the pairs of `mark.SOMETHING`.
    pub fn grid<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.pairs.iter().filter_map(move |(key, value)| {
            let cell = key.strip_prefix(name)?.strip_prefix('.')?;
            Some((cell, value.trim()))
        })
    }

    /// The file handed in under a name, if it is not empty.
    pub fn file(&self, name: &str) -> Option<&Upload> {
        self.files
            .iter()
            .find(|(key, upload)| key == name && !upload.bytes.is_empty())
            .map(|(_, upload)| upload)
    }

    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Begins to read; every problem is collected before the answer.
    pub fn read(&self) -> Reading<'_> {
        Reading::new(self)
    }
}
