// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `bekal plan timetable` and `bekal plan placement`: the engines on files of their own, for those who measure them or plan for
//! more than one office. Each prints one line of JSON; what is wrong in a file is told whole, line by line.

mod clock;
mod placing;
mod timetabling;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command, value_parser};

/// What `bekal plan` takes besides the commands of the rooms.
pub fn grammar() -> Command {
    let file = || Arg::new("file").required(true).value_parser(value_parser!(PathBuf));
    let out =
        |help: &'static str| Arg::new("out").long("out").value_parser(value_parser!(PathBuf)).help(help);
    let number = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_parser(value_parser!(u64).range(1..)).help(help)
    };
    Command::new("plan")
        .subcommand(
            Command::new("timetable")
                .about("Jadwalkan berkas .ctt (ITC 2007, UD2) / timetable a .ctt file")
                .arg(file().help("berkas .ctt"))
                .arg(
                    Arg::new("cpu-seconds")
                        .long("cpu-seconds")
                        .default_value("10")
                        .value_parser(value_parser!(f64))
                        .help("waktu prosesor tiap utas"),
                )
                .arg(
                    number("moves", "langkah tiap utas; hasil sama di setiap mesin")
                        .conflicts_with("cpu-seconds"),
                )
                .arg(number("seed", "benih (bawaan: 1)"))
                .arg(number("threads", "utas, masing-masing dengan benihnya (bawaan: 1)"))
                .arg(out("tulis jadwal terbaik ke berkas ini")),
        )
        .subcommand(
            Command::new("placement")
                .about("Tempatkan orang ke angkatan dari folder CSV / place people from a folder of CSV")
                .arg(
                    file()
                        .value_name("FOLDER")
                        .help("folder dengan persons, cohorts, edges, apart, quotas .csv"),
                )
                .arg(number("seconds-at-most", "berhenti mencari sesudah itu (bawaan: 25)"))
                .arg(number("threads", "utas (bawaan: semua inti)"))
                .args(cfg!(feature = "highs").then(|| {
                    number("prove-seconds", "lalu buktikan dengan HiGHS selama itu / then prove with HiGHS")
                }))
                .arg(out("tulis rencana ke berkas CSV ini")),
        )
}

/// Whether `bekal plan` was asked for one of these, rather than for something of a room.
pub fn is_own(matches: &ArgMatches) -> bool {
    matches!(matches.subcommand_name(), Some("timetable" | "placement"))
}

/// Exit 0 done, 1 a plan that breaks a hard rule or a file with faults, 2 a file that cannot be read.
///
/// # Errors
/// The plan cannot be written.
pub fn command(matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    match matches.subcommand() {
        Some(("timetable", inner)) => timetabling::command(inner),
        Some(("placement", inner)) => placing::command(inner),
        _ => anyhow::bail!("plan timetable FILE, plan placement FOLDER"),
    }
}
