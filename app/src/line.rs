// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The command line: the door's own commands beside those of the rooms.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use chrono::Utc;
use clap::{Arg, ArgAction, ArgMatches, Command};
use desk::{House, Teller, Words};
use kernel::day::{self, Day};
use kernel::{Lang, zone::Zone};

use crate::clock::Clock;
use crate::command::{Answer, Caller, RoomCommands, grammar, perform};
use crate::disk::Disk;
use crate::house::Place;
use crate::{
    demo, house, log_outside, plan, rooms, serve, synth, vc_api, verify, verify_code, verify_selection, work,
};

/// Runs one command line; answers the process's exit code.
pub async fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    match dispatch(args).await {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("✗ {fault:#}");
            ExitCode::FAILURE
        }
    }
}

/// What the rooms offer to both doors.
pub(crate) fn room_commands() -> RoomCommands {
    RoomCommands { actions: rooms::actions(), pages: rooms::pages() }
}

async fn dispatch(args: impl IntoIterator<Item = OsString>) -> anyhow::Result<ExitCode> {
    let words = Words::new(&rooms::words())?;
    let commands = room_commands();
    let matches = grammar(own_commands(), &commands, &words).get_matches_from(args);
    let folder = matches.get_one::<PathBuf>("dir").cloned().unwrap_or_else(|| PathBuf::from("bekal-data"));
    let (name, inner) = matches.subcommand().context("a command is missing; see --help")?;
    match name {
        "demo" => demo::command(inner, matches.get_one::<PathBuf>("dir")).await,
        "serve" => serve_command(&folder, inner).await,
        "migrate" => {
            house::open(&Place::in_folder(&folder, false)?).await?;
            println!("✓ skema basis data terbaru / the schema is up to date");
            Ok(ExitCode::SUCCESS)
        }
        "synth" => synth::command(&folder, inner).await,
        "work" => work_command(&folder, inner.get_flag("once-only")).await,
        "vc-api" => vc_api::command(inner).await,
        "audit" => log_outside::command(&folder, inner).await,
        "plan" if plan::is_own(inner) => plan::command(inner),
        "certificate" if inner.subcommand_name() == Some("verify") => {
            let (_, inner) = inner.subcommand().context("a command is missing")?;
            match inner.get_one::<String>("code") {
                Some(code) => verify_code::command(inner, code, today_of(&matches)?),
                None => verify::command(inner, &folder, today_of(&matches)?).await,
            }
        }
        "certificate" if inner.subcommand_name() == Some("choose") => {
            let (_, inner) = inner.subcommand().context("a command is missing")?;
            verify_selection::choose(inner)
        }
        _ => room_command(&folder, &matches, &commands, (name, inner)).await,
    }
}

/// The last day of the stories that are played.
fn until() -> Arg {
    Arg::new("until")
        .long("until")
        .value_name("HH-BB-TTTT")
        .value_parser(|text: &str| day::parse(text).map_err(|problem| problem.sentence(Lang::Id)))
        .conflicts_with("check")
        .help("hanya sampai hari ini, dan dilihat pada hari itu")
}

fn own_commands() -> Command {
    let dir = Arg::new("dir").long("dir").value_parser(clap::value_parser!(PathBuf)).global(true);
    let listen = || Arg::new("listen").long("listen").default_value("127.0.0.1:8080").help("alamat dan port");
    let per_minute = || {
        Arg::new("api-per-minute")
            .long("api-per-minute")
            .value_parser(clap::value_parser!(u32).range(1..))
            .help("permintaan API per menit untuk satu token (bawaan: 600)")
    };
    Command::new("bekal")
        .about("Dari perjanjian sampai penghidupan. / From agreement to livelihood.")
        .subcommand_required(true)
        .arg(dir.help("folder data (bawaan: bekal-data)"))
        .arg(Arg::new("as").long("as").env("BEKAL_AS").help("nama masuk orang yang bertindak"))
        .arg(Arg::new("today").long("today").help("hari, misalnya 17-12-2025 (bawaan: hari ini)"))
        .arg(Arg::new("lang").long("lang").default_value("id").help("id atau en"))
        .arg(Arg::new("once").long("once").help("kunci agar perintah yang diulang tidak bekerja dua kali"))
        .subcommand(
            Command::new("demo")
                .about("Muat kisah kemitraan dan buka halamannya / load the partnerships and serve them")
                .arg(
                    Arg::new("check")
                        .long("check")
                        .action(ArgAction::SetTrue)
                        .help("jalankan tanpa peramban, cetak tabel"),
                )
                .args([until(), listen(), per_minute()]),
        )
        .subcommand(
            Command::new("serve").about("Jalankan server / run the server").arg(listen()).arg(per_minute()),
        )
        .subcommand(synth::grammar())
        .subcommand(plan::grammar())
        .subcommand(vc_api::grammar())
        .subcommand(
            Command::new("work")
                .about("Kerjakan pekerjaan yang menunggu / do the jobs that wait")
                .arg(once_flag()),
        )
        .subcommand(Command::new("migrate").about("Perbarui skema basis data / bring the schema up to date"))
        .subcommand(log_outside::grammar())
        .subcommand(
            Command::new("certificate").subcommand(certificate_verify()).subcommand(certificate_choose()),
        )
}

