// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Finds words that tell a stranger of custody. It searches text; taking text out of files is the caller's part.

/// Single words and phrases, in lower case; the product's own name is among them.
const PHRASES: [&[&str]; 16] = [
    &["lapas"],
    &["rutan"],
    &["bapas"],
    &["lpka"],
    &["lpp"],
    &["napi"],
    &["narapidana"],
    &["warga", "binaan"],
    &["anak", "binaan"],
    &["rumah", "tahanan"],
    &["residivis"],
    &["wbp"],
    &["klien"],
    &["penjara"],
    &["pemasyarakatan"],
    &["bekal"],
];

/// Every stigmatising word or register number in `text`, in order of place, as written there.
///
/// Whole words only, whatever their case; signs, underscores and line ends between words do not hide them.
///
/// # Source
/// Product decision: nothing shown outside says prison. Register letters: the custody registers A.I to A.V and B.I to B.III.
pub fn stigma_words_in(text: &str) -> Vec<String> {
    let words = words_of(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let ahead = &words[at..];
        let phrase =
            PHRASES.iter().find(|phrase| starts_with_phrase(ahead, phrase)).map(|phrase| phrase.len());
        if let Some(length) = phrase.or_else(|| register_length(text, ahead)) {
            let (start, end) = (ahead[0].start, ahead[length - 1].end());
            found.push(text[start..end].to_owned());
        }
    }
    found
}

/// A run of letters and digits.
struct Word<'a> {
    start: usize,
    text: &'a str,
}

impl Word<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

fn words_of(text: &str) -> Vec<Word<'_>> {
    let pieces = text.split(|letter: char| !letter.is_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| Word { start: piece.as_ptr() as usize - text.as_ptr() as usize, text: piece })
        .collect()
}

fn starts_with_phrase(words: &[Word<'_>], phrase: &[&str]) -> bool {
    words.len() >= phrase.len()
        && words.iter().zip(phrase).all(|(word, wanted)| word.text.to_lowercase() == *wanted)
}

/// How many words at the start make a register number such as `B.I 123/2024`, `BI.123/2024` or `B.IIa 12/2025`.
fn register_length(text: &str, words: &[Word<'_>]) -> Option<usize> {
    let first = words.first()?.text;
    let class_length = if is_letter(first) && words.get(1).is_some_and(|word| is_class(word.text)) {
        2
    } else if first.get(..1).is_some_and(is_letter) && first.get(1..).is_some_and(is_class) {
        1
    } else {
        return None;
    };
    let [number, year] = words.get(class_length..class_length + 2)? else {
        return None;
    };
    let slash = text[number.end()..year.start].trim() == "/";
    let numbers = is_number(number.text, 1..=6) && is_number(year.text, 4..=4);
    (slash && numbers).then_some(class_length + 2)
}

fn is_letter(text: &str) -> bool {
    text.eq_ignore_ascii_case("a") || text.eq_ignore_ascii_case("b")
}

fn is_class(text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    let roman = upper.strip_suffix(['A', 'B']).unwrap_or(&upper);
    ["I", "II", "III", "IV", "V"].contains(&roman)
}

fn is_number(text: &str, digits: std::ops::RangeInclusive<usize>) -> bool {
    digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
