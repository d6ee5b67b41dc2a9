// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How names of regions are cased for reading and folded for searching.

/// A district as somebody asks for it.
pub(super) struct Wanted {
    /// `Some(true)` for a city, `Some(false)` for a regency, `None` if not said.
    pub city: Option<bool>,
    /// The bare name, lowercase, letters only.
    pub key: String,
}

impl Wanted {
    /// Parts the kind (`Kab.`, `Kota Administrasi`, `Kotamadya`) from the name.
    pub fn read(name: &str) -> Self {
        let lower = name.replace('.', " ").to_lowercase();
        let mut words = lower.split_whitespace().peekable();
        let city = match words.peek() {
            Some(&("kota" | "kotamadya" | "kodya")) => Some(true),
            Some(&("kab" | "kabupaten")) => Some(false),
            _ => None,
        };
        if city.is_some() {
            words.next();
            words.next_if(|&word| matches!(word, "administrasi" | "adm"));
        }
        Self { city, key: words.map(squashed).collect() }
    }
}

/// Lowercase letters only, so that spaces, dots and hyphens do not matter.
pub(super) fn squashed(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// `KABUPATEN PANGKAJENE DAN KEPULAUAN` as `Kabupaten Pangkajene dan Kepulauan`.
pub(super) fn title_case(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(title_word).collect();
    words.join(" ")
}

fn title_word(word: &str) -> String {
    match word {
        "DKI" => word.to_owned(),
        "DAN" => "dan".to_owned(),
        _ => {
            let (head, tail) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
            head.to_uppercase() + &tail.to_lowercase()
        }
    }
}
