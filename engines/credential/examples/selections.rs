// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates of chance whose holders choose what to show, and what forgers would make of them, one JSON object a line, for
//! verifiers from outside: `selections COUNT SEED`. Beside each stand the issuer's key and the claims a verifier must read;
//! `mutation` is null where the file is genuine. A forged disclosure must be refused, or at least not be read: `claims` are then
//! those that are left.

#[path = "certificates/chance.rs"]
mod chance;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use credential::IssuerKey;
use credential::sdjwt::{issue, open, present};
use ed25519_dalek::{Signer, SigningKey};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A file taken apart, and what else a forger may have at hand.
struct Scene {
    header: Value,
    payload: Value,
    signature: String,
    disclosures: Vec<String>,
    /// A disclosure of somebody else's certificate.
    foreign: String,
}

/// The seed of the forger's own key.
const FORGER: [u8; 32] = [99; 32];

fn forger() -> IssuerKey {
    IssuerKey::from_seed(FORGER)
}

type Forgery = (&'static str, fn(&mut Scene));

const FORGERIES: [Forgery; 22] = [
    ("issuer", |of| of.payload["iss"] = forger().did().into()),
    ("issuer-name", |of| of.payload["issuer_name"] = "Lain".into()),
    ("type-of-claims", |of| of.payload["vct"] = "urn:x:y".into()),
    ("last-day", |of| of.payload["exp"] = 7_000_000_000_i64.into()),
    ("status", |of| of.payload["credentialStatus"][0]["statusListIndex"] = "1".into()),
    ("status-removed", |of| drop(of.payload.as_object_mut().and_then(|of| of.remove("credentialStatus")))),
    ("name-in-the-open", |of| of.payload["name"] = "Orang Lain".into()),
    ("digest-replaced", |of| of.payload["_sd"][0] = digest(&of.foreign).into()),
    ("digest-added", |of| {
        let digest = digest(&of.foreign);
        of.payload["_sd"].as_array_mut().expect("digests").push(digest.into());
        of.disclosures.push(of.foreign.clone());
    }),
    ("digest-twice", |of| of.payload["_sd"][1] = of.payload["_sd"][0].clone()),
    ("unit-digest-removed", |of| drop(of.payload["units"].as_array_mut().expect("digests").pop())),
    ("hash", |of| of.payload["_sd_alg"] = "sha-512".into()),
    ("algorithm-none", |of| {
        of.header["alg"] = "none".into();
        of.signature = String::new();
    }),
    ("algorithm", |of| of.header["alg"] = "HS256".into()),
    ("type", |of| of.header["typ"] = "JWT".into()),
    ("key", |of| of.header["kid"] = forger().verification_method().into()),
    ("signature", |of| {
        let first = if of.signature.starts_with('A') { "B" } else { "A" };
        of.signature.replace_range(..1, first);
    }),
    ("signature-last", |of| {
        let last = if of.signature.ends_with('w') { "g" } else { "w" };
        of.signature = format!("{}{last}", &of.signature[..of.signature.len() - 1]);
    }),
    ("signed-by-forger", |of| {
        let message = message(of);
        of.signature =
            URL_SAFE_NO_PAD.encode(SigningKey::from_bytes(&FORGER).sign(message.as_bytes()).to_bytes());
    }),
    ("disclosure-value", |of| {
        let mut parts = decoded(&of.disclosures[0]);
        let last = parts.as_array().map_or(0, Vec::len) - 1;
        parts[last] = "Orang Lain".into();
        of.disclosures[0] = encoded(&parts);
    }),
    ("disclosure-foreign", |of| of.disclosures[0] = of.foreign.clone()),
    ("disclosure-twice", |of| of.disclosures.push(of.disclosures[0].clone())),
];

/// After these a verifier may go on, if it reads nothing in the place of what was forged.
const LEFT_OUT: [&str; 2] = ["disclosure-value", "disclosure-foreign"];

fn digest(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn decoded(text: &str) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).expect("base64url")).expect("JSON")
}

fn message(of: &Scene) -> String {
    format!("{}.{}", encoded(&of.header), encoded(&of.payload))
}

fn taken_apart(file: &str, foreign: &str) -> Scene {
    let mut parts = file.trim_end_matches('~').split('~').map(str::to_owned);
    let jwt = parts.next().expect("a first part");
    let jwt: Vec<&str> = jwt.split('.').collect();
    Scene {
        header: decoded(jwt[0]),
        payload: decoded(jwt[1]),
        signature: jwt[2].to_owned(),
        disclosures: parts.collect(),
        foreign: foreign.to_owned(),
    }
}

fn put_together(of: &Scene) -> String {
    let mut file = format!("{}.{}~", message(of), of.signature);
    of.disclosures.iter().for_each(|disclosure| file.extend([disclosure, "~"]));
    file
}

fn main() {
    let mut arguments =
        std::env::args().skip(1).map(|text| text.parse::<u64>().expect("COUNT and SEED are numbers"));
    let (count, seed) = (arguments.next().unwrap_or(30), arguments.next().unwrap_or(1));
    let mut dice = StdRng::seed_from_u64(seed);
    let salted = |secret: u64| {
        move |place: &str| {
            let mut salt = [0; 16];
            salt.copy_from_slice(&Sha256::digest(format!("{secret} {place}"))[..16]);
            salt
        }
    };
    for _ in 0..count {
        let seed: [u8; 32] = dice.random();
        let key = IssuerKey::from_seed(seed);
        let whole = issue(&chance::some_badge(&mut dice), &key, &salted(dice.random()));
        let other = issue(&chance::some_badge(&mut dice), &key, &salted(dice.random()));
        let foreign = other.split('~').nth(1).expect("a disclosure");
        let jwk =
            json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(key.public().to_bytes()) });
        let choices = [
            whole.clone(),
            present(&whole, |_| false).expect("a genuine file"),
            present(&whole, |of| of.name.as_deref() == Some("name")).expect("a genuine file"),
            present(&whole, |of| of.name.is_none()).expect("a genuine file"),
            present(&whole, |of| digest(&of.value.to_string()).as_bytes()[0].is_multiple_of(2))
                .expect("a genuine file"),
        ];
        for file in choices {
            let claims = open(&file).expect("a genuine file").claims;
            println!("{}", json!({ "mutation": null, "file": file, "key": jwk, "claims": claims }));
        }
        for (name, forge) in FORGERIES {
            let mut scene = taken_apart(&whole, foreign);
            forge(&mut scene);
            let file = put_together(&scene);
            assert!(file != whole && open(&file).is_err(), "{name} is refused here, too");
            let mut case = json!({ "mutation": name, "file": file, "key": jwk });
            if LEFT_OUT.contains(&name) {
                let first = whole.split('~').nth(1).expect("a disclosure").to_owned();
                let left = present(&whole, |of| of.text() != first).expect("a genuine file");
                case["claims"] = open(&left).expect("a genuine file").claims.into();
            }
            println!("{case}");
        }
    }
}
