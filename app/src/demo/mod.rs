// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `bekal demo`: plays the stories into a database, then prints their table or serves the pages.

mod embedded;
mod papers;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, ensure};
use clap::ArgMatches;
use desk::House;
use kernel::Lang;
use kernel::day::{self, Day};

pub use embedded::{DATA, Embedded, STORIES};

use crate::clock::Clock;
use crate::house::{self, Place};
use crate::line::room_commands;
use crate::story::{Player, Script};
use crate::{log_outside, serve};

/// The day on which the demo is looked at: after the last follow-up of the stories.
pub const DAY: Day = Day::from_ymd_opt(2027, 12, 31).expect("New Year's Eve exists");

/// The story that founds the offices and opens the accounts; all others need it whole.
const OFFICES: &str = "00-kantor";

/// The password of every account of the stories, as `journeys/00-kantor.txt` sets it.
pub const PASSWORD: &str = "bekal-contoh-2027";

/// The personas of the printed list: sign-in name and what she does.
pub const PERSONAS: &[(&str, &str)] = &[
    ("bkd.madiun", "Kasubsi Bimbingan Kegiatan Kerja, Bapas Madiun"),
    ("kabapas.madiun", "Kabapas Madiun"),
    ("pk.madiun", "Pembimbing Kemasyarakatan, Bapas Madiun"),
    ("ketua.allena", "ketua, Yayasan Allena"),
    ("pendamping.allena", "pendamping, Yayasan Allena"),
    ("instruktur.jahit", "instruktur, LPK Budi Kartika Jaya"),
    ("direktur.bkj", "direktur LPK Budi Kartika Jaya"),
    ("giatja.lamongan", "Kasi Giatja, Lapas Lamongan"),
    ("disnaker.lamongan", "Kabid Pelatihan, Disnaker Lamongan"),
    ("pk.bojonegoro", "Pembimbing Kemasyarakatan, Bapas Bojonegoro"),
    ("tata.usaha.smkn3", "tata usaha kelas umum, SMKN 3 Jember"),
    ("pendaftaran.blk", "penyelenggaraan pelatihan umum, BLK Kotabaru"),
    ("giatja.jember", "Kasi Giatja, Lapas Jember"),
    ("kalapas.jember", "Kalapas Jember"),
    ("binadik.jember", "Kasi Binadik, Lapas Jember"),
    ("guru.roti", "guru, SMKN 3 Jember"),
    ("kepsek.smkn3", "kepala sekolah, SMKN 3 Jember"),
    ("pk.jember", "Pembimbing Kemasyarakatan, Bapas Jember"),
    ("disnaker.jember", "pengantar kerja, Disnaker Jember"),
    ("roti.gembira", "pemberi kerja, Jember"),
    ("giatja.kotabaru", "Kasi Giatja, Lapas Kotabaru"),
    ("kalapas.kotabaru", "Kalapas Kotabaru"),
    ("instruktur.las", "instruktur, BLK Kotabaru"),
    ("kepala.blk", "kepala BLK Kotabaru"),
    ("asesor.las", "asesor kompetensi"),
    ("lsp.las", "lembaga sertifikasi"),
    ("pk.banjarmasin", "Pembimbing Kemasyarakatan, Bapas Banjarmasin"),
    ("giatja.mojokerto", "Kasi Giatja, Lapas Mojokerto"),
    ("kalapas.mojokerto", "Kalapas Mojokerto"),
    ("binadik.mojokerto", "Kasi Binadik, Lapas Mojokerto"),
    ("kplp.mojokerto", "Ka. KPLP, Lapas Mojokerto"),
    ("kepala.blkmojokerto", "kepala BLK Mojokerto"),
    ("instruktur.lele", "instruktur, BLK Mojokerto"),
    ("pk.surabaya", "Pembimbing Kemasyarakatan, Bapas Surabaya"),
    ("binadik.bondowoso", "Kasi Binadik dan Giatja, Lapas Bondowoso"),
    ("kalapas.bondowoso", "Kalapas Bondowoso"),
    ("ditjenpas.pemantau", "pemantau, Ditjenpas"),
    ("admin", "pengelola sistem"),
];

