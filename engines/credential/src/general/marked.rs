// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A copy of a document in which whatever a JSON-LD processor would silently leave out gets a name that shows.
//!
//! Undefined terms fall to `@vocab`, relative references to the base: both are set to addresses that exist nowhere else, before
//! every context of the document, so that a context that defines more still wins. What then still vanishes has no name and is
//! refused beforehand, see [`unsayable`].

use serde_json::{Map, Value, json};

use crate::problem::Problem;

/// The vocabulary of words that no context defines.
pub(crate) const UNDEFINED: &str = "https://undefined.invalid/term#";
/// What relative references are relative to.
pub(crate) const BASE: &str = "https://undefined.invalid/base/";
/// What an empty array holds in a copy.
const FILLING: &str = "urn:example:filling";
/// The beginning of both.
pub(crate) const MARK: &str = "https://undefined.invalid/";

/// The copy of a document.
pub(crate) fn document(value: &Value) -> Value {
    match document_below(value) {
        Value::Object(mut members) if !members.contains_key("@context") => {
            members.insert("@context".into(), json!([{ "@vocab": UNDEFINED }]));
            Value::Object(members)
        }
        marked => marked,
    }
}

fn document_below(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(document_below).collect(),
        Value::Object(members) => {
            let mark = |(name, value): (&String, &Value)| {
                let value = if name == "@context" { first(value) } else { document_below(value) };
                (name.clone(), value)
            };
            members.iter().map(mark).collect::<Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

/// The mark, then all that was there.
fn first(contexts: &Value) -> Value {
    let mark = json!({ "@vocab": UNDEFINED });
    match context(contexts) {
        Value::Array(more) => std::iter::once(mark).chain(more).collect(),
        one => json!([mark, one]),
    }
}

/// The copy of a context, wherever it stands: nothing in it empties the vocabulary.
pub(crate) fn context(value: &Value) -> Value {
    match value {
        Value::Null => json!([null, { "@vocab": UNDEFINED }]),
        Value::Array(items) => items
            .iter()
            .flat_map(|item| match context(item) {
                Value::Array(both) => both,
                one => vec![one],
            })
            .collect(),
        Value::Object(members) => {
            let mark = |(name, value): (&String, &Value)| {
                let value = match (name.as_str(), value) {
                    ("@vocab", Value::Null) => UNDEFINED.into(),
                    (_, Value::Object(term)) => Value::Object(scoped(term)),
                    _ => value.clone(),
                };
                (name.clone(), value)
            };
            members.iter().map(mark).collect::<Map<_, _>>().into()
        }
        other => other.clone(),
    }
}

/// A term whose own context is marked.
fn scoped(term: &Map<String, Value>) -> Map<String, Value> {
    let mark = |(name, value): (&String, &Value)| {
        (name.clone(), if name == "@context" { context(value) } else { value.clone() })
    };
    term.iter().map(mark).collect()
}

/// The same document in which empty arrays hold something, so that a word nobody defined shows there, too; none if there are
/// no empty arrays.
pub(crate) fn filled(value: &Value) -> Option<Value> {
    match value {
        Value::Array(items) if items.is_empty() => Some(json!([{ "@id": FILLING }])),
        Value::Array(items) => {
            let filled: Vec<Option<Value>> = items.iter().map(filled).collect();
            let any = filled.iter().any(Option::is_some);
            any.then(|| {
                filled.into_iter().zip(items).map(|(new, old)| new.unwrap_or_else(|| old.clone())).collect()
            })
        }
        Value::Object(members) => {
            let mut copy = members.clone();
            let mut any = false;
            for (name, value) in members.iter().filter(|(name, _)| !name.starts_with('@')) {
                if let Some(filled) = filled(value) {
                    copy.insert(name.clone(), filled);
                    any = true;
                }
            }
            any.then_some(Value::Object(copy))
        }
        _ => None,
    }
}

/// The first place of a name that was found undefined: as a member, or as a text.
pub(crate) fn place(value: &Value, name: &str, path: &str) -> Option<String> {
    match value {
        Value::String(text) if text == name => Some(path.to_owned()),
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(at, item)| place(item, name, &format!("{path}[{at}]")))
        }
        Value::Object(members) => {
            members.iter().filter(|(member, _)| *member != "@context").find_map(|(member, value)| {
                let path = format!("{path}.{member}");
                if member == name { Some(path) } else { place(value, name, &path) }
            })
        }
        _ => None,
    }
}

/// What would vanish without a name, and what cannot be signed by its meaning.
///
/// # Errors
/// None: every place is in the list.
pub(crate) fn unsayable(value: &Value, path: &str, problems: &mut Vec<Problem>) {
    match value {
        Value::Null => problems.push(Problem::malformed(path, "null says nothing and would not be signed")),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                unsayable(item, &format!("{path}[{at}]"), problems);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                let path = format!("{path}.{name}");
                match name.as_str() {
                    "@context" => inline(value, &path, problems),
                    name if name.starts_with("_:") => {
                        problems.push(Problem::malformed(path, "a property cannot be nameless"));
                    }
                    name if name.starts_with('@') && !KEYWORDS.contains(&name) => {
                        problems.push(Problem::malformed(
                            path,
                            "is no keyword of JSON-LD and would not be signed",
                        ));
                    }
                    "@language" if !value.as_str().is_some_and(is_language) => {
                        problems.push(Problem::malformed(path, "must be a well-formed language tag"));
                    }
                    _ => unsayable(value, &path, problems),
                }
            }
        }
        _ => {}
    }
}

const KEYWORDS: [&str; 14] = [
    "@id",
    "@type",
    "@value",
    "@language",
    "@direction",
    "@list",
    "@set",
    "@graph",
    "@reverse",
    "@included",
    "@index",
    "@nest",
    "@json",
    "@none",
];

/// Well-formed in the sense of RDF: subtags of letters and digits.
pub(crate) fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let fits = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    subtags.next().is_some_and(|first| fits(first) && first.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && subtags.all(fits)
}

/// A context inside the document must not make words vanish: a term defined as null, a direction for all texts, a keyword under
/// another name that this reader would not recognise.
fn inline(value: &Value, path: &str, problems: &mut Vec<Problem>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                inline(item, &format!("{path}[{at}]"), problems);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                let path = format!("{path}.{name}");
                if name == "@context" {
                    if members.len() > 1 {
                        problems.push(Problem::malformed(
                            path.as_str(),
                            "what stands beside it would not be read",
                        ));
                    }
                    inline(value, &path, problems);
                    continue;
                }
                let id = value.get("@id").unwrap_or(value);
                if name == "@direction"
                    || value.get("@direction").is_some()
                    || *id == "@direction"
                    || *id == "@value"
                {
                    problems.push(Problem::malformed(path, "a direction is given where the text stands"));
                } else if id.is_null() && name != "@vocab" && name != "@base" && name != "@language" {
                    problems.push(Problem::malformed(path, "a term without meaning would not be signed"));
                } else if id.as_str().is_some_and(|id| id.starts_with("_:")) {
                    problems.push(Problem::malformed(path, "a term cannot be nameless"));
                } else if let Some(scoped) = value.get("@context") {
                    inline(scoped, &format!("{path}.@context"), problems);
                }
            }
        }
        _ => {}
    }
}
