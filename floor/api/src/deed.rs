// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `POST`: does an action once, however often it is sent.

use axum::body::Body;
use axum::extract::{FromRequestParts, RawPathParams, Request};
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use desk::{Action, Done, Form, Halt, Kind, Twin};
use kernel::Lang;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::condition::{self, Reader, hex};
use crate::door::Site;
use crate::problem::{Code, Problem};
use crate::refused::{self, Asked};
use crate::{body, fields, language, token};

pub(crate) const KEY: HeaderName = HeaderName::from_static("idempotency-key");
pub(crate) const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
pub(crate) const LONGEST_KEY: usize = 128;

pub(crate) async fn run(site: &Site, action: Action, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let lang = language::asked(&parts.headers);
    match done(site, action, (&mut parts, body), lang).await {
        Ok(response) => response,
        Err(problem) => problem.response(&site.house.words, lang),
    }
}

async fn done(
    site: &Site,
    action: Action,
    (parts, body): (&mut Parts, Body),
    lang: Lang,
) -> Result<Response, Problem> {
    let now = (site.clock)();
    let actor = token::bearer(site, &parts.headers, action.act, now).await?;
    let key = key(&parts.headers)?.to_owned();
    let path = path_parts(parts).await?;
    let object = body::object(&action, &parts.headers, body).await?;
    let content = content(&action, &path, &object);
    let form = fields::form_of(&action, object, &path)?;
    let reader = Reader { house: site.house.clone(), actor, lang, now };
    let mut desk = reader.desk();
    desk.once = Some(format!("api:{key}"));
    desk.content = Some(content.clone());
    if let Some(tags) = condition::expected(&parts.headers) {
        let Some(twin) = condition::thing(&site.rooms.twins, &action) else {
            return Err(Problem::new(Code::NothingToCompare));
        };
        let thing = Form::new(path.clone());
        desk.guard = Some(condition::guard(reader.clone(), twin, thing, tags));
    }
    let in_address: Vec<String> = action
        .fields
        .iter()
        .filter(|field| matches!(field.kind, Kind::Path))
        .map(|field| field.name.to_owned())
        .collect();
    let asked = Asked { actor: &reader.actor, now, headers: &parts.headers, in_address: &in_address };
    // Asked before the action runs: what it did the first time may be the very reason why it cannot be done now.
    let before = desk.done_before().await.map_err(|halt| refused::problem(halt, &asked))?;
    let outcome = match before {
        Some(done) => Err(Halt::Already(Box::new(done))),
        None => (action.run)(&desk, &form).await,
    };
    match outcome {
        Ok(done) => Ok(answer(site, &action, &done, lang)),
        Err(Halt::Already(done)) if done.content.as_deref() == Some(content.as_str()) => {
            let mut response = answer(site, &action, &done, lang);
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
            Ok(response)
        }
        Err(halt) => Err(refused::problem(told(&reader, &action, &form, halt).await, &asked)),
    }
}

/// An action reads what was sent before it asks about the thing. Whoever may not even open the form learns that, and
/// nothing about what she sent, as on the web.
async fn told(reader: &Reader, action: &Action, form: &Form, halt: Halt) -> Halt {
    if !matches!(halt, Halt::Problems(_) | Halt::Refusal(_)) {
        return halt;
    }
    match (action.open)(&reader.desk(), form).await {
        Err(kept @ (Halt::Denied(_) | Halt::Missing | Halt::Fault(_))) => kept,
        Ok(_) | Err(_) => halt,
    }
}

/// # Errors
/// It is missing, longer than 128, or has letters that are no visible ASCII.
fn key(headers: &HeaderMap) -> Result<&str, Problem> {
    let sent = headers.get(KEY).ok_or_else(|| Problem::new(Code::KeyMissing))?;
    let fits = |key: &&str| {
        (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
    };
    sent.to_str().ok().filter(fits).ok_or_else(|| Problem::new(Code::KeyMalformed).with("most", LONGEST_KEY))
}

/// The `{parts}` of the path.
///
/// # Errors
/// They are no text: there is no such thing.
pub(crate) async fn path_parts(parts: &mut Parts) -> Result<Vec<(String, String)>, Problem> {
    let Ok(found) = RawPathParams::from_request_parts(parts, &()).await else {
        return Err(Problem::new(Code::Missing));
    };
    let found: Vec<(String, String)> =
        found.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let is_text = found.iter().all(|(_, value)| fields::is_sayable(value));
    is_text.then_some(found).ok_or_else(|| Problem::new(Code::Missing))
}

/// What was sent, so that one key is never taken for two different things. Keys of objects are sorted.
fn content(action: &Action, path: &[(String, String)], object: &Map<String, Value>) -> String {
    let text = json!([action.name, path, object]).to_string();
    hex(&Sha256::digest(text.as_bytes()))
}

fn answer(site: &Site, action: &Action, done: &Done, lang: Lang) -> Response {
    let body = json!({ "location": done.location, "said": done.said }).to_string();
    let head = [(CONTENT_TYPE, "application/json"), (CONTENT_LANGUAGE, lang.tag())];
    let mut response = (success(action), head, Body::from(body)).into_response();
    let path = done.location.split(['?', '#']).next().unwrap_or_default();
    if site.rooms.twins.iter().any(|twin| is_at(twin, path))
        && let Ok(location) = HeaderValue::from_str(&format!("/api{path}"))
    {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

/// `201` where the form is one for something new.
pub(crate) fn success(action: &Action) -> StatusCode {
    if action.path.ends_with("/new") { StatusCode::CREATED } else { StatusCode::OK }
}

fn is_at(twin: &Twin, path: &str) -> bool {
    let (page, path): (Vec<&str>, Vec<&str>) =
        (twin.page.path.split('/').collect(), path.split('/').collect());
    page.len() == path.len()
        && page.iter().zip(&path).all(|(part, found)| part.starts_with('{') || part == found)
}
