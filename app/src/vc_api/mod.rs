// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `bekal vc-api`: a test bed for interoperability. It speaks the VC API of the W3C's Credentials Community Group with a key that
//! lives in memory only. No database, no issuer and no certificate of the house is within its reach.

mod answer;
mod bed;
mod issue;
mod request;
mod status;
mod tls;
mod verify;

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use clap::{Arg, ArgMatches, Command};
use tokio::net::TcpListener;

use crate::clock::Clock;
use crate::serve::stop_signal;

pub use bed::Bed;
pub use tls::{TlsListener, self_signed};

/// Larger documents are refused before they are read.
const MOST_BYTES: usize = 1024 * 1024;

/// The command as clap understands it.
pub fn grammar() -> Command {
    let listen = Arg::new("listen").long("listen").default_value("127.0.0.1:8443").help("alamat dan port");
    let tls = Arg::new("tls")
        .long("tls")
        .value_parser(["self-signed"])
        .help("HTTPS dengan sertifikat buatan sendiri / HTTPS with a certificate of its own");
    Command::new("vc-api")
        .about("Uji interoperabilitas kredensial / interoperability endpoints for credentials")
        .long_about(
            "Titik akhir VC API untuk uji interoperabilitas. Kuncinya hanya di memori dan hilang saat server berhenti; \
             basis data dan kunci penerbit tidak tersentuh.\n\
             VC API endpoints for interoperability tests. The key lives in memory only and is gone when the server stops; \
             neither the database nor any issuer's key is touched.\n\n\
             POST /credentials/issue            eddsa-rdfc-2022\n\
             POST /jcs/credentials/issue        eddsa-jcs-2022\n\
             POST /status/credentials/issue     eddsa-rdfc-2022, with an entry of a status list\n\
             POST /credentials/verify\n\
             POST /presentations/verify\n\
             POST /credentials/status           sets or clears the status of an issued credential\n\
             GET  /status/lists/revocation      the status list, signed",
        )
        .args([listen, tls])
}

/// Every path of the test bed.
pub fn router(bed: Arc<Bed>) -> Router {
    let mut router = Router::new()
        .route("/credentials/issue", post(issue::by_meaning))
        .route("/jcs/credentials/issue", post(issue::by_text))
        .route("/status/credentials/issue", post(issue::with_status))
        .route("/credentials/status", post(status::update))
        .route("/status/credentials/status", post(status::update))
        .route(status::PATH, get(status::list));
    // A suite that is told one address for all finds the verifiers beside each issuer.
    for beside in ["", "/jcs", "/status"] {
        router = router
            .route(&format!("{beside}/credentials/verify"), post(verify::credential))
            .route(&format!("{beside}/presentations/verify"), post(verify::presentation));
    }
    router.fallback(answer::nothing_here).layer(DefaultBodyLimit::max(MOST_BYTES)).with_state(bed)
}

/// Serves until Ctrl-C or SIGTERM.
///
/// # Errors
/// The address is taken or cannot be used, or no certificate can be made.
pub async fn command(matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    let listen = matches.get_one::<String>("listen").context("--listen has a default")?;
    let with_tls = matches.contains_id("tls");
    let listener = TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
    let address = listener.local_addr()?;
    anyhow::ensure!(
        with_tls || address.ip().is_loopback(),
        "tanpa --tls hanya alamat mesin ini sendiri / without --tls only an address of this machine itself"
    );
    let url = format!("{}://{address}", if with_tls { "https" } else { "http" });
    let bed = Arc::new(Bed::new(&desk::Dice::from_system().bytes(), &url, Clock::Now));
    println!("{url}");
    println!("{}", bed.did());
    println!("Penerbit uji, kuncinya hanya di memori / a test issuer, its key lives in memory only");
    let router = router(bed);
    if with_tls {
        let certificate = self_signed(address.ip())?;
        axum::serve(TlsListener::start(listener, &certificate)?, router)
            .with_graceful_shutdown(stop_signal())
            .await?;
    } else {
        axum::serve(listener, router).with_graceful_shutdown(stop_signal()).await?;
    }
    Ok(ExitCode::SUCCESS)
}
