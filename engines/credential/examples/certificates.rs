// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates of chance and what forgers would make of them, one JSON object a line, for verifiers from outside:
//! `certificates COUNT SEED`. Each certificate is followed by its twenty mutations; `mutation` is null for the certificate itself.

use chrono::{Days, NaiveDate};
use credential::{Badge, BadgeKind, BadgeStatus, BadgeUnit, IssuerKey, issue};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

const NAMES: [&str; 12] = [
    "Siti",
    "Ñoman O’Brien",
    "I Gusti Ngurah Agung Putu Wiraadhitama Kusumanegara Sastrawinata Adhiprabowo",
    "D'Artagnan \"Dar\" Łukasz",
    "Ni Luh Ketut Ayu",
    "محمد إحسان",
    "ꦱꦶꦠꦶ",
    "Muḥammad ʿAbd al-Raḥmān",
    "Tjokorda Gde Raka",
    "Ḥasan\\Ḥusain",
    "Yohanes Ama <Leki>",
    "Zoë & Renée",
];
const TITLES: [&str; 5] =
    ["Las SMAW pelat", "Produksi roti, kelas \"sore\"", "Olahan bandeng", "Tata boga — tingkat II", "Jahit"];

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

fn some_badge(dice: &mut StdRng) -> Badge {
    let pick = |dice: &mut StdRng, of: &[&str]| (*of.choose(dice).expect("there are some")).to_owned();
    let awarded_on =
        NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day") + Days::new(dice.random_range(0..900));
    let hex = format!("{:032x}", dice.random::<u128>());
    let kinds = [BadgeKind::Training, BadgeKind::School, BadgeKind::Competence, BadgeKind::Acknowledgement];
    let units = (0..dice.random_range(1..9)).map(|number| BadgeUnit {
        code: dice.random_bool(0.7).then(|| format!("C.24LAS01.{number:03}.1")),
        title: format!("{} {number}", TITLES.choose(dice).expect("there are some")),
        hours: dice.random_bool(0.7).then(|| dice.random_range(1..80)),
    });
    let units: Vec<BadgeUnit> = units.collect();
    let list = format!("https://periksa.example/c/status/{}", dice.random_range(1..9));
    Badge {
        id: format!(
            "urn:uuid:{}-{}-4{}-8{}-{}",
            &hex[..8],
            &hex[8..12],
            &hex[13..16],
            &hex[17..20],
            &hex[20..]
        ),
        issuer_name: format!("LSP {}", pick(dice, &TITLES)),
        issuer_url: dice.random_bool(0.3).then(|| "https://lsp.example".to_owned()),
        kind: *kinds.choose(dice).expect("there are some"),
        learner_name: pick(dice, &NAMES),
        achievement_name: pick(dice, &TITLES),
        achievement_name_en: dice.random_bool(0.5).then(|| "Plate welding".to_owned()),
        description: "Pelatihan, 160 jam pelajaran.".into(),
        criteria: "Dinyatakan kompeten pada setiap unit.".into(),
        units,
        number: hex[..14].to_uppercase(),
        awarded_on,
        trained: dice.random_bool(0.8).then(|| (awarded_on - Days::new(120), awarded_on - Days::new(20))),
        valid_until: dice.random_bool(0.5).then(|| NaiveDate::from_ymd_opt(2190, 6, 1).expect("a day")),
        standard: dice.random_bool(0.5).then(|| "SKKNI 98/2018".to_owned()),
        verify_url: format!("https://periksa.example/c/{}", &hex[..14]),
        status: Some(BadgeStatus {
            revocation_list: format!("{list}/revocation"),
            suspension_list: format!("{list}/suspension"),
            index: dice.random_range(2..131_072),
        }),
    }
}

fn main() {
    let mut arguments =
        std::env::args().skip(1).map(|text| text.parse::<u64>().expect("COUNT and SEED are numbers"));
    let (count, seed) = (arguments.next().unwrap_or(30), arguments.next().unwrap_or(1));
    let mut dice = StdRng::seed_from_u64(seed);
    for _ in 0..count {
        let badge = some_badge(&mut dice);
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
