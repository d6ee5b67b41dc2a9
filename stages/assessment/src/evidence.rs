// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What an assessor saw: by unit, or by element where the scheme assesses by elements; and how it was adapted to somebody.
//! Pure; the tables hold the rule of a K once more.

mod rows;
pub mod sheet;

use kernel::day::Day;
use kernel::id::{PersonId, UnitId};
use programme::facts::{SchemeUnitFact, UnitFact};

pub(crate) use rows::{add, add_adjustment, adjustments, of_batch};

codes! {
    /// By what the assessor saw it.
    EvidenceKind {
        Observation = "observation",
        Question = "question",
        Product = "product",
        Portfolio = "portfolio",
        ThirdParty = "third_party",
    }

    /// What was adapted. None of them says why, and there is no room to write it.
    Adaptation {
        ReadAloud = "read_aloud",
        OralAnswers = "oral_answers",
        ByDemonstration = "by_demonstration",
        PictureSheet = "picture_sheet",
        OwnLanguage = "own_language",
        MoreTime = "more_time",
        Pauses = "pauses",
        OtherPlace = "other_place",
        OtherTool = "other_tool",
    }
}

/// Whether evidence is valid, authentic, current and sufficient.
///
/// # Source
/// The four rules of evidence in the assessment guidelines of BNSP: valid, asli, terkini, memadai (VATM).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Vatm {
    pub valid: bool,
    pub authentic: bool,
    pub current: bool,
    pub sufficient: bool,
}

impl Vatm {
    /// What assessors write, and what a form offers: all four, or all but one.
    pub const CODES: &'static [&'static str] = &["VATM", "VAT", "VAM", "VTM", "ATM"];

    /// Reads the letters of what holds, in any order and case; `-` where nothing does.
    pub fn from_word(word: &str) -> Option<Self> {
        let mut found = Self::default();
        let word = word.trim();
        if word == "-" {
            return Some(found);
        }
        for letter in word.chars() {
            let slot = match letter.to_ascii_uppercase() {
                'V' => &mut found.valid,
                'A' => &mut found.authentic,
                'T' => &mut found.current,
                'M' => &mut found.sufficient,
                _ => return None,
            };
            if *slot {
                return None;
            }
            *slot = true;
        }
        (!word.is_empty()).then_some(found)
    }

    /// The letters of what holds.
    pub fn word(self) -> String {
        let letters = [(self.valid, 'V'), (self.authentic, 'A'), (self.current, 'T'), (self.sufficient, 'M')];
        let word: String = letters.iter().filter(|(holds, _)| *holds).map(|(_, letter)| letter).collect();
        if word.is_empty() { "-".to_owned() } else { word }
    }

    pub fn holds(self) -> bool {
        self.valid && self.authentic && self.current && self.sufficient
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFact {
    pub person: PersonId,
    pub unit: UnitId,
    /// The element's number; empty where the scheme assesses by whole units.
    pub element: String,
    pub kind: EvidenceKind,
    /// 1, and one more each time the same was looked at again.
    pub turn: i64,
    pub day: Day,
    pub note: String,
    pub vatm: Vatm,
    pub assessor_name: String,
}

impl EvidenceFact {
    fn supersedes(&self, other: &Self) -> bool {
        (self.person, self.unit, &self.element, self.kind)
            == (other.person, other.unit, &other.element, other.kind)
            && self.turn > other.turn
    }
}

/// What was adapted for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdjustmentFact {
    pub person: PersonId,
    pub adaptation: Adaptation,
    pub day: Day,
}

/// The elements by which a unit is judged; one empty number where it is judged as a whole.
pub fn elements_of(scope: &[SchemeUnitFact], unit: &UnitFact) -> Vec<String> {
    let known = scope.iter().find(|one| Some(&one.code) == unit.code.as_ref());
    match known {
        Some(known) if !known.elements.is_empty() => {
            known.elements.iter().map(|element| element.number.clone()).collect()
        }
        Some(_) | None => vec![String::new()],
    }
}

/// The elements of a unit for which a person has no evidence in force that holds all four rules; nothing where a K may be given.
///
/// # Source
/// As [`Vatm`]; that every element is covered: practice of schemes that assess by elements. The latest look of a kind counts:
/// product decision, so that evidence found not to be authentic cannot be outlived by an earlier look.
pub fn lacking(
    pieces: &[EvidenceFact],
    elements: &[String],
    (person, unit): (PersonId, UnitId),
) -> Vec<String> {
    let covers = |element: &String| {
        pieces.iter().any(|one| {
            (one.person, one.unit) == (person, unit)
                && one.element == *element
                && one.vatm.holds()
                && !pieces.iter().any(|later| later.supersedes(one))
        })
    };
    elements.iter().filter(|element| !covers(element)).cloned().collect()
}

#[cfg(test)]
mod tests;
