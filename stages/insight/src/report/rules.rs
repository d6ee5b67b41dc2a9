// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a note to the press may not say. Pure.

use kernel::name::PersonName;

use super::Story;

/// Words that name people by their punishment.
///
/// # Source
/// UU 22/2022, article 1: the law itself speaks of *warga binaan*; product decision: nothing printed here says less.
const DEGRADING: [&str; 4] = ["napi", "narapidana", "tahanan", "penjara"];

/// A one-word name shorter than this is also an ordinary word too often to be told apart.
const SHORTEST_SINGLE_NAME: usize = 4;

impl Story {
    /// Every text with the field it stands in.
    pub fn texts(&self) -> Vec<(&'static str, String)> {
        let quotes = self.quotes.iter().map(|quote| format!("{} {} {}", quote.name, quote.post, quote.words));
        let mut texts = vec![
            ("headline", self.headline.clone()),
            ("what", self.what.clone()),
            ("who", self.who.clone()),
            ("place", self.place.clone()),
            ("why", self.why.clone()),
            ("how", self.how.clone()),
            ("contact", self.contact.clone()),
        ];
        texts.extend(quotes.map(|text| ("quotes", text)));
        texts.extend(self.photos.iter().map(|caption| ("photos", caption.clone())));
        texts
    }
}

/// Names of participants that stand in the story, each with its field.
pub fn names_in(story: &Story, participants: &[String]) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    for (field, text) in story.texts() {
        for name in participants.iter().filter(|name| stands_in(name, &text)) {
            if !found.contains(&(field, name.clone())) {
                found.push((field, name.clone()));
            }
        }
    }
    found
}

/// Degrading words that stand in the story, each with its field.
pub fn degrading_words_in(story: &Story) -> Vec<(&'static str, &'static str)> {
    let texts = story.texts();
    let in_text = |(field, text): &(&'static str, String)| {
        let here = words(text);
        let found = DEGRADING.into_iter().filter(|word| here.iter().any(|known| known == word));
        found.map(|word| (*field, word)).collect::<Vec<_>>()
    };
    texts.iter().flat_map(in_text).collect()
}

/// Whether somebody's name stands in a text: the whole name, or the part before the father's; a single name only as it
/// is written, for in small letters it may be a word.
fn stands_in(name: &str, text: &str) -> bool {
    let Ok(parsed) = PersonName::parse(name) else { return false };
    let key = parsed.compare_key();
    let own = [" bin ", " binti "]
        .iter()
        .find_map(|mark| key.split_once(mark))
        .map_or(key.as_str(), |(own, _)| own);
    let here = words(text);
    match own.split_whitespace().collect::<Vec<_>>().as_slice() {
        [] => false,
        [single] => {
            let length = single.chars().count();
            let written = name.split_whitespace().find(|word| word.to_lowercase() == *single);
            let in_text =
                |word: &str| text.split(|sign: char| !sign.is_alphanumeric()).any(|known| known == word);
            length >= SHORTEST_SINGLE_NAME && written.is_some_and(in_text)
        }
        several => here.windows(several.len()).any(|window| window == several),
    }
}

fn words(text: &str) -> Vec<String> {
    let pieces =
        text.split(|sign: char| !sign.is_alphanumeric() && sign != '\'').filter(|piece| !piece.is_empty());
    pieces.map(|piece| piece.replace('\'', "").to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(what: &str) -> Story {
        Story { what: what.to_owned(), ..Story::default() }
    }

    #[test]
    fn a_participant_is_found_by_her_name_and_an_ordinary_word_is_not() {
        for (name, text, is_found) in [
            ("Budi Hartono", "Salah satunya, Budi  Hartono, berusia 30 tahun.", true),
            ("Budi Hartono", "BUDI HARTONO hadir.", true),
            ("Budi Hartono", "Hartono Budi hadir.", false),
            ("Saidi Anwar bin Jahri", "Saidi Anwar membuat roti.", true),
            ("Misnadi", "Misnadi membuat roti.", true),
            ("Misnadi", "misnadi", false),
            ("Roti", "Pelatihan roti dibuka.", false),
            ("Adi", "Adi hadir.", false),
            ("Ma'ruf Amin", "Maruf Amin hadir.", true),
        ] {
            let found = names_in(&told(text), &[name.to_owned()]);
            assert_eq!(!found.is_empty(), is_found, "{name} in {text}");
        }
    }

    #[test]
    fn a_quote_names_no_participant_either() {
        let quote =
            Quote { name: "Budi Hartono".into(), post: "Peserta".into(), words: "Saya senang.".into() };
        let story = Story { quotes: vec![quote], ..Story::default() };
        assert_eq!(names_in(&story, &["Budi Hartono".into()]), [("quotes", "Budi Hartono".to_owned())]);
    }

    #[test]
    fn people_are_not_named_by_their_punishment() {
        assert_eq!(degrading_words_in(&told("Enam belas Napi dilatih.")), [("what", "napi")]);
        assert_eq!(degrading_words_in(&told("Enam belas warga binaan dilatih, menapis bahan.")), []);
    }

    use super::super::Quote;
}
