// SPDX-License-Identifier: Apache-2.0 OR MIT
//! General verification against the test vectors of the Recommendation, the pinned contexts, and documents that try to carry
//! something unsigned.

mod chains;
#[path = "../common/mod.rs"]
mod common;

use chrono::{DateTime, Utc};
use common::{badge, key};
use credential::general::contexts::PINNED;
use credential::general::{
    Cryptosuite, Expected, KeyOf, ProofOptions, add_proof, check_proofs, did_key, hash_data, issue,
    statements, verify_credential, verify_presentation,
};
use credential::{IssuerKey, Problem, ProblemKind, PublicKey, TrustList};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

fn now() -> DateTime<Utc> {
    "2026-11-20T08:00:00Z".parse().expect("a moment")
}

fn assertion() -> Expected {
    Expected::at(now(), "assertionMethod")
}

fn map(value: Value) -> Map<String, Value> {
    value.as_object().expect("an object").clone()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The keys of the vectors stand in the fragment of their names.
fn by_fragment(method: &str, path: &str) -> Result<KeyOf, Problem> {
    let (controller, fragment) = method.split_once('#').expect("a fragment");
    let key = PublicKey::from_did(&format!("did:key:{fragment}"))
        .map_err(|_| Problem::malformed(path, "no key"))?;
    Ok(KeyOf { controller: controller.into(), key })
}

/// The key pair of Data Integrity EdDSA Cryptosuites 1.0, appendix B.
fn key_of_the_vectors() -> IssuerKey {
    let secret = bs58::decode("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq").into_vec().expect("base58");
    let seed = secret.strip_prefix(&[0x80, 0x26]).expect("the prefix of a secret key");
    IssuerKey::from_seed(seed.try_into().expect("32 bytes"))
}

fn alumni() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" },
    })
}

fn vector_options(suite: Cryptosuite) -> Map<String, Value> {
    map(json!({
        "type": "DataIntegrityProof",
        "cryptosuite": suite.name(),
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": "https://vc.example/issuers/5678#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
        "proofPurpose": "assertionMethod",
    }))
}

#[test]
fn every_context_is_the_pinned_one() {
    for pinned in PINNED {
        assert_eq!(hex(&Sha256::digest(pinned.bytes)), pinned.sha256, "{}", pinned.url);
    }
}

/// Appendix B.1: hash and signature of eddsa-rdfc-2022.
#[test]
fn the_vector_of_eddsa_rdfc_2022() {
    let hash =
        hash_data(Cryptosuite::Rdfc, &map(alumni()), &vector_options(Cryptosuite::Rdfc)).expect("a hash");
    assert_eq!(
        hex(&hash),
        "4c4d3890a157f8d611b13c265c2c22f39aa0a567c7c7dd9ba3e45cd579784eeb\
         517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017"
    );
    let mut proof = vector_options(Cryptosuite::Rdfc);
    let value = "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9";
    proof.insert("proofValue".into(), value.into());
    let mut signed = map(alumni());
    signed.insert("proof".into(), proof.into());
    assert_eq!(
        verify_credential(&signed.into(), &assertion(), &by_fragment).expect("valid"),
        "https://vc.example/issuers/5678"
    );
}

/// Appendix B.3: hash and signature of eddsa-jcs-2022, made anew by the key of the vectors.
#[test]
fn the_vector_of_eddsa_jcs_2022() {
    let options = ProofOptions::assertion(Cryptosuite::Jcs, "2023-02-24T23:36:38Z");
    let signed = add_proof(&map(alumni()), &key_of_the_vectors(), &options).expect("signed");
    let mut proof = map(signed["proof"].clone());
    assert_eq!(
        proof.remove("proofValue").expect("a signature"),
        "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"
    );
    let hash = hash_data(Cryptosuite::Jcs, &map(alumni()), &proof).expect("a hash");
    assert_eq!(
        hex(&hash),
        "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db\
         59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19"
    );
    assert_eq!(check_proofs(&signed, &assertion(), &did_key), Ok(vec![key_of_the_vectors().did()]));
}

fn options(suite: Cryptosuite) -> ProofOptions {
    ProofOptions::assertion(suite, "2026-11-20T08:00:00Z")
}

fn plain() -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": key().did(),
        "credentialSubject": { "id": "did:example:subject" },
    })
}

/// The same with a member of the document, `/name`, or of its subject, `/credentialSubject/name`.
fn with(pointer: &str, value: Value) -> Value {
    let mut document = plain();
    match pointer.strip_prefix("/credentialSubject/") {
        Some(member) => document["credentialSubject"][member] = value,
        None => document[&pointer[1..]] = value,
    }
    document
}

