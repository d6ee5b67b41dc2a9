// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The audit log as strangers may see it: checkpoints and hashes alone, and for one certificate the proof that it is in there.
//! Hashes tell nothing of what they stand for: every record has a salt of its own.

use access::Act;
use anyhow::Context;
use audit::tree::{Bundle, Tile, inclusion};
use audit::{At, Object};
use desk::{Desk, Form, Halt, Page, Shown};
use serde_json::json;

use super::outside;
use crate::facts::CertificateFact;

const TEXT: &str = "text/plain; charset=utf-8";
/// A checkpoint is a few seconds old at most.
const CHECKPOINT_SECONDS: u32 = 5;
/// A tile never changes.
const TILE_SECONDS: u32 = 365 * 24 * 60 * 60;

/// `log checkpoint`.
pub const CHECKPOINT: Page = Page {
    name: "log checkpoint",
    path: "/c/log/checkpoint",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(checkpoint(desk, form)),
};

/// `log key`: with which checkpoints are verified.
pub const KEY: Page = Page {
    name: "log key",
    path: "/c/log/key",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(key(desk, form)),
};

const fn tile_page(name: &'static str, path: &'static str) -> Page {
    Page { name, path, act: Act::PublicRead, room: "public", view: |desk, form| Box::pin(tile(desk, form)) }
}

/// `log tile`: hashes of a tile; its number is one to three parts of the address, as the standard writes it.
pub const TILE: Page = tile_page("log tile", "/c/log/tile/{level}/{first}");
/// Of a partial tile, or one of the second thousand and later.
pub const TILE_2: Page = tile_page("log tile-2", "/c/log/tile/{level}/{first}/{second}");
/// Both of it.
pub const TILE_3: Page = tile_page("log tile-3", "/c/log/tile/{level}/{first}/{second}/{third}");

/// `certificate proof`: that the certificate was recorded when it was issued, to be kept beside it.
pub const PROOF: Page = Page {
    name: "certificate proof",
    path: "/c/{number}/proof.txt",
    act: Act::PublicRead,
    room: "public",
    view: |desk, form| Box::pin(proof(desk, form)),
};

async fn checkpoint(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let note = desk.house.log.shelves.first().map(|shelf| shelf.note()).transpose();
    match note.context("the log's folder cannot be read")?.flatten() {
        Some(note) => {
            Ok(Shown::Served { media_type: TEXT, bytes: note.into_bytes(), fresh: CHECKPOINT_SECONDS })
        }
        None => outside::absent(desk, form).await,
    }
}

async fn key(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let log = &desk.house.log;
    let Some(newest) = newest(desk)? else { return outside::absent(desk, form).await };
    let text = format!("{}\n", log.key().written(&newest.origin));
    Ok(Shown::Served { media_type: TEXT, bytes: text.into_bytes(), fresh: CHECKPOINT_SECONDS })
}

async fn tile(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let parts: Vec<&str> = ["first", "second", "third"]
        .iter()
        .map(|name| form.text(name))
        .filter(|part| !part.is_empty())
        .collect();
    let path = format!("tile/{}/{}", form.text("level"), parts.join("/"));
    let shelf = desk.house.log.shelves.first();
    let hashes = path.parse::<Tile>().ok().zip(shelf).and_then(|(tile, shelf)| shelf.tile(tile).ok());
    match hashes {
        Some(hashes) => Ok(Shown::Served {
            media_type: "application/octet-stream",
            bytes: hashes.into_flattened(),
            fresh: TILE_SECONDS,
        }),
        None => outside::absent(desk, form).await,
    }
}

/// For a number that is not there, or was recorded a moment ago, the page to check a number. Either is made each time, so that the
/// time it takes tells nothing.
async fn proof(desk: &Desk, form: &Form) -> Result<Shown, Halt> {
    let page = outside::absent(desk, form).await?;
    let Some(asked) = outside::asked_for(desk, form.text("number")).await? else { return Ok(page) };
    let proved = bundle(desk, &asked.certificate).await?;
    Ok(proved.filter(|_| asked.is_known).unwrap_or(page))
}

/// The file; nothing while the log outside does not reach as far.
async fn bundle(desk: &Desk, certificate: &CertificateFact) -> Result<Option<Shown>, Halt> {
    let object = Object::new("certificate", certificate.id.0);
    let evidence = audit::evidence(desk.house.db.read(), "CertificateIssued", object).await?;
    let (Some(evidence), Some(newest)) = (evidence, newest(desk)?) else { return Ok(None) };
    let (index, shelf) = (evidence.leaf.number.unsigned_abs(), desk.house.log.shelves.first());
    let Some(shelf) = shelf.filter(|_| index < newest.size) else { return Ok(None) };
    let path = inclusion(&At { shelf, size: newest.size }, index, newest.size)
        .context("the log's folder cannot be read")?;
    let extra = json!({
        "leaf": String::from_utf8_lossy(&evidence.leaf.bytes()),
        "salt": evidence.salt.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
        "content": evidence.content,
    });
    let checkpoint = newest.signed(&desk.house.log.seed);
    let bundle = Bundle { extra: extra.to_string().into_bytes(), index, path, checkpoint };
    Ok(Some(Shown::File {
        name: format!("sertifikat-{}.tlog-proof", certificate.number),
        media_type: TEXT,
        bytes: bundle.written().into_bytes(),
    }))
}

fn newest(desk: &Desk) -> anyhow::Result<Option<audit::tree::Checkpoint>> {
    let log = &desk.house.log;
    log.shelves.first().map_or(Ok(None), |shelf| log.newest(shelf))
}
