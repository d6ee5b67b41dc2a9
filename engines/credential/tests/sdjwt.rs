// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a holder shows can be read, what she does not cannot be counted, and whatever was changed is refused.

mod common;

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common::{badge, day, key};
use credential::sdjwt::{self, Disclosure, Selection, VCT, issue, open, present};
use credential::{Badge, BadgeUnit, Cause, Face, IssuerKey, TrustList, face_of, stigma_words_in};
use ed25519_dalek::{Signer, SigningKey};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Salts of one certificate: every place has its own.
fn salts(place: &str) -> [u8; 16] {
    let mut salt = [0; 16];
    salt.copy_from_slice(&Sha256::digest(place)[..16]);
    salt
}

fn file() -> String {
    issue(&badge(), &key(), &salts)
}

fn verify(file: &str) -> Result<Selection, Vec<Cause>> {
    sdjwt::verify(file, &TrustList::any(), day(2026, 12, 1))
}

fn codes(file: &str) -> Vec<&'static str> {
    verify(file).err().unwrap_or_default().iter().map(Cause::code).collect()
}

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn payload(file: &str) -> Value {
    let jwt = file.split('~').next().expect("a first part");
    let payload = jwt.split('.').nth(1).expect("a payload");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).expect("base64url")).expect("JSON")
}

/// The issuer's own signature of any text; see `common::key`.
fn signature(message: &str) -> [u8; 64] {
    SigningKey::from_bytes(&[7; 32]).sign(message.as_bytes()).to_bytes()
}

/// Anything under the issuer's own signature, so that only the shape can be wrong.
fn signed_with(header: &Value, payload: &Value, disclosures: &[String]) -> String {
    let message = format!("{}.{}", part(header), part(payload));
    let signature = URL_SAFE_NO_PAD.encode(signature(&message));
    let beside: String = disclosures.iter().map(|disclosure| format!("~{disclosure}")).collect();
    format!("{message}.{signature}{beside}~")
}

fn header() -> Value {
    json!({ "alg": "EdDSA", "kid": key().verification_method(), "typ": "dc+sd-jwt" })
}

fn signed(payload: &Value, disclosures: &[String]) -> String {
    let mut whole = json!({ "iss": key().did(), "vct": VCT, "issuer_name": "LSP", "units": [] });
    for (name, value) in payload.as_object().expect("claims") {
        whole[name] = value.clone();
    }
    signed_with(&header(), &whole, disclosures)
}

fn digest(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}

#[test]
fn the_whole_file_tells_every_fact_of_the_certificate() {
    let selection = verify(&file()).expect("a fresh file holds");
    let badge = badge();
    assert_eq!(selection.issuer_did, key().did());
    assert_eq!(selection.issuer_name, badge.issuer_name);
    assert_eq!(selection.learner, Some(badge.learner_name));
    assert_eq!(selection.number, Some(badge.number));
    assert_eq!(selection.achievement, Some(badge.achievement_name));
    assert_eq!(selection.awarded_on, Some(badge.awarded_on));
    assert_eq!(selection.valid_until, badge.valid_until);
    assert_eq!(selection.trained, Some((day(2026, 8, 1), day(2026, 11, 30))), "whole months");
    assert_eq!(selection.result, Some(badge.criteria));
    assert_eq!(selection.standard, badge.standard);
    assert_eq!(selection.hours, Some(40));
    assert_eq!(selection.check_at, Some(badge.verify_url));
    assert_eq!(selection.status, badge.status);
    let by_title = |unit: &BadgeUnit| unit.title.clone();
    let (mut units, mut expected) = (selection.units, badge.units);
    units.sort_by_key(by_title);
    expected.sort_by_key(by_title);
    assert_eq!(units, expected);
    assert_eq!(file(), file(), "the same every time");
    assert_eq!(face_of(file().as_bytes()), Face::Selection);
}

