// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A timetable for a file of the curriculum-based competition.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::ArgMatches;
use kernel::Lang;
use serde_json::json;
use timetable::course::{Instance, Score, Solution, anneal};

use super::clock::ThreadClock;

/// How long one thread searches.
#[derive(Clone, Copy)]
enum Budget {
    Moves(u64),
    CpuSeconds(f64),
}

/// What one thread found.
struct Found {
    seed: u64,
    solution: Solution,
    score: Score,
    moves: u64,
    seconds: f64,
}

pub fn command(matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    let path = matches.get_one::<PathBuf>("file").context("a file is required")?;
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("✗ {} tidak dapat dibaca / cannot be read: {error}", path.display());
            return Ok(ExitCode::from(2));
        }
    };
    let instance = match Instance::read(&String::from_utf8_lossy(&bytes)) {
        Ok(instance) => instance,
        Err(faults) => {
            for fault in faults {
                eprintln!("✗ {}: {}", path.display(), fault.sentence(Lang::Id));
                eprintln!("  {}", fault.sentence(Lang::En));
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    let budget = match matches.get_one::<u64>("moves") {
        Some(moves) => Budget::Moves(*moves),
        None => Budget::CpuSeconds(*matches.get_one::<f64>("cpu-seconds").context("it has a default")?),
    };
    let number = |name: &str| matches.get_one::<u64>(name).copied().unwrap_or(1);
    let found = best_of(&instance, number("seed"), number("threads"), budget)?;
    if let Some(out) = matches.get_one::<PathBuf>("out") {
        let text = found.solution.write(&instance);
        std::fs::write(out, text).with_context(|| format!("cannot write {}", out.display()))?;
    }
    println!("{}", line(&instance, &found));
    Ok(if found.score.hard.total() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One search a thread, each from its own seed; the best of them, the lowest seed of equals.
fn best_of(instance: &Instance, seed: u64, threads: u64, budget: Budget) -> anyhow::Result<Found> {
    let all: Vec<Found> = std::thread::scope(|scope| {
        let searches: Vec<_> =
            (seed..seed + threads).map(|seed| scope.spawn(move || search(instance, seed, budget))).collect();
        let ended = |search: std::thread::ScopedJoinHandle<'_, Found>| match search.join() {
            Ok(found) => found,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        searches.into_iter().map(ended).collect()
    });
    let (moves, seconds) =
        all.iter().fold((0, 0.0), |(moves, seconds), one| (moves + one.moves, seconds + one.seconds));
    let key = |one: &Found| (one.score.hard.total(), one.score.soft.total(), one.seed);
    let best = all.into_iter().min_by_key(key).context("at least one thread searches")?;
    Ok(Found { moves, seconds, ..best })
}

fn search(instance: &Instance, seed: u64, budget: Budget) -> Found {
    let clock = ThreadClock::start();
    let mut moves = 0;
    let solution = anneal(instance, seed, &mut |progress| {
        moves = progress.moves;
        match budget {
            Budget::Moves(budget) => timetable::by_moves(budget)(progress),
            Budget::CpuSeconds(budget) => clock.seconds() / budget,
        }
    });
    Found { seed, score: Score::of(instance, &solution), solution, moves, seconds: clock.seconds() }
}

fn line(instance: &Instance, found: &Found) -> serde_json::Value {
    let soft = &found.score.soft;
    json!({
        "instance": instance.name, "hard": found.score.hard.total(), "cost": soft.total(),
        "room_capacity": soft.room_capacity, "min_working_days": soft.min_working_days,
        "compactness": soft.compactness, "room_stability": soft.room_stability,
        "moves": found.moves, "seconds": (found.seconds * 1e3).round() / 1e3, "seed": found.seed,
    })
}
