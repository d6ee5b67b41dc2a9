// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `bekal audit`: check the log, carry it out, fill a lost folder, print the key with which others check it.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use audit::Depth;
use clap::{ArgMatches, Command};
use desk::House;

use super::sentence;
use crate::clock::Clock;
use crate::house::{self, Place};

pub fn grammar() -> Command {
    Command::new("audit")
        .about("Jejak audit / audit log")
        .subcommand_required(true)
        .subcommand(Command::new("verify").about(
            "Periksa setiap daun, juga dengan salinan di luar / check every leaf, with the copies outside",
        ))
        .subcommand(
            Command::new("carry-out").about("Bawa yang baru ke luar sekarang / carry out what is new now"),
        )
        .subcommand(
            Command::new("refill")
                .about("Isi lagi folder yang hilang dari basis data / fill a lost folder from the database"),
        )
        .subcommand(
            Command::new("key")
                .about("Kunci untuk memeriksa log ini / the key with which this log is checked"),
        )
}

/// # Errors
/// The house cannot be opened, or the database or a folder cannot be used.
pub async fn command(folder: &Path, matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    let place = Place::in_folder(folder, false)?;
    match matches.subcommand_name() {
        Some("verify") => verify(&*house::assemble(&place).await?).await,
        Some("carry-out") => {
            let house = house::open(&place).await?;
            let anchored = house.log.anchor(&house.db, Clock::Now.read()).await?;
            for (folder, why) in &anchored.failed {
                println!("✗ {}: {why}", folder.display());
            }
            println!("✓ {} catatan di luar / records outside", anchored.size);
            Ok(if anchored.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Some("refill") => {
            let house = house::assemble(&place).await?;
            let size = house.log.refill(&house.db, Clock::Now.read()).await?;
            println!("✓ {size} catatan di luar / records outside");
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            let house = house::open(&place).await?;
            println!("{}", house.log.key().written(&origin(&house)?));
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The name under which the log signs.
fn origin(house: &House) -> anyhow::Result<String> {
    let shelf = house.log.shelves.first().context("this installation keeps no folder outside")?;
    Ok(house.log.newest(shelf)?.map_or_else(|| house.log.origin.clone(), |newest| newest.origin))
}

async fn verify(house: &House) -> anyhow::Result<ExitCode> {
    let report = audit::verify(house.db.read()).await?;
    for flaw in &report.flaws {
        println!("✗ {flaw:?}");
    }
    println!(
        "{} daun diperiksa, {} tidak cocok / leaves checked, flaws found",
        report.leaves,
        report.flaws.len()
    );
    let differences = house.log.compare(house.db.read(), Depth::Whole).await?;
    for difference in &differences {
        println!("{}", sentence(difference));
    }
    for shelf in &house.log.shelves {
        if let Ok(Some(newest)) = house.log.newest(shelf) {
            println!("{} catatan di luar / records outside: {}", newest.size, shelf.folder().display());
        }
    }
    let is_whole = report.flaws.is_empty() && differences.is_empty();
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