#[test]
fn nothing_shown_says_nothing_but_who_issues() {
    let bare = present(&file(), |_| false).expect("a choice of nothing");
    let selection = verify(&bare).expect("holds");
    assert_eq!((selection.learner, selection.number, selection.awarded_on), (None, None, None));
    assert_eq!((selection.units, selection.hours, selection.trained), (Vec::new(), None, None));
    let payload = payload(&bare).to_string();
    for fact in ["Siti", "Las SMAW", "000123", "C.24LAS01", "2026-11-20", "Kompeten"] {
        assert!(!payload.contains(fact), "{fact} in {payload}");
    }
    assert_eq!(stigma_words_in(&payload), Vec::<String>::new());
}

/// The same members, as many digests, and none in a place that tells.
#[test]
fn the_signed_part_is_alike_for_everybody() {
    let bare = Badge {
        units: Vec::new(),
        achievement_name_en: None,
        trained: None,
        standard: None,
        learner_name: "Ñ".into(),
        ..badge()
    };
    let shape = |badge: &Badge| {
        let payload = payload(&issue(badge, &key(), &salts));
        let digests: Vec<String> = serde_json::from_value(payload["_sd"].clone()).expect("digests");
        assert!(digests.is_sorted());
        let units = payload["units"].as_array().expect("a list");
        let hidden: Vec<&str> = units.iter().map(|unit| unit["..."].as_str().expect("a digest")).collect();
        assert!(hidden.is_sorted());
        let names: Vec<String> = payload.as_object().expect("claims").keys().cloned().collect();
        (names, digests.len(), hidden.len(), payload.to_string().len())
    };
    assert_eq!(shape(&badge()), shape(&bare));
    let many = Badge {
        units: (0..33).map(|n| BadgeUnit { code: None, title: format!("Unit {n}"), hours: None }).collect(),
        ..badge()
    };
    assert_eq!(shape(&many).2, 64);
    assert_eq!(verify(&issue(&many, &key(), &salts)).expect("holds").units.len(), 33);
}

#[test]
fn every_salt_is_asked_for_once() {
    let asked = std::cell::RefCell::new(Vec::new());
    issue(&badge(), &key(), &|place| {
        asked.borrow_mut().push(place.to_owned());
        salts(place)
    });
    let asked = asked.into_inner();
    assert_eq!(asked.len(), 16 + 32);
    assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), asked.len(), "{asked:?}");
}

#[test]
fn it_is_made_again_from_the_stored_credential() {
    let stored = credential::issue(&badge(), &key());
    let again = sdjwt::issue_again(&stored, &key()).expect("a certificate");
    assert_eq!(again, issue(&badge(), &key(), &key().salts(&badge().id)));
    assert_eq!(Ok(again), sdjwt::issue_again(&stored, &key()), "the same every time");
    let changed = stored.replace("Certificate", "Diploma");
    assert_eq!(sdjwt::issue_again(&changed, &key()), Err(Cause::NotACredential));
    assert_eq!(sdjwt::issue_again("[]", &key()), Err(Cause::NotACredential));
    for released in [include_str!("corpus/1.json"), include_str!("corpus/2.json")] {
        let older =
            sdjwt::issue_again(released, &key()).expect("certificates of every format take this form");
        assert!(verify(&older).is_ok());
    }
}

/// Another place, another certificate, another key: nothing of one salt tells another.
#[test]
fn salts_differ_in_all_that_they_follow_from() {
    let other = IssuerKey::from_seed([8; 32]);
    let salts = [
        key().salts("urn:a")("name"),
        key().salts("urn:a")("number"),
        key().salts("urn:b")("name"),
        other.salts("urn:a")("name"),
    ];
    assert_eq!(salts.iter().collect::<BTreeSet<_>>().len(), salts.len());
    assert_eq!(key().salts("urn:a")("name"), salts[0]);
}