fn certificate_verify() -> Command {
    Command::new("verify")
                    .about("Periksa sertifikat PDF, JSON, atau SD-JWT, atau kode pada kertasnya / check a certificate, or the code on its paper")
                    .arg(Arg::new("file").required_unless_present("code"))
                    .arg(
                        Arg::new("code")
                            .long("code")
                            .conflicts_with("file")
                            .requires("register")
                            .help("isi kode QR di halaman kedua, SERT1:…"),
                    )
                    .arg(
                        Arg::new("register")
                            .long("register")
                            .value_name("FILE")
                            .help("daftar penerbit dan status yang diambil dari /c/register.json"),
                    )
                    .arg(
                        Arg::new("register-key")
                            .long("register-key")
                            .value_name("DID")
                            .requires("register")
                            .help("kunci daftar itu, bila sudah dikenal"),
                    )
                    .arg(
                        Arg::new("proof")
                            .long("proof")
                            .value_name("FILE")
                            .conflicts_with("code")
                            .requires("log-key")
                            .help("bukti tercatat, dari /c/NOMOR/proof.txt"),
                    )
                    .arg(
                        Arg::new("log-key")
                            .long("log-key")
                            .value_name("KEY")
                            .requires("proof")
                            .help("kunci jejak audit, dari /c/log/key"),
                    )
                    .arg(
                        Arg::new("offline")
                            .long("offline")
                            .action(ArgAction::SetTrue)
                            .help("tanpa basis data: tanda tangan saja"),
                    )
}

fn certificate_choose() -> Command {
    Command::new("choose")
        .about("Pilih fakta yang diperlihatkan dari berkas SD-JWT / choose what an SD-JWT file shows")
        .arg(Arg::new("file").required(true))
        .arg(
            Arg::new("show")
                .long("show")
                .value_name("NAME")
                .value_delimiter(',')
                .action(ArgAction::Append)
                .help("nama fakta atau kode unit; tanpa ini daftar namanya ditampilkan"),
        )
}

/// Not the option `--once` of every other command, which is a key; here it is what it says.
fn once_flag() -> Arg {
    Arg::new("once-only")
        .long("once")
        .action(ArgAction::SetTrue)
        .help("kerjakan yang menunggu lalu selesai; tanpa ini terus berjaga")
}

fn today_of(matches: &ArgMatches) -> anyhow::Result<Day> {
    match matches.get_one::<String>("today") {
        None => Ok(Zone::Wib.day_of(Clock::Now.read())),
        Some(text) => {
            day::parse(text).map_err(|problem| anyhow::anyhow!("--today: {}", problem.sentence(Lang::Id)))
        }
    }
}

async fn room_command(
    folder: &Path,
    matches: &ArgMatches,
    commands: &RoomCommands,
    command: (&str, &ArgMatches),
) -> anyhow::Result<ExitCode> {
    let house = house::open(&Place::in_folder(folder, false)?).await?;
    let code = in_the_house(&house, matches, commands, command).await;
    // Connections that are only dropped end some time later; whoever copies the file next should find it whole.
    house.db.clone().close().await?;
    code
}

async fn in_the_house(
    house: &Arc<House>,
    matches: &ArgMatches,
    commands: &RoomCommands,
    command: (&str, &ArgMatches),
) -> anyhow::Result<ExitCode> {
    let lang = Lang::from_tag(matches.get_one::<String>("lang").map_or("id", String::as_str));
    let login = matches.get_one::<String>("as").cloned();
    anyhow::ensure!(
        login.is_some() || nobody_yet(house).await?,
        "sebutkan siapa Anda: --as NAMA / say who you are: --as NAME"
    );
    let now = match matches.contains_id("today") && matches.get_one::<String>("today").is_some() {
        true => morning(house, login.as_deref(), today_of(matches)?).await?,
        false => Clock::Now.read(),
    };
    let caller = Caller { login, now, lang, once: matches.get_one::<String>("once").cloned(), seed: None };
    let answer = perform(house, commands, &caller, &Disk, command).await?;
    log_outside::carry_out(house, Clock::Now.read()).await;
    if let Answer::File { name, bytes } = &answer {
        std::fs::write(name, bytes).with_context(|| format!("cannot write {name}"))?;
    }
    print!("{}", answer.lines(Teller { words: &house.words, lang }));
    Ok(if answer.is_halted() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Before the first account there is nobody to be; setting up goes without a name.
async fn nobody_yet(house: &House) -> anyhow::Result<bool> {
    #[derive(store::FromQueryResult)]
    struct Count {
        count: i64,
    }
    let count: Option<Count> =
        store::one(house.db.read(), "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM account", []).await?;
    Ok(count.is_none_or(|row| row.count == 0))
}

/// Eight in the morning of a day, in the caller's own zone.
async fn morning(house: &House, login: Option<&str>, day: Day) -> anyhow::Result<chrono::DateTime<Utc>> {
    let mut zone = Zone::Wib;
    if let Some(login) = login
        && let Some(id) = access::account_named(house.db.read(), login).await?
        && let Some(actor) = access::actor_of(house.db.read(), id).await?
    {
        zone = actor.zone();
    }
    Ok(zone.at(day, 8, 0))
}

/// Does what waits, for a timer or a story; or keeps looking, for a machine that serves no pages.
async fn work_command(folder: &Path, once_only: bool) -> anyhow::Result<ExitCode> {
    let house = house::open(&Place::in_folder(folder, false)?).await?;
    if once_only {
        let count = work::worker(&house, Clock::Now).at_pace(work::pace()?).drain().await?;
        log_outside::carry_out(&house, Clock::Now.read()).await;
        println!("✓ {count} pekerjaan dijalankan / jobs run");
    } else {
        let workers = work::Workers::start(&house, Clock::Now, work::pace()?);
        serve::stop_signal().await;
        workers.stop().await;
    }
    house.db.clone().close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn serve_command(folder: &Path, matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    let house = house::open(&Place::in_folder(folder, false)?).await?;
    serve::serve(Arc::clone(&house), Clock::Now, matches).await?;
    Ok(ExitCode::SUCCESS)
}
