// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Names, aliases, population numbers, sealed values and the closed lists about people.

use chrono::NaiveDate;
use kernel::Lang;
use kernel::name::{NameProblem, PersonName, split_alias};
use kernel::nik::{Nik, NikProblem, NikWarning};
use kernel::person::{Education, NikMissing, PersonKind, ReleaseKind, Sex};
use kernel::sensitive::{Class, Right, Sensitive};
use proptest::prelude::*;

fn name(text: &str) -> PersonName {
    PersonName::parse(text).expect("the test names a person")
}

#[test]
fn names_are_folded_and_single_words_are_enough() {
    assert_eq!(name("  Siti   Aminah ").as_str(), "Siti Aminah");
    assert_eq!(name("Suharto").as_str(), "Suharto");
    for (text, problem) in [
        (" ".to_owned(), NameProblem::Empty),
        ("123".to_owned(), NameProblem::NoLetter),
        ("a".repeat(121), NameProblem::TooLong),
        ("Budi\u{202E}iduB".to_owned(), NameProblem::Invisible),
        ("Bu\u{0}di".to_owned(), NameProblem::Invisible),
        ("Budi\u{FFFE}".to_owned(), NameProblem::Invisible),
        ("Bu\u{2FFFF}di".to_owned(), NameProblem::Invisible),
    ] {
        assert_eq!(PersonName::parse(&text), Err(problem));
    }
    assert_eq!(name(&"é".repeat(120)).as_str().chars().count(), 120);
}

#[test]
fn aliases_are_parted_and_the_father_stays_with_the_name() {
    for (text, expected, aliases) in [
        ("Sutrisno alias Tris bin Karto", "Sutrisno bin Karto", vec!["Tris"]),
        ("Sutrisno bin Karto als. Tris als Gondrong", "Sutrisno bin Karto", vec!["Tris", "Gondrong"]),
        ("SITI alias: Ti, Mbak Ti binti Umar", "SITI binti Umar", vec!["Ti", "Mbak Ti"]),
        ("Sutrisno alias:Tris", "Sutrisno", vec!["Tris"]),
        ("Ali bin Abu alias Al bin Abu", "Ali bin Abu", vec!["Al bin Abu"]),
        ("Al Amin", "Al Amin", vec![]),
        ("Budi Santoso, S.Pd", "Budi Santoso, S.Pd", vec![]),
        ("Budi alias", "Budi", vec![]),
    ] {
        let aliases: Vec<_> = aliases.into_iter().map(name).collect();
        assert_eq!(split_alias(text), Ok((name(expected), aliases)), "{text}");
    }
    assert_eq!(split_alias("alias Tris"), Err(NameProblem::Empty));
}

#[test]
fn two_spellings_of_one_name_meet() {
    for (one, other) in [
        ("H. Sutrisno, S.Pd.", "SUTRISNO"),
        ("Drs. H. Ma'ruf  Amin, M.Si", "maruf amin"),
        ("M.Yusuf", "m yusuf"),
        ("Siti-Aminah", "Siti Aminah"),
        ("José Ximenes", "Jose Ximenes"),
        ("Jose\u{301} Ximenes", "Jose Ximenes"),
        ("Hj. Rahmawati S.E., M.M.", "Rahmawati"),
    ] {
        assert_eq!(name(one).compare_key(), name(other).compare_key(), "{one}");
    }
    for (one, other) in [("Yo Ma", "Yo"), ("Budi Se", "Budi"), ("Sutrisno bin Karto", "Sutrisno bin Kasan")] {
        assert_ne!(name(one).compare_key(), name(other).compare_key(), "{one}");
    }
}

