// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates before verifiers that others wrote: each must accept every certificate of chance and refuse each of its
//! mutations, twenty or more; as a credential, as a sealed paper, as a choice of facts, and as a record of the log. The programs are
//! put below the target folder, once for each set of versions.

use crate::run::{Tally, succeed, target};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

const PYTHON: [&str; 5] =
    ["openbadgeslib[ldp]==4.6.3", "pyHanko==0.38.0", "sd-jwt==0.10.4", "zxing-cpp==3.1.1", "pillow==13.0.0"];
/// Where the programs of the house for these verifiers lie, and the list of what they need.
const SCRIPTS: &str = "xtask/verifiers";
const CONTEXTS: &str = "engines/credential/contexts";
/// Certificates of an ordinary run, and of a recorded one.
const FEW: u32 = 30;
const MANY: u32 = 1_000;

/// A few, as a step of `cargo xtask test`.
pub fn run(root: &Path, tally: &mut Tally) -> Result<()> {
    check(root, FEW, tally)
}

/// A thousand certificates; half an hour.
pub fn run_all(root: &Path, tally: &mut Tally) -> Result<()> {
    check(root, MANY, tally)
}

fn check(root: &Path, count: u32, tally: &mut Tally) -> Result<()> {
    let place = target(root).join("verifiers");
    std::fs::create_dir_all(&place).with_context(|| format!("making {}", place.display()))?;
    let python = install_python(&place)?;
    let node = install_node(root, &place)?;
    let cases = made(root, &place, ("credential", "certificates"), count)?;
    let selections = made(root, &place, ("credential", "selections"), count)?;
    let proofs = made(root, &place, ("audit", "proofs"), count)?;
    let papers = sealed_papers(root, &place, count.min(FEW))?;
    let script = |name: &str| root.join(SCRIPTS).join(name);
    let mut asked = [
        ("openbadgeslib", Command::new(&python)),
        ("pyHanko", Command::new(&python)),
        ("zxing-cpp", Command::new(&python)),
        ("sd-jwt", Command::new(&python)),
        ("log.py", Command::new(python)),
        ("@digitalbazaar/vc", Command::new("node")),
        ("@digitalcredentials/verifier-core", Command::new("node")),
    ];
    asked[0].1.arg(script("openbadges.py")).arg(&cases);
    asked[1].1.arg(script("pades.py")).arg(&papers);
    asked[2].1.arg(script("codes.py")).arg(&papers);
    asked[3].1.arg(script("sdjwt.py")).arg(&selections);
    asked[4].1.arg(script("log.py")).arg(&proofs);
    asked[5].1.arg(node.join("digitalbazaar.mjs")).arg(root.join(CONTEXTS)).arg(&cases);
    asked[6].1.arg(node.join("dcc.mjs")).arg(&cases);
    let mut wrong = Vec::new();
    for (name, command) in &mut asked {
        println!("{name}");
        match succeed(command) {
            Ok(()) => tally.passed += 1,
            Err(fault) => {
                tally.failed += 1;
                wrong.push(format!("{name}: {fault:#}"));
            }
        }
    }
    ensure!(wrong.is_empty(), "verifiers from outside do not agree:\n{}", wrong.join("\n"));
    Ok(())
}

/// Writes what an example makes, one case a line, the same for the same count.
fn made(root: &Path, place: &Path, (of, example): (&str, &str), count: u32) -> Result<PathBuf> {
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["run", "--quiet", "-p", of, "--example", example, "--"]);
    let made = command.arg(count.to_string()).arg("1").output().context("making certificates of chance")?;
    ensure!(made.status.success(), "no {example}: {}", String::from_utf8_lossy(&made.stderr));
    let file = place.join(format!("{example}.jsonl"));
    std::fs::write(&file, made.stdout).context("writing the cases")?;
    Ok(file)
}

/// Sealed papers and their forgeries in a folder, made anew, with the list of them.
fn sealed_papers(root: &Path, place: &Path, count: u32) -> Result<PathBuf> {
    let folder = place.join("sealed");
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["run", "--quiet", "-p", "document", "--example", "sealed", "--"]);
    succeed(command.arg(&folder).arg(count.to_string()).arg("1"))
        .context("making sealed papers of chance")?;
    Ok(folder.join("cases.jsonl"))
}

fn install_python(place: &Path) -> Result<PathBuf> {
    let (home, mark) = (place.join("python"), place.join("python-installed"));
    let bin = home.join("bin");
    if std::fs::read_to_string(&mark).is_ok_and(|text| text == PYTHON.join("\n")) {
        return Ok(bin.join("python"));
    }
    succeed(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home))?;
    let mut install = Command::new(bin.join("pip"));
    succeed(install.args(["install", "--quiet", "--disable-pip-version-check"]).args(PYTHON))?;
    std::fs::write(&mark, PYTHON.join("\n")).context("noting what was installed")?;
    Ok(bin.join("python"))
}

/// Programs of Node find their packages beside themselves, so they are copied to where the packages are.
fn install_node(root: &Path, place: &Path) -> Result<PathBuf> {
    let (home, mark) = (place.join("node"), place.join("node-installed"));
    std::fs::create_dir_all(&home)?;
    for name in ["package.json", "package-lock.json", "digitalbazaar.mjs", "dcc.mjs"] {
        let from = root.join(SCRIPTS).join(name);
        std::fs::copy(&from, home.join(name)).with_context(|| format!("copying {}", from.display()))?;
    }
    let wanted = std::fs::read_to_string(home.join("package-lock.json"))?;
    if std::fs::read_to_string(&mark).is_ok_and(|text| text == wanted) {
        return Ok(home);
    }
    let mut install = Command::new("npm");
    install.current_dir(&home).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]);
    succeed(&mut install)?;
    std::fs::write(&mark, wanted).context("noting what was installed")?;
    Ok(home)
}