/// Runs `bekal demo`.
///
/// # Errors
/// The folder cannot be used, or a story does not go as written.
pub async fn command(matches: &ArgMatches, folder: Option<&PathBuf>) -> anyhow::Result<ExitCode> {
    let folder = folder.cloned().unwrap_or_else(|| PathBuf::from("bekal-demo"));
    let until = matches.get_one::<Day>("until").copied();
    let house = load_until(&folder, until).await?;
    if matches.get_flag("check") {
        print!("{}", table::of_the_stories(&house).await?);
        house.db.clone().close().await?;
        return Ok(ExitCode::SUCCESS);
    }
    let day = until.unwrap_or(DAY);
    println!("Bekal, peragaan pada {}. Setiap orang karangan.", day::long(day, Lang::Id));
    println!("Kata sandi semua akun: {PASSWORD}");
    for (login, who) in PERSONAS {
        println!("  {login:<20} {who}");
    }
    serve::serve(house, Clock::FixedDay(day), matches).await?;
    Ok(ExitCode::SUCCESS)
}

/// The table of the stories, counted from the database.
///
/// # Errors
/// The database failed.
pub async fn table(house: &House) -> anyhow::Result<String> {
    table::of_the_stories(house).await
}

/// Opens the demo's house and plays each story that has not been played to its end.
///
/// # Errors
/// A story does not go as written.
pub async fn load(folder: &Path) -> anyhow::Result<Arc<House>> {
    load_until(folder, None).await
}

/// The same, but of each story only what happens up to a day.
async fn load_until(folder: &Path, until: Option<Day>) -> anyhow::Result<Arc<House>> {
    let house = play_until(folder, STORIES, until).await?;
    papers::write(&house, &folder.join("papers/certificates")).await?;
    write_passwords(&folder.join("passwords.txt"))?;
    Ok(house)
}

/// Opens a house in the folder and plays those of the stories, names and texts, that have not been played to their end.
///
/// # Errors
/// A story does not go as written.
pub async fn play(folder: &Path, stories: &[(&'static str, &str)]) -> anyhow::Result<Arc<House>> {
    play_until(folder, stories, None).await
}

/// The same, but of each story only what happens up to a day, the offices excepted; it goes on from there when it is played again.
///
/// # Errors
/// As [`play`]; or the folder holds what happens after that day.
pub async fn play_until(
    folder: &Path,
    stories: &[(&'static str, &str)],
    until: Option<Day>,
) -> anyhow::Result<Arc<House>> {
    let house = house::open(&Place::in_folder(folder, true)?).await?;
    let rooms = room_commands();
    let player = Player { house: &house, rooms: &rooms, files: &Embedded };
    for (name, text) in stories {
        let is_over = story_is_over(&house, name).await?;
        ensure!(
            !is_over || until.is_none(),
            "{} goes on after that day: choose another --dir",
            folder.display()
        );
        let end = until.map_or_else(|| (*name).to_owned(), |day| format!("{name} {day}"));
        if is_over || story_is_over(&house, &end).await? {
            continue;
        }
        let mut script = Script::read(name, text).with_context(|| format!("journeys/{name}.txt"))?;
        if let Some(day) = until.filter(|_| *name != OFFICES) {
            script.end_on(day);
        }
        let mut transcript = String::new();
        let played = player.play(&script, &mut transcript).await;
        let path = folder.join(format!("{name}.out"));
        std::fs::write(&path, transcript).with_context(|| format!("cannot write {}", path.display()))?;
        played?;
        end_story(&house, &end).await?;
    }
    log_outside::carry_out(&house, Clock::Now.read()).await;
    Ok(house)
}

#[derive(store::FromQueryResult)]
struct Found {
    #[expect(dead_code, reason = "only whether there is a row matters")]
    key: String,
}

async fn story_is_over(house: &House, name: &str) -> anyhow::Result<bool> {
    let found: Option<Found> =
        store::one(house.db.read(), "SELECT key FROM once WHERE key = $1", [format!("story:{name}").into()])
            .await?;
    Ok(found.is_some())
}

async fn end_story(house: &House, name: &str) -> anyhow::Result<()> {
    let tx = house.db.begin().await?;
    store::insert("once")
        .set("key", format!("story:{name}"))
        .set("action", "demo")
        .set("at", Clock::Now.read())
        .set("done", "{}")
        .run(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// A list for those who try the pages by script: sign-in name, tab, password.
fn write_passwords(path: &Path) -> anyhow::Result<()> {
    let lines: String = PERSONAS.iter().map(|(login, _)| format!("{login}\t{PASSWORD}\n")).collect();
    std::fs::write(path, lines).with_context(|| format!("cannot write {}", path.display()))
}
