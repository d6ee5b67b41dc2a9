// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Theme and language: chosen by a link on any page, kept in a cookie, and gone from the address at once.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::Lang;

use crate::door::Site;
use crate::{address, cookie};

/// How bright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Theme; 3] = [Self::Light, Self::Dark, Self::System];

    /// As in the address and the cookie.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::System => "sistem",
            Self::Light => "terang",
            Self::Dark => "gelap",
        }
    }

    /// As the style sheet reads it in `data-theme`; empty follows the device.
    pub(crate) fn attribute(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(crate) fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or(Self::System)
    }
}

/// Keeps `?tema=` and `?bahasa=` in cookies and sends the browser back without them.
pub(crate) async fn keep(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET || address::is_outside(request.uri().path()) {
        return next.run(request).await;
    }
    let secure = site.door.secure_cookie;
    let mut cookies = Vec::new();
    for (name, value) in address::parameters(request.uri()) {
        match name.as_str() {
            cookie::THEME => cookies.push(cookie::for_a_year(&name, Theme::from_code(&value).code(), secure)),
            cookie::LANGUAGE => cookies.push(cookie::for_a_year(&name, Lang::from_tag(&value).tag(), secure)),
            _ => {}
        }
    }
    if cookies.is_empty() {
        return next.run(request).await;
    }
    let back = address::without_parameters(request.uri(), &[cookie::THEME, cookie::LANGUAGE]);
    // A path with two slashes in front would be read as the name of another host.
    let mut response =
        (StatusCode::SEE_OTHER, [(LOCATION, address::local(&back).to_owned())]).into_response();
    for cookie in cookies {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
