// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Results that were measured before: one line of JSON each, so that a long run can be stopped and goes on.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use serde_json::Value;

/// Results by what was asked.
pub struct Results {
    file: std::fs::File,
    found: BTreeMap<String, Value>,
}

impl Results {
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let found =
            lines.filter_map(|line| Some((line["asked"].as_str()?.to_owned(), line.clone()))).collect();
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        Ok(Self { file, found })
    }

    pub fn get(&self, asked: &str) -> Option<&Value> {
        self.found.get(asked)
    }

    pub fn keep(&mut self, asked: &str, mut result: Value) -> anyhow::Result<()> {
        result["asked"] = asked.into();
        writeln!(self.file, "{result}")?;
        self.found.insert(asked.to_owned(), result);
        Ok(())
    }
}
