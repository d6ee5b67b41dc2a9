// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What stands before the whole door: headers, panics, bare errors made into problems, the line in the log.

use std::any::Any;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::door::Site;
use crate::language;
use crate::problem::{Code, MEDIA_TYPE, Problem};

const EVERYWHERE: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "no-store"),
    (VARY, "Accept-Language, Authorization"),
];

pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in EVERYWHERE {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Errors of the machinery below come as bare text.
pub(crate) async fn dress(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let lang = language::asked(request.headers());
    let response = next.run(request).await;
    let status = response.status();
    let is_problem = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == MEDIA_TYPE);
    if is_problem || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let code = match status {
        StatusCode::NOT_FOUND => Code::Missing,
        StatusCode::METHOD_NOT_ALLOWED => Code::Method,
        StatusCode::PAYLOAD_TOO_LARGE => Code::TooLarge,
        StatusCode::SERVICE_UNAVAILABLE => Code::Slow,
        status if status.is_client_error() => Code::BadRequest,
        _ => Code::Fault,
    };
    let allow = response.headers().get(axum::http::header::ALLOW).cloned();
    let problem = Problem::new(code).with("reference", "-");
    let problem = match allow {
        Some(allow) => problem.header(axum::http::header::ALLOW, allow),
        None => problem,
    };
    problem.response(&site.house.words, lang)
}

/// Notes it; the problem is put around the bare answer further out.
pub(crate) fn after_panic(cause: Box<dyn Any + Send>) -> Response {
    let cause =
        cause.downcast_ref::<&str>().copied().or_else(|| cause.downcast_ref::<String>().map(String::as_str));
    tracing::error!(cause = cause.unwrap_or("unknown"), "a request ended in a panic");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// What the log says of a request: never the query, which may hold a name someone searched for.
pub(crate) fn span(request: &Request) -> tracing::Span {
    let id = request.headers().get("x-request-id").and_then(|value| value.to_str().ok()).unwrap_or_default();
    tracing::info_span!("api", method = %request.method(), path = request.uri().path(), id)
}
