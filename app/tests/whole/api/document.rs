// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The document says what the router does, no more and no less.

use std::collections::BTreeSet;

use access::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use bekal::rooms;
use serde_json::Value;

use super::Demo;
use crate::access_matrix::fill;
use crate::demo_house::{Site, bearing};

/// Method and path of every operation.
fn operations(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().expect("a document has paths");
    paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("a path has methods");
            methods.keys().map(|method| (method.to_uppercase(), path.clone()))
        })
        .collect()
}

pub async fn every_route_is_in_the_document_and_the_other_way_round(demo: &Demo) {
    let Demo { site, samples, .. } = demo;
    let document = site.tell("", "/api/openapi.json").await.json();
    let said = operations(&document);
    let told: BTreeSet<&str> = rooms::twins().iter().map(|twin| twin.page.path).collect();
    let expected: BTreeSet<(String, String)> = rooms::actions()
        .iter()
        .map(|action| ("POST", action.path))
        .chain(told.iter().map(|path| ("GET", *path)))
        .map(|(method, path)| (method.to_owned(), format!("/api{path}")))
        .collect();
    assert_eq!(said, expected);
    // The router knows each of them: without a token it asks for one, where it knows nothing it says so.
    for (method, path) in &said {
        let request = Request::builder().method(method.as_str()).uri(fill(path, samples)).body(Body::empty());
        assert_eq!(site.send(request).await.status, StatusCode::UNAUTHORIZED, "{method} {path}");
        let other = if method == "POST" { "PUT" } else { "DELETE" };
        let request = Request::builder().method(other).uri(fill(path, samples)).body(Body::empty());
        let answer = site.send(request).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{other} {path}");
        assert!(answer.header("allow").contains(method), "{path} allows {}", answer.header("allow"));
    }
    let program = site.program_with("lapas-jember", Role::Head).await;
    for page in rooms::pages().iter().filter(|page| !told.contains(page.path)) {
        let answer = site.tell(&program, &format!("/api{}", fill(page.path, samples))).await;
        let expected = [StatusCode::NOT_ACCEPTABLE, StatusCode::FORBIDDEN];
        assert!(expected.contains(&answer.status), "{} answers {}", page.path, answer.status);
    }
}

/// Every text of the document, and where it stands.
fn texts<'a>(value: &'a Value, name: &str, found: &mut Vec<(String, &'a str)>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| texts(value, key, found)),
        Value::Array(items) => items.iter().for_each(|item| texts(item, name, found)),
        Value::String(text) => found.push((name.to_owned(), text)),
        _ => {}
    }
}

pub async fn every_reference_leads_somewhere_and_every_action_is_said_in_both_languages(demo: &Demo) {
    let site = &demo.site;
    let document = site.tell("", "/api/openapi.json").await.json();
    let mut found = Vec::new();
    texts(&document, "", &mut found);
    for (name, text) in &found {
        if name == "$ref" {
            let place = document.pointer(text.trim_start_matches('#'));
            assert!(place.is_some(), "{text} leads nowhere");
        }
        assert!(!text.contains('⟦'), "{name}: {text}");
    }
    let mut ids = BTreeSet::new();
    for path in document["paths"].as_object().expect("paths").values() {
        for operation in path.as_object().expect("methods").values() {
            let id = operation["operationId"].as_str().expect("an operation has an id");
            assert!(ids.insert(id), "{id} stands twice");
            assert!(operation["summary"].is_string() && operation["x-summary-id"].is_string(), "{id}");
            assert!(operation["responses"].as_object().is_some_and(|all| all.len() > 5), "{id}");
        }
    }
}

pub async fn an_answer_has_a_tag_and_is_not_sent_twice(site: &Site) {
    let program = site.program_with("lapas-jember", Role::Head).await;
    let first = site.tell(&program, "/api/agreements").await;
    assert_eq!(first.status, StatusCode::OK);
    let tag = first.header("etag").to_owned();
    assert_eq!(site.tell(&program, "/api/agreements").await.header("etag"), tag);
    let again = |tag: String| {
        bearing(Request::get("/api/agreements"), &program).header("if-none-match", tag).body(Body::empty())
    };
    let unchanged = site.send(again(tag.clone())).await;
    assert_eq!((unchanged.status, unchanged.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(site.send(again("\"0\"".to_owned())).await.status, StatusCode::OK);
    let head = site.send(bearing(Request::head("/api/agreements"), &program).body(Body::empty())).await;
    assert_eq!((head.status, head.body.as_str(), head.header("etag")), (StatusCode::OK, "", tag.as_str()));
}

pub async fn a_cookie_opens_nothing_and_a_problem_is_explained(site: &Site) {
    let cookie = site.person_with("lapas-jember", Role::Head).await;
    let answer = site.get(&cookie, "/api/agreements").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(answer.header("www-authenticate").starts_with("Bearer"));
    let problem = answer.json();
    assert_eq!(problem["code"], "token-missing");
    assert_eq!(problem["title"], "Token tidak ada", "Indonesian where nothing is asked for");
    let page = site.tell("", problem["type"].as_str().expect("a type")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Token tidak ada") && page.body.contains("A token is missing"));
    assert!(site.tell("", "/api/problems/PART-04").await.body.contains("lang=\"id\""));
    for path in ["/api/problems/nothing", "/api/problems/%FF", "/api/nothing", "/api/"] {
        let answer = site.tell("", path).await;
        assert!(answer.status.is_client_error(), "{path} answers {}", answer.status);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
    }
    let options = Request::builder().method("OPTIONS").uri("/api/agreements").body(Body::empty());
    let options = site.send(options).await;
    assert_eq!((options.status, options.header("allow")), (StatusCode::NO_CONTENT, "GET, HEAD, OPTIONS"));
}

pub async fn a_long_list_is_read_part_by_part(site: &Site) {
    let program = site.program_with("lapas-jember", Role::Head).await;
    let whole = site.tell(&program, "/api/people?limit=200&state=all").await.json();
    let whole = whole["items"].as_array().expect("a list").clone();
    assert!(whole.len() > 12, "the demo has people");
    let (mut parts, mut next) = (Vec::new(), String::new());
    loop {
        let part = site.tell(&program, &format!("/api/people?limit=5&state=all{next}")).await.json();
        parts.extend(part["items"].as_array().expect("a list").clone());
        match part["next"].as_str() {
            Some(cursor) => next = format!("&after={cursor}"),
            None => break,
        }
    }
    assert_eq!(parts, whole);
    for wrong in ["after=00", "limit=0", "limit=201", "limit=x", "unknown=1", "limit=5&limit=6", "q=%00"] {
        let answer = site.tell(&program, &format!("/api/people?{wrong}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}: {}", answer.body);
        assert!(!answer.json()["errors"].as_array().expect("errors").is_empty());
    }
    let both = site.tell(&program, "/api/people?limit=0&after=zz").await.json();
    assert_eq!(both["errors"].as_array().map(Vec::len), Some(2), "all at once: {both}");
}