#[test]
fn a_name_is_found_by_ear() {
    for (typed, written) in [
        ("Moh. Yusuf", "Muhammad Yusuf"),
        ("mohd yusuf", "Mochammad Jusuf Yusuf"),
        ("Achmad", "Ahmad Fauzan"),
        ("ahmad", "Akhmad Zaini"),
        ("Chandra", "Candra Wijaya"),
        ("Khoirul", "Choirul Anam"),
        ("Soeharto", "Suharto"),
        ("Djoko Soesilo", "Joko Susilo"),
        ("Tjahyono", "Cahyono"),
        ("Syamsul", "Samsul Arifin"),
        ("wahyudi", "Wayudi"),
        ("anisa", "Annissa Putri"),
        ("rudy", "Rudi Hartono"),
        ("vina", "Fina"),
        ("har", "Rudi Hartono"),
        ("aziz", "Abdul Asis"),
    ] {
        assert!(name(typed).sounds_like(&name(written)), "{typed} should find {written}");
    }
    for (typed, written) in
        [("Yusuf Ahmad", "Muhammad Yusuf"), ("tono", "Hartono"), ("sari", "Saidi"), ("h", "Ahmad")]
    {
        assert!(!name(typed).sounds_like(&name(written)), "{typed} should not find {written}");
    }
}

proptest! {
    #[test]
    fn doubled_letters_and_a_dropped_h_change_nothing(text in "([bgklnprt][aeiu]){2,4}") {
        let doubled: String = text.chars().flat_map(|letter| [letter, letter]).collect();
        let breathed = text.replace('a', "ah");
        for typed in [&text, &doubled, &breathed] {
            prop_assert!(name(typed).sounds_like(&name(&text)), "{typed}");
        }
    }
}

#[test]
fn initials_leave_titles_and_fathers_mark_out() {
    assert_eq!(name("H. Sutrisno bin Karto").initials(), "S.K.");
    assert_eq!(name("suharto").initials(), "S.");
    assert_eq!(name("Hj").initials(), "H.");
    assert_eq!(format!("{:?}", name("Sutrisno bin Karto")), "PersonName(S.K.)");
}

#[test]
fn a_nik_is_read_or_refused_with_its_reason() {
    for text in ["3516011203900003", " 3516 0112 0390 0003", "35.16.01.120390.0003", "'3516011203900003"] {
        assert_eq!(Nik::parse(text).expect("the number is well formed").expose(), "3516011203900003");
    }
    for (text, problem) in [
        ("", NikProblem::Empty),
        (" . ", NikProblem::Empty),
        ("351601120390000A", NikProblem::NotDigits),
        ("٣516011203900003", NikProblem::NotDigits),
        ("35160112039", NikProblem::Length { found: 11 }),
        ("35160112039000031", NikProblem::Length { found: 17 }),
        ("351601120390003", NikProblem::LostLeadingZero),
        ("3.51E+15", NikProblem::Rounded),
        ("3,51601e15", NikProblem::Rounded),
        ("3516011203900000", NikProblem::SerialZero),
    ] {
        assert_eq!(Nik::parse(text), Err(problem), "{text}");
    }
    let sentence = NikProblem::LostLeadingZero.sentence(Lang::Id);
    assert!(sentence.contains("jangan menambah nol"), "{sentence}");
}

#[test]
fn a_nik_is_held_against_birth_date_and_sex() {
    let warnings = |digits: &str, birth: Option<(i32, u32, u32)>, sex| {
        let birth = birth.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        Nik::parse(digits).expect("the test writes a well-formed number").warnings(birth, sex)
    };
    let (born, man, woman) = (Some((1990, 3, 12)), "3516011203900003", "3516015203900003");
    assert_eq!(warnings(man, born, Some(Sex::Male)), []);
    assert_eq!(warnings(woman, born, Some(Sex::Female)), []);
    assert_eq!(warnings("3516014103900003", Some((1990, 3, 1)), Some(Sex::Female)), []);
    assert_eq!(warnings("3516013103900003", Some((1990, 3, 31)), Some(Sex::Male)), []);
    assert_eq!(warnings(man, None, None), []);
    assert_eq!(warnings(man, born, Some(Sex::Female)), [NikWarning::SexDiffers]);
    assert_eq!(warnings(woman, born, Some(Sex::Male)), [NikWarning::SexDiffers]);
    assert_eq!(warnings(man, Some((1990, 12, 3)), None), [NikWarning::BirthDiffers]);
    assert_eq!(warnings(man, Some((1991, 3, 12)), None), [NikWarning::BirthDiffers]);
    assert_eq!(
        warnings("9999013213900003", None, None),
        [NikWarning::UnknownArea, NikWarning::ImpossibleDate]
    );
    assert_eq!(warnings("3516010003900003", born, None), [NikWarning::ImpossibleDate]);
}

