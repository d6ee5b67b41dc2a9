// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The statements of a certificate against a general JSON-LD processor and a general canonicaliser, and the proof over them.

mod common;

use chrono::{Days, NaiveDate};
use common::{badge, day, key};
use credential::quads::{proof_quads, quads};
use credential::rdfc::canonical;
use credential::{Badge, BadgeKind, BadgeStatus, BadgeUnit, IssuerKey, TrustList, general, rdf_suite};
use proptest::prelude::*;
use serde_json::{Value, json};

const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

/// Canonical N-Quads of any JSON-LD under the known contexts.
fn generally(document: &Value) -> String {
    general::canonical(document).expect("the certificate is JSON-LD")
}

#[test]
fn one_certificate_means_what_its_json_means() {
    assert_eq!(canonical(&quads(&badge(), &key().did())), generally(&badge().to_credential(&key())));
}

#[test]
fn proof_options_mean_what_their_json_means() {
    let method = key().verification_method();
    let options = json!({
        "@context": CONTEXTS,
        "type": "DataIntegrityProof",
        "cryptosuite": rdf_suite::NAME,
        "created": "2026-11-20T00:00:00Z",
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    });
    let own = canonical(&proof_quads(rdf_suite::NAME, "2026-11-20T00:00:00Z", &method));
    assert_eq!(own, generally(&options));
}

#[test]
fn the_proof_holds_for_this_certificate_and_no_other() {
    let proof = rdf_suite::prove(&badge(), &key());
    let holds = |badge: &Badge, key: &IssuerKey| rdf_suite::check(badge, &key.public(), &proof).is_ok();
    assert!(holds(&badge(), &key()));
    assert!(!holds(&badge(), &IssuerKey::from_seed([8; 32])));
    let changes: [fn(&mut Badge); 8] = [
        |badge| badge.status = None,
        |badge| badge.trained = None,
        |badge| badge.learner_name.push('a'),
        |badge| badge.number.push('1'),
        |badge| badge.units[0].hours = Some(41),
        |badge| badge.units.truncate(1),
        |badge| badge.valid_until = None,
        |badge| badge.kind = BadgeKind::Training,
    ];
    for change in changes {
        let mut other = badge();
        change(&mut other);
        assert!(!holds(&other, &key()), "{other:?}");
    }
}

#[test]
fn units_listed_twice_are_written_as_the_general_way_writes_them() {
    let mut twice = badge();
    let again: Vec<BadgeUnit> = twice.units.clone();
    twice.units.extend(again);
    assert_eq!(canonical(&quads(&twice, &key().did())), generally(&twice.to_credential(&key())));
}

/// Any letter that text may hold. U+FFFE and U+FFFF are none, processors write them differently (RDF 1.2 escapes them, RDFC-1.0
/// does not), and no paper can show them.
fn letter() -> impl Strategy<Value = char> {
    any::<char>().prop_filter("no letter", |letter| !matches!(letter, '\u{fffe}' | '\u{ffff}'))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z ]{1,24}",
        proptest::collection::vec(letter(), 1..12).prop_map(|letters| letters.into_iter().collect()),
        Just("Ni Luh Ketut \"Ayu\" O’Brien \\ ñ\u{302}\t\r\n\u{7f}\u{8}".to_owned()),
    ]
}

fn unit() -> impl Strategy<Value = BadgeUnit> {
    let code = proptest::option::of("[A-Z]\\.[0-9]{2}[A-Z]{3}[0-9]{2}\\.[0-9]{3}\\.[0-9]");
    (code, text(), proptest::option::of(0..200_i32)).prop_map(|(code, title, hours)| BadgeUnit {
        code,
        title,
        hours,
    })
}

fn status() -> impl Strategy<Value = Option<BadgeStatus>> {
    let list = |list: u32, purpose: &str| format!("https://periksa.example/status/{list}/{purpose}");
    proptest::option::of((1..40_u32, 0..131_072_u32)).prop_map(move |status| {
        status.map(|(number, index)| BadgeStatus {
            revocation_list: list(number, "revocation"),
            suspension_list: list(number, "suspension"),
            index,
        })
    })
}

