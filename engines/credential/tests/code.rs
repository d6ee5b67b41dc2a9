// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The code on paper: what was written is read back, it fits, a general COSE reader agrees, and no changed code holds.

mod common;

use chrono::{Days, NaiveDate};
use ciborium::Value;
use common::{badge, day, key};
use coset::{CborSerializable, CoseSign1, TaggedCborSerializable, iana};
use credential::code::PREFIX;
use credential::{BadgeKind, Cause, CodeFacts, IssuerKey, TrustList, issue_code, read_code};
use ed25519_dalek::{Signature, SigningKey};
use proptest::prelude::*;

/// Letters that a square of version 10 holds at error level M.
const MOST_LETTERS: usize = 311;

fn facts() -> CodeFacts {
    CodeFacts::of(&badge(), 3)
}

fn trust() -> TrustList {
    TrustList::of([(key().did(), "LSP Las Nusantara")])
}

#[test]
fn what_was_written_is_read_back() {
    let facts = CodeFacts { number: "7F3K-9QTM-2VXA".into(), ..facts() };
    let read = read_code(&issue_code(&facts, &key()), &trust()).expect("a fresh code holds");
    assert_eq!(read.facts, facts);
    assert_eq!((read.issuer_name.as_str(), read.issuer_did), ("LSP Las Nusantara", key().did()));
    let least = CodeFacts { valid_until: None, status: None, units: 0, ..facts };
    assert_eq!(read_code(&issue_code(&least, &key()), &trust()).expect("it holds").facts, least);
}

/// What was released once is verified for ever.
#[test]
fn every_code_ever_released_still_holds() {
    let released = include_str!("corpus/code-1.txt").trim();
    assert_eq!(read_code(released, &trust()).expect("it holds").facts, facts());
    assert_eq!(issue_code(&facts(), &key()), released, "a change of form is a new form");
}

/// # Source
/// The reader here is the crate `coset`, which shares no code with the house.
#[test]
fn a_general_reader_finds_the_same_claims() {
    let text = issue_code(&facts(), &key());
    let bytes = base45::decode(text.strip_prefix(PREFIX).expect("the prefix")).expect("base45");
    let sealed = CoseSign1::from_tagged_slice(&bytes).expect("a COSE_Sign1");
    let algorithm = coset::RegisteredLabelWithPrivate::Assigned(iana::Algorithm::EdDSA);
    assert_eq!(sealed.protected.header.alg, Some(algorithm));
    assert_eq!(sealed.protected.header.key_id, key().public().number());
    let verifying = SigningKey::from_bytes(&[7; 32]).verifying_key();
    let checked = sealed.verify_signature(b"", |signature, signed| {
        verifying.verify_strict(signed, &Signature::from_slice(signature).expect("64 bytes"))
    });
    checked.expect("the signature holds");
    let claims = coset::cwt::ClaimsSet::from_slice(&sealed.payload.expect("a payload")).expect("claims");
    let at = |day: NaiveDate| day.and_hms_opt(0, 0, 0).expect("midnight").and_utc().timestamp();
    assert_eq!(claims.issued_at, Some(coset::cwt::Timestamp::WholeSeconds(at(day(2026, 11, 20)))));
    assert_eq!(
        claims.expiration_time,
        Some(coset::cwt::Timestamp::WholeSeconds(at(day(2029, 11, 20)) - 1)),
        "the last second of the last day"
    );
    let rest = Value::Array(vec![
        Value::from(2),
        Value::from("LSP-LN/2026/000123"),
        Value::from("Siti Nurhaliza Ñuwún"),
        Value::from("Juru Las SMAW Posisi 2G"),
        Value::from(2),
        Value::from(3),
        Value::from(94_567),
    ]);
    assert_eq!(claims.rest, [(coset::cwt::ClaimName::PrivateUse(-65_537), rest)]);
}

#[test]
fn every_changed_letter_is_refused() {
    const LETTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let text = issue_code(&facts(), &key());
    for at in 0..text.len() {
        for letter in LETTERS {
            let mut changed = text.clone().into_bytes();
            if changed[at] != *letter {
                changed[at] = *letter;
                let changed = String::from_utf8(changed).expect("ASCII");
                assert!(read_code(&changed, &trust()).is_err(), "{at} {changed}");
            }
        }
        assert!(read_code(&text[..at], &trust()).is_err(), "cut at {at}");
    }
    assert!(read_code(&format!("{text}00"), &trust()).is_err());
}

#[test]
fn each_refusal_names_its_cause() {
    let text = issue_code(&facts(), &key());
    let cause = |text: &str, trust: &TrustList| read_code(text, trust).expect_err("refused").code();
    assert_eq!(cause("https://sertifikat.example/c/7F3K", &trust()), "not-a-code");
    assert_eq!(cause("SERT1:???", &trust()), "not-a-code");
    let stranger = TrustList::of([(IssuerKey::from_seed([8; 32]).did(), "Orang lain")]);
    assert_eq!(cause(&text, &stranger), "issuer-unknown");
    assert_eq!(cause(&text, &TrustList::any()), "issuer-unknown");
    let other = CodeFacts { learner: "Orang Lain".into(), ..facts() };
    let forged = issue_code(&other, &IssuerKey::from_seed([8; 32]));
    assert!(matches!(read_code(&forged, &trust()), Err(Cause::IssuerUnknown(_))));
}

fn some_facts() -> impl Strategy<Value = CodeFacts> {
    let kind = prop_oneof![
        Just(BadgeKind::Training),
        Just(BadgeKind::School),
        Just(BadgeKind::Competence),
        Just(BadgeKind::Acknowledgement),
    ];
    let words = ("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", "\\PC{1,90}", "\\PC{1,120}");
    let days = (0..20_000_u64, proptest::option::of(1..4_000_u64));
    let status = proptest::option::of((1..10_000_u32, 0..131_072_u32));
    (kind, words, 0..200_u32, days, status).prop_map(|(kind, words, units, days, status)| {
        let awarded_on = day(2020, 1, 1) + Days::new(days.0);
        CodeFacts {
            kind,
            number: words.0,
            learner: words.1,
            achievement: words.2,
            units,
            awarded_on,
            valid_until: days.1.map(|more| awarded_on + Days::new(more)),
            status,
        }
    })
}

/// The same text, or its beginning with a mark.
fn is_cut(read: &str, whole: &str) -> bool {
    read == whole || read.strip_suffix('…').is_some_and(|start| whole.starts_with(start))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_code_fits_and_comes_back(facts in some_facts(), seed in any::<[u8; 32]>()) {
        let key = IssuerKey::from_seed(seed);
        let text = issue_code(&facts, &key);
        prop_assert!(text.len() <= MOST_LETTERS, "{} letters", text.len());
        let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        prop_assert!(text.chars().all(|letter| letters.contains(letter)), "letters for the dense mode alone");
        let read = read_code(&text, &TrustList::of([(key.did(), "Penerbit")])).expect("it holds");
        prop_assert!(is_cut(&read.facts.learner, &facts.learner));
        prop_assert!(is_cut(&read.facts.achievement, &facts.achievement));
        prop_assert!(!read.facts.learner.is_empty() && !read.facts.achievement.is_empty());
        let (learner, achievement) = (facts.learner.clone(), facts.achievement.clone());
        prop_assert_eq!(CodeFacts { learner, achievement, ..read.facts }, facts);
    }

    #[test]
    fn any_text_is_answered_without_a_panic(text in "(SERT1:)?[0-9A-Z $%*+./:-]{0,120}") {
        prop_assert!(read_code(&text, &trust()).is_err());
    }
}
