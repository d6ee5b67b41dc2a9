// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The house's own tasks: `cargo xtask tidy | test | journeys | api | browser | verifiers | guide | postgres -- COMMAND | house`.

mod api;
mod browser;
mod guide;
mod journeys;
mod packages;
mod postgres;
mod run;
mod server;
mod test;
mod tidy;
mod verifiers;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask tidy                   hold the tree to its own rules and list every problem
cargo xtask test                   everything continuous integration runs, in order
cargo xtask journeys               the five partnerships twice on one folder; the second must say the same
cargo xtask api [--all]             the API's document and every operation from outside; --all: as every role
cargo xtask browser [--all]         the demo in a real browser; --all: every page of everyone, which takes an hour
cargo xtask verifiers [--all]       certificates before verifiers that others wrote; --all: a thousand, which takes half an hour
cargo xtask guide                  take the pictures of docs/guide and of the README anew, in a real browser
cargo xtask postgres -- COMMAND    run COMMAND with BEKAL_TEST_POSTGRES set to a throw-away server
cargo xtask house                  draw the crates and their arrows as text";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&root(), &words) {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("xtask: {fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(root: &Path, words: &[String]) -> Result<ExitCode> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["tidy"] => tidy::run(root),
        ["house"] => tidy::draw(root).map(|()| ExitCode::SUCCESS),
        ["test"] => test::run(root),
        ["journeys"] => journeys::run(root, &mut run::Tally::default()).map(|()| ExitCode::SUCCESS),
        ["api"] => api::run(root, &mut run::Tally::default()).map(|()| ExitCode::SUCCESS),
        ["api", "--all"] => api::run_all(root, &mut run::Tally::default()).map(|()| ExitCode::SUCCESS),
        ["browser"] => browser::run(root, &mut run::Tally::default()).map(|()| ExitCode::SUCCESS),
        ["browser", "--all"] => {
            browser::run_all(root, &mut run::Tally::default()).map(|()| ExitCode::SUCCESS)
        }
        ["verifiers"] => verifiers::run(root, &mut run::Tally::default()).map(|()| ExitCode::SUCCESS),
        ["verifiers", "--all"] => {
            verifiers::run_all(root, &mut run::Tally::default()).map(|()| ExitCode::SUCCESS)
        }
        ["guide"] => guide::run(root).map(|()| ExitCode::SUCCESS),
        ["postgres", "--", program, arguments @ ..] => {
            let server = postgres::Postgres::start()?;
            let mut command = std::process::Command::new(program);
            let status = run::plainly(&mut command)
                .args(arguments)
                .env(postgres::VARIABLE, server.address())
                .status()
                .with_context(|| format!("starting {program}"))?;
            Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("unknown task: {}\n{HELP}", words.join(" ")),
    }
}

/// The checkout this program was built from: the folder above its own.
fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().expect("the package lies in a folder of the checkout").to_path_buf()
}
