// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The demo in a real browser. What the browser does is in `xtask/browser/s3.mjs`, and on an earlier day, when 64 people of
//! Mojokerto wait for four batches, in `xtask/browser/s1.mjs`; here it gets what it needs:
//! `BEKAL_ADDRESS` (the server), `BEKAL_PASSWORDS` (the file with the demo's passwords), `BEKAL_DEMO_DIR`, `BEKAL_CHROMIUM`.

use crate::run::{Folder, Tally, built_binary, hear, succeed, target};
use crate::server::Server;
use anyhow::{Context, Result, bail, ensure};
use std::path::Path;
use std::process::Command;

const SCRIPT: &str = "xtask/browser/s3.mjs";
const EARLIER: &str = "xtask/browser/s1.mjs";
/// Ranked, and not yet proposed.
const EARLIER_DAY: &str = "16-07-2025";
const PACKAGES: [(&str, &str); 2] = [("playwright-core", "1.65.1"), ("@axe-core/playwright", "4.14.0")];

pub fn run(root: &Path, tally: &mut Tally) -> Result<()> {
    match std::env::var("BEKAL_ONLY").as_deref() {
        Ok("mojokerto") => play_with(root, EARLIER, (&["--until", EARLIER_DAY], &[]), tally),
        Ok(_) => play(root, SCRIPT, tally),
        Err(_) => {
            play(root, SCRIPT, tally)?;
            play_with(root, EARLIER, (&["--until", EARLIER_DAY], &[]), tally)
        }
    }
}

/// Every page of everyone, and nothing else.
pub fn run_all(root: &Path, tally: &mut Tally) -> Result<()> {
    play_with(root, SCRIPT, (&[], &[("BEKAL_EVERY_PAGE", "1"), ("BEKAL_ONLY", "visits")]), tally)
}

/// Starts the demo and runs one of the browser's scripts against it.
pub fn play(root: &Path, script: &str, tally: &mut Tally) -> Result<()> {
    play_with(root, script, (&[], &[]), tally)
}

/// The same, with options of the demo and wishes to the script.
fn play_with(
    root: &Path,
    script: &str,
    (options, wishes): (&[&str], &[(&str, &str)]),
    tally: &mut Tally,
) -> Result<()> {
    ensure!(root.join(script).is_file(), "{script} is missing");
    let binary = built_binary(root)?;
    install(root)?;
    let folder = Folder::new("browser")?;
    let server = Server::start(&binary, &folder.path, options)?;
    let heard = hear(
        Command::new("node")
            .arg(script)
            .current_dir(root)
            .envs(wishes.iter().copied())
            .env("BEKAL_ADDRESS", &server.address)
            .env("BEKAL_DEMO_DIR", &server.data)
            .env("BEKAL_PASSWORDS", server.data.join("passwords.txt"))
            .env("BEKAL_CHROMIUM", "/usr/bin/chromium"),
    )?;
    *tally += heard.tally();
    if !heard.success {
        bail!("{script} failed; the server said at the end:\n{}", server.last_words());
    }
    Ok(())
}

/// Puts the packages below the target folder, once, and links them to where node looks for them.
fn install(root: &Path) -> Result<()> {
    let cache = target(root).join("browser");
    std::fs::create_dir_all(&cache).context("making the folder of the browser's packages")?;
    let is_there = |name: &str| cache.join("node_modules").join(name).join("package.json").is_file();
    if !PACKAGES.iter().all(|(name, _)| is_there(name)) {
        let wanted = PACKAGES.map(|(name, version)| format!("{name}@{version}"));
        let flags =
            ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", "--prefix"];
        succeed(Command::new("npm").args(flags).arg(&cache).args(wanted).current_dir(&cache))?;
    }
    let link = root.join("xtask/browser/node_modules");
    if link.is_symlink() {
        std::fs::remove_file(&link).context("removing the old link to the packages")?;
    }
    std::os::unix::fs::symlink(cache.join("node_modules"), &link).context("linking the packages")
}
