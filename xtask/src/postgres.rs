// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A throw-away PostgreSQL server for the tests: its own folder, its own port, stopped and removed when dropped.

use crate::run::{Folder, free_port};
use anyhow::{Context, Result, bail, ensure};
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The variable through which the tests learn the address of the server.
pub const VARIABLE: &str = "BEKAL_TEST_POSTGRES";

pub struct Postgres {
    programs: PathBuf,
    owner: Option<Owner>,
    port: u16,
    server: Child,
    folder: Folder,
}

/// The user the server runs as when we are root, which PostgreSQL refuses to be.
#[derive(Debug, Clone, Copy)]
struct Owner {
    user: u32,
    group: u32,
}

impl Postgres {
    /// Makes a cluster and starts its server; returns when it accepts connections.
    pub fn start() -> Result<Self> {
        let programs = programs().context("no initdb found: please install the Debian package postgresql")?;
        let owner = if is_root() { Some(Owner::find()?) } else { None };
        let folder = Folder::new("postgres")?;
        if let Some(owner) = owner {
            chown(&folder.path, Some(owner.user), Some(owner.group)).context("giving the folder away")?;
        }
        let initdb = command(&programs.join("initdb"), owner, &folder.path)
            .args([
                "--pgdata=data",
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
            ])
            .output()
            .context("starting initdb")?;
        ensure!(initdb.status.success(), "initdb: {}", String::from_utf8_lossy(&initdb.stderr));
        let port = free_port()?;
        let server = serve(&programs, owner, &folder.path, port)?;
        let mut postgres = Self { programs, owner, port, server, folder };
        postgres.wait_until_ready()?;
        Ok(postgres)
    }

    pub fn address(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let folder = &self.folder.path;
        for _ in 0..600 {
            // The server writes its state into the last line of this file.
            let state = std::fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
            if state.lines().last().is_some_and(|last| last.trim() == "ready") {
                return Ok(());
            }
            if let Some(status) = self.server.try_wait()? {
                let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
                bail!("the PostgreSQL server ended with {status}:\n{log}");
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        bail!("the PostgreSQL server was not ready within a minute")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let stopped = command(&self.programs.join("pg_ctl"), self.owner, &self.folder.path)
            .args(["stop", "--pgdata=data", "--mode=fast", "--silent"])
            .stdout(Stdio::null())
            .status();
        if !stopped.is_ok_and(|status| status.success()) {
            // The folder goes with it, so there is nothing that a hard end could harm.
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

impl Owner {
    fn find() -> Result<Self> {
        for name in ["postgres", "nobody"] {
            let id = |flag: &str| -> Option<u32> {
                let output = Command::new("id").args([flag, name]).output().ok()?;
                String::from_utf8(output.stdout).ok()?.trim().parse().ok()
            };
            if let (Some(user), Some(group)) = (id("-u"), id("-g")) {
                return Ok(Self { user, group });
            }
        }
        bail!("PostgreSQL does not run as root, and there is neither a user postgres nor nobody")
    }
}

/// The folder of `initdb`, `postgres` and `pg_ctl`: the newest that Debian installed, else wherever the path says.
pub fn programs() -> Option<PathBuf> {
    let whole =
        |folder: &PathBuf| ["initdb", "postgres", "pg_ctl"].iter().all(|name| folder.join(name).is_file());
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = versions.filter_map(|entry| {
        let version: u32 = entry.file_name().to_str()?.parse().ok()?;
        Some((version, entry.path().join("bin")))
    });
    let newest = debian.filter(|(_, folder)| whole(folder)).max().map(|(_, folder)| folder);
    let path = std::env::var_os("PATH").unwrap_or_default();
    newest.or_else(|| std::env::split_paths(&path).find(whole))
}

/// Whether this process runs as root.
pub fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

fn serve(programs: &Path, owner: Option<Owner>, folder: &Path, port: u16) -> Result<Child> {
    let log = std::fs::File::create(folder.join("log")).context("opening the log")?;
    let mut server = if Path::new("/usr/bin/setpriv").exists() {
        // The server ends with this process even when it is killed without a chance to clean up.
        let mut guarded = command(Path::new("/usr/bin/setpriv"), owner, folder);
        guarded.args(["--pdeathsig", "INT", "--"]).arg(programs.join("postgres"));
        guarded
    } else {
        command(&programs.join("postgres"), owner, folder)
    };
    let socket = folder.display();
    server
        .args(["-D", "data", "-p", &port.to_string(), "-k", &socket.to_string()])
        .args(["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", "-c", "fsync=on"])
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()
        .context("starting postgres")
}

fn command(program: &Path, owner: Option<Owner>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    if let Some(owner) = owner {
        command.uid(owner.user).gid(owner.group);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_accepts_connections_and_leaves_nothing_behind() {
        let postgres = Postgres::start().unwrap();
        let (port, folder) = (postgres.port, postgres.folder.path.clone());
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(postgres);
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!folder.exists());
    }
}
