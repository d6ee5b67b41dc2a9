// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Everything that continuous integration runs, in order; it stops at the first step that fails and says which.

use crate::postgres::{Postgres, VARIABLE};
use crate::run::{Tally, hear, is_fine, succeed};
use crate::{api, browser, journeys, packages, tidy, verifiers};
use anyhow::{Result, ensure};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// A name, and what to do; tests that were run are added to the tally, whether they passed or not.
type Step = (&'static str, fn(&Path, &mut Tally) -> Result<()>);

const STEPS: [Step; 10] = [
    ("packages", |_, _| packages::ensure()),
    ("format", |root, _| succeed(cargo(root).args(["fmt", "--all", "--check"]))),
    ("clippy", clippy),
    ("tidy", tidy),
    ("tests on SQLite and PostgreSQL", tests),
    ("documentation tests", documentation_tests),
    ("journeys", journeys::run),
    ("verifiers from outside", verifiers::run),
    ("API from outside", api::run),
    ("browser", browser::run),
];

pub fn run(root: &Path) -> Result<ExitCode> {
    let mut tally = Tally::default();
    let mut summary = Vec::new();
    let mut failed = false;
    for (index, (name, step)) in STEPS.iter().enumerate() {
        if failed {
            summary.push(format!("  not run    {name}"));
            continue;
        }
        println!("\n=== {} of {}: {name}", index + 1, STEPS.len());
        let begun = Instant::now();
        let outcome = step(root, &mut tally);
        let seconds = begun.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => summary.push(format!("  {seconds:7.1} s  {name}")),
            Err(fault) => {
                failed = true;
                eprintln!("{fault:#}");
                summary.push(format!("  {seconds:7.1} s  {name}: FAILED: {fault:#}"));
            }
        }
    }
    println!("\n=== summary\n{}", summary.join("\n"));
    println!("{} passed, {} failed", tally.passed, tally.failed);

    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn clippy(root: &Path, _: &mut Tally) -> Result<()> {
    let arguments = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    succeed(cargo(root).args(arguments))
}

fn tidy(root: &Path, _: &mut Tally) -> Result<()> {
    ensure!(tidy::run(root)? == ExitCode::SUCCESS, "the tree breaks its own rules");
    Ok(())
}

/// With nextest where it is installed, else with cargo's own runner; both see the throw-away server.
fn tests(root: &Path, tally: &mut Tally) -> Result<()> {
    let server = Postgres::start()?;
    let mut command = cargo(root);
    command.env(VARIABLE, server.address());
    if has_nextest() {
        command.args(["nextest", "run", "--workspace", "--no-fail-fast", "--cargo-quiet"]);
        command.args(["--status-level", "fail", "--final-status-level", "fail"]);
    } else {
        command.args(["test", "--quiet", "--workspace", "--no-fail-fast", "--all-targets"]);
    }
    count(&mut command, tally)
}

/// Nextest does not run them, so they are a step of their own with either runner.
fn documentation_tests(root: &Path, tally: &mut Tally) -> Result<()> {
    count(cargo(root).args(["test", "--quiet", "--workspace", "--no-fail-fast", "--doc"]), tally)
}

fn count(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let heard = hear(command)?;
    *tally += heard.tally();
    ensure!(heard.success, "tests failed; their names stand above");
    Ok(())
}

fn has_nextest() -> bool {
    is_fine("cargo", &["nextest", "--version"])
}

fn cargo(root: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root);
    command
}
