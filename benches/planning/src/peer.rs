// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Programs that are run and print one line of JSON.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context;
use serde_json::Value;

/// Runs a program; its last line is its result.
pub fn ask(command: &mut Command) -> anyhow::Result<Value> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("{command:?}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let last = text.lines().last().with_context(|| format!("{command:?} said nothing"))?;
    serde_json::from_str(last).with_context(|| format!("{command:?} said {last}"))
}

/// One of the scripts beside this crate.
pub fn script(python: &Path, name: &str) -> Command {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("peers");
    let mut command = Command::new(python);
    command.arg(folder.join(name));
    command
}
