// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The API from outside: its document before a validator, then every operation before schemathesis, as several people.

use crate::run::{Folder, Tally, built_binary, succeed, target};
use crate::server::Server;
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGES: [&str; 2] = ["schemathesis==4.32.5", "openapi-spec-validator==0.9.0"];
const CONFIG: &str = "xtask/api/schemathesis.toml";
const CHECKS: &str =
    "not_a_server_error,response_schema_conformance,status_code_conformance,content_type_conformance";

/// The demo's day: a token made on another day would not be valid yet, or no more.
const TODAY: &str = "31-12-2027";

/// Whom continuous integration asks as: a host, a partner, and one with hardly any right.
const FEW: [&str; 3] = ["giatja.jember", "guru.roti", "roti.gembira"];
/// One person of the demo for every role.
const ALL: [&str; 14] = [
    "kalapas.jember",
    "giatja.jember",
    "binadik.jember",
    "guru.roti",
    "kepsek.smkn3",
    "pk.jember",
    "disnaker.jember",
    "roti.gembira",
    "instruktur.las",
    "kepala.blk",
    "asesor.las",
    "lsp.las",
    "ditjenpas.pemantau",
    "admin",
];

/// A few people and examples, as a step of `cargo xtask test`.
pub fn run(root: &Path, tally: &mut Tally) -> Result<()> {
    check(root, &FEW, 5, tally)
}

/// Everyone; some minutes.
pub fn run_all(root: &Path, tally: &mut Tally) -> Result<()> {
    check(root, &ALL, 6, tally)
}

fn check(root: &Path, logins: &[&str], examples: u32, tally: &mut Tally) -> Result<()> {
    let binary = built_binary(root)?;
    let tools = install(root)?;
    let folder = Folder::new("api")?;
    let server = Server::start(&binary, &folder.path, &["--api-per-minute", "1000000"])?;
    let document = folder.path.join("openapi.json");
    let address = format!("{}/api/openapi.json", server.address);
    let fetch = "import sys, urllib.request; urllib.request.urlretrieve(sys.argv[1], sys.argv[2])";
    succeed(Command::new(tools.join("python")).args(["-c", fetch, &address]).arg(&document))?;
    succeed(Command::new(tools.join("openapi-spec-validator")).arg(&document))?;
    tally.passed += 1;
    for login in logins {
        println!("as {login}");
        let token = token(&binary, &server.data, login)?;
        let asked = ask(root, &tools, (&server.address, &folder.path), (&token, examples));
        match asked {
            Ok(()) => tally.passed += 1,
            Err(fault) => {
                tally.failed += 1;
                bail!("as {login}: {fault:#}; the server said at the end:\n{}", server.last_words());
            }
        }
    }
    Ok(())
}

fn ask(
    root: &Path,
    tools: &Path,
    (address, folder): (&str, &Path),
    (token, examples): (&str, u32),
) -> Result<()> {
    let mut command = Command::new(tools.join("schemathesis"));
    // It leaves notes where it runs.
    command.current_dir(folder).arg("--config-file").arg(root.join(CONFIG)).args(["run", "openapi.json"]);
    command.args(["--url", address, "--header", &format!("Authorization: Bearer {token}")]);
    command.args(["--checks", CHECKS, "--phases", "fuzzing", "--generation-database", "none"]);
    command.args(["--max-examples", &examples.to_string(), "--seed", "1"]);
    // One worker: several at once run into a fault of Python 3.11 in reading its own source.
    command.arg("--workers=1");
    command.args(["--continue-on-failure", "--warnings", "off", "--no-shrink"]);
    command.args(["--suppress-health-check", "all"]);
    succeed(&mut command)
}

/// Makes a token by the same command that an office uses.
fn token(binary: &Path, data: &Path, login: &str) -> Result<String> {
    let mut command = Command::new(binary);
    command.arg("--dir").arg(data).args(["--today", TODAY, "--as", login, "token", "create"]);
    command.args(["--name", "schemathesis", "--scopes", "read,write", "--days", "2"]);
    let made = command.output().context("making a token")?;
    let said = String::from_utf8_lossy(&made.stdout).into_owned();
    ensure!(made.status.success(), "no token for {login}: {said}{}", String::from_utf8_lossy(&made.stderr));
    let found = said.split_whitespace().find(|word| word.starts_with("bekal_"));
    Ok(found.with_context(|| format!("no token in: {said}"))?.to_owned())
}

/// Puts the tools into an environment of their own below the target folder, once for each set of versions.
fn install(root: &Path) -> Result<PathBuf> {
    let place = target(root).join("api-checks");
    let (bin, mark) = (place.join("bin"), place.join("installed"));
    if std::fs::read_to_string(&mark).is_ok_and(|text| text == PACKAGES.join("\n")) {
        return Ok(bin);
    }
    succeed(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&place))?;
    succeed(
        Command::new(bin.join("pip"))
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .args(PACKAGES),
    )?;
    std::fs::write(&mark, PACKAGES.join("\n")).context("noting what was installed")?;
    Ok(bin)
}
