// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The JSON a program sends: read strictly, with line and column of what is wrong.

use std::fmt;

use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use desk::{Action, Kind};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::problem::{Code, Problem};

/// The largest body of an action without and with a file; base64 makes a file a third larger.
const LARGEST_BYTES: usize = 512 * 1024;
const LARGEST_WITH_FILE_BYTES: usize = 14 * 1024 * 1024;
/// A file inside the object, or a cell in a grid: nothing lies deeper.
const DEEPEST: usize = 4;

/// Reads the one JSON object of a request; nothing sent is an empty one.
///
/// # Errors
/// Too large, another media type, not JSON, a name twice, too deep, or not an object.
pub(crate) async fn object(
    action: &Action,
    headers: &HeaderMap,
    body: Body,
) -> Result<Map<String, Value>, Problem> {
    let has_file = action.fields.iter().any(|field| matches!(field.kind, Kind::File));
    let largest = if has_file { LARGEST_WITH_FILE_BYTES } else { LARGEST_BYTES };
    let Ok(bytes) = axum::body::to_bytes(body, largest).await else {
        return Err(Problem::new(Code::TooLarge).with("kilobytes", largest / 1024));
    };
    if bytes.is_empty() {
        return Ok(Map::new());
    }
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Problem::new(Code::MediaType));
    }
    if let Some((line, column)) = too_deep(&bytes) {
        return Err(at(Code::TooDeep, line, column).with("deepest", DEEPEST));
    }
    match serde_json::from_slice::<Strict>(&bytes) {
        Ok(Strict(Value::Object(map))) => Ok(map),
        Ok(_) => Err(Problem::new(Code::NotAnObject)),
        Err(error) => {
            let code = if error.is_data() { Code::TwiceInJson } else { Code::NotJson };
            Err(at(code, error.line(), error.column()))
        }
    }
}

fn at(code: Code, line: usize, column: usize) -> Problem {
    Problem::new(code).with("line", line).with("column", column)
}

/// Where brackets are nested too deeply, counted outside of strings.
fn too_deep(bytes: &[u8]) -> Option<(usize, usize)> {
    let (mut depth, mut line, mut column) = (0_usize, 1, 0);
    let (mut in_string, mut escaped) = (false, false);
    for byte in bytes {
        column += 1;
        match (byte, in_string) {
            (b'\n', _) => (line, column) = (line + 1, 0),
            _ if escaped => escaped = false,
            (b'\\', true) => escaped = true,
            (b'"', _) => in_string = !in_string,
            (b'[' | b'{', false) => {
                depth += 1;
                if depth > DEEPEST {
                    return Some((line, column));
                }
            }
            (b']' | b'}', false) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// A value in which no object has a name twice: which of the two would count is anybody's guess.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(StrictVisitor)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Strict;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Strict, E> {
        Ok(Strict(Value::Null))
    }

    fn visit_bool<E>(self, is: bool) -> Result<Strict, E> {
        Ok(Strict(Value::Bool(is)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Strict, E> {
        Ok(Strict(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Strict, E> {
        Ok(Strict(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Strict, E> {
        Ok(Strict(Number::from_f64(number).map_or(Value::Null, Value::Number)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Strict, E> {
        Ok(Strict(Value::String(text.to_owned())))
    }

    fn visit_string<E>(self, text: String) -> Result<Strict, E> {
        Ok(Strict(Value::String(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Strict, A::Error> {
        let mut items = Vec::new();
        while let Some(Strict(item)) = from.next_element()? {
            items.push(item);
        }
        Ok(Strict(Value::Array(items)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Strict, A::Error> {
        let mut map = Map::new();
        while let Some((name, Strict(value))) = from.next_entry::<String, Strict>()? {
            if map.insert(name, value).is_some() {
                return Err(A::Error::custom("a name stands twice"));
            }
        }
        Ok(Strict(Value::Object(map)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_counted_outside_of_strings() {
        for (text, expected) in [
            ("{\"a\":[[[1]]]}", None),
            ("{\"a\":\"[[[[[[\\\"[[\"}", None),
            ("{\"a\":\n[[[[1]]]]}", Some((2, 4))),
            ("[[[[[", Some((1, 5))),
            ("]]]]{{{{", None),
        ] {
            assert_eq!(too_deep(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn a_name_stands_once() {
        let read = |text: &str| serde_json::from_str::<Strict>(text);
        let value = read("{\"a\": {\"b\": [1, -2, 1.5, true, null, \"x\"]}}").unwrap().0;
        assert_eq!(value, serde_json::json!({ "a": { "b": [1, -2, 1.5, true, null, "x"] } }));
        let error = read("{\"a\": 1,\n \"a\": 2}").err().unwrap();
        assert!(error.is_data());
        assert_eq!(error.line(), 2);
        assert!(!read("{\"a\": }").err().unwrap().is_data());
    }
}
