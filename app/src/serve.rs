// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The server: pages on a socket until told to stop.

use std::sync::Arc;

use anyhow::Context;
use axum::Router;
use desk::House;

use crate::clock::Clock;
use crate::line::room_commands;
use crate::work;

/// Every page and action as a router.
pub fn doors(house: Arc<House>, clock: Clock, secure_cookie: bool) -> Router {
    let rooms = room_commands();
    let door = web::Door { house, clock: Arc::new(move || clock.read()), secure_cookie };
    web::router(door, web::Rooms { actions: rooms.actions, pages: rooms.pages })
}

/// Serves until Ctrl-C or SIGTERM, finishing the requests at hand.
///
/// # Errors
/// The address is taken or cannot be used.
pub async fn serve(house: Arc<House>, clock: Clock, listen: &str) -> anyhow::Result<()> {
    let _ = tracing_subscriber::fmt()
        .with_env_filter("warn,bekal=info,web=info")
        .with_writer(std::io::stderr)
        .try_init();
    let listener =
        tokio::net::TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
    let address = listener.local_addr()?;
    println!("http://{address}");
    // On this machine itself the pages come without TLS; anywhere else a proxy speaks it.
    let secure_cookie = !address.ip().is_loopback();
    let workers = work::Workers::start(&house, clock, work::pace()?);
    axum::serve(listener, doors(Arc::clone(&house), clock, secure_cookie))
        .with_graceful_shutdown(stop_signal())
        .await?;
    workers.stop().await;
    house.db.clone().close().await?;
    Ok(())
}

pub(crate) async fn stop_signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
