// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `bekal certificate verify`: is this paper or file genuine, and if not, why.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use audit::tree::{Bundle, NoteKey};
use certification::Judged;
use certification::facts::Standing;
use clap::ArgMatches;
use credential::{Face, TrustList, Verdict, face_of};
use kernel::Lang;
use kernel::day::{self, Day};

use crate::house::{self, Place};
use crate::verify_selection;

/// Exit 0 valid, 1 not valid, 2 unreadable.
pub async fn command(matches: &ArgMatches, folder: &Path, today: Day) -> anyhow::Result<ExitCode> {
    let file = matches.get_one::<String>("file").context("a file is required")?;
    let Ok(bytes) = std::fs::read(file) else {
        println!("✗ {file} tidak dapat dibaca / cannot be read");
        return Ok(ExitCode::from(2));
    };
    // Where there is no installation, the signature still proves that nothing was changed since it was signed.
    let installed = !matches.get_flag("offline") && folder.join("bekal.db").exists();
    if face_of(&bytes) == Face::Selection {
        let text = String::from_utf8_lossy(&bytes);
        return verify_selection::verify(&text, installed.then_some(folder), today).await;
    }
    let Judged { verdict, standing } = if installed {
        let house = house::open(&Place::in_folder(folder, false)?).await?;
        certification::judge_file(house.db.read(), &bytes, today).await?
    } else {
        let verdict = certification::verify_file(&bytes, today, &TrustList::any());
        Judged { verdict, standing: None }
    };
    if matches!(verdict, Verdict::Valid(_)) && !is_on_record(matches, &bytes)? {
        return Ok(ExitCode::FAILURE);
    }
    Ok(match (&verdict, standing.and_then(withdrawn)) {
        (Verdict::Valid(_), Some((indonesian, english, on))) => {
            println!("✗ Sertifikat ini {indonesian} pada {}.", day::long(on, Lang::Id));
            println!("  This certificate was {english} on {}.", day::long(on, Lang::En));
            ExitCode::FAILURE
        }
        (Verdict::Valid(read), None) => {
            println!("✓ {}", read.name);
            println!("  {}, {}, {}", read.learner, read.issuer_name, read.number);
            println!("  terbit {}", day::long(read.awarded_on, Lang::Id));
            let checked = if installed {
                "tanda tangan, penerbit, pencabutan"
            } else {
                "tanda tangan saja; penerbit dan pencabutan belum"
            };
            println!("  diperiksa: {checked}");
            if !installed {
                println!("  pencabutan terlihat pada halaman cek sertifikat, /c/{}", read.number);
                println!("  a revocation shows on the checking page, /c/{}", read.number);
            }
            ExitCode::SUCCESS
        }
        (Verdict::Invalid(_), _) | (Verdict::Unreadable(_), _) => {
            for cause in verdict.causes() {
                println!("✗ {}", cause.sentence(Lang::Id));
                println!("  {}", cause.sentence(Lang::En));
            }
            if matches!(verdict, Verdict::Unreadable(_)) { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    })
}

/// Says whether the proof file, where one is given, shows this very certificate to have been recorded in the log of that key.
fn is_on_record(matches: &ArgMatches, bytes: &[u8]) -> anyhow::Result<bool> {
    let Some(file) = matches.get_one::<String>("proof") else { return Ok(true) };
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    let key = matches.get_one::<String>("log-key").context("--proof needs --log-key")?;
    let (origin, key) = NoteKey::parse(key)
        .context("--log-key: tidak berbentuk NAMA+ID+KUNCI / not in the form NAME+ID+KEY")?;
    let found = Bundle::parse(&text).and_then(|bundle| audit::proved(&bundle, &key));
    let (content, checkpoint) = match found {
        Ok((_, checkpoint)) if checkpoint.origin != origin => {
            println!(
                "✗ bukti itu dari log {} / that proof is of the log {}",
                checkpoint.origin, checkpoint.origin
            );
            return Ok(false);
        }
        Ok(found) => found,
        Err(problem) => {
            println!("✗ bukti: {problem}");
            return Ok(false);
        }
    };
    let credential = certification::credential_of(bytes).context("the file holds no certificate")?;
    if content["credential_sha256"].as_str() != Some(&audit::fingerprint(&credential)) {
        println!("✗ bukti itu untuk sertifikat lain");
        println!("  that proof is of another certificate");
        return Ok(false);
    }
    let size = checkpoint.size;
    println!("✓ tercatat di {origin}, satu dari {size} catatan / on record there, one of {size} records");
    Ok(true)
}

/// What the register says against it, in both languages, and since when.
fn withdrawn(standing: Standing) -> Option<(&'static str, &'static str, Day)> {
    match standing {
        Standing::Revoked(on) => Some(("dicabut", "revoked", on)),
        Standing::Replaced(on) => Some(("diganti", "replaced", on)),
        Standing::Suspended(on) => Some(("ditangguhkan", "suspended", on)),
        Standing::InForce | Standing::Expired(_) => None,
    }
}
