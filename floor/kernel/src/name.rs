// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Names of people: one line as the papers have it, aliases apart. Nobody is forced to have a surname.

mod fold;
mod problem;
mod sound;

pub use problem::NameProblem;

/// The most characters a name may have.
pub const LONGEST_NAME: usize = 120;

/// A person's name, valid by construction.
///
/// # Shape
/// Trimmed, inner spaces folded to one, 1 to 120 characters, at least one letter, nothing invisible; a single word is
/// a full name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name.
    ///
    /// # Errors
    /// Each variant of [`NameProblem`].
    pub fn parse(text: &str) -> Result<Self, NameProblem> {
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() {
            Err(NameProblem::Empty)
        } else if folded.chars().any(is_invisible) {
            Err(NameProblem::Invisible)
        } else if folded.chars().count() > LONGEST_NAME {
            Err(NameProblem::TooLong)
        } else if !folded.chars().any(char::is_alphabetic) {
            Err(NameProblem::NoLetter)
        } else {
            Ok(Self(folded))
        }
    }

    /// The name as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// First letters without titles and without bin or binti: `S.K.` for `H. Sutrisno bin Karto`.
    pub fn initials(&self) -> String {
        let words = fold::without_titles(&self.0);
        let names = words.iter().filter(|word| !is_patronymic(word));
        let letters = names.filter_map(|word| word.chars().find(|sign| sign.is_alphabetic()));
        letters.flat_map(|letter| letter.to_uppercase().chain(['.'])).collect()
    }

    /// The form under which two spellings of one name meet in the search for duplicates.
    ///
    /// # Shape
    /// Lowercase words parted by one space; no titles, degrees, marks on letters, apostrophes or dots.
    pub fn compare_key(&self) -> String {
        fold::compare_key(&self.0)
    }

    /// Whether somebody who wrote this by ear may mean that name: each word begins a word of it, as they sound.
    ///
    /// # Shape
    /// Old and new spelling, the ways to write Muhammad, doubled letters and a dropped h make no difference.
    pub fn sounds_like(&self, other: &Self) -> bool {
        sound::fits(&self.compare_key(), &other.compare_key())
    }
}

impl std::fmt::Display for PersonName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

/// Shows initials only, because debug output ends in logs.
impl std::fmt::Debug for PersonName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "PersonName({})", self.initials())
    }
}

impl std::str::FromStr for PersonName {
    type Err = NameProblem;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// Parts a name from its aliases: `Sutrisno alias Tris bin Karto` is `Sutrisno bin Karto`, known as `Tris`.
///
/// # Shape
/// An alias begins at `alias`, `als` or `al.` and ends at a comma, at the next one, or at `bin` or `binti`, which goes
/// on with the name.
///
/// # Errors
/// [`NameProblem`] of the name or of an alias.
pub fn split_alias(text: &str) -> Result<(PersonName, Vec<PersonName>), NameProblem> {
    let spaced = text.replace(':', ": ");
    let mut name: Vec<&str> = Vec::new();
    let mut aliases: Vec<Vec<&str>> = Vec::new();
    let mut in_alias = false;
    for word in spaced.split_whitespace().filter(|&word| word != ":") {
        if is_alias_mark(word) {
            in_alias = true;
            aliases.push(Vec::new());
        } else if in_alias && is_patronymic(word) && !name.iter().any(|word| is_patronymic(word)) {
            in_alias = false;
            name.push(word);
        } else if in_alias && let Some(alias) = aliases.last_mut() {
            let bare = word.trim_end_matches([',', '/']);
            alias.push(bare);
            if bare != word {
                aliases.push(Vec::new());
            }
        } else {
            name.push(word);
        }
    }
    let name = name.join(" ");
    let aliases = aliases.iter().map(|alias| alias.join(" ")).filter(|alias| !alias.is_empty());
    let aliases: Result<Vec<_>, _> = aliases.map(|alias| PersonName::parse(&alias)).collect();
    Ok((PersonName::parse(name.trim_end_matches([',', '(']))?, aliases?))
}

fn is_alias_mark(word: &str) -> bool {
    let dotted = word.ends_with('.');
    match word.trim_end_matches(['.', ':']).to_lowercase().as_str() {
        "alias" | "als" => true,
        "al" => dotted,
        _ => false,
    }
}

fn is_patronymic(word: &str) -> bool {
    matches!(word.trim_end_matches('.').to_lowercase().as_str(), "bin" | "binti")
}

/// Control characters, zero-width marks, marks that turn the direction of reading, and what Unicode says is no character, which
/// no XML file and so no sheet and no paper can hold.
fn is_invisible(sign: char) -> bool {
    let is_none = matches!(sign, '\u{FDD0}'..='\u{FDEF}') || u32::from(sign) & 0xFFFE == 0xFFFE;
    let marks = matches!(sign, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    sign.is_control() || marks || is_none
}
