// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A panic in one request is that request's fault page; the others go on.

use std::any::Any;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Notes it; the page is put around the bare answer further out.
pub(crate) fn after_panic(cause: Box<dyn Any + Send>) -> Response {
    let cause =
        cause.downcast_ref::<&str>().copied().or_else(|| cause.downcast_ref::<String>().map(String::as_str));
    tracing::error!(cause = cause.unwrap_or("unknown"), "a request ended in a panic");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
