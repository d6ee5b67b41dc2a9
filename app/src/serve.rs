// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The server: pages on a socket until told to stop.

use std::sync::Arc;

use anyhow::Context;
use axum::Router;
use axum::extract::Request;
use clap::ArgMatches;
use desk::House;
use tower::ServiceExt;

use crate::clock::Clock;
use crate::command::RoomCommands;
use crate::line::room_commands;
use crate::{about, log_outside, rooms, work};

/// Both doors for those who come over the network: pages for people, and `/api` for programs.
pub fn doors(house: Arc<House>, clock: Clock, secure_cookie: bool) -> Router {
    let limits = api::Limits::default();
    doors_with(house, clock, secure_cookie, limits)
}

/// The same with limits of one's own.
pub fn doors_with(house: Arc<House>, clock: Clock, secure_cookie: bool, limits: api::Limits) -> Router {
    let RoomCommands { actions, pages } = room_commands();
    let clock: api::Clock = Arc::new(move || clock.read());
    let rooms = api::Rooms { actions: actions.clone(), pages: pages.clone(), twins: rooms::twins() };
    let api = api::router(api::Door { house: Arc::clone(&house), clock: Arc::clone(&clock), limits }, rooms);
    let door = web::Door { house, clock, secure_cookie };
    let web = web::router_about(door, web::Rooms { actions, pages }, about::find);
    // Beside each other, not one inside the other: cookies, layout and forms are the web's alone.
    Router::new().fallback(move |request: Request| {
        let door = if api::is_here(request.uri().path()) { api.clone() } else { web.clone() };
        door.oneshot(request)
    })
}

/// Serves as the options `--listen` and `--api-per-minute` say, until Ctrl-C or SIGTERM, finishing the requests at hand.
///
/// # Errors
/// The address is taken or cannot be used.
pub async fn serve(house: Arc<House>, clock: Clock, matches: &ArgMatches) -> anyhow::Result<()> {
    let listen = matches.get_one::<String>("listen").context("--listen has a default")?;
    let limits = matches
        .get_one::<u32>("api-per-minute")
        .map_or_else(api::Limits::default, |per_minute| api::Limits { per_minute: *per_minute });
    let _ = tracing_subscriber::fmt()
        .with_env_filter("warn,bekal=info,web=info,api=info")
        .with_writer(std::io::stderr)
        .try_init();
    let listener =
        tokio::net::TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
    let address = listener.local_addr()?;
    println!("http://{address}");
    // On this machine itself the pages come without TLS; anywhere else a proxy speaks it.
    let secure_cookie = !address.ip().is_loopback();
    let workers = work::Workers::start(&house, clock, work::pace()?);
    let keeper = log_outside::Keeper::start(&house, clock);
    axum::serve(listener, doors_with(Arc::clone(&house), clock, secure_cookie, limits))
        .with_graceful_shutdown(keeper.stop_signal_or_broken_log())
        .await?;
    workers.stop().await;
    keeper.stop().await?;
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
