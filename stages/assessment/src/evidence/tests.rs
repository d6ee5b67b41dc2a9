// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rule of evidence, on either side of each limit.

use super::*;

fn piece(element: &str, kind: EvidenceKind, turn: i64, word: &str) -> EvidenceFact {
    EvidenceFact {
        person: PersonId(uuid::Uuid::nil()),
        unit: UnitId(uuid::Uuid::nil()),
        element: element.to_owned(),
        kind,
        turn,
        day: Day::from_ymd_opt(2026, 4, 21).expect("a day"),
        note: String::new(),
        vatm: Vatm::from_word(word).expect("letters"),
        assessor_name: String::new(),
    }
}

fn lacks(pieces: &[EvidenceFact], elements: &[&str]) -> Vec<String> {
    let elements: Vec<String> = elements.iter().map(|one| (*one).to_owned()).collect();
    lacking(pieces, &elements, (PersonId(uuid::Uuid::nil()), UnitId(uuid::Uuid::nil())))
}

#[test]
fn letters_are_read_in_any_order_and_nothing_else() {
    for (word, back) in [("VATM", "VATM"), ("mtav", "VATM"), (" VA ", "VA"), ("-", "-"), ("M", "M")] {
        assert_eq!(Vatm::from_word(word).map(Vatm::word).as_deref(), Some(back), "{word}");
    }
    for word in ["", "K", "VV", "VATMX", "ya"] {
        assert_eq!(Vatm::from_word(word), None, "{word}");
    }
    for code in Vatm::CODES {
        assert_eq!(Vatm::from_word(code).expect("a code is readable").word(), *code);
    }
}

#[test]
fn one_of_the_four_missing_is_not_enough() {
    let seen = EvidenceKind::Observation;
    assert_eq!(lacks(&[], &[""]), [""]);
    for word in ["VAT", "VAM", "VTM", "ATM", "-"] {
        assert_eq!(lacks(&[piece("", seen, 1, word)], &[""]), [""], "{word}");
    }
    assert!(lacks(&[piece("", seen, 1, "VATM")], &[""]).is_empty());
    let split = [piece("", seen, 1, "VAT"), piece("", EvidenceKind::Question, 1, "M")];
    assert_eq!(lacks(&split, &[""]), [""], "two halves are no whole");
}

#[test]
fn every_element_and_the_latest_look() {
    let (seen, asked) = (EvidenceKind::Observation, EvidenceKind::Question);
    assert_eq!(lacks(&[piece("1", seen, 1, "VATM")], &["1", "2"]), ["2"]);
    assert_eq!(lacks(&[piece("", seen, 1, "VATM")], &["1"]), ["1"], "a whole unit is no element");
    let again = [piece("1", seen, 1, "VATM"), piece("1", seen, 2, "VTM")];
    assert_eq!(lacks(&again, &["1"]), ["1"], "a later look counts");
    let mended = [piece("1", seen, 1, "VAT"), piece("1", asked, 1, "VATM")];
    assert!(lacks(&mended, &["1"]).is_empty(), "another kind of evidence fills what one lacked");
}
