// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `GET`: the facts of a page, with a strong tag.

use axum::body::Body;
use axum::extract::{Query, Request};
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, ETAG};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use desk::{FieldProblem, Form, Page, Say, Twin};
use kernel::Lang;

use crate::condition::{self, Reader};
use crate::deed::path_parts;
use crate::door::Site;
use crate::problem::{Code, Problem};
use crate::refused::{self, Asked};
use crate::{fields, language, token};

/// Letters in one parameter of an address; a cursor is shorter.
pub(crate) const LONGEST_PARAMETER: usize = 400;

pub(crate) async fn show(site: &Site, page: Page, twin: Option<Twin>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    let lang = language::asked(&parts.headers);
    match shown(site, page, twin, (&mut parts, lang)).await {
        Ok(response) => response,
        Err(problem) => problem.response(&site.house.words, lang),
    }
}

async fn shown(
    site: &Site,
    page: Page,
    twin: Option<Twin>,
    (parts, lang): (&mut Parts, Lang),
) -> Result<Response, Problem> {
    let now = (site.clock)();
    let actor = token::bearer(site, &parts.headers, page.act, now).await?;
    let Some(twin) = twin else { return Err(Problem::new(Code::NoTwin)) };
    let path = path_parts(parts).await?;
    let mut pairs = query(&twin, parts)?;
    let in_address: Vec<String> = path.iter().map(|(name, _)| name.clone()).collect();
    pairs.extend(path);
    let reader = Reader { house: site.house.clone(), actor, lang, now };
    let asked = Asked { actor: &reader.actor, now, headers: &parts.headers, in_address: &in_address };
    let read = reader.read(&twin, &Form::new(pairs)).await;
    let bytes = read.map_err(|halt| refused::problem(halt, &asked))?;
    let tag = condition::tag_of(&bytes);
    let etag = HeaderValue::from_str(&tag).expect("hex digits in quotes");
    if condition::has_already(&parts.headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response());
    }
    let json = HeaderValue::from_static("application/json");
    let language = HeaderValue::from_static(lang.tag());
    let head = [(CONTENT_TYPE, json), (CONTENT_LANGUAGE, language), (ETAG, etag)];
    Ok((head, Body::from(bytes)).into_response())
}

/// # Errors
/// Parameters that this page does not have, or that came twice or cannot be read.
fn query(twin: &Twin, parts: &Parts) -> Result<Vec<(String, String)>, Problem> {
    let Ok(Query(pairs)) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri) else {
        return Err(Problem::new(Code::BadRequest));
    };
    let mut problems = Vec::new();
    for (place, (name, value)) in pairs.iter().enumerate() {
        let mut problem = |key: &str| {
            let say = Say::new(key).with("field", name);
            problems.push(FieldProblem { field: name.clone(), say });
        };
        if !twin.query.iter().any(|field| field.name == name) {
            problem("api-unknown-parameter");
        } else if pairs[..place].iter().any(|(known, _)| known == name) {
            problem("api-parameter-twice");
        } else if value.chars().count() > LONGEST_PARAMETER {
            problem("api-parameter-long");
        } else if !fields::is_sayable(value) {
            problem("api-control");
        }
    }
    if problems.is_empty() { Ok(pairs) } else { Err(Problem::of_fields(problems)) }
}
