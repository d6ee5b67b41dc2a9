// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `bekal synth office`: an invented office of any size, in the very tables of the house with all their constraints, and
//! with a leaf in the log for each change; to see how pages and writes do when there is much.

mod after;
mod batches;
mod calendar;
mod ground;
mod luck;
mod names;
mod people;
mod writer;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::Context;
use clap::{Arg, ArgAction, ArgMatches, Command};
use desk::House;
use kernel::day::Day;
use kernel::zone::Zone;

use crate::clock::Clock;
use crate::house::{self, Place};
use crate::{demo, log_outside};

use writer::Writer;

/// What is ordered.
#[derive(Debug, Clone)]
pub struct Order {
    pub people: usize,
    pub batches: usize,
    pub marks: usize,
    pub seed: String,
    /// Leaves the certificates of those who have earned them to be issued.
    pub uncertified: bool,
    /// For each batch of the office another one of ordinary learners, on the same days, whom the same training body trains and
    /// certifies.
    pub ordinary: bool,
    /// The day on which the office is looked at; what lies before it has happened.
    pub today: Day,
}

/// What was made.
#[derive(Debug, Clone, Default)]
pub struct Made {
    pub people: usize,
    pub batches: usize,
    pub sessions: usize,
    pub marks: usize,
    pub certificates: usize,
    pub follow_ups: usize,
    pub leaves: i64,
}

/// The grammar of `synth`.
pub fn grammar() -> Command {
    let number = |name: &'static str, default: &'static str| {
        Arg::new(name).long(name).default_value(default).value_parser(clap::value_parser!(usize))
    };
    Command::new("synth")
        .about("Kantor karangan untuk menguji beban / an invented office for load tests")
        .subcommand_required(true)
        .subcommand(
            Command::new("office")
                .about("Satu Lapas dengan orang, angkatan dan tanda hadir karangan")
                .arg(number("people", "20000").help("jumlah orang"))
                .arg(number("batches", "500").help("jumlah angkatan"))
                .arg(number("marks", "300000").help("jumlah tanda hadir"))
                .arg(
                    Arg::new("seed")
                        .long("seed")
                        .default_value("bekal")
                        .help("benih: sama benih, sama kantor"),
                )
                .arg(
                    Arg::new("uncertified")
                        .long("uncertified")
                        .action(ArgAction::SetTrue)
                        .help("tanpa sertifikat: semuanya masih menunggu diterbitkan"),
                )
                .arg(
                    Arg::new("ordinary")
                        .long("ordinary")
                        .action(ArgAction::SetTrue)
                        .help("juga peserta umum dari BLK yang sama, angkatan demi angkatan"),
                ),
        )
}

/// Runs `bekal synth office` on an empty folder.
///
/// # Errors
/// The folder holds an office already, the order is too large for its people, or the database failed.
pub async fn command(folder: &Path, matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    let (_, matches) = matches.subcommand().context("a command is missing")?;
    let number = |name: &str| matches.get_one::<usize>(name).copied().unwrap_or_default();
    let order = Order {
        people: number("people"),
        batches: number("batches"),
        marks: number("marks"),
        seed: matches.get_one::<String>("seed").cloned().unwrap_or_default(),
        uncertified: matches.get_flag("uncertified"),
        ordinary: matches.get_flag("ordinary"),
        today: Zone::Wib.day_of(Clock::Now.read()),
    };
    let house = house::open(&Place::in_folder(folder, true)?).await?;
    let begun = Instant::now();
    let made = office(&house, &order).await?;
    log_outside::carry_out(&house, Clock::Now.read()).await;
    let took = begun.elapsed();
    house.db.clone().close().await?;
    println!(
        "✓ {} orang, {} angkatan, {} sesi, {} tanda hadir, {} sertifikat, {} pemantauan, {} daun audit",
        made.people, made.batches, made.sessions, made.marks, made.certificates, made.follow_ups, made.leaves
    );
    println!("  {:.1} detik", took.as_secs_f64());
    if let Ok(file) = std::fs::metadata(folder.join("bekal.db")) {
        println!("  {:.1} MB", file.len() as f64 / 1e6);
    }
    println!("  akun: {}; kata sandi: {}", ground::LOGINS.join(", "), demo::PASSWORD);
    Ok(ExitCode::SUCCESS)
}

/// Fills an empty house with the office ordered.
///
/// # Errors
/// There is an organisation already, the order does not fit itself, or the database failed.
pub async fn office(house: &Arc<House>, order: &Order) -> anyhow::Result<Made> {
    anyhow::ensure!(office::facts::all(house.db.read()).await?.is_empty(), "the house is not empty");
    let seats = order.batches * batches::SEATS;
    anyhow::ensure!(order.batches > 0 && seats <= order.people, "too few people for {seats} seats");
    let calendar = calendar::Calendar::of(order);
    let mut writer = Writer::new(house, order);
    let ground = ground::lay(&mut writer, &calendar).await?;
    let people = people::put(&mut writer, &ground, &calendar).await?;
    let run = batches::hold(&mut writer, &ground, &calendar, &people).await?;
    if order.ordinary {
        let own = ground::lay_own(&mut writer, &calendar, &ground).await?;
        let learners = people::put(&mut writer, &own, &calendar).await?;
        batches::hold(&mut writer, &own, &calendar, &learners).await?;
    }
    let certificates = if order.uncertified { 0 } else { after::certify(&writer, &ground, &run).await? };
    let follow_ups = after::follow_up(&mut writer, &ground, &run).await?;
    Ok(Made {
        people: people.len(),
        batches: order.batches,
        sessions: run.sessions,
        marks: run.marks,
        certificates,
        follow_ups,
        leaves: audit_size(house).await?,
    })
}

async fn audit_size(house: &House) -> anyhow::Result<i64> {
    #[derive(store::FromQueryResult)]
    struct Head {
        size: i64,
    }
    let head: Option<Head> = store::one(house.db.read(), "SELECT size FROM audit_head", []).await?;
    Ok(head.map_or(0, |head| head.size))
}
