// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `bekal certificate verify --code`: the code on a paper, checked with the register's file and no network.

use std::process::ExitCode;

use anyhow::Context;
use chrono::{DateTime, Utc};
use clap::ArgMatches;
use credential::register::{CodeAnswer, Register};
use credential::{Cause, CodeRead};
use kernel::Lang;
use kernel::day::{self, Day};

use crate::Clock;

/// Exit 0 valid, 1 not valid, 2 unreadable or not known.
pub fn command(matches: &ArgMatches, code: &str, today: Day) -> anyhow::Result<ExitCode> {
    let file = matches.get_one::<String>("register").context("the register's file is required")?;
    let Ok(bytes) = std::fs::read(file) else {
        println!("✗ {file} tidak dapat dibaca / cannot be read");
        return Ok(ExitCode::from(2));
    };
    let known = matches.get_one::<String>("register-key").map(String::as_str);
    let (register, did) = match Register::open(&bytes, known) {
        Ok(opened) => opened,
        Err(cause) => {
            println!("{file}");
            told(&cause);
            return Ok(ExitCode::from(2));
        }
    };
    // Stories and tests say what day it is; the hour then does not matter.
    let clock = Clock::Now.read();
    let now = if clock.date_naive() == today { clock } else { today.and_time(clock.time()).and_utc() };
    let answer = register.check(code, now, today);
    let exit = say(&answer);
    if !matches!(answer, CodeAnswer::Refused(_)) {
        age(&register, now, known.is_none().then_some(did.as_str()));
    }
    Ok(exit)
}

fn told(cause: &Cause) {
    for (mark, lang) in [("✗", Lang::Id), (" ", Lang::En)] {
        println!("{mark} {} {}", cause.sentence(lang), cause.next_step(lang));
    }
}

fn say(answer: &CodeAnswer) -> ExitCode {
    let long = |on: Day, lang| day::long(on, lang);
    let (read, sentences) = match answer {
        CodeAnswer::Holds(read) => {
            facts(read, "✓");
            return ExitCode::SUCCESS;
        }
        CodeAnswer::Refused(cause) => {
            told(cause);
            let is_unreadable = matches!(cause, Cause::NotACode);
            return if is_unreadable { ExitCode::from(2) } else { ExitCode::FAILURE };
        }
        CodeAnswer::Revoked(read) => {
            (read, ["Sertifikat ini dicabut.".to_owned(), "This certificate was revoked.".to_owned()])
        }
        CodeAnswer::Suspended(read) => {
            (read, ["Sertifikat ini ditangguhkan.".to_owned(), "This certificate is suspended.".to_owned()])
        }
        CodeAnswer::Expired(read, last) => (
            read,
            [
                format!("Masa berlaku sertifikat ini berakhir pada {}.", long(*last, Lang::Id)),
                format!("This certificate was valid until {}.", long(*last, Lang::En)),
            ],
        ),
        CodeAnswer::NotYetValid(read, first) => (
            read,
            [
                format!("Sertifikat ini baru berlaku mulai {}.", long(*first, Lang::Id)),
                format!("This certificate is valid only from {}.", long(*first, Lang::En)),
            ],
        ),
        CodeAnswer::StatusUnknown(read) => {
            facts(read, "?");
            println!("  Tanda tangannya cocok; apakah masih berlaku belum dapat dipastikan sekarang.");
            println!("  The signature matches; whether it still holds cannot be told now.");
            return ExitCode::from(2);
        }
    };
    println!("✗ {}", sentences[0]);
    println!("  {}", sentences[1]);
    facts(read, " ");
    ExitCode::FAILURE
}

fn facts(read: &CodeRead, mark: &str) {
    let facts = &read.facts;
    println!("{mark} {}", facts.achievement);
    println!("  {}, {}, {}", facts.learner, read.issuer_name, facts.number);
    println!("  terbit {}", day::long(facts.awarded_on, Lang::Id));
}

/// How old the file is, and whose, where nobody said whose it must be.
fn age(register: &Register, now: DateTime<Utc>, unproven: Option<&str>) {
    let days = (now - register.made_at).num_days();
    let made = register.made_at.date_naive();
    println!(
        "  daftar status {}, {days} hari yang lalu / status list of {}, {days} days ago",
        day::long(made, Lang::Id),
        day::long(made, Lang::En)
    );
    if let Some(did) = unproven {
        println!("  kunci daftar belum dibandingkan / key of the register not compared: {did}");
    }
}
