// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The files of the checkout: those git knows or would add, and the text of those that are text.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Paths relative to the root, sorted; the text is absent where a file is not UTF-8.
pub struct Tree {
    files: BTreeMap<String, Option<String>>,
}

impl Tree {
    pub fn read(root: &Path) -> Result<Self> {
        let output = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .context("asking git for the files of the tree")?;
        ensure!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr));
        let listed = String::from_utf8(output.stdout).context("a file name is not UTF-8")?;
        let mut files = BTreeMap::new();
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            let place = root.join(path);
            // A file that is removed but not yet committed is still listed; a link to a folder has no text.
            if place.is_file() {
                let bytes = std::fs::read(&place).with_context(|| format!("reading {path}"))?;
                files.insert(path.to_owned(), String::from_utf8(bytes).ok());
            }
        }
        Ok(Self { files })
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    /// Whether a file lies at this path, or below it when it is a folder.
    pub fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let below = format!("{path}/");
        self.files.contains_key(path)
            || self.files.range(below.clone()..).next().is_some_and(|(found, _)| found.starts_with(&below))
    }

    #[cfg(test)]
    pub fn of(texts: &[(&str, &str)]) -> Self {
        Self { files: texts.iter().map(|(path, text)| (path.to_string(), Some(text.to_string()))).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_there_when_a_file_lies_below_it() {
        let tree = Tree::of(&[("app/src/main.rs", "")]);
        assert!(tree.has("app/src/main.rs") && tree.has("app/src") && tree.has("app/"));
        assert!(!tree.has("app/sr") && !tree.has("app/src/main"));
    }
}
