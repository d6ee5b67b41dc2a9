// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every change is refused, and each refusal names its own cause.

mod common;

use common::{badge, day, key};
use credential::{Badge, Cause, IssuerKey, TrustList, Verdict, issue, suite, verify};
use kernel::Lang;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn signed() -> Value {
    serde_json::from_str(&issue(&badge(), &key())).expect("JSON")
}

fn causes(json: &str, trust: &TrustList) -> Vec<&'static str> {
    verify(json.as_bytes(), trust).causes().iter().map(Cause::code).collect()
}

fn check(document: &Value, expected: &[&str]) {
    assert_eq!(causes(&document.to_string(), &TrustList::any()), expected, "{document}");
}

/// Signs whatever it is given with the issuer's own key, so that only the shape can be wrong.
fn resigned(document: Value, options: &[(&str, &str)]) -> Value {
    let Value::Object(mut document) = document else { panic!("an object") };
    // As format 1 was: one proof, over the text.
    let Some(Value::Array(proofs)) = document.remove("proof") else { panic!("two proofs") };
    let Some(Value::Object(mut proof)) = proofs.into_iter().next_back() else { panic!("a proof") };
    proof.remove("proofValue");
    proof.remove("@context");
    for (member, text) in options {
        proof.insert((*member).into(), (*text).into());
    }
    Value::Object(suite::seal(document, proof, &key()))
}

#[test]
fn a_fresh_certificate_is_valid_and_stays_so_when_reformatted() {
    let text = issue(&badge(), &key());
    assert!(verify(text.as_bytes(), &TrustList::any()).is_valid());
    let pretty = serde_json::to_string_pretty(&signed()).expect("JSON");
    assert_ne!(pretty, text);
    assert!(verify(pretty.as_bytes(), &TrustList::any()).is_valid());
}

#[test]
fn members_may_stand_in_any_order_but_lists_may_not() {
    let Value::Object(members) = signed() else { panic!("an object") };
    let reversed: Vec<String> =
        members.iter().rev().map(|(name, value)| format!("{}:{value}", Value::from(name.as_str()))).collect();
    let text = format!("{{{}}}", reversed.join(","));
    assert!(verify(text.as_bytes(), &TrustList::any()).is_valid(), "order of members carries no meaning");

    let mut lists = Vec::new();
    lists_of(&signed(), String::new(), &mut lists);
    assert!(lists.len() >= 4, "contexts, proof contexts, types and alignments at least: {lists:?}");
    for path in lists {
        let mut document = signed();
        document.pointer_mut(&path).and_then(Value::as_array_mut).expect("a list").reverse();
        assert!(!verify(document.to_string().as_bytes(), &TrustList::any()).is_valid(), "{path} reversed");
    }
}

