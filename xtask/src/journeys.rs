// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The five partnerships from the command line, twice on one folder: the second run must say what the first said.

use crate::run::{Folder, Tally, built_binary, hear};
use anyhow::{Result, bail, ensure};
use std::path::Path;
use std::process::Command;

pub fn run(root: &Path, tally: &mut Tally) -> Result<()> {
    let binary = built_binary(root)?;
    let folder = Folder::new("journeys")?;
    let once = || {
        let mut command = Command::new(&binary);
        hear(command.args(["demo", "--check", "--dir"]).arg(folder.path.join("demo")).current_dir(root))
    };
    let first = once()?;
    *tally += first.tally();
    ensure!(first.success, "demo --check failed");
    let second = once()?;
    ensure!(second.success, "demo --check failed when it was run again on the same folder");
    if let Some(difference) = first_difference(&first.stdout, &second.stdout) {
        bail!("demo --check said something else when it was run again: {difference}");
    }
    Ok(())
}

fn first_difference(first: &[String], second: &[String]) -> Option<String> {
    let lines = first.len().max(second.len());
    let at = |lines: &[String], index: usize| lines.get(index).cloned().unwrap_or_default();
    (0..lines).find_map(|index| {
        let (before, after) = (at(first, index), at(second, index));
        (before != after).then(|| format!("line {}, first {before:?}, then {after:?}", index + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_or_missing_line_is_a_difference() {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(first_difference(&lines("a\nb"), &lines("a\nb")), None);
        assert!(first_difference(&lines("a\nb"), &lines("a\nc")).is_some());
        assert!(first_difference(&lines("a"), &lines("a\nb")).is_some());
    }
}
