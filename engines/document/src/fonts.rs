// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The embedded fonts and the question which characters they can print.

use std::sync::LazyLock;

use typst::foundations::{Bytes, Dict, Value};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::DocumentProblem;

const FILES: [&[u8]; 3] = [
    include_bytes!("../fonts/PlusJakartaSans-Regular.ttf"),
    include_bytes!("../fonts/PlusJakartaSans-Bold.ttf"),
    include_bytes!("../fonts/PlusJakartaSans-ExtraBold.ttf"),
];

/// All faces, in the order in which typst asks for them by index.
pub(crate) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect());

/// The index of families and weights that typst selects from.
pub(crate) static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Refuses text that would come out as empty boxes, naming every such character once.
pub(crate) fn refuse_unprintable(inputs: &Dict) -> Result<(), DocumentProblem> {
    let mut characters = Vec::new();
    inputs.iter().for_each(|(_, value)| collect_unprintable(value, &mut characters));
    if characters.is_empty() { Ok(()) } else { Err(DocumentProblem::UnprintableCharacters { characters }) }
}

fn collect_unprintable(value: &Value, found: &mut Vec<char>) {
    match value {
        Value::Str(text) => {
            for c in text.chars().filter(|c| !is_printable(*c)) {
                if !found.contains(&c) {
                    found.push(c);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_unprintable(item, found)),
        Value::Dict(entries) => entries.iter().for_each(|(_, item)| collect_unprintable(item, found)),
        _ => {}
    }
}

/// All weights hold the same set of characters, so any face that has one answers for the rest.
fn is_printable(c: char) -> bool {
    c == '\n' || FONTS.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}
