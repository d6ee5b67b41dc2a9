// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Folding of names for comparison: titles, degrees and marks on letters fall away.

/// Titles that stand in front of a name, without dots.
const TITLES: [&str; 13] =
    ["h", "hj", "kh", "drs", "dra", "dr", "drg", "ir", "prof", "ust", "ustadz", "ustadzah", "tgk"];

/// Degrees that stand behind a name, without dots.
const DEGREES: [&str; 33] = [
    "spd", "spdi", "sh", "shi", "se", "sei", "st", "sip", "ssos", "skom", "ssi", "sag", "skm", "sp", "spt",
    "skep", "sst", "sstp", "stp", "ss", "ners", "mpd", "mh", "mm", "msi", "mkom", "mkn", "mt", "ma", "mag",
    "amd", "amdip", "mba",
];

/// The words of a name without titles in front and degrees behind; the whole name if nothing else is left.
pub(super) fn without_titles(name: &str) -> Vec<&str> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let front = words.iter().take_while(|word| TITLES.contains(&bare(word).as_str())).count();
    let mut kept = &words[front..];
    while let [rest @ .., last] = kept {
        // Without a dot or a comma "Ma" and "Se" are names of their own.
        let set_apart = last.contains('.') || rest.last().is_some_and(|word| word.ends_with(','));
        if !set_apart || !DEGREES.contains(&bare(last).as_str()) {
            break;
        }
        kept = rest;
    }
    if kept.is_empty() { words } else { kept.to_vec() }
}

pub(super) fn compare_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for sign in without_titles(name).join(" ").chars().flat_map(char::to_lowercase) {
        match plain_letter(sign) {
            // Apostrophes and combining marks vanish, so Ma'ruf meets Maruf.
            '\'' | '`' | '’' | '‘' | 'ʼ' | '\u{300}'..='\u{36F}' => {}
            letter if letter.is_alphanumeric() => key.push(letter),
            _ if key.ends_with(' ') => {}
            _ => key.push(' '),
        }
    }
    key.trim().to_owned()
}

fn bare(word: &str) -> String {
    word.chars().filter(|sign| !matches!(sign, '.' | ',')).flat_map(char::to_lowercase).collect()
}

/// The letter without its mark, for the marks met in names of the archipelago and its neighbours.
fn plain_letter(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'ø' => 'o',
        'š' | 'ş' => 's',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' => 'z',
        other => other,
    }
}
