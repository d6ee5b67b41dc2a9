// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Style sheets, fonts and the one script, held in the program. Their address carries their fingerprint, so a browser keeps them for good.

use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

struct Asset {
    name: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const FONT: &str = "font/woff2";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
const FOR_A_DAY: &str = "public, max-age=86400";

const INTI: &[u8] = include_bytes!("../../assets/fonts/plus-jakarta-sans-inti.woff2");
const LATIN: &[u8] = include_bytes!("../../assets/fonts/plus-jakarta-sans-latin-wght-normal.woff2");

/// Names as the style sheets themselves write them.
const INSIDE: &[Asset] = &[
    Asset { name: "tokens.css", media_type: CSS, bytes: include_bytes!("../../assets/tokens.css") },
    Asset { name: "bekal.css", media_type: CSS, bytes: include_bytes!("../../assets/bekal.css") },
    Asset { name: "login.css", media_type: CSS, bytes: include_bytes!("../../assets/login.css") },
    Asset { name: "drag.js", media_type: SCRIPT, bytes: include_bytes!("../../assets/drag.js") },
    Asset { name: "fonts/plus-jakarta-sans-inti.woff2", media_type: FONT, bytes: INTI },
    Asset { name: "fonts/plus-jakarta-sans-latin-wght-normal.woff2", media_type: FONT, bytes: LATIN },
    Asset {
        name: "fonts/OFL.txt",
        media_type: "text/plain; charset=utf-8",
        bytes: include_bytes!("../../assets/fonts/OFL.txt"),
    },
];

/// The style of pages for the public; a page that is saved and opened elsewhere holds it itself.
pub const OUTSIDE_STYLE: &str = include_str!("../../assets/outside.css");

/// What pages for the public load; fixed addresses, because their templates stand in a room.
const OUTSIDE: &[Asset] = &[
    Asset { name: "style.css", media_type: CSS, bytes: OUTSIDE_STYLE.as_bytes() },
    Asset { name: "inti.woff2", media_type: FONT, bytes: INTI },
];

/// Where the inside's assets lie, without a slash at the end.
pub(crate) fn base() -> &'static str {
    static BASE: OnceLock<String> = OnceLock::new();
    BASE.get_or_init(|| format!("/-/{}", fingerprint()))
}

/// `GET /-/{fingerprint}/{*name}`
pub(crate) async fn inside(Path((asked, name)): Path<(String, String)>) -> Response {
    if base().rsplit('/').next() != Some(asked.as_str()) {
        return StatusCode::NOT_FOUND.into_response();
    }
    serve(INSIDE, &name, FOR_GOOD)
}

/// `GET /c/-/{name}`
pub(crate) async fn outside(Path(name): Path<String>) -> Response {
    serve(OUTSIDE, &name, FOR_A_DAY)
}

fn serve(assets: &'static [Asset], name: &str, keep: &'static str) -> Response {
    match assets.iter().find(|asset| asset.name == name) {
        Some(asset) => {
            ([(CONTENT_TYPE, asset.media_type), (CACHE_CONTROL, keep)], asset.bytes).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn fingerprint() -> String {
    let mut hash = Sha256::new();
    for asset in INSIDE {
        hash.update(asset.bytes);
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