#[test]
fn days_count() {
    let on = |year, month, of| {
        let verified = sdjwt::verify(&file(), &TrustList::any(), day(year, month, of));
        verified.err().map(|causes| causes[0].code())
    };
    assert_eq!(on(2026, 11, 19), Some("not-yet-valid"));
    assert_eq!((on(2026, 11, 20), on(2029, 11, 19)), (None, None));
    assert_eq!(on(2029, 11, 20), Some("expired"));
    let only_second = present(&file(), |of| of.name.as_deref() == Some("iat")).expect("a choice");
    assert_eq!(verify(&only_second).expect("holds").awarded_on, Some(day(2026, 11, 20)));
}

#[test]
fn who_signed_is_asked() {
    let trust = TrustList::of([(key().did(), "LSP yang dikenal")]);
    let known = sdjwt::verify(&file(), &trust, day(2026, 12, 1)).expect("on the list");
    assert_eq!(known.issuer_name, "LSP yang dikenal");
    let stranger = TrustList::of([(IssuerKey::from_seed([8; 32]).did(), "Lain")]);
    let causes = sdjwt::verify(&file(), &stranger, day(2026, 12, 1)).expect_err("not on the list");
    assert_eq!(causes, [Cause::IssuerUnknown(key().did())]);
    let claims = json!({ "iss": IssuerKey::from_seed([8; 32]).did() });
    assert_eq!(codes(&signed(&claims, &[])), ["signer-not-issuer"]);
}

#[test]
fn the_envelope_is_one_and_no_other() {
    let other = |name: &str, value: Value| {
        let mut header = header();
        header[name] = value;
        codes(&signed_with(&header, &payload(&file()), &[]))
    };
    assert_eq!(other("alg", "none".into()), ["unknown-suite"]);
    assert_eq!(other("alg", "HS256".into()), ["unknown-suite"]);
    assert_eq!(other("crit", json!(["b64"])), ["unknown-suite"]);
    assert_eq!(other("typ", "JWT".into()), ["unknown-type"]);
    assert_eq!(other("kid", key().did().into()), ["key-unreadable"]);
    assert_eq!(codes(&signed(&json!({ "vct": "urn:x:y" }), &[])), ["unknown-type"]);
    let file = file();
    let jwt = file.split('~').next().expect("a first part");
    assert_eq!(codes(jwt), ["not-a-selection"], "without a tilde it is a plain JWT");
    assert_eq!(codes(&format!("{file}{jwt}")), ["not-a-selection"], "with a proof of a holder's key");
    assert_eq!(codes(""), ["not-a-selection"]);
    assert_eq!(codes(&"~".repeat(1 << 19)), ["attachment-too-large"]);
    assert!(verify(&format!("{file}\n")).is_ok(), "as an editor saves it");
}

