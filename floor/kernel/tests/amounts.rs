// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Lesson hours, rupiah and certificate numbers.

use kernel::jp::{Jp, MINUTES_PER_JP, whole_jp};
use kernel::number::{normalise, readable};
use kernel::rupiah::{Rupiah, RupiahProblem, thousands};
use proptest::prelude::*;

#[test]
fn a_begun_lesson_hour_does_not_count() {
    for (minutes, minutes_per_jp, expected) in [
        (360, MINUTES_PER_JP, 8),
        (359, 45, 7),
        (44, 45, 0),
        (360, 40, 9),
        (-90, 45, 0),
        (90, 0, 0),
        (90, -45, 0),
    ] {
        assert_eq!(whole_jp(minutes, minutes_per_jp), Jp(expected), "{minutes} by {minutes_per_jp}");
    }
    assert_eq!(Jp(160).minutes(MINUTES_PER_JP), 7200);
    assert_eq!([Jp(2), Jp(3)].into_iter().sum::<Jp>(), Jp(5));
    assert_eq!(Jp(1200).to_string(), "1.200 JP");
}

#[test]
fn money_is_written_with_dots() {
    for (amount, expected) in [
        (0, "Rp0"),
        (500, "Rp500"),
        (-500, "-Rp500"),
        (1_250_000, "Rp1.250.000"),
        (i64::MIN, "-Rp9.223.372.036.854.775.808"),
    ] {
        assert_eq!(Rupiah(amount).to_string(), expected);
    }
    assert_eq!(thousands(-1250), "-1.250");
    assert_eq!(Rupiah(1).checked_add(Rupiah(2)), Some(Rupiah(3)));
    assert_eq!(Rupiah(i64::MAX).checked_add(Rupiah(1)), None);
}

#[test]
fn money_is_read_as_people_write_it_and_never_guessed() {
    for (text, expected) in [
        ("Rp1.250.000", Ok(Rupiah(1_250_000))),
        ("1250000", Ok(Rupiah(1_250_000))),
        ("Rp 1.250.000,00", Ok(Rupiah(1_250_000))),
        ("rp. 1.250.000,-", Ok(Rupiah(1_250_000))),
        ("-Rp500", Ok(Rupiah(-500))),
        ("Rp-500", Ok(Rupiah(-500))),
        ("", Err(RupiahProblem::Empty)),
        ("Rp", Err(RupiahProblem::Unknown)),
        ("-Rp-500", Err(RupiahProblem::Unknown)),
        ("gratis", Err(RupiahProblem::Unknown)),
        ("1.25", Err(RupiahProblem::Grouping)),
        ("1250.000", Err(RupiahProblem::Grouping)),
        ("1,250,000", Err(RupiahProblem::Grouping)),
        ("Rp1.250,50", Err(RupiahProblem::Sen)),
        ("99999999999999999999", Err(RupiahProblem::TooLarge)),
    ] {
        assert_eq!(Rupiah::parse(text), expected, "{text}");
    }
}

#[test]
fn certificate_numbers_are_crockford_base_32() {
    // Five bits a letter: 0b00000_00001_00010_00011 in twenty bits, four filled up to three bytes.
    assert_eq!(readable(&[0b0000_0000, 0b0100_0100, 0b0011_0000]), "0123-0");
    assert_eq!(readable(&[0xFF; 5]), "ZZZZ-ZZZZ");
    assert_eq!(readable(&[0; 7]), "0000-0000-0000");
    assert_eq!(readable(&[]), "");
}

#[test]
fn certificate_numbers_forgive_how_they_are_typed() {
    for (text, expected) in [
        ("7F3K-9QTM-2VXA", Some("7F3K-9QTM-2VXA")),
        ("7f3k9qtm2vxa", Some("7F3K-9QTM-2VXA")),
        (" 7F3K 9QTM 2VXA ", Some("7F3K-9QTM-2VXA")),
        ("oOiIlL12", Some("0011-1112")),
        ("7F3U", None),
        ("7F3K!", None),
        ("é", None),
        (" - ", None),
    ] {
        assert_eq!(normalise(text).as_deref(), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn written_money_is_read_back(amount in -9_000_000_000_000_000_000_i64..9_000_000_000_000_000_000) {
        prop_assert_eq!(Rupiah::parse(&Rupiah(amount).to_string()), Ok(Rupiah(amount)));
    }

    #[test]
    fn no_text_makes_money_stumble(text in "\\PC{0,16}") {
        if let Ok(amount) = Rupiah::parse(&text) {
            prop_assert_eq!(Rupiah::parse(&amount.to_string()), Ok(amount));
        }
    }

    #[test]
    fn numbers_are_stable_and_tell_bytes_apart(one in any::<[u8; 7]>(), other in any::<[u8; 7]>()) {
        let number = readable(&one);
        prop_assert_eq!(number.len(), 14);
        prop_assert_eq!(normalise(&number.to_lowercase().replace('-', "")), Some(number.clone()));
        prop_assert_eq!(readable(&other) == number, one == other);
    }
}
