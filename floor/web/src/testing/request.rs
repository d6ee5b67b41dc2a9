// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Requests as a browser on this very site sends them.

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN};

use crate::address::encode;
use crate::cookie;

const BOUNDARY: &str = "a-line-that-stands-in-no-file";

/// `GET` with the cookie of a sign-in; none for an empty token.
pub(crate) fn get(path: &str, token: &str) -> Request<Body> {
    let request = Request::get(path).header(HOST, "localhost").header("sec-fetch-site", "same-origin");
    let request = if token.is_empty() {
        request
    } else {
        request.header(COOKIE, format!("{}={token}", cookie::SIGN_IN))
    };
    request.body(Body::empty()).expect("the path of a test is an address")
}

/// `POST` of a form.
pub(crate) fn post(path: &str, token: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    send(path, token, "application/x-www-form-urlencoded", pairs.join("&").into_bytes())
}

/// `POST` of a form with files: field, name of the file, bytes.
pub(crate) fn post_files(
    path: &str,
    token: &str,
    fields: &[(&str, &str)],
    files: &[(&str, &str, &[u8])],
) -> Request<Body> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let head =
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(head.into_bytes());
    }
    for (name, file, bytes) in files {
        let place = format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"");
        body.extend(
            format!("--{BOUNDARY}\r\n{place}\r\nContent-Type: application/octet-stream\r\n\r\n").into_bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    send(path, token, &format!("multipart/form-data; boundary={BOUNDARY}"), body)
}

fn send(path: &str, token: &str, content: &str, body: Vec<u8>) -> Request<Body> {
    let mut request = get(path, token);
    *request.method_mut() = axum::http::Method::POST;
    let headers = request.headers_mut();
    headers.insert(ORIGIN, axum::http::HeaderValue::from_static("http://localhost"));
    headers.insert(CONTENT_TYPE, content.parse().expect("a content type is plain letters"));
    *request.body_mut() = Body::from(body);
    request
}
