// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Seats for the people of a folder of tables.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context;
use clap::ArgMatches;
use kernel::Lang;
use placement::{Effort, Plan, solve};
use planning::tables::{TableFaults, read_placement};
use serde_json::json;

/// After this the best plan so far is given with its bound.
const SECONDS_AT_MOST: u64 = 25;

pub fn command(matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    let folder = matches.get_one::<PathBuf>("file").context("a folder is required")?;
    let begun = Instant::now();
    let problem = match read_placement(folder) {
        Ok(problem) => problem,
        Err(faults) => {
            tell(&faults);
            return Ok(ExitCode::FAILURE);
        }
    };
    let read = begun.elapsed();
    let patience =
        Duration::from_secs(matches.get_one::<u64>("seconds-at-most").copied().unwrap_or(SECONDS_AT_MOST));
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let asked = matches.get_one::<u64>("threads").and_then(|threads| usize::try_from(*threads).ok());
    let stop = || begun.elapsed() > patience;
    let effort = Effort { nodes: u64::MAX, threads: asked.unwrap_or_else(cores), stop: &stop };
    let plan = solve(&problem, &effort).context("the tables were read, so the engine takes them")?;
    #[cfg(feature = "highs")]
    let plan = match matches.get_one::<u64>("prove-seconds") {
        Some(seconds) => placement::prove(&problem, &plan, Duration::from_secs(*seconds))?,
        None => plan,
    };
    let took = begun.elapsed();
    if let Some(out) = matches.get_one::<PathBuf>("out") {
        write(out, &plan).with_context(|| format!("cannot write {}", out.display()))?;
    }
    let seconds = |time: Duration| (time.as_secs_f64() * 1e3).round() / 1e3;
    let line = json!({
        "value": plan.value, "bound": plan.bound, "gap": plan.gap(), "placed": plan.placed(),
        "people": problem.person_count(), "cohorts": problem.batches.len(), "pairs": problem.eligible.len(),
        "seconds": seconds(took), "seconds_reading": seconds(read),
        "memory_mib": most_memory_mib(),
    });
    println!("{line}");
    Ok(ExitCode::SUCCESS)
}

fn tell(faults: &TableFaults) {
    for fault in &faults.faults {
        eprintln!("✗ {}", fault.sentence(Lang::Id));
        eprintln!("  {}", fault.sentence(Lang::En));
    }
    if faults.more > 0 {
        eprintln!("✗ dan {} kesalahan lagi / and {} faults more", faults.more, faults.more);
    }
}

fn write(path: &Path, plan: &Plan) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(path)?);
    writeln!(file, "person,cohort")?;
    for (person, batch) in plan.seats.iter().enumerate().filter_map(|(person, seat)| Some((person, (*seat)?)))
    {
        writeln!(file, "{person},{}", batch.0)?;
    }
    file.flush()
}

/// The most memory this process has held, where the system tells.
fn most_memory_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some((kibibytes / 102.4).round() / 10.0)
}
