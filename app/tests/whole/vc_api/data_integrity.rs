// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Data Integrity 1.0 and its EdDSA cryptosuites: the form of proofs that are made, and every way to break one.

use credential::IssuerKey;
use credential::general::{Cryptosuite, ProofOptions, add_proof};
use serde_json::{Map, Value, json};

use super::{Api, EXAMPLES, V2, plain};

/// Another issuer, who signs whatever it is asked to.
fn stranger() -> IssuerKey {
    IssuerKey::from_seed([5; 32])
}

fn document() -> Map<String, Value> {
    let mut credential = plain();
    credential["@context"] = json!([V2, EXAMPLES]);
    credential["issuer"] = stranger().did().into();
    credential["credentialSubject"]["alumniOf"] = "The School of Examples".into();
    credential.as_object().expect("an object").clone()
}

fn options(suite: Cryptosuite) -> ProofOptions {
    ProofOptions::assertion(suite, "2026-11-20T08:00:00Z")
}

fn signed(document: &Map<String, Value>, options: &ProofOptions) -> Value {
    Value::Object(add_proof(document, &stranger(), options).expect("signed"))
}

#[tokio::test]
async fn proofs_have_the_form_the_suites_look_for() {
    let api = Api::start().await;
    for (path, suite) in
        [("/credentials/issue", "eddsa-rdfc-2022"), ("/jcs/credentials/issue", "eddsa-jcs-2022")]
    {
        let proof = &api.issued(path, &plain()).await["proof"];
        assert_eq!(proof["type"], "DataIntegrityProof");
        assert_eq!(proof["cryptosuite"], suite);
        assert_eq!(proof["proofPurpose"], "assertionMethod");
        assert_eq!(proof["created"], "2026-11-20T08:00:00Z");
        let key = api.did.strip_prefix("did:key:").expect("a did:key");
        assert_eq!(proof["verificationMethod"], format!("{}#{key}", api.did));
        // 64 bytes are 86 to 88 letters of base58.
        let value = proof["proofValue"].as_str().and_then(|value| value.strip_prefix('z')).expect("base58");
        assert!((86..=88).contains(&value.len()), "{value}");
    }
}

/// A statement, the place that breaks it, and what stands there then; nothing where it is taken away.
fn changes(other_issuer: &str) -> Vec<(&'static str, &'static str, Option<Value>)> {
    vec![
        ("the proof MUST be there", "/proof", None),
        ("the proof MUST be valid", "/proof", Some(json!(null))),
        ("an empty set proves nothing", "/proof", Some(json!([]))),
        ("type MUST be there", "/proof/type", None),
        ("type MUST be DataIntegrityProof", "/proof/type", Some(json!("UnknownProofType"))),
        ("verificationMethod MUST be there", "/proof/verificationMethod", None),
        ("verificationMethod MUST be a key", "/proof/verificationMethod", Some(json!("did:key:invalidVm"))),
        ("proofPurpose MUST be there", "/proof/proofPurpose", None),
        ("proofPurpose MUST fit", "/proof/proofPurpose", Some(json!("invalidPurpose"))),
        ("proofValue MUST be there", "/proof/proofValue", None),
        ("proofValue MUST be a string", "/proof/proofValue", Some(json!(null))),
        ("cryptosuite MUST be known", "/proof/cryptosuite", Some(json!("UnknownCryptosuite"))),
        ("cryptosuite MUST be a string", "/proof/cryptosuite", Some(json!(1))),
        ("created MUST be a dateTimeStamp", "/proof/created", Some(json!("invalidDate"))),
        ("created is signed", "/proof/created", Some(json!("2026-11-20T08:00:01Z"))),
        (
            "an undefined term is noticed",
            "/credentialSubject/undefinedTerm",
            Some(json!("IfDroppedWillVerify")),
        ),
        ("an added type is noticed", "/type", Some(json!(["VerifiableCredential", "UndefinedType"]))),
        (
            "an injected context is noticed",
            "/@context",
            Some(json!([V2, { "alumniOf": "https://evil.example/of" }, EXAMPLES])),
        ),
        ("the issuer MUST be the signer", "/issuer", Some(json!(other_issuer))),
    ]
}

