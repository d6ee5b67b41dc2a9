// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The shape of a credential: what it holds, and that it is alike for all who earned the same.

mod common;

use common::{badge, day, key};
use credential::{Badge, BadgeKind, BadgeUnit, TrustList, Verdict, issue, stigma_words_in, verify};
use serde_json::{Value, json};

/// Every path to a member, with the kind of its value.
fn shape(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                shape(member, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                shape(item, &format!("{path}/{at}"), found);
            }
        }
        Value::String(_) => found.push(format!("{path} text")),
        Value::Number(_) => found.push(format!("{path} number")),
        Value::Bool(_) => found.push(format!("{path} truth")),
        Value::Null => found.push(format!("{path} null")),
    }
}

fn shape_of(badge: &Badge) -> Vec<String> {
    let mut found = Vec::new();
    let signed: Value = serde_json::from_str(&issue(badge, &key())).expect("JSON");
    shape(&signed, "", &mut found);
    found
}

#[test]
fn the_credential_is_an_open_badge_of_one_shape() {
    let credential = badge().to_credential(&key());
    assert_eq!(
        credential["issuer"],
        json!({
            "id": key().did(), "type": ["Profile"], "name": "LSP Las Nusantara", "url": "https://lsp-las.example"
        })
    );
    assert_eq!(credential["validFrom"], "2026-11-20T00:00:00Z");
    assert_eq!(credential["validUntil"], "2029-11-19T23:59:59Z");
    let subject = &credential["credentialSubject"];
    assert_eq!(
        subject["identifier"],
        json!([{
            "type": "IdentityObject", "hashed": false, "identityHash": "Siti Nurhaliza Ñuwún", "identityType": "name"
        }])
    );
    assert_eq!(subject["creditsEarned"], 40);
    assert_eq!([&subject["activityStartDate"], &subject["activityEndDate"]], ["2026-08-01", "2026-11-30"]);
    let status = &credential["credentialStatus"];
    assert_eq!([&status[0]["statusPurpose"], &status[1]["statusPurpose"]], ["revocation", "suspension"]);
    assert_eq!([&status[0]["statusListIndex"], &status[1]["statusListIndex"]], ["94567", "94567"]);
    assert_eq!(subject["achievement"]["achievementType"], "Certificate");
    assert_eq!(
        subject["achievement"]["alignment"].as_array().map(Vec::len),
        Some(3),
        "the standard and two units"
    );
    assert_eq!(subject["achievement"]["alignment"][1]["targetDescription"], "40 JP");
}

#[test]
fn what_was_written_is_read_back() {
    let badge = badge();
    let Verdict::Valid(read) = verify(issue(&badge, &key()).as_bytes(), &TrustList::any()) else {
        panic!("a fresh certificate is valid")
    };
    assert_eq!(read.id, badge.id);
    assert_eq!(read.name, badge.achievement_name);
    assert_eq!(read.learner, badge.learner_name);
    assert_eq!(read.issuer_name, badge.issuer_name);
    assert_eq!(read.issuer_did, key().did());
    assert_eq!(read.number, badge.number);
    assert_eq!(read.awarded_on, badge.awarded_on);
    assert_eq!(read.valid_until, badge.valid_until);
    assert_eq!(read.units, badge.units);
}

#[test]
fn learners_of_one_achievement_hold_files_alike() {
    let other = Badge {
        id: "urn:uuid:f3c1a0de-77aa-4b1b-8e0e-aa00bb11cc22".into(),
        learner_name: "Budi".into(),
        number: "LSP-LN/2026/000124".into(),
        verify_url: "https://periksa.lsp-las.example/7x2p0q".into(),
        awarded_on: day(2026, 3, 1),
        ..badge()
    };
    assert_eq!(shape_of(&other), shape_of(&badge()));
    let (ours, theirs) = (badge().to_credential(&key()), other.to_credential(&key()));
    assert_eq!(ours["credentialSubject"]["achievement"], theirs["credentialSubject"]["achievement"]);
    assert_eq!(ours["issuer"], theirs["issuer"]);
}

#[test]
fn a_certificate_with_the_least_is_still_whole() {
    let least = Badge {
        issuer_url: None,
        kind: BadgeKind::Acknowledgement,
        achievement_name_en: None,
        units: vec![],
        trained: None,
        valid_until: None,
        standard: None,
        status: None,
        ..badge()
    };
    let Verdict::Valid(read) = verify(issue(&least, &key()).as_bytes(), &TrustList::any()) else {
        panic!("nothing optional is needed")
    };
    assert_eq!((read.kind, read.valid_until, read.units), (BadgeKind::Acknowledgement, None, vec![]));
    let achievement = &least.to_credential(&key())["credentialSubject"]["achievement"];
    assert_eq!(achievement["achievementType"], "Achievement", "it certifies nothing");
}

#[test]
fn issuing_twice_gives_the_same_bytes() {
    assert_eq!(issue(&badge(), &key()), issue(&badge(), &key()));
}

#[test]
fn no_hour_of_issue_and_no_word_of_custody_leaks() {
    let json = issue(&badge(), &key());
    for (at, _) in json.match_indices("T0").chain(json.match_indices("T1")).chain(json.match_indices("T2")) {
        let before_is_digit = json[..at].ends_with(|letter: char| letter.is_ascii_digit());
        let clock = json.get(at..at + 10).unwrap_or_default();
        let dated = before_is_digit && clock.ends_with('Z') && clock.contains(':');
        assert!(!dated || ["T00:00:00Z", "T23:59:59Z"].contains(&clock), "{clock}");
    }
    assert_eq!(stigma_words_in(&json), Vec::<String>::new());
}

#[test]
fn the_same_unit_has_the_same_name_in_every_file_and_another_unit_another() {
    let one = BadgeUnit { code: Some("A".into()), title: "BC".into(), hours: None };
    let two = BadgeUnit { code: Some("AB".into()), title: "C".into(), hours: None };
    let urls = |badge: Badge| {
        let credential = badge.to_credential(&key());
        let alignments = credential["credentialSubject"]["achievement"]["alignment"].clone();
        alignments
            .as_array()
            .expect("a list")
            .iter()
            .map(|item| item["targetUrl"].to_string())
            .collect::<Vec<_>>()
    };
    let first = urls(Badge { units: vec![one.clone(), two.clone()], ..badge() });
    let second = urls(Badge { units: vec![two, one], number: "9".into(), ..badge() });
    assert_eq!(first[1], second[2]);
    assert_ne!(first[1], first[2]);
}
