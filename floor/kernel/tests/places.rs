// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Regions by code and by name, and the kinds of organisations.

use std::collections::HashSet;

use kernel::Lang;
use kernel::organisation::{self, Family};
use kernel::region::{self, candidates, district, districts, find, province, provinces};
use kernel::zone::Zone;
use proptest::prelude::*;

#[test]
fn nearness_goes_from_the_same_district_to_elsewhere() {
    use kernel::region::Nearness;
    let of = |one: &str, other: &str| {
        let found = |code: &str| kernel::region::district(code).expect("a district of the list");
        Nearness::between(found(one), found(other))
    };
    assert_eq!(of("35.24", "35.24"), Nearness::Same);
    // Lamongan borders on Gresik, Tuban, Bojonegoro, Jombang and Mojokerto, not on Malang.
    for neighbour in ["35.25", "35.23", "35.22", "35.17", "35.16"] {
        assert_eq!(of("35.24", neighbour), Nearness::Neighbouring, "{neighbour}");
        assert_eq!(of(neighbour, "35.24"), Nearness::Neighbouring, "{neighbour}");
    }
    assert_eq!(of("35.24", "35.07"), Nearness::SameProvince);
    assert_eq!(of("35.24", "63.02"), Nearness::Elsewhere);
    for line in include_str!("../data/neighbours.csv").lines().skip(1) {
        let (one, other) = line.split_once(',').expect("two codes");
        assert!(
            one < other
                && kernel::region::district(one).is_some()
                && kernel::region::district(other).is_some(),
            "{line}"
        );
    }
}

#[test]
fn the_lists_are_whole_and_sorted() {
    assert_eq!((provinces().len(), districts().len()), (38, 514));
    assert!(provinces().is_sorted_by(|one, next| one.code < next.code));
    assert!(districts().is_sorted_by(|one, next| one.code < next.code));
    for district in districts() {
        assert!(district.code.starts_with(district.province.code), "{}", district.name);
        assert_eq!(region::district(district.code), Some(district));
        assert_eq!(district.is_city(), !district.name.starts_with("Kabupaten "), "{}", district.name);
    }
}

#[test]
fn codes_are_read_with_and_without_dot() {
    let jember = district("35.09").expect("Jember is on the list");
    assert_eq!((jember.name.as_str(), jember.province.name.as_str()), ("Kabupaten Jember", "Jawa Timur"));
    assert_eq!(district("3509"), Some(jember));
    for code in ["", "35", "35.99", "0000", "é09", "35.09.01"] {
        assert_eq!(district(code), None, "{code}");
    }
    assert_eq!(province("00"), None);
}

#[test]
fn the_five_partnerships_stand_in_the_right_zone() {
    for (name, zone) in [
        ("Kota Madiun", Zone::Wib),
        ("Kabupaten Lamongan", Zone::Wib),
        ("Kabupaten Kotabaru", Zone::Wita),
        ("Kota Jayapura", Zone::Wit),
        ("Kota Pontianak", Zone::Wib),
        ("Kota Denpasar", Zone::Wita),
    ] {
        assert_eq!(find(name).expect("the place is on the list").province.zone(), zone, "{name}");
    }
}

#[test]
fn a_place_is_found_as_people_write_it() {
    for (text, expected) in [
        ("Kab. Jember", "Kabupaten Jember"),
        ("KABUPATEN JEMBER", "Kabupaten Jember"),
        (" jember ", "Kabupaten Jember"),
        ("Kab.Jember", "Kabupaten Jember"),
        ("Surabaya", "Kota Surabaya"),
        ("Kotamadya Surabaya", "Kota Surabaya"),
        ("Kota Malang", "Kota Malang"),
        ("Kab Malang", "Kabupaten Malang"),
        ("Kotabaru", "Kabupaten Kotabaru"),
        ("Kota Baru", "Kabupaten Kotabaru"),
        ("Kotawaringin Barat", "Kabupaten Kotawaringin Barat"),
        ("Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kota Adm. Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Pangkajene Dan Kepulauan", "Kabupaten Pangkajene dan Kepulauan"),
    ] {
        assert_eq!(find(text).map(|district| district.name.as_str()), Some(expected), "{text}");
    }
    for text in ["Malang", "Kota Jember", "Atlantis", "", "Kab."] {
        assert_eq!(find(text), None, "{text}");
    }
    assert_eq!(candidates("Malang").len(), 2);
}

#[test]
fn every_district_is_found_by_its_own_name() {
    for district in districts() {
        assert_eq!(find(&district.name), Some(district), "{}", district.name);
        assert_eq!(find(&district.name.to_uppercase()), Some(district), "{}", district.name);
    }
}

#[test]
fn kinds_and_posts_have_codes_of_their_own() {
    let mut codes = HashSet::new();
    for kind in organisation::kinds() {
        assert!(codes.insert(kind.code), "{}", kind.code);
        assert_eq!(organisation::kind(kind.code), Some(kind));
        let posts: HashSet<_> = kind.posts.iter().map(|post| post.code).collect();
        assert_eq!(posts.len(), kind.posts.len(), "{}", kind.code);
        assert_eq!(kind.posts.iter().filter(|post| post.signs).count(), 1, "{}", kind.code);
    }
}

#[test]
fn custody_and_charge_are_told_apart() {
    let kind = |code| organisation::kind(code).expect("the kind is on the list");
    assert!(kind("lapas").holds_people() && kind("rutan").holds_people() && kind("lpka").holds_people());
    assert!(!kind("bapas").holds_people() && kind("bapas").answers_for_people());
    assert!(!kind("kanwil").answers_for_people() && !kind("smk").answers_for_people());
    assert_eq!(kind("blk").family, Family::TrainingCentre);
    let giatja = kind("lapas").post("kasi-giatja").expect("a prison has the post");
    assert_eq!(giatja.label(Lang::En), "Head of work activities");
    assert!(kind("bapas").post("kasi-giatja").is_none());
}

proptest! {
    #[test]
    fn no_text_makes_the_search_stumble(text in "\\PC{0,12}") {
        let _ = (district(&text), province(&text));
        prop_assert!(find(&text).is_none_or(|found| candidates(&text) == [found]));
    }
}