fn some_badge() -> impl Strategy<Value = Badge> {
    let kind = prop_oneof![
        Just(BadgeKind::Training),
        Just(BadgeKind::School),
        Just(BadgeKind::Competence),
        Just(BadgeKind::Acknowledgement),
    ];
    let words = (text(), text(), text(), text(), text(), text());
    let maybe = (proptest::option::of(text()), proptest::option::of(text()), any::<bool>());
    let days =
        (0..4_000_u64, proptest::option::of(1..2_000_u64), proptest::option::of((0..900_u64, 0..900_u64)));
    let units = proptest::collection::vec(unit(), 0..9);
    (words, maybe, days, units, kind, (any::<u128>(), status())).prop_map(
        |(words, maybe, days, units, kind, (id, status))| {
            let awarded_on = day(2020, 1, 1) + Days::new(days.0);
            let hex = format!("{id:032x}");
            Badge {
                id: format!(
                    "urn:uuid:{}-{}-4{}-8{}-{}",
                    &hex[..8],
                    &hex[8..12],
                    &hex[13..16],
                    &hex[17..20],
                    &hex[20..]
                ),
                issuer_name: words.0,
                issuer_url: maybe.2.then(|| "https://lsp-las.example".to_owned()),
                kind,
                learner_name: words.1,
                achievement_name: words.2,
                achievement_name_en: maybe.0,
                description: words.3,
                criteria: words.4,
                units,
                number: words.5,
                awarded_on,
                trained: days.2.map(|(first, more)| {
                    let first = awarded_on - Days::new(first + more);
                    (first, first + Days::new(more))
                }),
                valid_until: days.1.map(|more| -> NaiveDate { awarded_on + Days::new(more) }),
                standard: maybe.1,
                verify_url: "https://periksa.example/9f3k2m".into(),
                status,
            }
        },
    )
}

/// The JSON pointers of all texts.
fn texts(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(pointer),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                texts(item, format!("{pointer}/{at}"), found);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                texts(value, format!("{pointer}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// `BEKAL_TIMES=50` asks each question of chance so many times over.
fn times(count: u32) -> u32 {
    let times = std::env::var("BEKAL_TIMES").ok().and_then(|text| text.parse().ok());
    count * times.unwrap_or(1)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times(200), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_certificate_means_what_its_json_means(badge in some_badge(), seed in any::<[u8; 32]>()) {
        let key = IssuerKey::from_seed(seed);
        prop_assert_eq!(canonical(&quads(&badge, &key.did())), generally(&badge.to_credential(&key)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: times(40), failure_persistence: None, ..ProptestConfig::default() })]

    /// Both verifiers accept what was issued, and neither what was changed in any one text.
    #[test]
    fn the_general_verifier_agrees_with_the_narrow_one(badge in some_badge(), seed in any::<[u8; 32]>(), place in any::<prop::sample::Index>()) {
        let key = IssuerKey::from_seed(seed);
        let document: Value = serde_json::from_str(&credential::issue(&badge, &key))?;
        let noon = badge.awarded_on.and_hms_opt(12, 0, 0).expect("a time").and_utc();
        let expected = general::Expected::at(noon, "assertionMethod");
        prop_assert_eq!(general::verify_credential(&document, &expected, &general::did_key), Ok(key.did()));
        let narrow = |document: &Value| credential::verify(document.to_string().as_bytes(), &TrustList::any()).is_valid();
        prop_assert!(narrow(&document));
        let mut changed = document;
        let mut places = Vec::new();
        texts(&changed, String::new(), &mut places);
        let pointer = place.get(&places);
        let text = changed.pointer_mut(pointer).expect("a text");
        *text = format!("{}x", text.as_str().unwrap_or_default()).into();
        prop_assert!(general::verify_credential(&changed, &expected, &general::did_key).is_err(), "{}", pointer);
        prop_assert!(!narrow(&changed), "{}", pointer);
    }
}
