// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Fields of actions and parameters of pages, as schemas.

use desk::{Action, Field, Kind, Say, Words};
use kernel::Lang;
use serde_json::{Map, Value, json};

use super::describe;
use crate::fields::LARGEST_NUMBER;
use crate::sight::LONGEST_PARAMETER;

/// What `desk::Reading` takes at most.
const LONGEST_TEXT: usize = 20_000;

/// The parameters of a path such as `/batches/{batch}`.
pub(super) fn in_path(path: &str) -> impl Iterator<Item = Value> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    names.map(|(name, _)| {
        json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "minLength": 1 } })
    })
}

pub(super) fn in_query(words: &Words, page: &str, field: &Field) -> Value {
    let mut parameter = Map::from_iter([
        ("name".to_owned(), json!(field.name)),
        ("in".to_owned(), json!("query")),
        ("required".to_owned(), json!(false)),
        ("schema".to_owned(), in_address(field)),
    ]);
    describe(words, &mut parameter, "description", &key(words, page, field.name));
    Value::Object(parameter)
}

fn in_address(field: &Field) -> Value {
    match field.name {
        "limit" => json!({ "type": "integer", "minimum": 1, "maximum": 200, "default": 50 }),
        _ => match schema(&field.kind) {
            Value::Object(mut schema) if schema.contains_key("maxLength") => {
                schema.insert("maxLength".to_owned(), json!(LONGEST_PARAMETER));
                Value::Object(schema)
            }
            schema => schema,
        },
    }
}

/// The schema of an action's body, and whether anything in it is required.
pub(super) fn body(words: &Words, action: &Action) -> (Value, bool) {
    let own = action.fields.iter().filter(|field| !matches!(field.kind, Kind::Path));
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in own {
        let Value::Object(mut property) = schema(&field.kind) else { continue };
        let key = key(words, action.name, field.name);
        describe(words, &mut property, "title", &key);
        let hint = match field.kind {
            Kind::Day => "kind-day-hint".to_owned(),
            Kind::Minute => "kind-minute-hint".to_owned(),
            _ => format!("{key}.hint"),
        };
        describe(words, &mut property, "description", &hint);
        if field.required && !matches!(field.kind, Kind::Check) {
            required.push(field.name);
        }
        properties.insert(field.name.to_owned(), Value::Object(property));
    }
    let is_required = !required.is_empty();
    let schema = json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": properties,
    });
    (schema, is_required)
}

/// `field-ACTION-NAME`, or else `field-NAME`.
fn key(words: &Words, action: &str, name: &str) -> String {
    let name = name.replace('_', "-");
    let special = format!("field-{}-{name}", action.replace(' ', "-"));
    match words.try_say(Lang::Id, &Say::new(special.clone())) {
        Some(_) => special,
        None => format!("field-{name}"),
    }
}

fn schema(kind: &Kind) -> Value {
    match kind {
        Kind::Text | Kind::Long | Kind::Pick(_) | Kind::Path => {
            json!({ "type": "string", "maxLength": LONGEST_TEXT })
        }
        Kind::Password => json!({ "type": "string", "format": "password", "writeOnly": true }),
        Kind::Day => json!({ "type": "string", "examples": ["2026-12-17", "17-12-2026"] }),
        Kind::Minute => json!({ "type": "string", "examples": ["08:30", "08.30"] }),
        Kind::Number => json!({ "type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER }),
        Kind::Rupiah => {
            json!({ "type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER, "x-unit": "rupiah" })
        }
        Kind::Check => json!({ "type": "boolean", "default": false }),
        Kind::Codes { codes, .. } => json!({ "type": "string", "enum": codes }),
        Kind::Lines => json!({ "type": "array", "items": { "type": "string", "pattern": "^[^\\r\\n]*$" } }),
        Kind::Grid => {
            json!({ "type": "object", "additionalProperties": { "type": ["string", "integer", "boolean"] } })
        }
        Kind::File => json!({ "$ref": "#/components/schemas/File" }),
    }
}
