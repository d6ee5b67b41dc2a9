// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which of a batch's instructors may teach a module.

use programme::facts::ModuleKind;

/// Words in an instructor's fields that mean teaching how to run a business.
const BUSINESS: &[&str] = &["usaha", "kewirausahaan", "bisnis"];

/// Words that mean attitude and skills of working together.
const SOFT: &[&str] = &["soft", "sikap", "etos", "karakter", "konseling"];

/// The places of those who may teach a module of this kind, among the fields of the batch's instructors.
///
/// # Shape
/// `fields` as written down, one text an instructor. A module of business or soft skills goes to those who have it as a field,
/// where there is one; craft goes to those with any other field. Where nobody fits, everybody does: who was put down for the
/// batch was put down by somebody who knew.
///
/// # Source
/// Product decision, from scenario S1: one instructor a field, and soft skills taught by one who does nothing else.
pub fn teachers(kind: ModuleKind, fields: &[&str]) -> Vec<usize> {
    let fits = |text: &&str| match kind {
        ModuleKind::Business => has(text, BUSINESS),
        ModuleKind::SoftSkill => has(text, SOFT),
        ModuleKind::Theory | ModuleKind::Practice => has_other(text),
    };
    let chosen: Vec<usize> =
        fields.iter().enumerate().filter(|(_, text)| fits(text)).map(|(place, _)| place).collect();
    if !chosen.is_empty() {
        return chosen;
    }
    let craft: Vec<usize> =
        fields.iter().enumerate().filter(|(_, text)| has_other(text)).map(|(place, _)| place).collect();
    if craft.is_empty() { (0..fields.len()).collect() } else { craft }
}

fn parts(text: &str) -> impl Iterator<Item = String> {
    text.split([',', ';']).map(|part| part.trim().to_lowercase()).filter(|part| !part.is_empty())
}

fn names(part: &str, of: &[&str]) -> bool {
    of.iter().any(|word| part.contains(word))
}

fn has(text: &str, of: &[&str]) -> bool {
    parts(text).any(|part| names(&part, of))
}

fn has_other(text: &str) -> bool {
    parts(text).any(|part| !names(&part, BUSINESS) && !names(&part, SOFT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_goes_to_those_who_have_its_field() {
        let fields = ["lele", "soft skill, etos kerja", "kewirausahaan", "lele; usaha"];
        assert_eq!(teachers(ModuleKind::Practice, &fields), [0, 3]);
        assert_eq!(teachers(ModuleKind::SoftSkill, &fields), [1]);
        assert_eq!(teachers(ModuleKind::Business, &fields), [2, 3]);
    }

    #[test]
    fn where_nobody_has_it_the_craft_teaches_it() {
        assert_eq!(teachers(ModuleKind::Business, &["lele", "sikap kerja"]), [0]);
        assert_eq!(teachers(ModuleKind::Theory, &["usaha"]), [0], "one who was put down alone teaches all");
        assert!(teachers(ModuleKind::Theory, &[]).is_empty());
    }
}
