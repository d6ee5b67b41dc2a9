// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is open to everyone: where things are, the document, and what each problem means, in both languages.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use desk::{Say, Words};
use kernel::Lang;
use serde_json::json;

use crate::condition;
use crate::door::Site;
use crate::language;
use crate::problem::{Code, Problem};

/// `GET /api`
pub(crate) async fn index(headers: HeaderMap) -> Response {
    json_answer(&headers, json!({ "document": "/api/openapi.json", "problems": "/api/problems/{code}" }))
}

/// `GET /api/openapi.json`
pub(crate) async fn openapi(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    tagged(&headers, site.document().to_owned())
}

/// `GET /api/problems/{code}`
pub(crate) async fn problem(
    State(site): State<Arc<Site>>,
    code: Result<Path<String>, axum::extract::rejection::PathRejection>,
    request: Request,
) -> Response {
    let words = &site.house.words;
    let page = code.ok().and_then(|Path(code)| page(words, &code.to_lowercase()));
    match page {
        Some(page) => Html(page).into_response(),
        None => Problem::new(Code::Missing).response(words, language::asked(request.headers())),
    }
}

fn json_answer(headers: &HeaderMap, value: serde_json::Value) -> Response {
    tagged(headers, value.to_string())
}

fn tagged(headers: &HeaderMap, body: String) -> Response {
    let tag = condition::tag_of(body.as_bytes());
    let etag = HeaderValue::from_str(&tag).expect("hex digits in quotes");
    if condition::has_already(headers, &tag) {
        return (StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response();
    }
    ([(CONTENT_TYPE, HeaderValue::from_static("application/json")), (ETAG, etag)], body).into_response()
}

/// A page of its own, without style or script; none for a code that nobody uses.
fn page(words: &Words, code: &str) -> Option<String> {
    let own = Code::ALL.iter().any(|known| known.code() == code);
    let word = if own { format!("api-{code}") } else { format!("refusal-{code}") };
    words.try_say(Lang::Id, &Say::new(word.clone()))?;
    let mut page = String::from(
        "<!doctype html><html lang=\"id\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">",
    );
    let _ = write!(page, "<title>{}</title><main>", escaped(code));
    for lang in [Lang::Id, Lang::En] {
        let say = |end: &str| words.try_say(lang, &Say::new(format!("{word}{end}"))).unwrap_or_default();
        let _ = write!(
            page,
            "<section lang=\"{}\"><h1>{}</h1><p>{}</p><p>{}</p></section>",
            lang.tag(),
            escaped(&say("")),
            escaped(&say(".detail")),
            escaped(&say(".next")),
        );
    }
    page.push_str("</main></html>");
    Some(page.replace("<p></p>", ""))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
