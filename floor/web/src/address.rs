// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading and writing the part of an address after the host.

use std::fmt::Write;

use axum::extract::Query;
use axum::http::Uri;

/// True for the addresses anyone may open, which never name the product.
pub(crate) fn is_outside(path: &str) -> bool {
    path == "/c" || path.starts_with("/c/")
}

/// Addresses whose last part is a secret.
const SECRET: &str = "/calendar/";

/// The path as the log may hold it.
pub(crate) fn loggable(path: &str) -> &str {
    if path.starts_with(SECRET) { SECRET } else { path }
}

/// Keeps letters, digits and `-._~`; everything else becomes `%XX`.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => write!(out, "%{byte:02X}").expect("a string takes every character"),
        }
    }
    out
}

/// The address with every letter outside ASCII as `%XX`, as a header must have it.
pub(crate) fn plain(address: &str) -> String {
    let letter = |letter: char| {
        if letter.is_ascii_graphic() { letter.to_string() } else { encode(&letter.to_string()) }
    };
    address.chars().map(letter).collect()
}

/// The address with one more parameter, before its `#fragment` if it has one.
pub(crate) fn with_parameter(address: &str, name: &str, value: &str) -> String {
    let (front, fragment) =
        address.split_once('#').map_or((address, String::new()), |(a, b)| (a, format!("#{b}")));
    let joint = if front.contains('?') { '&' } else { '?' };
    format!("{front}{joint}{name}={}{fragment}", encode(value))
}

/// Path and query without the parameters named.
pub(crate) fn without_parameters(uri: &Uri, names: &[&str]) -> String {
    let kept = |pair: &&str| !names.contains(&pair.split('=').next().unwrap_or_default());
    let query: Vec<&str> =
        uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()).filter(kept).collect();
    if query.is_empty() { uri.path().to_owned() } else { format!("{}?{}", uri.path(), query.join("&")) }
}

/// The parameters after `?`; none where they cannot be read.
pub(crate) fn parameters(uri: &Uri) -> Vec<(String, String)> {
    Query::<Vec<(String, String)>>::try_from_uri(uri).map(|query| query.0).unwrap_or_default()
}

/// A path of this site, or the first page: `next` must never lead to another site.
pub(crate) fn local(next: &str) -> &str {
    let leads_away = next.starts_with("//") || next.contains('\\') || next.chars().any(char::is_control);
    if next.starts_with('/') && !leads_away { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_stays_on_this_site() {
        for (next, expected) in [
            ("/people?q=a", "/people?q=a"),
            ("//elsewhere.example", "/"),
            ("/\\elsewhere.example", "/"),
            ("https://elsewhere.example", "/"),
            ("/a\r\nset-cookie: b", "/"),
            ("", "/"),
        ] {
            assert_eq!(local(next), expected, "{next:?}");
        }
    }

    #[test]
    fn a_secret_address_stays_out_of_the_log() {
        assert_eq!(loggable("/calendar/0a1b2c.ics"), "/calendar/");
        assert_eq!(loggable("/account/calendar"), "/account/calendar");
    }

    #[test]
    fn parameters_are_added_and_taken_away() {
        assert_eq!(with_parameter("/a", "done", "é b"), "/a?done=%C3%A9%20b");
        assert_eq!(with_parameter("/a?x=1#here", "y", "2"), "/a?x=1&y=2#here");
        assert_eq!(plain("/c/é b?x=%20#y"), "/c/%C3%A9%20b?x=%20#y");
        let uri: Uri = "/a?tema=gelap&q=x&temarang=1".parse().unwrap();
        assert_eq!(without_parameters(&uri, &["tema", "bahasa"]), "/a?q=x&temarang=1");
    }
}