#[test]
fn an_envelope_opens_only_with_the_right_of_its_class() {
    let sealed = Sensitive::seal(Class::Offence, "pasal 362");
    assert_eq!(sealed.open(&Right::granted_by_policy(Class::Offence)), Some(&"pasal 362"));
    assert_eq!(sealed.open(&Right::granted_by_policy(Class::Health)), None);
    assert_eq!(format!("{:?}", Some(&sealed)), "Some([disembunyikan])");
}

#[test]
fn codes_of_the_lists_come_back_and_are_unique() {
    macro_rules! check {
        ($($list:ty),*) => {$({
            let mut codes = std::collections::HashSet::new();
            for &entry in <$list>::ALL {
                assert_eq!(<$list>::from_code(entry.code()), Some(entry));
                assert!(codes.insert(entry.code()));
                assert!(!entry.label(Lang::Id).to_lowercase().contains("napi"));
            }
            assert_eq!(<$list>::from_code("no such code"), None);
        })*};
    }
    check!(Sex, PersonKind, Education, ReleaseKind, NikMissing);
}

#[test]
fn the_law_counts_whom_it_counts() {
    let counted: Vec<_> = PersonKind::ALL.iter().filter(|kind| kind.is_warga_binaan()).collect();
    assert_eq!(counted, [&PersonKind::Convict, &PersonKind::ConvictedChild, &PersonKind::Client]);
    assert!(PersonKind::RemandDetainee.is_in_custody() && !PersonKind::Client.is_in_custody());
    assert!(ReleaseKind::Parole.is_under_guidance() && !ReleaseKind::FullRelease.is_under_guidance());
    assert!(Education::Vocational.meets(Education::UpperSecondary));
    assert!(Education::UpperSecondary.meets(Education::Vocational));
    assert!(!Education::LowerSecondary.meets(Education::Vocational));
}

proptest! {
    #[test]
    fn a_nik_never_leaks(digits in "[1-9][0-9]{14}[1-9]") {
        let nik = Nik::parse(&digits).expect("sixteen digits that do not end in 0000");
        let masked = nik.masked();
        prop_assert_eq!(masked.len(), 16);
        prop_assert_eq!(&masked[4..12], "********");
        let shown = format!("{nik:?} {:?} {:?}", Sensitive::seal(Class::Nik, nik.clone()), Some(&nik));
        prop_assert!(!shown.contains(|sign: char| sign.is_ascii_digit()));
        let _ = nik.warnings(None, Some(Sex::Female));
    }

    #[test]
    fn no_problem_repeats_the_digits(text in "[0-9]{5,30}") {
        if let Err(problem) = Nik::parse(&text) {
            prop_assert!(!problem.sentence(Lang::Id).contains(&text));
            let shown = format!("{problem:?}");
            prop_assert!(!shown.contains(&text));
        }
    }

    #[test]
    fn no_text_makes_names_stumble(text in "\\PC{0,40}") {
        if let Ok(name) = PersonName::parse(&text) {
            prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
            let key = name.compare_key();
            prop_assert!(!key.contains("  ") && key.trim() == key);
        }
        let _ = (split_alias(&text), Nik::parse(&text));
    }
}
