// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Timetables of a folder of `.ctt` files: two runs at a time, one thread each.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::Context;
use serde_json::Value;

use crate::order::Order;
use crate::results::Results;
use crate::{known, peer};

/// Runs at a time.
const AT_ONCE: usize = 2;

pub fn run(order: &Order) -> anyhow::Result<()> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(&order.folders[0])?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|ending| ending == "ctt"));
    files.sort();
    anyhow::ensure!(!files.is_empty(), "there is no .ctt file in {}", order.folders[0].display());
    let results = Mutex::new(Results::open(&order.results)?);
    let wanted: Mutex<VecDeque<(&PathBuf, u64)>> =
        Mutex::new((1..=order.seeds).flat_map(|seed| files.iter().map(move |file| (file, seed))).collect());
    let work = || -> anyhow::Result<()> {
        loop {
            let Some((file, seed)) = wanted.lock().unwrap_or_else(PoisonError::into_inner).pop_front() else {
                return Ok(());
            };
            let asked = asked(file, order.seconds, seed);
            if results.lock().unwrap_or_else(PoisonError::into_inner).get(&asked).is_some() {
                continue;
            }
            let found = measure(order, file, seed)?;
            eprintln!("{asked}: {}", found["cost"]);
            results.lock().unwrap_or_else(PoisonError::into_inner).keep(&asked, found)?;
        }
    };
    std::thread::scope(|scope| -> anyhow::Result<()> {
        let hands: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(work)).collect();
        for hand in hands {
            hand.join().map_err(|_| anyhow::anyhow!("a run broke off"))??;
        }
        Ok(())
    })?;
    let mut results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
    print(order, &files, &results)?;
    beside_peer(order, &files, &mut results)
}

fn stem(file: &Path) -> &str {
    file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}

fn asked(file: &Path, seconds: u64, seed: u64) -> String {
    format!("{} {seconds} s seed {seed}", stem(file))
}

fn measure(order: &Order, file: &Path, seed: u64) -> anyhow::Result<Value> {
    let out =
        std::env::temp_dir().join(format!("bekal-bench-{}-{seed}-{}.sol", stem(file), std::process::id()));
    let mut command = Command::new(&order.bekal);
    command.args(["plan", "timetable"]).arg(file).arg("--out").arg(&out);
    command.args(["--cpu-seconds", &order.seconds.to_string(), "--seed", &seed.to_string()]);
    let found = peer::ask(&mut command)?;
    anyhow::ensure!(found["hard"] == 0, "{} breaks a hard rule: {found}", file.display());
    if let Some(validator) = &order.validator {
        let output = Command::new("python3").arg(validator).arg(file).arg(&out).output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let cost = found["cost"].to_string();
        let agrees = said.split(|letter: char| !letter.is_ascii_digit()).any(|word| word == cost);
        anyhow::ensure!(output.status.success() && agrees, "we say {cost}, the validator says {said}");
    }
    std::fs::remove_file(&out).with_context(|| format!("{}", out.display()))?;
    Ok(found)
}

fn print(order: &Order, files: &[PathBuf], results: &Results) -> anyhow::Result<()> {
    println!(
        "{} CPU seconds, one thread, {} seeds\n{:<10} {:>10} {:>8} {:>8} {:>6} {:>6} {:>12}",
        order.seconds, order.seeds, "instance", "best known", "winner", "mean", "best", "worst", "M moves/s"
    );
    let (mut known_sum, mut mean_sum, mut best_sum) = (0, 0.0, 0);
    for file in files {
        let mut costs = Vec::new();
        let (mut moves, mut seconds) = (0.0, 0.0);
        for seed in 1..=order.seeds {
            let found = results.get(&asked(file, order.seconds, seed)).context("it was just measured")?;
            costs.push(found["cost"].as_u64().context("a cost")?);
            moves += found["moves"].as_f64().unwrap_or_default();
            seconds += found["seconds"].as_f64().unwrap_or_default();
        }
        let mean = costs.iter().sum::<u64>() as f64 / costs.len() as f64;
        let best = costs.iter().min().copied().unwrap_or_default();
        let worst = costs.iter().max().copied().unwrap_or_default();
        let known = known::of(stem(file));
        let told = |number: Option<u64>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
        println!(
            "{:<10} {:>10} {:>8} {mean:>8.1} {best:>6} {worst:>6} {:>12.1}",
            stem(file),
            told(known.map(|(best, _)| best)),
            told(known.map(|(_, winner)| winner)),
            moves / seconds / 1e6
        );
        if let Some((known, _)) = known {
            (known_sum, mean_sum, best_sum) = (known_sum + known, mean_sum + mean, best_sum + best);
        }
    }
    if known_sum > 0 {
        let above = |sum: f64| (sum / known_sum as f64 - 1.0) * 100.0;
        println!(
            "sum of best known {known_sum}, of our means {mean_sum:.1} ({:+.1} %), of our bests {best_sum} ({:+.1} %)",
            above(mean_sum),
            above(best_sum as f64)
        );
    }
    Ok(())
}

/// The same files by a general solver within the same time on the wall.
fn beside_peer(order: &Order, files: &[PathBuf], results: &mut Results) -> anyhow::Result<()> {
    let Some(python) = &order.python else { return Ok(()) };
    println!("\n{:<10} {:>8} {:>16} {:>12}", "instance", "ours", "OR-Tools CP-SAT", "cost ratio");
    for file in files {
        let asked_peer = format!("CP-SAT {} {} s", stem(file), order.seconds);
        if results.get(&asked_peer).is_none() {
            let mut command = peer::script(python, "cp_sat_courses.py");
            let found = peer::ask(command.arg(file).arg(order.seconds.to_string()))?;
            results.keep(&asked_peer, found)?;
        }
        let ours = results.get(&asked(file, order.seconds, 1)).and_then(|found| found["cost"].as_f64());
        let theirs = results.get(&asked_peer).and_then(|found| found["value"].as_f64());
        let told =
            |number: Option<f64>| number.map_or_else(|| "none".to_owned(), |number| format!("{number:.0}"));
        let ratio =
            ours.zip(theirs).map_or_else(|| "-".to_owned(), |(ours, theirs)| format!("{:.1}", theirs / ours));
        println!("{:<10} {:>8} {:>16} {ratio:>12}", stem(file), told(ours), told(theirs));
    }
    Ok(())
}
