// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod client;
mod django;
mod measure;
mod report;
mod server;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use client::Client;
use measure::{Load, run};
use report::Report;
use server::Server;

const CONNECTIONS: usize = 4;
const WRITERS: usize = 16;
const MOST_WRITES: usize = 5_000;
const PASSWORD: &str = "bekal-contoh-2027";
/// A page of fifty people, filtered.
const LIST: &str = "/people?kind=convict";
const SEARCH: &str = "/people?q=santoso&state=all";

/// What is asked for on the command line.
struct Order {
    bekal: PathBuf,
    folder: PathBuf,
    seconds: u64,
    /// Where the Django project is generated; none leaves the comparison out.
    django: Option<PathBuf>,
}

impl Order {
    fn read(mut words: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let mut order = Self {
            bekal: PathBuf::from("target/release/bekal"),
            folder: PathBuf::from("bekal-synth"),
            seconds: 10,
            django: None,
        };
        while let Some(word) = words.next() {
            let value = words.next().with_context(|| format!("{word} wants a value"))?;
            match word.as_str() {
                "--bekal" => order.bekal = value.into(),
                "--dir" => order.folder = value.into(),
                "--seconds" => order.seconds = value.parse().context("--seconds wants a number")?,
                "--django" => order.django = Some(value.into()),
                _ => anyhow::bail!("unknown option {word}; there are --bekal, --dir, --seconds, --django"),
            }
        }
        Ok(order)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let order = Order::read(std::env::args().skip(1))?;
    let mut report = Report::begin();
    let server = Server::bekal(&order.bekal, &order.folder).await?;
    report.line("first page after start", &format!("{:.3} s", server.first_page.as_secs_f64()), "< 0.5 s");
    let cookie = sign_in(&server.address).await?;
    let load = |path: &str| Load {
        address: server.address.clone(),
        cookie: cookie.clone(),
        connections: CONNECTIONS,
        time: Duration::from_secs(order.seconds),
        requests: measure::pages(path),
    };
    let list = run(load(LIST)).await?;
    report.measured("filtered list of 50 people", &list, ">= 1000/s, p99 < 15 ms");
    report.measured("search by a part of a name", &run(load(SEARCH)).await?, "");
    report.line("memory after the lists", &format!("{:.1} MiB", server.resident_mib()?), "< 100 MiB");
    let forms = measure::corrections(&server.address, &cookie, MOST_WRITES).await?;
    anyhow::ensure!(!forms.is_empty(), "no mark can be corrected; make the office anew");
    let writes = run(Load { requests: forms, connections: WRITERS, ..load("") }).await?;
    let name = format!("attendance with audit leaf, fsync, {WRITERS} at once ({})", writes.count());
    report.measured(&name, &writes, ">= 800/s");
    report.line("memory at the end", &format!("{:.1} MiB", server.resident_mib()?), "< 100 MiB");
    server.stop().await?;
    if let Some(folder) = &order.django {
        django::compare(folder, &order.folder, order.seconds, &list, &mut report).await?;
    }
    report.end();
    Ok(())
}

/// Signs in as the officer of work; answers the cookie.
async fn sign_in(address: &str) -> anyhow::Result<String> {
    let mut client = Client::connect(address).await?;
    let answer = client.post("/sign-in", "", &format!("login=giatja&password={PASSWORD}&next=%2F")).await?;
    let cookie = answer.header("set-cookie").and_then(|value| value.split(';').next().map(str::to_owned));
    cookie.filter(|_| answer.status == 303).context("the officer of the invented office cannot sign in")
}
