// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Ten thousand requests that nobody should send, the same each time: none of them breaks the door.

use access::Role;
use axum::body::Body;
use axum::http::Request;
use bekal::rooms;
use desk::{Action, Dice, Kind};

use super::Demo;
use crate::access_matrix::fill;
use crate::demo_house::bearing;

const REQUESTS: usize = 10_000;

const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1.5",
    "1e400",
    "16.0",
    "99999999999999999999",
    "1000000000001",
    "\"\"",
    "\"x\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"2026-02-31\"",
    "\"17-12-2026\"",
    "\"24.01\"",
    "\"' OR 1=1 --\"",
    "\"%\"",
    "\"🦀é\\n|||\"",
    "[]",
    "[\"a | b | c | d | e\"]",
    "[\"\\n\"]",
    "[1]",
    "{}",
    "{\"a\": \"K\"}",
    "{\"name\": \"x\", \"content\": \"AAAA\"}",
    "{\"name\": \"x.xlsx\", \"content\": \"UEsDBA==\"}",
    "{\"name\": \"x\", \"content\": \"!\"}",
    "[[[[[[]]]]]]",
    "\"9999-12-31\"",
    "\"0000-00-00\"",
    "",
];

const BODIES: &[&str] = &[
    "",
    " ",
    "{",
    "}",
    "[]",
    "null",
    "\"x\"",
    "0",
    "{\"a\":1,\"a\":2}",
    "{\"a\":",
    "\u{feff}{}",
    "{}{}",
    "{\"\":\"\"}",
    "// {}",
    "{'a':1}",
    "NaN",
    "code=A&title=B",
];

const PATHS: &[&str] = &[
    "%00",
    "%FF",
    "%2e%2e",
    "%252F",
    "'",
    "a%20b",
    "%F0%9F%A6%80",
    "00000000-0000-0000-0000-000000000000",
    "2025-12-17-08.00",
    "9999999-99-99-99.99",
    "-1",
    "99999999999999999999",
];

const HEADERS: &[(&str, &str)] = &[
    ("idempotency-key", ""),
    ("if-match", "*"),
    ("if-match", "\"x\", W/\"y\""),
    ("if-match", ",,,"),
    ("accept-language", "en;q=9, id;q=-1, *;q="),
    ("content-type", "application/json; charset=utf-16"),
    ("content-type", "multipart/form-data"),
    ("content-length", "0"),
    ("accept", "image/png"),
    ("x-request-id", "'\"<>"),
    ("cookie", "sesi=x"),
];

const QUERIES: &[&str] = &[
    "",
    "?",
    "?after=00",
    "?limit=-1",
    "?limit=99999999999999999999",
    "?q=%FF",
    "?q=%25&q=_",
    "?x",
    "?state=x&state=",
    "?after=%00",
    "?office=x&agreement=y&programme=z",
    "?&&&==",
    "?limit=1&after=ffffffffffffffffffffffffffffffff61",
];

fn below(dice: &Dice, end: usize) -> usize {
    usize::from(u16::from_be_bytes(dice.bytes::<2>())) % end
}

fn pick<'a>(dice: &Dice, from: &[&'a str]) -> &'a str {
    from[below(dice, from.len())]
}

/// An object with most fields of the action, some of them of the wrong kind, sometimes one too many.
fn object(dice: &Dice, action: &Action) -> String {
    let mut fields: Vec<String> = action
        .fields
        .iter()
        .filter(|field| !matches!(field.kind, Kind::Path) && below(dice, 5) > 0)
        .map(|field| format!("\"{}\":{}", field.name, pick(dice, VALUES)))
        .collect();
    if below(dice, 8) == 0 {
        fields.push(format!("\"unknown\":{}", pick(dice, VALUES)));
    }
    format!("{{{}}}", fields.join(","))
}

/// The address with some of its parts replaced.
fn address(dice: &Dice, path: &str, good: &str) -> String {
    let parts = path.split('/').zip(good.split('/'));
    let spoilt = |(part, good): (&str, &str)| match part.starts_with('{') && below(dice, 4) == 0 {
        true => pick(dice, PATHS).to_owned(),
        false => good.to_owned(),
    };
    parts.map(spoilt).collect::<Vec<_>>().join("/")
}

pub async fn ten_thousand_malformed_requests_break_nothing(demo: &Demo) {
    let Demo { site, samples, .. } = demo;
    let mut programs = vec![String::new(), "bekal_x".to_owned()];
    for role in [Role::Head, Role::Work, Role::Registrar, Role::Counsellor] {
        programs.push(site.program_with("lapas-jember", role).await);
    }
    programs.push(site.program_with("smkn3-jember", Role::Teacher).await);
    let (actions, pages) = (rooms::actions(), rooms::pages());
    let dice = Dice::from_seed("malformed");
    let (mut broken, mut statuses) = (Vec::new(), std::collections::BTreeMap::new());
    for _ in 0..REQUESTS {
        let program = &programs[below(&dice, programs.len())];
        let (method, path, body) = match below(&dice, 4) {
            0 => {
                let path = pages[below(&dice, pages.len())].path;
                (pick(&dice, &["GET", "GET", "HEAD", "POST", "PATCH"]), path, String::new())
            }
            1 => {
                let action = &actions[below(&dice, actions.len())];
                ("POST", action.path, pick(&dice, BODIES).to_owned())
            }
            _ => {
                let action = &actions[below(&dice, actions.len())];
                ("POST", action.path, object(&dice, action))
            }
        };
        let address = address(&dice, path, &fill(path, samples));
        let uri = format!("/api{address}{}", pick(&dice, QUERIES));
        let mut request = bearing(Request::builder().method(method).uri(&uri), program)
            .header("content-type", "application/json")
            .header("idempotency-key", dice.random_id().to_string());
        if below(&dice, 4) == 0 {
            let (name, value) = HEADERS[below(&dice, HEADERS.len())];
            request = request.header(name, value);
        }
        let answer = site.send(request.body(Body::from(body.clone()))).await;
        *statuses.entry(answer.status.as_u16()).or_insert(0) += 1;
        let is_problem = answer.header("content-type") == "application/problem+json";
        if answer.status.is_server_error() || (answer.status.is_client_error() && !is_problem) {
            broken.push(format!("{method} {uri} {body}: {} {}", answer.status, answer.body));
        }
    }
    assert!(broken.is_empty(), "{} of {REQUESTS}:\n{}", broken.len(), broken.join("\n"));
    // Requests that are all refused at the first door would prove nothing.
    for status in [200, 400, 401, 403, 404, 422] {
        assert!(statuses.get(&status).is_some_and(|count| *count > 20), "{status} is rare: {statuses:?}");
    }
}
