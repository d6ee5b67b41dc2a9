// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `bekal certificate verify` of a file with chosen facts, and `bekal certificate choose`, by which its holder chooses them.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, anyhow};
use certification::facts::{self, Standing};
use clap::ArgMatches;
use credential::sdjwt::{self, Disclosure, Selection};
use credential::{Cause, TrustList};
use kernel::Lang;
use kernel::day::{self, Day};

use crate::house::{self, Place};

/// The name by which every unit is chosen at once.
const UNITS: &str = "unit";

/// Exit 0 valid, 1 not valid, 2 unreadable. `folder` is that of an installation, where there is one.
pub async fn verify(file: &str, folder: Option<&Path>, today: Day) -> anyhow::Result<ExitCode> {
    let mut on = None;
    let mut trust = TrustList::any();
    if let Some(folder) = folder {
        let house = house::open(&Place::in_folder(folder, false)?).await?;
        trust = facts::trust_list(house.db.read()).await?;
        on = Some(house);
    }
    let selection = match sdjwt::verify(file, &trust, today) {
        Ok(selection) => selection,
        Err(causes) => return Ok(refused(&causes)),
    };
    let Some(house) = on else {
        tell(&selection);
        println!("  diperiksa: tanda tangan saja; penerbit dan pencabutan belum");
        println!("  checked: the signature alone; issuer and revocation not yet");
        return Ok(ExitCode::SUCCESS);
    };
    let known = match (&selection.number, &selection.status) {
        (Some(number), _) => facts::by_number(house.db.read(), number).await?,
        (None, Some(status)) => facts::by_place(house.db.read(), status).await?,
        (None, None) => None,
    };
    let withdrawn =
        certification::judge_selection(house.db.read(), (file, &selection), known.as_ref()).await?;
    if let Some(cause) = withdrawn {
        return Ok(refused(&[cause]));
    }
    let standing = known.map(|certificate| certificate.standing(today));
    let (indonesian, english, on) = match standing {
        Some(Standing::Revoked(on) | Standing::Replaced(on)) => ("dicabut", "revoked", on),
        Some(Standing::Suspended(on)) => ("ditangguhkan", "suspended", on),
        Some(Standing::InForce | Standing::Expired(_)) => {
            tell(&selection);
            println!("  diperiksa: tanda tangan, penerbit, pencabutan");
            return Ok(ExitCode::SUCCESS);
        }
        None => {
            tell(&selection);
            println!("  diperiksa: tanda tangan dan penerbit; pencabutan belum");
            println!("  checked: signature and issuer; revocation not yet");
            return Ok(ExitCode::SUCCESS);
        }
    };
    println!("✗ Sertifikat ini {indonesian} pada {}.", day::long(on, Lang::Id));
    println!("  This certificate was {english} on {}.", day::long(on, Lang::En));
    Ok(ExitCode::FAILURE)
}

/// What was shown, line by line; the rest is not shown or does not exist.
fn tell(selection: &Selection) {
    println!("✓ {}", selection.achievement.as_deref().unwrap_or("sertifikat / certificate"));
    println!("  {}", selection.issuer_name);
    for fact in
        [&selection.learner, &selection.number, &selection.result, &selection.standard].into_iter().flatten()
    {
        println!("  {fact}");
    }
    for (word, on) in [("terbit", selection.awarded_on), ("berlaku sampai", selection.valid_until)] {
        if let Some(on) = on {
            println!("  {word} {}", day::long(on, Lang::Id));
        }
    }
    if let Some((first, last)) = selection.trained {
        println!("  {} – {}", day::long(first, Lang::Id), day::long(last, Lang::Id));
    }
    let mut units: Vec<String> = selection
        .units
        .iter()
        .map(|unit| format!("{} {}", unit.code.as_deref().unwrap_or_default(), unit.title).trim().to_owned())
        .collect();
    units.sort();
    units.iter().for_each(|unit| println!("  - {unit}"));
    println!("  hanya yang diperlihatkan pemegangnya / only what its holder shows");
}

fn refused(causes: &[Cause]) -> ExitCode {
    for cause in causes {
        println!("✗ {}", cause.sentence(Lang::Id));
        println!("  {}", cause.sentence(Lang::En));
    }
    if causes == [Cause::NotASelection] { ExitCode::from(2) } else { ExitCode::FAILURE }
}

/// Prints the file with the facts named by `--show` alone; without any, the names to choose from.
pub fn choose(matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    let path = matches.get_one::<String>("file").context("a file is required")?;
    let file = std::fs::read_to_string(path).with_context(|| format!("reading {path}"))?;
    let opened = match sdjwt::open(&file) {
        Ok(opened) => opened,
        Err(cause) => return Ok(refused(&[cause])),
    };
    let asked: Vec<&String> = matches.get_many("show").into_iter().flatten().collect();
    if asked.is_empty() {
        for disclosure in &opened.disclosures {
            println!("{}\t{}", name(disclosure), shown(disclosure));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let fits = |disclosure: &Disclosure, asked: &str| {
        name(disclosure) == asked || (disclosure.name.is_none() && asked == UNITS)
    };
    let unknown = asked.iter().find(|asked| !opened.disclosures.iter().any(|of| fits(of, asked)));
    if let Some(unknown) = unknown {
        return Err(anyhow!("{path}: tidak memuat / does not hold `{unknown}`"));
    }
    match sdjwt::present(&file, |of| asked.iter().any(|asked| fits(of, asked))) {
        Ok(chosen) => {
            println!("{chosen}");
            Ok(ExitCode::SUCCESS)
        }
        Err(cause) => Ok(refused(&[cause])),
    }
}

/// The claim's name; of a unit its code, or its title where it has none.
fn name(disclosure: &Disclosure) -> String {
    let of_unit = || disclosure.value["code"].as_str().or(disclosure.value["title"].as_str());
    disclosure.name.as_deref().or_else(of_unit).unwrap_or(UNITS).to_owned()
}

fn shown(disclosure: &Disclosure) -> String {
    let text = disclosure.value.as_str().or(disclosure.value["title"].as_str());
    text.map_or_else(|| disclosure.value.to_string(), str::to_owned)
}
