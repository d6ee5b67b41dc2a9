// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The audit log outside the database: where its folders are, what is carried there when, and that a database which lacks
//! what was carried out serves nobody.

mod command;
mod keeper;

use std::path::{Path, PathBuf};

use anyhow::Context;
use audit::{Depth, Difference};
use chrono::{DateTime, TimeDelta, Utc};
use desk::House;
use kernel::Lang;
use kernel::day;
use kernel::zone::Zone;

pub use command::{command, grammar};
pub use keeper::Keeper;

/// Names the folders, separated as in `PATH`; best on other disks and with other people.
const FOLDERS: &str = "BEKAL_LOG_FOLDERS";
/// Says how many minutes one of them may fail.
const PATIENCE: &str = "BEKAL_LOG_PATIENCE";
/// # Source
/// Product decision: long enough to change a disk, short enough that what is issued meanwhile can be looked through.
const PATIENCE_MINUTES: i64 = 60;
const MOST_PATIENCE_MINUTES: i64 = 7 * 24 * 60;

/// The folders of this installation: those named, else one beside the database.
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    match std::env::var_os(FOLDERS) {
        Some(named) if !named.is_empty() => std::env::split_paths(&named).collect(),
        _ => vec![folder.join("log")],
    }
}

/// How long a folder may fail before nothing is issued any more.
///
/// # Units
/// Minutes in `BEKAL_LOG_PATIENCE`; where it is not set, an hour.
///
/// # Errors
/// It is no whole number of minutes, from 1 to a week.
pub fn patience() -> anyhow::Result<TimeDelta> {
    let Ok(text) = std::env::var(PATIENCE) else { return Ok(TimeDelta::minutes(PATIENCE_MINUTES)) };
    let minutes = text.parse().ok().filter(|minutes| (1..=MOST_PATIENCE_MINUTES).contains(minutes));
    let minutes = minutes.with_context(|| {
        format!("{PATIENCE} = {text:?}: isi 1 sampai {MOST_PATIENCE_MINUTES} menit / give 1 to {MOST_PATIENCE_MINUTES} minutes")
    })?;
    Ok(TimeDelta::minutes(minutes))
}

/// The log's name before its first checkpoint: where it is published, without the scheme.
pub fn origin(public_base: &str) -> String {
    let address = public_base.split_once("://").map_or(public_base, |(_, address)| address);
    format!("{}/c/log", address.trim_end_matches('/'))
}

/// Refuses a database that does not agree with what was carried out of it.
///
/// # Errors
/// It does not, with a sentence for each difference; or it cannot be read.
pub async fn hold(house: &House, depth: Depth) -> anyhow::Result<()> {
    let found = house.log.compare(house.db.read(), depth).await?;
    if found.is_empty() {
        return Ok(());
    }
    Err(anyhow::anyhow!(refusal(&found)))
}

/// Why it is not opened, with a sentence for each difference.
fn refusal(found: &[Difference]) -> String {
    let sentences: Vec<String> = found.iter().map(sentence).collect();
    format!(
        "basis data ini tidak sama dengan jejak auditnya di luar, jadi tidak dibuka\n  this database does not agree with its audit log outside, so it is not opened\n{}\n  periksa semuanya: bekal audit verify / see everything: bekal audit verify",
        sentences.join("\n")
    )
}

/// Carries out what is new. The change itself is done; that this could not be is only said.
pub async fn carry_out(house: &House, now: DateTime<Utc>) {
    match house.log.anchor(&house.db, now).await {
        Ok(anchored) => {
            anchored.failed.iter().for_each(|(folder, why)| warn(&folder.display().to_string(), why))
        }
        Err(problem) => warn("log", &format!("{problem:#}")),
    }
}

fn warn(folder: &str, why: &str) {
    eprintln!(
        "! jejak audit tidak dapat dibawa ke {folder} / the audit log cannot be carried to {folder}: {why}"
    );
}

/// What is wrong, in both languages, with the way to mend it.
fn sentence(difference: &Difference) -> String {
    match difference {
        Difference::Behind { folder, first, last, newest_at } => {
            let count = last - first + 1;
            let (at_id, at_en) = match newest_at {
                Some(at) => (moment(*at, Lang::Id), moment(*at, Lang::En)),
                None => ("tidak ada".to_owned(), "none".to_owned()),
            };
            format!(
                "✗ {count} catatan hilang, nomor {first} sampai {last}, menurut {at}. Catatan terakhir di basis data: {at_id}. Pulihkan cadangan yang lebih baru.\n  {count} records are missing, numbers {first} to {last}, says {at}. The database's last record: {at_en}. Restore a newer backup.",
                at = folder.display()
            )
        }
        Difference::Changed { folder, runs } => {
            let numbers: Vec<String> = runs
                .iter()
                .map(
                    |(first, last)| {
                        if first == last { first.to_string() } else { format!("{first}–{last}") }
                    },
                )
                .collect();
            let numbers = numbers.join(", ");
            format!(
                "✗ Catatan nomor {numbers} bukan yang dahulu ditulis, menurut {at}. Pulihkan cadangan, dan cari siapa yang mengubahnya.\n  Records {numbers} are not those that were written, says {at}. Restore a backup, and find out who changed them.",
                at = folder.display()
            )
        }
        Difference::Gone { folder, signed } => format!(
            "✗ Folder {at} kosong, padahal {signed} catatan sudah dibawa ke sana. Kembalikan folder itu; bila benar hilang: bekal audit refill.\n  The folder {at} is empty, though {signed} records were carried there. Put it back; where it is truly lost: bekal audit refill.",
            at = folder.display()
        ),
        Difference::Damaged { folder, why } => format!(
            "✗ Isi folder {at} rusak atau milik log lain: {why}. Pulihkan folder itu dari salinannya.\n  The folder {at} is damaged or another log's: {why}. Restore it from a copy.",
            at = folder.display()
        ),
    }
}

fn moment(at: DateTime<Utc>, lang: Lang) -> String {
    format!("{}, {}", day::long(Zone::Wib.day_of(at), lang), Zone::Wib.clock_label(at))
}
