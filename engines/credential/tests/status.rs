// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Bitstring Status List 1.0: the bits, the text they travel as, the entry that points at one, and what is refused.

use chrono::{DateTime, Duration, Utc};
use credential::ProblemKind;
use credential::status::{
    Entry, LEAST_ENTRIES, REVOCATION, SUSPENSION, StatusList, StatusListFacts, entry, entry_state,
    unsigned_credential,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const URL: &str = "https://issuer.example/status/1";

fn now() -> DateTime<Utc> {
    "2026-11-20T08:00:00Z".parse().expect("a moment")
}

fn published(list: &StatusList) -> Value {
    let facts = StatusListFacts {
        url: URL,
        issuer: "did:key:z6MkfXa8hLUqmXszXyKCxMBPzRpcRHL7f9yDVPCfvmHFmUqP",
        purpose: REVOCATION,
        valid_from: now() - Duration::hours(1),
        valid_until: Some(now() + Duration::hours(1)),
    };
    unsigned_credential(list, &facts)
}

fn read(value: &Value) -> Entry {
    Entry::read(value, "$.credentialStatus").expect("an entry")
}

fn kind(entry: &Entry, list: &Value) -> ProblemKind {
    entry_state(entry, list, now()).expect_err("refused").kind
}

#[test]
fn a_bit_that_is_set_is_the_only_one() {
    let mut list = StatusList::default();
    list.set(94_567, true).expect("inside");
    let list = published(&list);
    for index in [0, 94_566, 94_568, LEAST_ENTRIES - 1] {
        assert!(entry_state(&read(&entry(URL, index, REVOCATION)), &list, now()).expect("a state").holds());
    }
    let state = entry_state(&read(&entry(URL, 94_567, REVOCATION)), &list, now()).expect("a state");
    assert!(!state.holds());
    assert_eq!(state.value, 1);
}

#[test]
fn index_0_is_the_first_bit_from_the_left() {
    let mut first = StatusList::default();
    first.set(0, true).expect("inside");
    assert_eq!(first.value(0, 2).expect("two bits"), 0b10);
    assert_eq!(first.value(0, 8).expect("a byte"), 0x80);
}

#[test]
fn the_example_of_the_recommendation_is_read() {
    let encoded = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
    let list = StatusList::decode(encoded).expect("a list");
    assert_eq!(list, StatusList::default());
}

#[test]
fn what_breaks_the_list_is_named() {
    let set = published(&StatusList::default());
    let first = read(&entry(URL, 0, REVOCATION));
    let changed = |pointer: &str, value: Value| {
        let mut list = set.clone();
        *list.pointer_mut(pointer).expect("a member") = value;
        list
    };
    let short = "uH4sIAAAAAAAA_2NgAAAOM44pAQAAAA";
    for (pointer, value, expected) in [
        ("/type", json!(["VerifiableCredential"]), ProblemKind::StatusVerification),
        ("/id", json!("https://issuer.example/status/2"), ProblemKind::StatusVerification),
        ("/credentialSubject/type", json!("Other"), ProblemKind::StatusVerification),
        ("/credentialSubject/statusPurpose", json!(SUSPENSION), ProblemKind::StatusVerification),
        ("/validFrom", json!("2026-11-20T08:00:01Z"), ProblemKind::StatusVerification),
        ("/validUntil", json!("2026-11-20T07:59:59Z"), ProblemKind::StatusVerification),
        ("/validUntil", json!("tomorrow"), ProblemKind::MalformedValue),
        ("/credentialSubject/encodedList", json!(7), ProblemKind::MalformedValue),
        ("/credentialSubject/encodedList", json!("H4sIAAAA"), ProblemKind::MalformedValue),
        ("/credentialSubject/encodedList", json!("uAAAA"), ProblemKind::MalformedValue),
        ("/credentialSubject/encodedList", json!("u=="), ProblemKind::MalformedValue),
    ] {
        assert_eq!(kind(&first, &changed(pointer, value.clone())), expected, "{pointer} {value}");
    }
    let refused = StatusList::decode(short).expect_err("one byte is no list").kind;
    assert!(matches!(refused, ProblemKind::StatusListLength | ProblemKind::MalformedValue));
    assert_eq!(kind(&read(&entry(URL, LEAST_ENTRIES, REVOCATION)), &set), ProblemKind::Range);
    let several = changed("/credentialSubject/statusPurpose", json!([SUSPENSION, REVOCATION]));
    assert!(entry_state(&first, &several, now()).is_ok());
}

#[test]
fn a_status_of_two_bits_has_a_message_for_each_value() {
    let mut two = entry(URL, 3, "message");
    two["statusSize"] = json!(2);
    assert_eq!(Entry::read(&two, "$").expect_err("no messages").len(), 1);
    let message = |status: u8| json!({"status": format!("0x{status:x}"), "message": format!("m{status}")});
    two["statusMessage"] = json!([message(0), message(1), message(2)]);
    assert_eq!(Entry::read(&two, "$").expect_err("one is missing").len(), 1);
    two["statusMessage"] = json!([message(0), message(1), message(2), message(3)]);
    let two = read(&two);
    let mut list = StatusList::new(2 * LEAST_ENTRIES);
    list.set(6, true).expect("inside");
    let mut list = published(&list);
    list["credentialSubject"]["statusPurpose"] = json!("message");
    let state = entry_state(&two, &list, now()).expect("a state");
    assert_eq!((state.value, state.message.as_deref(), state.holds()), (2, Some("m2"), true));
    let mut small = published(&StatusList::default());
    small["credentialSubject"]["statusPurpose"] = json!("message");
    assert_eq!(kind(&two, &small), ProblemKind::StatusListLength);
}

#[test]
fn an_entry_tells_all_that_is_wrong_with_it() {
    let bad = json!({
        "id": URL, "type": "Other", "statusPurpose": 1, "statusListIndex": -1, "statusListCredential": URL,
        "statusSize": 0, "statusReference": [1],
    });
    let paths: Vec<String> =
        Entry::read(&bad, "$").expect_err("bad").into_iter().map(|problem| problem.path).collect();
    assert_eq!(
        paths,
        ["$.type", "$.statusPurpose", "$.statusListIndex", "$.id", "$.statusSize", "$.statusReference"]
    );
    for index in ["-1", "+1", "1.0", "0x1", " 1", "99999999999999999999999999"] {
        let mut one = entry(URL, 0, REVOCATION);
        one["statusListIndex"] = json!(index);
        assert!(Entry::read(&one, "$").is_err(), "{index}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_set_is_read_again(set in proptest::collection::btree_set(0..LEAST_ENTRIES, 0..200), probe in 0..LEAST_ENTRIES) {
        let mut list = StatusList::default();
        for index in &set {
            list.set(*index, true)?;
        }
        let again = StatusList::decode(&list.encode())?;
        prop_assert_eq!(&again, &list);
        prop_assert_eq!(again.get(probe)?, set.contains(&probe));
        for index in &set {
            list.set(*index, false)?;
        }
        prop_assert_eq!(list, StatusList::default());
    }
}
