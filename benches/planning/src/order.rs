// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is asked for on the command line.

use std::path::PathBuf;

use anyhow::Context;

pub enum What {
    Courses,
    Seats,
    Lost,
}

pub struct Order {
    pub what: What,
    pub folders: Vec<PathBuf>,
    pub bekal: PathBuf,
    /// For each run of ours, and the limit of each peer.
    pub seconds: u64,
    pub seeds: u64,
    /// Where results are kept, so that a run goes on where it stopped.
    pub results: PathBuf,
    /// Python with the peers installed; none leaves them out.
    pub python: Option<PathBuf>,
    /// A validator of `.ctt` solutions to be asked about each: `python3 FILE` is called with instance and solution.
    pub validator: Option<PathBuf>,
}

impl Order {
    pub fn read(mut words: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let what = match words.next().as_deref() {
            Some("courses") => What::Courses,
            Some("seats") => What::Seats,
            Some("lost-instructor") => What::Lost,
            _ => anyhow::bail!(
                "planning-bench courses FOLDER, planning-bench seats FOLDER…, or planning-bench lost-instructor"
            ),
        };
        let mut order = Self {
            what,
            folders: Vec::new(),
            bekal: PathBuf::from("target/release/bekal"),
            seconds: 10,
            seeds: 5,
            results: PathBuf::from("target/planning-bench.jsonl"),
            python: None,
            validator: None,
        };
        while let Some(word) = words.next() {
            if !word.starts_with("--") {
                order.folders.push(word.into());
                continue;
            }
            let value = words.next().with_context(|| format!("{word} wants a value"))?;
            match word.as_str() {
                "--bekal" => order.bekal = value.into(),
                "--seconds" => order.seconds = value.parse().context("--seconds wants a number")?,
                "--seeds" => order.seeds = value.parse().context("--seeds wants a number")?,
                "--results" => order.results = value.into(),
                "--python" => order.python = Some(value.into()),
                "--validator" => order.validator = Some(value.into()),
                _ => anyhow::bail!("unknown option {word}"),
            }
        }
        anyhow::ensure!(matches!(order.what, What::Lost) || !order.folders.is_empty(), "name a folder");
        Ok(order)
    }
}
