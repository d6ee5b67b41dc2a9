// SPDX-License-Identifier: Apache-2.0 OR MIT
//! NIK, the 16-digit population number. Whether a number is really issued is known only to the civil registry.

mod problem;
mod warning;

use chrono::Datelike;

use crate::day::Day;
use crate::person::Sex;
use crate::region;

pub use problem::NikProblem;
pub use warning::NikWarning;

/// A population number, valid in form. It is never printed whole except through [`Nik::expose`].
///
/// # Shape
/// Six digits of area, day of birth (plus 40 for women), month, two-digit year, four digits of serial.
///
/// # Source
/// UU 23/2006, article 13, for the number; its layout as the civil registry issues it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nik(String);

impl Nik {
    /// Reads a number as written or as a spreadsheet exports it; spaces, dots and a leading apostrophe are dropped.
    ///
    /// # Errors
    /// Each variant of [`NikProblem`].
    pub fn parse(text: &str) -> Result<Self, NikProblem> {
        let text = text.trim().trim_start_matches('\'');
        if is_scientific(text) {
            return Err(NikProblem::Rounded);
        }
        let digits: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '.').collect();
        if digits.is_empty() {
            return Err(NikProblem::Empty);
        }
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NikProblem::NotDigits);
        }
        match digits.len() {
            16 if digits.ends_with("0000") => Err(NikProblem::SerialZero),
            16 => Ok(Self(digits)),
            15 => Err(NikProblem::LostLeadingZero),
            found => Err(NikProblem::Length { found }),
        }
    }

    /// What does not fit together, for a person to look at; none of it proves the number wrong.
    pub fn warnings(&self, birth: Option<Day>, sex: Option<Sex>) -> Vec<NikWarning> {
        let mut warnings = Vec::new();
        if region::district(&self.0[..4]).is_none() {
            warnings.push(NikWarning::UnknownArea);
        }
        let printed_day = self.pair(6);
        let (day, printed_sex) =
            if printed_day > 40 { (printed_day - 40, Sex::Female) } else { (printed_day, Sex::Male) };
        let (month, year) = (self.pair(8), self.pair(10));
        if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
            warnings.push(NikWarning::ImpossibleDate);
        } else if birth.is_some_and(|birth| !is_printed(birth, day, month, year)) {
            warnings.push(NikWarning::BirthDiffers);
        }
        if sex.is_some_and(|sex| sex != printed_sex) {
            warnings.push(NikWarning::SexDiffers);
        }
        warnings
    }

    /// `3516********0003`, for lists and for recognising a number one already knows.
    pub fn masked(&self) -> String {
        format!("{}********{}", &self.0[..4], &self.0[12..])
    }

    /// All sixteen digits. For the database and for readers with a right to the number only.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The two-digit number that starts at the place.
    fn pair(&self, place: usize) -> u32 {
        self.0[place..place + 2].parse().expect("a NIK holds digits only")
    }
}

impl std::fmt::Debug for Nik {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Nik([disembunyikan])")
    }
}

fn is_printed(birth: Day, day: u32, month: u32, year: u32) -> bool {
    let birth_year = birth.year().rem_euclid(100).unsigned_abs();
    (birth.day(), birth.month(), birth_year) == (day, month, year)
}

/// `3.51E+15` or `3,51e15`: a spreadsheet has kept three digits and forgotten the rest.
fn is_scientific(text: &str) -> bool {
    let Some((head, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(&head.replace(['.', ','], "")) && digits(exponent.trim_start_matches('+'))
}
