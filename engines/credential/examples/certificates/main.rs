// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates of chance and what forgers would make of them, one JSON object a line, for verifiers from outside:
//! `certificates COUNT SEED`. Each certificate is followed by its twenty mutations; `mutation` is null for the certificate itself.

mod chance;

use credential::{IssuerKey, issue};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

type Mutation = (&'static str, fn(&mut Value));

/// What is tried on every certificate. Each changes something that the first proof covers, or that proof itself.
const MUTATIONS: [Mutation; 20] = [
    ("learner", |of| of["credentialSubject"]["identifier"][0]["identityHash"] = "Orang Lain".into()),
    ("learner-letter", |of| add(&mut of["credentialSubject"]["identifier"][0]["identityHash"])),
    ("number", |of| add(&mut of["credentialSubject"]["licenseNumber"])),
    ("title", |of| add(&mut of["credentialSubject"]["achievement"]["name"])),
    ("title-outside", |of| add(&mut of["name"])),
    ("unit-title", |of| add(&mut last_unit(of)["targetName"])),
    ("unit-hours", |of| last_unit(of)["targetDescription"] = "999 JP".into()),
    ("unit-added", |of| {
        let mut more = last_unit(of).clone();
        more["targetName"] = "Unit yang tidak pernah diuji".into();
        if let Some(units) = of["credentialSubject"]["achievement"]["alignment"].as_array_mut() {
            units.push(more);
        }
    }),
    ("unit-removed", |of| {
        if let Some(units) = of["credentialSubject"]["achievement"]["alignment"].as_array_mut() {
            units.pop();
        }
    }),
    ("awarded", |of| of["awardedDate"] = "2020-02-02T00:00:00Z".into()),
    ("valid-from", |of| of["validFrom"] = "2020-02-02T00:00:00Z".into()),
    ("valid-until", |of| of["validUntil"] = "2199-12-31T23:59:59Z".into()),
    ("issuer-name", |of| add(&mut of["issuer"]["name"])),
    ("issuer", |of| of["issuer"]["id"] = IssuerKey::from_seed([99; 32]).did().into()),
    ("status-place", |of| of["credentialStatus"][0]["statusListIndex"] = "1".into()),
    ("status-list", |of| add(&mut of["credentialStatus"][0]["statusListCredential"])),
    ("status-removed", |of| {
        of.as_object_mut().map(|of| of.remove("credentialStatus"));
    }),
    ("proof-created", |of| of["proof"][0]["created"] = "2020-02-02T00:00:00Z".into()),
    ("proof-key", |of| {
        let other = IssuerKey::from_seed([99; 32]).verification_method();
        of["proof"][0]["verificationMethod"] = other.into();
    }),
    ("proof-value", |of| {
        let value = of["proof"][0]["proofValue"].as_str().unwrap_or_default();
        let flipped = if value.ends_with('A') { "B" } else { "A" };
        of["proof"][0]["proofValue"] = format!("{}{flipped}", &value[..value.len() - 1]).into();
    }),
];

fn add(text: &mut Value) {
    *text = format!("{}x", text.as_str().unwrap_or_default()).into();
}

fn last_unit(of: &mut Value) -> &mut Value {
    let units = of["credentialSubject"]["achievement"]["alignment"].as_array_mut();
    units.and_then(|units| units.last_mut()).expect("every certificate here has a unit")
}

fn main() {
    let mut arguments =
        std::env::args().skip(1).map(|text| text.parse::<u64>().expect("COUNT and SEED are numbers"));
    let (count, seed) = (arguments.next().unwrap_or(30), arguments.next().unwrap_or(1));
    let mut dice = StdRng::seed_from_u64(seed);
    for _ in 0..count {
        let badge = chance::some_badge(&mut dice);
        let signed = issue(&badge, &IssuerKey::from_seed(dice.random()));
        let whole: Value = serde_json::from_str(&signed).expect("a certificate is JSON");
        println!("{}", json!({ "mutation": null, "credential": whole }));
        for (name, mutate) in MUTATIONS {
            let mut forged = whole.clone();
            mutate(&mut forged);
            assert_ne!(forged, whole, "{name} changes nothing");
            println!("{}", json!({ "mutation": name, "credential": forged }));
        }
    }
}