/// # Source
/// RFC 9901, section 7.1, step 3, one case for each thing that is to be refused.
#[test]
fn digests_and_disclosures_must_fit() {
    let refused = |claims: Value, disclosures: &[String]| {
        assert_eq!(codes(&signed(&claims, disclosures)), ["selection-broken"], "{claims} {disclosures:?}");
    };
    let name = part(&json!(["salt", "name", "Siti"]));
    let element = part(&json!(["salt", { "title": "Unit" }]));
    let (of_name, of_element) = (digest(&name), digest(&element));
    let held = signed(
        &json!({ "_sd": [of_name], "_sd_alg": "sha-256", "units": [{ "...": of_element }] }),
        &[name.clone(), element.clone()],
    );
    let selection = verify(&held).expect("the same that is spoilt below");
    assert_eq!((selection.learner.as_deref(), selection.units.len()), (Some("Siti"), 1));

    refused(json!({ "_sd": [of_name, of_name] }), std::slice::from_ref(&name));
    refused(json!({ "_sd": [digest("x")], "units": [{ "...": digest("x") }] }), &[]);
    refused(json!({ "_sd": [of_name] }), &[name.clone(), name.clone()]);
    refused(json!({ "_sd": [] }), std::slice::from_ref(&name));
    refused(json!({ "_sd": [of_name], "name": "Ani" }), std::slice::from_ref(&name));
    refused(json!({ "_sd": [of_element] }), std::slice::from_ref(&element));
    refused(json!({ "units": [{ "...": of_name }] }), std::slice::from_ref(&name));
    refused(json!({ "units": [{ "...": of_element, "title": "x" }] }), std::slice::from_ref(&element));
    refused(json!({ "units": [{ "...": 7 }] }), &[]);
    refused(json!({ "...": of_name }), std::slice::from_ref(&name));
    refused(json!({ "_sd": of_name }), std::slice::from_ref(&name));
    refused(json!({ "_sd": [7] }), &[]);
    refused(json!({ "_sd": [of_name], "_sd_alg": "sha-512" }), std::slice::from_ref(&name));
    refused(json!({ "_sd": [of_name], "_sd_alg": 256 }), std::slice::from_ref(&name));
    for forbidden in ["_sd", "...", "exp", "nbf", "cnf", "status"] {
        let hidden = part(&json!(["salt", forbidden, 1_800_000_000]));
        refused(json!({ "_sd": [digest(&hidden)] }), &[hidden]);
    }
    for misshapen in
        [json!(["salt"]), json!({}), json!(["salt", 7, 8]), json!([7, "name", "Siti"]), json!([1, 2, 3, 4])]
    {
        let text = part(&misshapen);
        refused(json!({ "_sd": [digest(&text)] }), &[text]);
    }
    refused(json!({ "_sd": [digest("%%")] }), &["%%".to_owned()]);
    refused(json!({ "_sd": [digest("")] }), &[String::new()]);
}

/// A fact within a fact: the outer one carries the digest of the inner one.
#[test]
fn disclosures_within_disclosures_are_followed_but_not_without_end() {
    let inner = part(&json!(["salt", "from", "2026-08-01"]));
    let outer = part(&json!(["salt", "trained", { "_sd": [digest(&inner)], "until": "2026-11-30" }]));
    let claims = json!({ "_sd": [digest(&outer)] });
    let whole = signed(&claims, &[outer.clone(), inner.clone()]);
    assert_eq!(verify(&whole).expect("holds").trained, Some((day(2026, 8, 1), day(2026, 11, 30))));
    assert_eq!(
        codes(&signed(&claims, std::slice::from_ref(&inner))),
        ["selection-broken"],
        "without the outer one"
    );
    let without_outer = present(&whole, |of| of.name.as_deref() == Some("from"));
    assert!(matches!(without_outer, Err(Cause::SelectionBroken(_))), "{without_outer:?}");

    let mut chain = vec![part(&json!(["salt", "a", 1]))];
    for _ in 0..200 {
        let last = chain.last().expect("there is one");
        chain.push(part(&json!(["salt", "a", { "_sd": [digest(last)] }])));
    }
    let deep = json!({ "_sd": [digest(chain.last().expect("there is one"))] });
    assert_eq!(codes(&signed(&deep, &chain)), ["selection-broken"]);
}

