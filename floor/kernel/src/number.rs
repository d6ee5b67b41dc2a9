// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificate numbers a person can read aloud and type back: `7F3K-9QTM-2VXA`.

/// Crockford's base 32: without I, L, O and U, which are misread or spell words.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters in one group.
const GROUP: usize = 4;

/// Writes bytes as groups of four letters.
///
/// # Shape
/// Five bits a letter, first byte first, the last letter filled with zero bits; seven bytes make twelve letters.
///
/// # Source
/// The alphabet of Douglas Crockford's Base 32, without its check symbol.
pub fn readable(bytes: &[u8]) -> String {
    let mut letters = Vec::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut kept, mut kept_bits) = (0_u32, 0_u32);
    for &byte in bytes {
        kept = kept << 8 | u32::from(byte);
        kept_bits += 8;
        while kept_bits >= 5 {
            kept_bits -= 5;
            letters.push(letter(kept >> kept_bits));
        }
        kept &= (1 << kept_bits) - 1;
    }
    if kept_bits > 0 {
        letters.push(letter(kept << (5 - kept_bits)));
    }
    grouped(&letters)
}

/// Brings a typed number into the form of [`readable`]: any case, O for 0, I and L for 1, groups as typed or not.
///
/// Returns nothing if a sign is left that no number contains.
pub fn normalise(text: &str) -> Option<String> {
    let mut letters = Vec::new();
    for sign in text.chars() {
        match sign.to_ascii_uppercase() {
            ' ' | '-' | '‐' | '–' | '\t' => {}
            'O' => letters.push('0'),
            'I' | 'L' => letters.push('1'),
            plain if plain.is_ascii() && LETTERS.contains(&(plain as u8)) => letters.push(plain),
            _ => return None,
        }
    }
    (!letters.is_empty()).then(|| grouped(&letters))
}

fn letter(bits: u32) -> char {
    char::from(LETTERS[(bits & 31) as usize])
}

fn grouped(letters: &[char]) -> String {
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join("-")
}