fn lists_of(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            if items.len() > 1 {
                found.push(path.clone());
            }
            for (at, item) in items.iter().enumerate() {
                lists_of(item, format!("{path}/{at}"), found);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                lists_of(member, format!("{path}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Every document that differs from `value` by one member or item left out, or one member added.
fn neighbours(value: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let mut without = members.clone();
                without.remove(name);
                found.push(Value::Object(without));
                found.extend(neighbours(member).into_iter().map(|changed| {
                    let mut with = members.clone();
                    with.insert(name.clone(), changed);
                    Value::Object(with)
                }));
            }
            let mut more = members.clone();
            more.insert("extra".into(), json!("unsigned"));
            found.push(Value::Object(more));
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let mut without = items.clone();
                without.remove(at);
                found.push(Value::Array(without));
                found.extend(neighbours(item).into_iter().map(|changed| {
                    let mut with = items.clone();
                    with[at] = changed;
                    Value::Array(with)
                }));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    found
}

#[test]
fn every_member_left_out_and_every_member_added_is_refused() {
    let neighbours = neighbours(&signed());
    assert!(neighbours.len() > 60, "{}", neighbours.len());
    for changed in neighbours {
        assert!(!verify(changed.to_string().as_bytes(), &TrustList::any()).is_valid(), "{changed}");
    }
}

#[test]
fn every_byte_with_a_bit_turned_is_refused() {
    let text = issue(&badge(), &key()).into_bytes();
    for at in 0..text.len() {
        for bit in [0x01, 0x20] {
            let mut changed = text.clone();
            changed[at] ^= bit;
            assert!(!verify(&changed, &TrustList::any()).is_valid(), "byte {at} with bit {bit:#x}");
        }
    }
}

#[test]
fn every_cut_is_refused() {
    let text = issue(&badge(), &key());
    for end in 0..text.len() {
        assert!(!verify(&text.as_bytes()[..end], &TrustList::any()).is_valid(), "cut at {end}");
    }
    assert!(
        !verify(format!("{text}{{}}").as_bytes(), &TrustList::any()).is_valid(),
        "something after the end"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_byte_replaced_is_refused(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut text = issue(&badge(), &key()).into_bytes();
        let at = at.index(text.len());
        prop_assume!(text[at] != byte);
        text[at] = byte;
        prop_assert!(!verify(&text, &TrustList::any()).is_valid());
    }

    #[test]
    fn any_bytes_are_answered_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(!verify(&bytes, &TrustList::any()).is_valid());
    }

    #[test]
    fn any_name_and_number_come_back_as_written(name in "\\PC{1,60}", number in "[ -~]{1,30}") {
        let badge = Badge { learner_name: name.clone(), number: number.clone(), ..badge() };
        let Verdict::Valid(read) = verify(issue(&badge, &key()).as_bytes(), &TrustList::any()) else {
            return Err(TestCaseError::fail("refused"));
        };
        prop_assert_eq!((read.learner, read.number), (name, number));
    }
}

#[test]
fn a_changed_name_is_named_as_a_signature_that_does_not_match() {
    let mut document = signed();
    document["credentialSubject"]["identifier"][0]["identityHash"] = "Orang Lain".into();
    check(&document, &["signature-mismatch"]);
}

#[test]
fn a_member_named_twice_is_refused_however_it_is_spelled() {
    let text = issue(&badge(), &key());
    for again in [r#""name""#, r#""n\u0061me""#] {
        let twice = format!(r#"{{{again}:"Gelar Palsu",{}"#, &text[1..]);
        assert!(serde_json::from_str::<Value>(&twice).is_ok_and(|read| read == signed()), "the trap is real");
        let expected = Verdict::Invalid(vec![Cause::DuplicateMember("name".into())]);
        assert_eq!(verify(twice.as_bytes(), &TrustList::any()), expected);
    }
    let deep = text.replacen(r#""hashed":false"#, r#""hashed":false,"hashed":false"#, 1);
    assert_eq!(causes(&deep, &TrustList::any()), ["duplicate-member"]);
}

#[test]
fn an_issuer_outside_the_list_is_refused_and_one_inside_speaks_under_its_listed_name() {
    let text = issue(&badge(), &key());
    let others = TrustList::of([(IssuerKey::from_seed([1; 32]).did(), "Lembaga Lain")]);
    assert_eq!(causes(&text, &others), ["issuer-unknown"]);
    let listed = TrustList::of([(key().did(), "LSP Las Nusantara Jaya")]);
    let Verdict::Valid(read) = verify(text.as_bytes(), &listed) else { panic!("the issuer is listed") };
    assert_eq!(read.issuer_name, "LSP Las Nusantara Jaya");
}

#[test]
fn a_forger_with_a_key_of_his_own_is_refused() {
    let forger = IssuerKey::from_seed([9; 32]);
    let listed = TrustList::of([(key().did(), "LSP Las Nusantara")]);
    assert_eq!(causes(&issue(&badge(), &forger), &listed), ["issuer-unknown"]);
    let text = issue(&badge(), &forger);
    let mut posing: Value = serde_json::from_str(&text).expect("JSON");
    posing["issuer"]["id"] = key().did().into();
    assert_eq!(causes(&posing.to_string(), &listed), ["signer-not-issuer"]);
    let renamed =
        text.replace(forger.did().trim_start_matches("did:key:"), key().did().trim_start_matches("did:key:"));
    assert_eq!(causes(&renamed, &listed), ["signature-mismatch"]);
}

#[test]
fn a_right_signature_over_a_wrong_envelope_is_refused() {
    let mut context = signed();
    context["@context"][1] = "https://attacker.example/v1".into();
    check(&resigned(context, &[]), &["unknown-context"]);
    let mut kind = signed();
    kind["type"][1] = "AlumniCredential".into();
    check(&resigned(kind, &[]), &["unknown-type"]);
    check(&resigned(signed(), &[("proofPurpose", "authentication")]), &["wrong-purpose"]);
    check(&resigned(signed(), &[("cryptosuite", "eddsa-rdfc-2022")]), &["unknown-suite"]);
    check(&resigned(signed(), &[("verificationMethod", "did:web:lsp-las.example#1")]), &["key-unreadable"]);
    let mut number = signed();
    number["credentialSubject"]["licenseNumber"] = json!(7);
    check(&resigned(number, &[]), &["field-missing"]);
}

#[test]
fn a_proof_that_is_absent_double_or_garbled_is_named_so() {
    let mut absent = signed();
    absent.as_object_mut().and_then(|members| members.remove("proof")).expect("a proof");
    check(&absent, &["proof-missing"]);
    let both = signed()["proof"].clone();
    let with = |proof: Value| {
        let mut document = signed();
        document["proof"] = proof;
        document
    };
    for proofs in [json!([both[0]]), json!([both[1]]), json!([both[0], both[1], both[1]]), json!([])] {
        check(&with(proofs), &["proof-not-single"]);
    }
    check(&with(json!([both[1], both[0]])), &["unknown-suite"]);
    for at in [0, 1] {
        let mut garbled = signed();
        garbled["proof"][at]["proofValue"] = "z0OIl".into();
        check(&garbled, &["proof-value-unreadable"]);
        let mut other = signed();
        other["proof"][at]["proofValue"] = both[1 - at]["proofValue"].clone();
        check(&other, &["signature-mismatch"]);
    }
}

#[test]
fn all_causes_are_told_at_once() {
    let mut document = signed();
    document["@context"][1] = "https://attacker.example/v1".into();
    document["type"] = json!("OpenBadgeCredential");
    let others = TrustList::of([("did:key:zOther", "Lembaga Lain")]);
    let expected = ["unknown-context", "unknown-type", "issuer-unknown", "contexts-differ"];
    assert_eq!(causes(&document.to_string(), &others), expected);
}

#[test]
fn what_is_no_certificate_is_unreadable_not_invalid() {
    for text in ["", "{", "null", "[]", "{}", "7", r#"{"name":"x"}"#, "\u{feff}{}", "{} {}"] {
        let verdict = verify(text.as_bytes(), &TrustList::any());
        assert!(matches!(verdict, Verdict::Unreadable(_)), "{text:?} {verdict:?}");
    }
    let broken = verify(b"{\n  \"a\": ]", &TrustList::any());
    assert_eq!(broken, Verdict::Unreadable(Cause::NotJson { line: 2, column: 8 }));
}

#[test]
fn odd_numbers_and_deep_nesting_are_answered_without_a_panic() {
    for number in ["18446744073709551615", "-9223372036854775808", "-0.0", "1e400", "1e308", "0.1e-400"] {
        let text = issue(&badge(), &key()).replacen(
            "\"creditsEarned\":40",
            &format!("\"creditsEarned\":{number}"),
            1,
        );
        assert!(!verify(text.as_bytes(), &TrustList::any()).is_valid(), "{number}");
    }
    let deep = format!("{{\"proof\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(!verify(deep.as_bytes(), &TrustList::any()).is_valid());
}

#[test]
fn the_last_day_still_holds_and_the_next_does_not() {
    let verdict = verify(issue(&badge(), &key()).as_bytes(), &TrustList::any());
    assert!(verdict.clone().on(day(2026, 11, 20)).is_valid());
    assert!(verdict.clone().on(day(2029, 11, 19)).is_valid());
    let before = Verdict::Invalid(vec![Cause::NotYetValid(day(2026, 11, 20))]);
    assert_eq!(verdict.clone().on(day(2026, 11, 19)), before);
    assert_eq!(verdict.on(day(2029, 11, 20)), Verdict::Invalid(vec![Cause::Expired(day(2029, 11, 19))]));
}

#[test]
fn sentences_differ_by_cause_and_language_and_stay_short() {
    let text = || "x".repeat(5_000);
    let all = [
        Cause::NotJson { line: 1, column: 2 },
        Cause::NotACredential,
        Cause::NotACode,
        Cause::NotARegister,
        Cause::NotPdf,
        Cause::PdfEncrypted,
        Cause::AttachmentMissing,
        Cause::AttachmentsDiffer,
        Cause::AttachmentTooLarge,
        Cause::DuplicateMember(text()),
        Cause::UnknownContext(text()),
        Cause::UnknownType,
        Cause::ContextsDiffer,
        Cause::ProofMissing,
        Cause::ProofNotSingle,
        Cause::UnknownSuite(text()),
        Cause::WrongPurpose(text()),
        Cause::KeyUnreadable(text()),
        Cause::SignerNotIssuer,
        Cause::IssuerUnknown(text()),
        Cause::ProofValueUnreadable,
        Cause::SignatureMismatch,
        Cause::FieldMissing(text()),
        Cause::NotYetValid(day(2026, 1, 2)),
        Cause::Expired(day(2026, 1, 2)),
    ];
    let mut seen = Map::new();
    for cause in &all {
        for lang in [Lang::Id, Lang::En] {
            let sentence = cause.sentence(lang);
            assert!(
                sentence.split_whitespace().count() <= 20 && sentence.chars().count() < 200,
                "{sentence}"
            );
            assert!(cause.next_step(lang).split_whitespace().count() <= 20);
            assert!(credential::stigma_words_in(&sentence).is_empty(), "{sentence}");
            assert_eq!(seen.insert(sentence, cause.code().into()), None, "said once only");
        }
    }
    let codes: std::collections::BTreeSet<_> = all.iter().map(Cause::code).collect();
    assert_eq!(codes.len(), all.len());
}

/// What was released once is verified for ever: a file that fails here is a certificate in somebody's hand.
#[test]
fn every_format_ever_released_still_holds() {
    let trust = TrustList::of([(key().did(), "LSP Las Nusantara")]);
    let corpus = [
        (1, include_str!("corpus/1.json")),
        (2, include_str!("corpus/2.json")),
        (3, include_str!("corpus/3.json")),
    ];
    for (format, released) in corpus {
        let Verdict::Valid(read) = verify(released.as_bytes(), &trust) else { panic!("format {format}") };
        assert_eq!((read.number.as_str(), read.units.len()), ("LSP-LN/2026/000123", 2));
    }
    assert_eq!(issue(&badge(), &key()), include_str!("corpus/3.json"), "a change of format is a new format");
}
