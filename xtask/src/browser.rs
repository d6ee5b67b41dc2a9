// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The demo in a real browser. What the browser does is in `xtask/browser/s3.mjs`; here it gets what it needs:
//! `BEKAL_ADDRESS` (the server), `BEKAL_PASSWORDS` (the file with the demo's passwords), `BEKAL_DEMO_DIR`, `BEKAL_CHROMIUM`.

use crate::run::{Folder, Tally, built_binary, free_port, hear, succeed, target};
use anyhow::{Context, Result, bail, ensure};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const SCRIPT: &str = "xtask/browser/s3.mjs";
const PACKAGES: [(&str, &str); 2] = [("playwright-core", "1.65.1"), ("@axe-core/playwright", "4.14.0")];
const PATIENCE: Duration = Duration::from_secs(180);

pub fn run(root: &Path, tally: &mut Tally) -> Result<()> {
    ensure!(root.join(SCRIPT).is_file(), "{SCRIPT} is missing");
    let binary = built_binary(root)?;
    install(root)?;
    let folder = Folder::new("browser")?;
    let server = Server::start(&binary, &folder.path)?;
    let heard = hear(
        Command::new("node")
            .arg(SCRIPT)
            .current_dir(root)
            .env("BEKAL_ADDRESS", &server.address)
            .env("BEKAL_DEMO_DIR", &server.data)
            .env("BEKAL_PASSWORDS", server.data.join("passwords.txt"))
            .env("BEKAL_CHROMIUM", "/usr/bin/chromium"),
    )?;
    *tally += heard.tally();
    if !heard.success {
        bail!("the browser test failed; the server said at the end:\n{}", server.last_words());
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

/// The demo's server; ended when dropped.
struct Server {
    child: Child,
    address: String,
    data: PathBuf,
    log: PathBuf,
}

impl Server {
    fn start(binary: &Path, folder: &Path) -> Result<Self> {
        let listen = format!("127.0.0.1:{}", free_port()?);
        let (data, log) = (folder.join("demo"), folder.join("server.log"));
        let output = std::fs::File::create(&log).context("opening the server's log")?;
        let child = Command::new(binary)
            .args(["demo", "--dir"])
            .arg(&data)
            .args(["--listen", &listen])
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .context("starting the demo")?;
        let mut server = Self { child, address: format!("http://{listen}"), data, log };
        server.wait_until_it_listens(&listen)?;
        Ok(server)
    }

    fn wait_until_it_listens(&mut self, listen: &str) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if TcpStream::connect(listen).is_ok() {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                bail!("the demo ended with {status}:\n{}", self.last_words());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        bail!("the demo did not listen within {} seconds:\n{}", PATIENCE.as_secs(), self.last_words())
    }

    fn last_words(&self) -> String {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
