// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The register as one file: issuers and status lists, to be carried where there is no network.

use access::Act;
use chrono::{DurationRound, TimeDelta};
use desk::{Desk, Form, Halt, Page, Shown};

use super::outside;
use crate::signer::rekey;
use crate::{facts, signer, status};

/// How long a program need not ask again.
const FRESH_SECONDS: u32 = 15 * 60;

/// `certificate register`.
pub const REGISTER: Page = Page {
    name: "certificate register",
    path: "/c/register.json",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// Before the first certificate there is nothing to carry: then the page to check a number.
async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let Some(register) = sealed(desk).await? else { return outside::absent(desk, form).await };
    Ok(Shown::Served { media_type: "application/json", bytes: register.into_bytes(), fresh: FRESH_SECONDS })
}

/// The signed file; nothing before the first certificate.
pub async fn sealed(desk: &Desk) -> Result<Option<String>, Halt> {
    let on = desk.house.db.read();
    let lists = status::all(on).await?;
    if lists.is_empty() {
        return Ok(None);
    }
    let hour = desk.now.duration_trunc(TimeDelta::hours(1)).unwrap_or(desk.now);
    let register = credential::register::Register {
        made_at: hour,
        holds_until: hour + status::HOLDS,
        issuers: facts::issuers(on).await?,
        retired: rekey::retired(on).await?.into_iter().map(|key| (key.did, key.since)).collect(),
        lists,
    };
    Ok(Some(signer::sealed_register(desk, &register).await?))
}
