// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who asks: the bearer of a token. A cookie opens nothing here, so that no other site can ask in somebody's name.

use std::time::Instant;

use access::{Act, Actor};
use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::header::{AUTHORIZATION, RETRY_AFTER, WWW_AUTHENTICATE};
use chrono::{DateTime, Utc};

use crate::door::Site;
use crate::problem::{Code, Problem};
use crate::refused::of_fault;

const CHALLENGE: HeaderValue = HeaderValue::from_static("Bearer realm=\"bekal\"");
const UNKNOWN: HeaderValue = HeaderValue::from_static("Bearer realm=\"bekal\", error=\"invalid_token\"");

/// The one who asks, if the token is good, has not asked too much, and may do the act anywhere at all.
///
/// # Errors
/// The problem to answer with. It is the same whether or not the thing exists.
pub(crate) async fn bearer(
    site: &Site,
    headers: &HeaderMap,
    act: Act,
    now: DateTime<Utc>,
) -> Result<Actor, Problem> {
    let Some(text) = text(headers) else {
        return Err(Problem::new(Code::TokenMissing).header(WWW_AUTHENTICATE, CHALLENGE));
    };
    let db = &site.house.db;
    let found = access::actor_of_token(db.read(), text, now).await;
    let found = found.map_err(|error| of_fault(&error.into(), headers))?;
    let Some((actor, scopes)) = found else {
        return Err(Problem::new(Code::TokenUnknown).header(WWW_AUTHENTICATE, UNKNOWN));
    };
    let instant = Instant::now();
    if let Err(seconds) = site.rate.take(scopes.token, instant) {
        let wait = HeaderValue::from(seconds);
        return Err(Problem::new(Code::TooMany).with("seconds", seconds).header(RETRY_AFTER, wait));
    }
    if site.rate.is_to_note(scopes.token, instant) {
        let noted = access::note_token_use(db.writer(), scopes.token, now).await;
        noted.map_err(|error| of_fault(&error.into(), headers))?;
    }
    if access::scope(&actor, act, now).is_nowhere() {
        return Err(Problem::new(Code::Denied).with("act", act.code()));
    }
    Ok(actor)
}

/// What stands after `Bearer`.
fn text(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, text) = value.split_once(' ')?;
    (scheme.eq_ignore_ascii_case("bearer") && !text.trim().is_empty()).then(|| text.trim())
}
