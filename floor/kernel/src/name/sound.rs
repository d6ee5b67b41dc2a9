// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Spellings of one name made one, for those who search by ear: `Moh. Chusnul` meets `Muhammad Khusnul`.

/// How Muhammad is written; each stands for the same name.
const MUHAMMAD: [&str; 22] = [
    "muhammad",
    "mohammad",
    "muhamad",
    "mohamad",
    "muhammed",
    "mohammed",
    "mochammad",
    "mochamad",
    "muchammad",
    "muchamad",
    "mukhammad",
    "mokhammad",
    "mohd",
    "muhd",
    "moch",
    "much",
    "mokh",
    "moh",
    "muh",
    "mhd",
    "mmd",
    "md",
];

/// What `ch` and `kh` may stand for: the silent throat of `Achmad`, the k of `Khoirul`, the c of `Chandra`.
const THROATS: [&str; 3] = ["", "k", "c"];

/// Letters written in two ways, old and new; longer ones stand first.
///
/// # Source
/// The spellings of 1901 (Van Ophuijsen), 1947 and 1972 (EYD), beside which names of all three are in use.
const PAIRS: [(&str, &str); 13] = [
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sj", "s"),
    ("sy", "s"),
    ("nj", "ni"),
    ("ph", "f"),
    ("x", "ks"),
    ("v", "f"),
    ("q", "k"),
    ("z", "s"),
    ("y", "i"),
    ("h", ""),
];

/// Whether each word of one compared name begins a word of the other, as they sound.
pub(super) fn fits(wanted: &str, there: &str) -> bool {
    let readings = |key: &str| key.split(' ').map(readings).collect::<Vec<_>>();
    let (wanted, there) = (readings(wanted), readings(there));
    let begins = |word: &[String], known: &[String]| {
        word.iter().any(|one| !one.is_empty() && known.iter().any(|other| other.starts_with(one)))
    };
    wanted.iter().all(|word| there.iter().any(|known| begins(word, known)))
}

fn readings(word: &str) -> Vec<String> {
    let word = if MUHAMMAD.contains(&word) { "muhammad" } else { word };
    match word.contains("ch") || word.contains("kh") {
        true => THROATS.iter().map(|throat| heard(word, throat)).collect(),
        false => vec![heard(word, "")],
    }
}

fn heard(word: &str, throat: &str) -> String {
    let mut heard = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let is_throat = rest.starts_with("ch") || rest.starts_with("kh");
        let pair = PAIRS.iter().find(|(written, _)| rest.starts_with(written));
        let plain = letter.len_utf8();
        let (length, said) = match pair {
            _ if is_throat => (2, throat),
            Some((written, said)) => (written.len(), *said),
            None => (plain, &rest[..plain]),
        };
        for sign in said.chars() {
            // A letter said twice is said once.
            if !heard.ends_with(sign) {
                heard.push(sign);
            }
        }
        rest = &rest[length..];
    }
    heard
}