#[test]
fn what_would_not_be_signed_is_refused() {
    let mut untyped = with("/type", json!(["VerifiableCredential", "Unheard"]));
    untyped["@context"] = json!(["https://www.w3.org/ns/credentials/v2", { "@vocab": null }]);
    let nested = with("/credentialSubject/degree", json!({ "undefined": 1 }));
    for (document, word) in [
        (with("/undefined", json!("x")), "undefined"),
        (with("/undefined", json!({})), "undefined"),
        (with("/credentialSubject/undefined", json!("x")), "undefined"),
        (nested, "degree"),
        (with("/type", json!(["VerifiableCredential", "Unheard"])), "Unheard"),
        (untyped, "Unheard"),
        (with("/id", json!("relative")), "relative"),
        (with("/credentialSubject/id", json!("relative/path")), "relative/path"),
        (with("/evidence", json!({ "type": "Unheard" })), "Unheard"),
        (with("/evidence", json!({ "type": "https ://no-url" })), "https ://no-url"),
        (with("/evidence", json!({ "type": "https://example.org/#E", "id": "a b" })), "a b"),
        (with("/credentialSubject/https://example.org/a b", json!("x")), "a b"),
        (
            with("/credentialSubject/https://example.org/is", json!({ "@value": "x", "@type": "urn:a b" })),
            "urn:a b",
        ),
        (with("/credentialSubject/https://example.org/is", json!({ "@id": "urn:a b" })), "urn:a b"),
        (with("/undefined", json!([])), "undefined"),
        (with("/credentialSubject/undefined", json!([[]])), "undefined"),
        (with("/name", json!(null)), "null"),
        (with("/@unheard", json!("x")), "keyword"),
        (with("/_:b", json!("x")), "nameless"),
        (with("/name", json!({ "@value": "x", "@language": "no tag" })), "language tag"),
        (
            with("/@context", json!(["https://www.w3.org/ns/credentials/v2", "https://evil.example/v1"])),
            "evil.example",
        ),
        (with("/@context", json!(["https://www.w3.org/ns/credentials/v2", { "name": null }])), "meaning"),
        (
            with(
                "/@context",
                json!(["https://www.w3.org/ns/credentials/v2", { "VerifiableCredential": "https://evil.example/" }]),
            ),
            "protected",
        ),
        (
            with("/@context", json!([null, "https://www.w3.org/ns/credentials/v2", { "x": "_:x" }])),
            "nameless",
        ),
    ] {
        let problems = statements::statements(&document).err().unwrap_or_else(|| panic!("{document} passed"));
        let told: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
        assert!(told.to_lowercase().contains(&word.to_lowercase()), "{document}: {told}");
    }
}

#[test]
fn what_is_defined_passes() {
    let mut inline = with("/type", json!(["VerifiableCredential", "Mine"]));
    inline["@context"] =
        json!(["https://www.w3.org/ns/credentials/v2", { "Mine": "https://example.org/#Mine" }]);
    let mut examples = with("/credentialSubject/anything", json!({ "goes": [1, 2.5, true] }));
    examples["@context"] =
        json!(["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"]);
    let directed = with("/name", json!({ "@value": "x", "@language": "ar", "@direction": "rtl" }));
    let mut wrapped = with("/type", json!(["VerifiableCredential", "Mine"]));
    wrapped["@context"] = json!(["https://www.w3.org/ns/credentials/v2", { "@context": { "Mine": "https://example.org/#Mine" } }]);
    let empty = with("/evidence", json!([]));
    for document in [plain(), inline, examples, directed, empty, wrapped] {
        let said = statements::statements(&document);
        assert!(said.is_ok(), "{document}: {said:?}");
    }
}

/// Who `https://issuer.example` is cannot be known without asking it; that must be wanted. A DID is always held to its key.
#[test]
fn an_issuer_that_cannot_be_resolved_is_accepted_only_if_wanted() {
    let lenient = Expected { allows_unresolved_issuer: true, ..assertion() };
    for (issuer, expected, accepted) in [
        ("https://issuer.example", assertion(), false),
        ("https://issuer.example", lenient.clone(), true),
        ("did:example:issuer", lenient, false),
    ] {
        let document = with("/issuer", json!(issuer));
        let signed =
            Value::Object(add_proof(&map(document), &key(), &options(Cryptosuite::Rdfc)).expect("signed"));
        assert_eq!(verify_credential(&signed, &expected, &did_key).is_ok(), accepted, "{issuer}");
    }
}

/// Another may sign beside the issuer, but not in its place.
#[test]
fn one_of_the_proofs_is_the_issuers() {
    let witness = IssuerKey::from_seed([9; 32]);
    let alone = add_proof(&map(plain()), &witness, &options(Cryptosuite::Rdfc)).expect("signed");
    let both = Value::Object(add_proof(&alone, &key(), &options(Cryptosuite::Rdfc)).expect("signed"));
    assert!(verify_credential(&Value::Object(alone), &assertion(), &did_key).is_err());
    assert_eq!(verify_credential(&both, &assertion(), &did_key), Ok(key().did()));
}

