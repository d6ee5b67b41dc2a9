// SPDX-License-Identifier: Apache-2.0 OR MIT
//! For those who look after the installation: accounts, sign-ins that fail, the state of the log. Nobody's data.

use access::Role;
use desk::{Desk, Halt, Say};
use kernel::day;

use super::waiting::{Urgency, Waiting, line};

/// What the installation looks like.
pub struct Keeping {
    pub accounts: usize,
    pub organisations: usize,
    pub leaves: i64,
    /// When the last leaf was written; empty for a new installation.
    pub last_change: String,
    pub paused: i64,
}

/// None for everyone else.
pub async fn keeping(desk: &Desk) -> Result<Option<Keeping>, Halt> {
    if !desk.actor.has(Role::Admin) {
        return Ok(None);
    }
    let on = desk.house.db.read();
    let last = audit::log(on, 1).await?.pop();
    let when = |at| {
        let zone = desk.zone();
        format!("{}, {}", day::long(zone.day_of(at), desk.lang), zone.clock_label(at))
    };
    Ok(Some(Keeping {
        accounts: office::facts::all_accounts(on).await?.len(),
        organisations: office::facts::all(on).await?.len(),
        leaves: last.as_ref().map_or(0, |line| line.number + 1),
        last_change: last.map(|line| when(line.at)).unwrap_or_default(),
        paused: access::paused_sign_ins(on, desk.now).await?,
    }))
}

/// What asks for a look: names that were tried too often, and accounts that may do nothing.
pub async fn waiting(desk: &Desk, keeping: Option<&Keeping>) -> Result<Vec<Waiting>, Halt> {
    let Some(keeping) = keeping else { return Ok(Vec::new()) };
    let mut lines = Vec::new();
    if keeping.paused > 0 {
        let found = line(desk, Urgency::Now, ("paused", &keeping.paused.to_string()), ("account list", &[]));
        lines.extend(found.map(|line| line.detail(desk.teller().say("home-paused-detail"))));
    }
    let stalls = audit::stalls(desk.house.db.read()).await?;
    if let Some(first) = stalls.first() {
        let urgency = if first.is_long { Urgency::Now } else { Urgency::Soon };
        let folders: Vec<&str> = stalls.iter().map(|stall| stall.folder.as_str()).collect();
        let key = if first.is_long { "log-stalled" } else { "log-late" };
        let found = line(desk, urgency, (key, &stalls.len().to_string()), ("audit show", &[]));
        lines.extend(found.map(|line| line.detail(folders.join(", "))));
    }
    let accounts = office::facts::all_accounts(desk.house.db.read()).await?;
    let idle: Vec<&str> = accounts
        .iter()
        .filter(|account| account.roles.is_empty())
        .map(|account| account.login.as_str())
        .collect();
    if !idle.is_empty() {
        let found = line(desk, Urgency::Soon, ("roleless", &idle.len().to_string()), ("account list", &[]));
        let detail = Say::new("home-roleless-detail").with("logins", idle.join(", "));
        lines.extend(found.map(|line| line.detail(desk.teller().tell(&detail))));
    }
    Ok(lines)
}