#[test]
fn a_member_named_twice_is_refused_wherever_it_stands() {
    let twice = URL_SAFE_NO_PAD.encode(r#"["salt","name",{"a":1,"a":2}]"#);
    let claims = json!({ "_sd": [digest(&twice)] });
    assert_eq!(codes(&signed(&claims, &[twice])), ["duplicate-member"]);
    let payload = URL_SAFE_NO_PAD.encode(format!(r#"{{"iss":"{0}","iss":"{0}"}}"#, key().did()));
    let message = format!("{}.{payload}", part(&header()));
    let signature = URL_SAFE_NO_PAD.encode(signature(&message));
    assert_eq!(codes(&format!("{message}.{signature}~")), ["duplicate-member"]);
}

#[test]
fn a_claim_of_another_kind_is_named() {
    let field = |claims: Value| {
        match verify(&signed(&claims, &[])) {
            Err(causes) => causes.into_iter().map(|cause| match cause {
                Cause::FieldMissing(path) => path,
                other => panic!("{other:?}"),
            }),
            Ok(selection) => panic!("{selection:?}"),
        }
        .collect::<Vec<_>>()
    };
    assert_eq!(field(json!({ "name": 7 })), ["name"]);
    assert_eq!(field(json!({ "exp": "soon" })), ["exp"]);
    assert_eq!(field(json!({ "exp": 1_800_000_000 })), ["exp"], "the last second of a day, and no other");
    assert_eq!(field(json!({ "iat": "now" })), ["iat"]);
    assert_eq!(field(json!({ "awarded_on": "20 November" })), ["awarded_on"]);
    assert_eq!(field(json!({ "trained": {} })), ["trained.from"]);
    assert_eq!(field(json!({ "hours": "40" })), ["hours"]);
    assert_eq!(field(json!({ "units": "all" })), ["units"]);
    assert_eq!(field(json!({ "units": [{}] })), ["units.title"]);
    assert_eq!(field(json!({ "issuer_name": null })), ["issuer_name"]);
    assert_eq!(field(json!({ "credentialStatus": [] })), ["credentialStatus"]);
}

#[test]
fn files_ever_released_hold_for_ever() {
    let released = include_str!("corpus/sd-jwt-1.txt");
    let selection = verify(released).expect("format 1 holds");
    assert_eq!(selection.learner.as_deref(), Some("Siti Nurhaliza Ñuwún"));
    assert_eq!(file(), released.trim_end(), "the newest format is made byte for byte");
}

fn names(disclosure: &Disclosure) -> String {
    disclosure.name.clone().unwrap_or_else(|| disclosure.value["title"].to_string())
}

proptest! {
    /// Of whatever is chosen, exactly that comes out; and of a choice, less can be chosen again.
    #[test]
    fn what_is_chosen_is_shown_and_no_more(first in any::<u32>(), second in any::<u32>()) {
        let file = file();
        let all: Vec<String> = open(&file).unwrap().disclosures.iter().map(names).collect();
        let chosen = |bits: u32, name: &str| bits >> (all.iter().position(|of| of == name).unwrap()) & 1 == 1;
        let once = present(&file, |of| chosen(first, &names(of))).unwrap();
        let twice = present(&once, |of| chosen(second, &names(of))).unwrap();
        let shown: Vec<String> = open(&twice).unwrap().disclosures.iter().map(names).collect();
        let expected: Vec<String> = all.iter().filter(|name| chosen(first & second, name)).cloned().collect();
        prop_assert_eq!(shown, expected.clone());
        let selection = verify(&twice).unwrap();
        prop_assert_eq!(selection.learner.is_some(), expected.contains(&"name".to_owned()));
        prop_assert_eq!(selection.number.is_some(), expected.contains(&"number".to_owned()));
        let units = expected.iter().filter(|name| name.starts_with('"')).count();
        prop_assert_eq!(selection.units.len(), units);
    }

    /// Any letter changed, anywhere.
    #[test]
    fn a_changed_letter_is_refused(place in any::<prop::sample::Index>(), letter in "[A-Za-z0-9_.~-]") {
        let file = file();
        let place = place.index(file.len());
        let forged = format!("{}{letter}{}", &file[..place], &file[place + 1..]);
        prop_assume!(forged != file);
        prop_assert!(verify(&forged).is_err(), "{place}");
    }

    /// Whatever the letters of a name, it comes back as it was.
    #[test]
    fn any_text_survives(name in "\\PC{1,40}", title in "\\PC{1,40}") {
        let units = vec![BadgeUnit { code: None, title: title.clone(), hours: Some(1) }];
        let badge = Badge { learner_name: name.clone(), units, ..badge() };
        let selection = verify(&issue(&badge, &key(), &salts)).unwrap();
        prop_assert_eq!(selection.learner, Some(name));
        prop_assert_eq!(&selection.units[0].title, &title);
    }

    #[test]
    fn nothing_makes_it_fall_over(text in "[A-Za-z0-9_.~{}\\[\\]\" -]{0,200}") {
        prop_assert!(verify(&text).is_err());
    }
}
