// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A server as a process of its own: started, looked at, stopped.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::Context;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::client::Client;

/// So long a server may take to begin.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Server {
    child: Child,
    pub address: String,
    /// From the start of the process to the last byte of its first page.
    pub first_page: Duration,
}

impl Server {
    /// The house on a folder.
    pub async fn bekal(program: &Path, folder: &Path) -> anyhow::Result<Self> {
        let begun = Instant::now();
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--dir"]).arg(folder).env_remove("BEKAL_DATABASE");
        let mut child = command
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let out = child.stdout.take().context("its output is piped")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).await?;
        let address = line.trim().trim_start_matches("http://").to_owned();
        anyhow::ensure!(!address.is_empty(), "the server said nothing");
        let answer = Client::connect(&address).await?.get("/sign-in", "").await?;
        anyhow::ensure!(answer.status == 200, "its first page answered {}", answer.status);
        Ok(Self { child, address, first_page: begun.elapsed() })
    }

    /// Any other server, which listens at an address known before.
    pub async fn other(mut command: Command, address: &str, first: &str) -> anyhow::Result<Self> {
        let begun = Instant::now();
        let child = command.stdout(Stdio::null()).kill_on_drop(true).spawn().context("cannot start it")?;
        while begun.elapsed() < PATIENCE {
            if let Ok(mut client) = Client::connect(address).await
                && client.get(first, "").await.is_ok_and(|answer| answer.status < 400)
            {
                return Ok(Self { child, address: address.to_owned(), first_page: begun.elapsed() });
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        anyhow::bail!("{address} did not answer in time")
    }

    /// Memory that is really held, its own and that of its workers.
    pub fn resident_mib(&self) -> anyhow::Result<f64> {
        let id = self.child.id().context("the server has ended")?;
        let own = resident_kib(id).context("Linux tells how much memory a process holds")?;
        Ok((own + children(id).into_iter().filter_map(resident_kib).sum::<u64>()) as f64 / 1_024.0)
    }

    pub async fn stop(mut self) -> anyhow::Result<()> {
        self.child.start_kill()?;
        self.child.wait().await?;
        Ok(())
    }
}

fn resident_kib(id: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn children(id: u32) -> Vec<u32> {
    let found = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
    found.split_whitespace().filter_map(|id| id.parse().ok()).collect()
}