/// The direction of a text is part of what is signed.
#[test]
fn a_direction_that_was_turned_is_noticed() {
    let document = with("/name", json!({ "@value": "x", "@language": "ar", "@direction": "rtl" }));
    let mut signed = issue(&document, &key(), &options(Cryptosuite::Rdfc)).expect("issued");
    assert!(verify_credential(&signed, &assertion(), &did_key).is_ok());
    signed["name"]["@direction"] = json!("ltr");
    assert!(verify_credential(&signed, &assertion(), &did_key).is_err());
}

/// Nameless nodes all tied to each other would be tried in every order.
#[test]
fn a_poisonous_graph_is_refused_at_once() {
    let name = |at: usize| format!("_:n{at}");
    let clique: Vec<Value> = (0..12)
        .map(|at| {
            let others: Vec<Value> =
                (0..12).filter(|other| *other != at).map(|other| json!({ "@id": name(other) })).collect();
            json!({ "@id": name(at), "https://example.org/knows": others })
        })
        .collect();
    let mut document = plain();
    document["credentialSubject"]["https://example.org/all"] = json!(clique);
    let problems = issue(&document, &key(), &options(Cryptosuite::Rdfc)).expect_err("refused");
    assert_eq!(problems[0].kind, ProblemKind::ProofTransformation);
    let alike: Vec<Value> = (0..40).map(|_| json!({ "https://example.org/is": "alike" })).collect();
    document["credentialSubject"]["https://example.org/all"] = json!(alike);
    assert!(issue(&document, &key(), &options(Cryptosuite::Rdfc)).is_ok());
}

/// The fixed-shape verifier and the general one agree on the house's own certificates, signed by one and by the other.
#[test]
fn the_general_way_accepts_the_houses_certificates() {
    let issued = credential::issue(&badge(), &key());
    let document: Value = serde_json::from_str(&issued).expect("JSON");
    assert_eq!(verify_credential(&document, &assertion(), &did_key), Ok(key().did()));
    let trust = TrustList::of([(key().did(), "LSP")]);
    for pointer in [
        "/name",
        "/credentialSubject/identifier/0/identityHash",
        "/validFrom",
        "/credentialSubject/achievement/name",
        "/proof/0/created",
        "/proof/1/created",
        "/proof/0/proofValue",
        "/issuer/name",
    ] {
        let mut changed = document.clone();
        *changed.pointer_mut(pointer).expect("a member") = json!("2020-01-01T00:00:00Z");
        assert!(verify_credential(&changed, &assertion(), &did_key).is_err(), "{pointer}");
        assert!(!credential::verify(changed.to_string().as_bytes(), &trust).is_valid(), "{pointer}");
    }
}

#[test]
fn a_presentation_needs_its_holder_challenge_and_domain() {
    let holder = IssuerKey::from_seed([9; 32]);
    let inside = issue(&plain(), &key(), &options(Cryptosuite::Rdfc)).expect("issued");
    let presentation = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "holder": holder.did(),
        "verifiableCredential": [inside],
    });
    let options = ProofOptions {
        purpose: "authentication".into(),
        challenge: Some("abc".into()),
        domain: Some("verifier.example".into()),
        ..options(Cryptosuite::Rdfc)
    };
    let signed = Value::Object(add_proof(&map(presentation.clone()), &holder, &options).expect("signed"));
    let expected = Expected {
        challenge: Some("abc".into()),
        domain: Some(vec!["verifier.example".into()]),
        ..Expected::at(now(), "authentication")
    };
    assert_eq!(verify_presentation(&signed, &expected, &did_key), Ok(()));
    let other = Expected {
        challenge: Some("xyz".into()),
        domain: Some(vec!["other.example".into()]),
        ..expected.clone()
    };
    let kinds: Vec<ProblemKind> = verify_presentation(&signed, &other, &did_key)
        .expect_err("refused")
        .into_iter()
        .map(|problem| problem.kind)
        .collect();
    assert_eq!(kinds, [ProblemKind::InvalidChallenge, ProblemKind::InvalidDomain]);
    let mut changed = signed.clone();
    changed["verifiableCredential"][0]["credentialSubject"]["id"] = json!("did:example:other");
    assert_eq!(verify_presentation(&changed, &expected, &did_key).expect_err("both proofs break").len(), 2);
    let mut other_holder = presentation;
    other_holder["holder"] = json!("did:example:other");
    let signed = Value::Object(add_proof(&map(other_holder), &holder, &options).expect("signed"));
    assert_eq!(
        verify_presentation(&signed, &expected, &did_key).expect_err("another holder")[0].path,
        "$.holder"
    );
}
