// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Holds the tree to its own rules. Each rule is a pure function from the tree to its problems; all are listed.

mod architecture;
mod arrows;
mod calls;
mod decide;
mod facts;
mod heads;
mod settings;
mod sizes;
mod source;
mod tree;
mod words;

use anyhow::Result;
use settings::Settings;
use source::Source;
use std::path::Path;
use std::process::ExitCode;
use tree::Tree;

/// Something that breaks a rule, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Problem {
    path: String,
    line: usize,
    rule: &'static str,
    what: String,
}

impl Problem {
    fn new(rule: &'static str, path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, rule, what: what.into() }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}: {}", self.path, self.rule, self.what),
            line => write!(out, "{}:{line}: {}: {}", self.path, self.rule, self.what),
        }
    }
}

/// Prints every problem and the sizes; fails when there is a problem.
pub fn run(root: &Path) -> Result<ExitCode> {
    let tree = Tree::read(root)?;
    let settings = Settings::read(&tree)?;
    let (sources, mut problems) = source::parse_all(&tree);
    problems.extend(all_rules(&tree, &sources, &settings));
    problems.sort();
    for problem in &problems {
        println!("{problem}");
    }
    println!("{}", sizes::summary(&sources));
    println!("tidy: {} files, {} problems", tree.paths().count(), problems.len());
    Ok(if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Prints the crates and their arrows.
pub fn draw(root: &Path) -> Result<()> {
    let tree = Tree::read(root)?;
    let settings = Settings::read(&tree)?;
    print!("{}", arrows::picture(&tree, &settings.house)?);
    Ok(())
}

fn all_rules(tree: &Tree, sources: &[Source], settings: &Settings) -> Vec<Problem> {
    [
        arrows::problems(tree, &settings.house),
        facts::problems(sources, &settings.house),
        sizes::problems(sources, settings),
        heads::problems(tree),
        decide::problems(sources),
        calls::problems(sources, &settings.only_in),
        architecture::problems(tree),
        words::problems(tree, &settings.word),
    ]
    .concat()
}
