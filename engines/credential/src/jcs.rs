// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one way to write JSON. A certificate is written a few times for each that is issued or checked; this writer takes the
//! values as they lie and buffers nothing. The tests hold it against `serde_json_canonicalizer`.

use std::cmp::Ordering;
use std::io::Write;

use serde_json::{Map, Number, Value};

/// Whole numbers up to here are written alike by every reader of doubles.
const LARGEST_EXACT: u64 = 1 << 53;

/// `document` without the member `left_out`, where there is one.
///
/// # Source
/// RFC 8785.
pub(crate) fn canonical(document: &Map<String, Value>, left_out: Option<&str>) -> Vec<u8> {
    let mut out = Vec::with_capacity(4096);
    members(document, left_out, &mut out);
    out
}

fn members(object: &Map<String, Value>, left_out: Option<&str>, out: &mut Vec<u8>) {
    let mut members: Vec<(&String, &Value)> =
        object.iter().filter(|(name, _)| left_out != Some(name.as_str())).collect();
    members.sort_unstable_by(|(one, _), (other, _)| by_utf16(one, other));
    out.push(b'{');
    for (place, (name, value)) in members.into_iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        text(name, out);
        out.push(b':');
        write(value, out);
    }
    out.push(b'}');
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.extend(b"null"),
        Value::Bool(true) => out.extend(b"true"),
        Value::Bool(false) => out.extend(b"false"),
        Value::Number(value) => number(value, out),
        Value::String(value) => text(value, out),
        Value::Array(items) => {
            out.push(b'[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(b',');
                }
                write(item, out);
            }
            out.push(b']');
        }
        Value::Object(object) => members(object, None, out),
    }
}

/// The rules for escapes are those that `serde_json` follows.
fn text(text: &str, out: &mut Vec<u8>) {
    serde_json::to_writer(out, text).expect("a Vec takes every byte");
}

fn number(value: &Number, out: &mut Vec<u8>) {
    let written = match (value.as_u64(), value.as_i64()) {
        (Some(whole), _) if whole <= LARGEST_EXACT => write!(out, "{whole}"),
        (None, Some(whole)) if whole.unsigned_abs() <= LARGEST_EXACT => write!(out, "{whole}"),
        // As JavaScript writes doubles, which certificates have none of.
        _ => serde_json_canonicalizer::to_vec(value)
            .map_err(std::io::Error::other)
            .and_then(|written| out.write_all(&written)),
    };
    written.expect("a parsed number is finite");
}

/// Names are ordered by UTF-16 units, which differs from the order of their bytes beyond the first plane alone.
fn by_utf16(one: &str, other: &str) -> Ordering {
    if one.is_ascii() && other.is_ascii() {
        return one.cmp(other);
    }
    one.encode_utf16().cmp(other.encode_utf16())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            any::<f64>().prop_filter("finite", |x| x.is_finite()).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 64, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn it_writes_as_the_library_does(value in any_json()) {
            let mut own = Vec::new();
            write(&value, &mut own);
            prop_assert_eq!(own, serde_json_canonicalizer::to_vec(&value).unwrap());
        }
    }

    #[test]
    fn names_beyond_the_first_plane_come_before_those_at_its_end() {
        let document = json!({ "\u{fb33}": 1, "\u{1f600}": 2, "a": 3 });
        let text = String::from_utf8(canonical(document.as_object().unwrap(), Some("a"))).unwrap();
        assert_eq!(text, "{\"\u{1f600}\":2,\"\u{fb33}\":1}");
    }
}
