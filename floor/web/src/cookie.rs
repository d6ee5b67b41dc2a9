// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Four cookies: the sign-in, half of one while its code is to come, and a person's choice of theme and language.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

pub(crate) const SIGN_IN: &str = "sesi";
pub(crate) const HALF: &str = "separuh";
pub(crate) const THEME: &str = "tema";
pub(crate) const LANGUAGE: &str = "bahasa";

const ONE_YEAR_SECONDS: u32 = 31_536_000;

/// The cookie's value; empty where it did not come.
pub(crate) fn value<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map_or("", |(_, value)| value)
}

/// A cookie that ends with the browser's session.
pub(crate) fn for_session(name: &str, value: &str, secure: bool) -> HeaderValue {
    header(&format!("{name}={value}"), secure)
}

/// A cookie that stays.
pub(crate) fn for_a_year(name: &str, value: &str, secure: bool) -> HeaderValue {
    header(&format!("{name}={value}; Max-Age={ONE_YEAR_SECONDS}"), secure)
}

pub(crate) fn forget(name: &str, secure: bool) -> HeaderValue {
    header(&format!("{name}=; Max-Age=0"), secure)
}

fn header(front: &str, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let text = format!("{front}; Path=/; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).expect("only hex digits and fixed words are put into a cookie")
}
