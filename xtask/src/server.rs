// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The demo's server for tests from outside; ended when dropped.

use crate::run::free_port;
use anyhow::{Context, Result, bail};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(180);

pub struct Server {
    child: Child,
    /// Such as `http://127.0.0.1:4711`.
    pub address: String,
    /// The folder of its data.
    pub data: PathBuf,
    log: PathBuf,
}

impl Server {
    /// Starts the demo in a folder and waits until it listens.
    pub fn start(binary: &Path, folder: &Path, options: &[&str]) -> Result<Self> {
        let listen = format!("127.0.0.1:{}", free_port()?);
        let (data, log) = (folder.join("demo"), folder.join("server.log"));
        let output = std::fs::File::create(&log).context("opening the server's log")?;
        let child = Command::new(binary)
            .args(["demo", "--dir"])
            .arg(&data)
            .args(["--listen", &listen])
            .args(options)
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

    /// The end of what it said.
    pub fn last_words(&self) -> String {
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