#[tokio::test]
async fn a_proof_that_is_broken_anywhere_is_refused() {
    let api = Api::start().await;
    for suite in [Cryptosuite::Rdfc, Cryptosuite::Jcs] {
        let good = signed(&document(), &options(suite));
        api.accepts(&good).await;
        for (statement, pointer, value) in changes(&api.did) {
            let mut changed = good.clone();
            let (parent, member) = pointer.rsplit_once('/').expect("a pointer");
            let parent = changed.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
            match value {
                Some(value) => parent.insert(member.to_owned(), value),
                None => parent.remove(member),
            };
            api.refuses(statement, &changed).await;
        }
        let value = good["proof"]["proofValue"].as_str().expect("a value");
        for (statement, other) in [
            ("proofValue MUST have a multibase header", value[1..].to_owned()),
            ("proofValue MUST be 64 bytes", format!("{value}z")),
            ("proofValue MUST be base58", value.replacen('z', "u", 1)),
        ] {
            let mut changed = good.clone();
            changed["proof"]["proofValue"] = other.into();
            api.refuses(statement, &changed).await;
        }
        let expected = json!({ "checks": ["proof"], "expectedProofPurpose": "authentication" });
        assert_eq!(api.verify(&good, expected).await.0, 400, "the purpose MUST be the expected one");
    }
}

/// Signed by an issuer that did not look: the verifier must.
#[tokio::test]
async fn what_a_careless_issuer_signed_is_refused() {
    let api = Api::start().await;
    let jcs = options(Cryptosuite::Jcs);
    let mut undefined = document();
    undefined.insert("@context".into(), json!([V2]));
    let told = api.refuses("data MUST NOT be dropped", &signed(&undefined, &jcs)).await;
    assert!(told.contains("$.credentialSubject.alumniOf"), "{told}");
    let mut added = api.issued("/credentials/issue", &plain()).await;
    added["credentialSubject"]["undefinedTerm"] = "IfDroppedWillVerify".into();
    let told = api.refuses("an undefined term is noticed", &added).await;
    assert!(told.contains("https://w3id.org/security#DATA_LOSS_DETECTION_ERROR"), "{told}");
    let mut unknown = document();
    unknown.insert("@context".into(), json!([V2, "https://evil.example/v1"]));
    let told = api.refuses("an unknown context is refused", &signed(&unknown, &jcs)).await;
    assert!(told.contains("https://evil.example/v1"), "{told}");
    let mut expired = document();
    expired.insert("validUntil".into(), "2026-11-20T07:59:59Z".into());
    api.refuses("out of its time", &signed(&expired, &jcs)).await;
    let authentication = ProofOptions { purpose: "authentication".into(), ..jcs };
    api.refuses("a credential is asserted", &signed(&document(), &authentication)).await;
}

/// Data Integrity 1.0, section 4.4: domain and challenge, where they are asked for.
#[tokio::test]
async fn domain_and_challenge_must_be_those_asked_for() {
    let api = Api::start().await;
    let made = ProofOptions {
        challenge: Some("1235abcd6789".into()),
        domain: Some("domain.example".into()),
        ..options(Cryptosuite::Rdfc)
    };
    let good = signed(&document(), &made);
    for (asked, status) in [
        (json!({}), 200),
        (json!({ "challenge": "1235abcd6789", "domain": "domain.example" }), 200),
        (json!({ "challenge": "1235abcd6789", "domain": ["domain.example"] }), 200),
        (json!({ "challenge": "other" }), 400),
        (json!({ "domain": "other.example" }), 400),
    ] {
        let (found, answer) = api.verify(&good, asked.clone()).await;
        assert_eq!(found, status, "{asked}: {answer}");
    }
}

/// Sections 2.1.1 and 2.1.2: every proof of a set must hold, and every link of a chain must be there.
#[tokio::test]
async fn sets_and_chains_hold_only_as_a_whole() {
    let api = Api::start().await;
    let id = "urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544";
    let first = ProofOptions { id: Some(id.into()), ..options(Cryptosuite::Rdfc) };
    let one = add_proof(&document(), &stranger(), &first).expect("signed");
    let set = signed(&one, &options(Cryptosuite::Jcs));
    api.accepts(&set).await;
    let linked = ProofOptions { previous: vec![id.into()], ..options(Cryptosuite::Rdfc) };
    let chain = signed(&one, &linked);
    api.accepts(&chain).await;
    for (statement, good) in [("a set", set), ("a chain", chain)] {
        let mut broken = good.clone();
        broken["proof"][0]["proofValue"] = "invalidProofValue".into();
        api.refuses(statement, &broken).await;
        let mut other = good;
        other["proof"][1]["previousProof"] = "urn:uuid:test:missing:proof".into();
        api.refuses(statement, &other).await;
    }
}
