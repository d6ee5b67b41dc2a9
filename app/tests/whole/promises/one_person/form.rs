// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Filling the house's own forms at random, as somebody does who tries everything: what the form offers, mostly; and now and then
//! what it does not.

use std::fmt::Write;

use desk::{Action, Kind};

use crate::promises::Luck;

/// Name and value, as they are sent.
pub type Pairs = Vec<(String, String)>;

/// The value of an attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn plain(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
    ];
    let text = signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign));
    text.replace("&#38;", "&").replace("&amp;", "&")
}

/// Fills the form of a page whose address is known; nothing where the page has none.
pub fn fill(page: &str, luck: &mut Luck) -> Option<Pairs> {
    let (_, rest) = page.split_once("<form class=\"flow\" method=\"post\"")?;
    let form = rest.split("</form>").next()?;
    // A whole table alike, as one fills it who wants to be through; else each cell for itself.
    let alike = luck.percent(75).then(|| luck.below(4));
    let mut pairs = Pairs::new();
    for piece in form.split('<').skip(1) {
        let Some(name) = attribute(piece, "name").map(plain) else { continue };
        let value = match piece.split([' ', '>']).next() {
            Some("input") => input(piece, luck),
            Some("textarea") => {
                text(&plain(piece.split_once('>').map_or("", |(_, text)| text.trim())), piece, luck)
            }
            Some("select") => {
                let options = options(form, piece);
                match alike.filter(|_| name.contains('.')) {
                    Some(place) => options.get(place % options.len().max(1)).cloned(),
                    None => luck.one(&options).cloned(),
                }
            }
            _ => None,
        };
        pairs.extend(value.map(|value| (name, value)));
    }
    Some(pairs)
}

/// The values that a select offers, its empty one first.
fn options(form: &str, select: &str) -> Vec<String> {
    let inside = form.split_once(select).map_or("", |(_, rest)| rest);
    let inside = inside.split("</select>").next().unwrap_or_default();
    inside.split("<option").skip(1).filter_map(|piece| attribute(piece, "value")).map(plain).collect()
}

fn input(tag: &str, luck: &mut Luck) -> Option<String> {
    let value = plain(attribute(tag, "value").unwrap_or_default());
    match attribute(tag, "type").unwrap_or("text") {
        "hidden" => Some(if luck.percent(4) { "kunci-lain".to_owned() } else { value }),
        "checkbox" | "radio" => luck.percent(50).then_some(value),
        "file" => None,
        _ => text(&value, tag, luck),
    }
}

/// What stands there, mostly; where nothing does, something.
fn text(value: &str, tag: &str, luck: &mut Luck) -> Option<String> {
    if !value.is_empty() && luck.percent(90) {
        return Some(value.to_owned());
    }
    let is_wanted = tag.contains(" required") || luck.percent(15);
    if !is_wanted && value.is_empty() {
        return Some(String::new());
    }
    luck.one(&TYPED).map(|text| (*text).to_owned())
}

/// Days before, of and after the walk, numbers, words.
const TYPED: [&str; 9] = [
    "06-07-2026",
    "05-07-2026",
    "07-07-2026",
    "22-04-2026",
    "05-07-2029",
    "1",
    "Keputusan nomor 1",
    "K",
    "siapa.saja",
];

/// Fills what an action declares, without having seen its form.
pub fn blind(action: &Action, luck: &mut Luck) -> Pairs {
    let mut pairs = Pairs::new();
    for field in action.fields.iter().filter(|field| !matches!(field.kind, Kind::Path | Kind::File)) {
        let value = match field.kind {
            Kind::Day => Some("06-07-2026".to_owned()),
            Kind::Codes { codes, .. } => luck.one(codes).map(|code| (*code).to_owned()),
            Kind::Check => Some("1".to_owned()),
            _ => text("", " required", luck),
        };
        pairs.extend(value.map(|value| (field.name.to_owned(), value)));
    }
    pairs
}

/// As a browser sends it.
pub fn encoded(pairs: &Pairs) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        escape(&mut out, name);
        out.push('=');
        escape(&mut out, value);
    }
    out
}

fn escape(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a string takes every letter");
        }
    }
}

/// As a program sends it.
pub fn json(pairs: &Pairs) -> String {
    let fields = pairs.iter().filter(|(name, value)| !name.starts_with('_') && !value.is_empty());
    let object: serde_json::Map<String, serde_json::Value> =
        fields.map(|(name, value)| (name.clone(), value.clone().into())).collect();
    serde_json::Value::Object(object).to_string()
}
