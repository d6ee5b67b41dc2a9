// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A status list, signed by the register: for programs that check a certificate, and to be carried where there is no network.

use access::Act;
use chrono::{DurationRound, TimeDelta};
use credential::status::StatusListFacts;
use desk::{Desk, Form, Halt, Page, Shown};

use super::outside;
use crate::{signer, status};

/// How long a program need not ask again.
const FRESH_SECONDS: u32 = 15 * 60;

/// `certificate status`.
pub const STATUS: Page = Page {
    name: "certificate status",
    path: status::PATH,
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(view(desk, form)),
};

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let (number, purpose) = (form.text("list"), form.text("purpose"));
    let list = match number.parse() {
        Ok(number) => status::list(desk.house.db.read(), number, purpose).await?,
        Err(_) => None,
    };
    let (Some(list), Ok(number)) = (list, number.parse()) else {
        return outside::absent(desk, form).await;
    };
    let hour = desk.now.duration_trunc(TimeDelta::hours(1)).unwrap_or(desk.now);
    let url = status::address(&desk.house.settings.public_base, number, purpose);
    let facts = StatusListFacts {
        url: &url,
        issuer: "",
        purpose,
        valid_from: hour,
        valid_until: Some(hour + status::HOLDS),
    };
    let signed = signer::signed_list(desk, &list, &facts).await?;
    Ok(Shown::Served { media_type: "application/vc", bytes: signed.into_bytes(), fresh: FRESH_SECONDS })
}
