// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The same rows in a Django admin, as many an office would have built it: a project made here, its list of people filtered
//! and fifty to a page, served by gunicorn with as many workers as there are cores. Asked in the same run, by the same client.

use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use tokio::process::Command;

use crate::measure::{Load, Measured, pages, run};
use crate::report::Report;
use crate::server::Server;

const ADDRESS: &str = "127.0.0.1:8765";
const PREPARE: &str = include_str!("../django/prepare.py");

/// Makes the project where there is none, and measures it. `python` with Django and gunicorn lies in `FOLDER/venv`.
pub async fn compare(
    folder: &Path,
    office: &Path,
    seconds: u64,
    own: &Measured,
    report: &mut Report,
) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    let folder = folder.canonicalize()?;
    let python = folder.join("venv/bin/python");
    anyhow::ensure!(python.exists(), "{} is missing; see the README", python.display());
    std::fs::write(folder.join("prepare.py"), PREPARE)?;
    let database = office.join("bekal.db").canonicalize().context("the office's database")?;
    let made = Command::new(&python).arg("prepare.py").arg(database).current_dir(&folder).output().await?;
    anyhow::ensure!(made.status.success(), "the project: {}", String::from_utf8_lossy(&made.stderr));
    let cookie = String::from_utf8(made.stdout)?.trim().to_owned();
    let mut command = Command::new(folder.join("venv/bin/gunicorn"));
    command.args(["--workers", "2", "--threads", "2", "--keep-alive", "30", "--log-level", "error"]);
    command.args(["--bind", ADDRESS, "prepare:application"]).current_dir(&folder);
    let server = Server::other(command, ADDRESS, "/admin/login/").await?;
    let load = Load {
        address: ADDRESS.to_owned(),
        cookie,
        connections: crate::CONNECTIONS,
        time: Duration::from_secs(seconds),
        requests: pages("/admin/prepare/stay/?kind__exact=convict&ended_on__isempty=1"),
    };
    let theirs = run(load).await?;
    report.measured("Django admin: the same list, filtered", &theirs, "");
    report.line("Django admin: memory", &format!("{:.1} MiB", server.resident_mib()?), "");
    report.line("Django admin: first page", &format!("{:.3} s", server.first_page.as_secs_f64()), "");
    report.line("ratio of requests a second", &format!("{:.1}", own.per_second() / theirs.per_second()), "");
    server.stop().await
}
