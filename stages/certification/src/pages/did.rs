// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The document of an issuer's keys under `did:web`, for programs that look keys up by address. It lies below the public base
//! and names the issuer by a number, so that the address tells nothing.

use access::Act;
use anyhow::anyhow;
use credential::did::{IssuersKey, web_document, web_name};
use desk::{Desk, Form, Halt, Page, Shown};
use kernel::id::OrganisationId;
use uuid::Uuid;

use super::outside;
use crate::facts;
use crate::signer::rekey;

/// How long a program need not ask again: a key that is in other hands must be known soon.
const FRESH_SECONDS: u32 = 5 * 60;

/// `certificate did`.
pub const DID: Page = Page {
    name: "certificate did",
    path: "/c/did/{did}/did.json",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(view(desk, form)),
};

/// The issuer's name on the web.
pub(super) fn name(desk: &Desk, issuer: OrganisationId) -> String {
    web_name(&desk.house.settings.public_base, &format!("c/did/{}", issuer.0))
}

async fn view(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let on = desk.house.db.read();
    let Ok(id) = form.text("did").parse::<Uuid>() else { return outside::absent(desk, form).await };
    let issuer = OrganisationId(id);
    let Some(did) = facts::did_of(on, issuer).await? else {
        return outside::absent(desk, form).await;
    };
    let old = rekey::retired(on).await?.into_iter().filter(|key| key.issuer_id == id);
    let old = old.map(|key| IssuersKey { did: key.did, revoked: Some(key.since) });
    let keys: Vec<IssuersKey> = std::iter::once(IssuersKey { did, revoked: None }).chain(old).collect();
    let document = web_document(&name(desk, issuer), &keys)
        .map_err(|cause| anyhow!("a key of {id}: {}", cause.code()))?;
    Ok(Shown::Served {
        media_type: "application/did+json",
        bytes: document.to_string().into_bytes(),
        fresh: FRESH_SECONDS,
    })
}
