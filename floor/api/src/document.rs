// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The OpenAPI 3.1 document, made from the declarations of the rooms and the sentences in both languages.

mod fields;
mod parts;

use std::collections::BTreeMap;

use desk::{Action, Page, Say, Shapes, Twin, Words};
use kernel::Lang;
use serde_json::{Map, Value, json};

use crate::condition::thing;
use crate::deed;
use crate::door::Rooms;
use crate::problem::Code;

use parts::{header_parameters, responses};

/// The document as JSON: every action, every page that has a twin, and nothing else.
///
/// # Panics
/// Two shapes have one name.
pub fn document(words: &Words, rooms: &Rooms) -> Value {
    let mut shapes = Shapes::default();
    let mut paths: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    for twin in &rooms.twins {
        let operation = reading(words, twin, &mut shapes);
        paths.entry(format!("/api{}", twin.page.path)).or_default().insert("get".to_owned(), operation);
    }
    for action in &rooms.actions {
        let operation = doing(words, action, thing(&rooms.twins, action));
        paths.entry(format!("/api{}", action.path)).or_default().insert("post".to_owned(), operation);
    }
    let mut schemas: Map<String, Value> =
        shapes.into_schemas().map(|(name, shape)| (name.to_owned(), shape)).collect();
    schemas.values_mut().for_each(|shape| name_fields(words, shape));
    schemas.extend(parts::schemas());
    let mut info = Map::from_iter([
        ("title".to_owned(), json!("Bekal")),
        ("version".to_owned(), json!(env!("CARGO_PKG_VERSION"))),
    ]);
    describe(words, &mut info, "description", "api-document");
    json!({
        "openapi": "3.1.0",
        "info": info,
        "security": [{ "token": [] }],
        "tags": tags(words, rooms),
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": parts::problem_responses(words),
            "parameters": parts::parameters(words),
            "headers": parts::headers(words),
            "securitySchemes": { "token": security(words) },
        },
    })
}

/// Puts the English sentence under `name` and the Indonesian under `x-NAME-id`, where there is one.
fn describe(words: &Words, into: &mut Map<String, Value>, name: &str, key: &str) {
    if let Some(text) = words.try_say(Lang::En, &Say::new(key)) {
        into.insert(name.to_owned(), json!(text));
    }
    if let Some(text) = words.try_say(Lang::Id, &Say::new(key)) {
        into.insert(format!("x-{name}-id"), json!(text));
    }
}

fn security(words: &Words) -> Value {
    let mut scheme =
        Map::from_iter([("type".to_owned(), json!("http")), ("scheme".to_owned(), json!("bearer"))]);
    describe(words, &mut scheme, "description", "api-token");
    Value::Object(scheme)
}

fn tags(words: &Words, rooms: &Rooms) -> Vec<Value> {
    let mut names: Vec<&str> = rooms.actions.iter().map(|action| action.room).collect();
    names.extend(rooms.twins.iter().map(|twin| twin.page.room));
    let mut seen = Vec::new();
    names.retain(|name| {
        !seen.contains(name) && {
            seen.push(*name);
            true
        }
    });
    let tag = |name: &&str| {
        let mut tag = Map::from_iter([("name".to_owned(), json!(name))]);
        describe(words, &mut tag, "description", &format!("room-{name}"));
        Value::Object(tag)
    };
    names.iter().map(tag).collect()
}

/// What both kinds of operation have.
fn operation(words: &Words, (name, room, act): (&str, &str, access::Act), path: &str) -> Map<String, Value> {
    let key = name.replace(' ', "-");
    let mut operation = Map::from_iter([
        ("operationId".to_owned(), json!(key)),
        ("tags".to_owned(), json!([room])),
        // The act that the token must admit.
        ("security".to_owned(), json!([{ "token": [act.code()] }])),
    ]);
    describe(words, &mut operation, "summary", &key);
    describe(words, &mut operation, "description", &format!("{key}.lead"));
    operation.insert("parameters".to_owned(), fields::in_path(path).collect());
    operation
}

fn push(operation: &mut Map<String, Value>, more: impl IntoIterator<Item = Value>) {
    if let Some(Value::Array(parameters)) = operation.get_mut("parameters") {
        parameters.extend(more);
    }
}

fn reading(words: &Words, twin: &Twin, shapes: &mut Shapes) -> Value {
    let Page { name, room, act, path, .. } = twin.page;
    let mut operation = operation(words, (name, room, act), path);
    push(&mut operation, twin.query.iter().map(|field| fields::in_query(words, name, field)));
    push(&mut operation, header_parameters(&["AcceptLanguage", "IfNoneMatch"]));
    let shape = (twin.shape)(shapes);
    let good = json!({
        "description": "OK",
        "headers": { "ETag": { "$ref": "#/components/headers/ETag" } },
        "content": { "application/json": { "schema": shape } },
    });
    let problems = [
        Code::BadRequest,
        Code::TokenMissing,
        Code::Denied,
        Code::Missing,
        Code::Fields,
        Code::TooMany,
        Code::Fault,
        Code::Slow,
    ];
    let mut all = responses(&problems);
    all.insert("200".to_owned(), good);
    // Said by the server before anything is read.
    all.insert("414".to_owned(), json!({ "description": "URI Too Long" }));
    all.insert("304".to_owned(), json!({ "description": "Not Modified" }));
    operation.insert("responses".to_owned(), Value::Object(all));
    Value::Object(operation)
}

fn doing(words: &Words, action: &Action, thing: Option<Twin>) -> Value {
    let mut operation = operation(words, (action.name, action.room, action.act), action.path);
    push(&mut operation, header_parameters(&["AcceptLanguage", "IdempotencyKey"]));
    let row = access::policy().iter().find(|row| row.act == action.act);
    if row.is_some_and(|row| !row.is_for_tokens()) {
        // Known, so that a program learns why not; but no token may do it.
        operation.insert("x-people-only".to_owned(), json!(true));
    }
    if let Some(thing) = thing {
        push(&mut operation, header_parameters(&["IfMatch"]));
        // The page whose ETag is meant.
        operation.insert("x-if-match-of".to_owned(), json!(format!("/api{}", thing.page.path)));
    }
    let (schema, is_required) = fields::body(words, action);
    operation.insert(
        "requestBody".to_owned(),
        json!({ "required": is_required, "content": { "application/json": { "schema": schema } } }),
    );
    let good = json!({
        "description": "OK",
        "headers": { "Idempotent-Replayed": { "$ref": "#/components/headers/IdempotentReplayed" } },
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Done" } } },
    });
    let problems = [
        Code::BadRequest,
        Code::TokenMissing,
        Code::Denied,
        Code::Missing,
        Code::NothingToCompare,
        Code::TooLarge,
        Code::MediaType,
        Code::Fields,
        Code::TooMany,
        Code::Fault,
        Code::Slow,
    ];
    let mut all = responses(&problems);
    all.insert("409".to_owned(), json!({ "$ref": "#/components/responses/409" }));
    all.insert(deed::success(action).as_str().to_owned(), good);
    operation.insert("responses".to_owned(), Value::Object(all));
    Value::Object(operation)
}

/// A field of facts has the name of the form's field it came from; so it has its label too.
fn name_fields(words: &Words, shape: &mut Value) {
    let Some(properties) = shape.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (name, property) in properties {
        if let Some(property) = property.as_object_mut().filter(|property| !property.contains_key("$ref")) {
            describe(words, property, "title", &format!("field-{}", name.replace('_', "-")));
        }
    }
}
