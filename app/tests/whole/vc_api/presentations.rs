// SPDX-License-Identifier: Apache-2.0 OR MIT
//! VC Data Model 2.0, section 4.13: presentations.

use credential::IssuerKey;
use credential::general::{Cryptosuite, ProofOptions, add_proof};
use serde_json::{Value, json};

use super::{Api, V2, plain};

fn holder() -> IssuerKey {
    IssuerKey::from_seed([5; 32])
}

fn presented(presentation: &Value) -> Value {
    let options = ProofOptions {
        purpose: "authentication".into(),
        challenge: Some("123456789".into()),
        domain: Some("verifier.example".into()),
        ..ProofOptions::assertion(Cryptosuite::Jcs, "2026-11-20T08:00:00Z")
    };
    let members = presentation.as_object().expect("an object");
    Value::Object(add_proof(members, &holder(), &options).expect("signed"))
}

fn presentation(member: &str, value: Value) -> Value {
    let mut presentation = json!({ "@context": [V2], "type": ["VerifiablePresentation"] });
    presentation[member] = value;
    presentation
}

fn self_asserted(issuer: &str) -> Value {
    let mut credential = plain();
    credential["issuer"] = issuer.into();
    credential
}

/// The same, secured by itself.
fn proved(issuer: &str) -> Value {
    let options = ProofOptions::assertion(Cryptosuite::Rdfc, "2026-11-20T08:00:00Z");
    let members = self_asserted(issuer);
    let members = members.as_object().expect("an object");
    Value::Object(add_proof(members, &holder(), &options).expect("signed"))
}

async fn status(api: &Api, presentation: &Value) -> u16 {
    let body = json!({ "verifiablePresentation": presented(presentation), "options": { "checks": [] } });
    api.post("/presentations/verify", body).await.0
}

#[tokio::test]
async fn conforming_presentations_are_verified() {
    let api = Api::start().await;
    let of_others = api.issued("/credentials/issue", &plain()).await;
    let did = holder().did();
    let mut own = presentation("holder", json!(did));
    own["verifiableCredential"] = json!([self_asserted(&did)]);
    let full_name = "https://www.w3.org/2018/credentials#verifiableCredential";
    for (statement, presentation) in [
        ("no credential at all", presentation("id", json!("urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33"))),
        ("an empty list of credentials", presentation("verifiableCredential", json!([]))),
        ("holder as a URL", presentation("holder", json!(did))),
        ("holder as an object", presentation("holder", json!({ "id": did }))),
        ("one credential", presentation("verifiableCredential", of_others.clone())),
        ("several credentials", presentation("verifiableCredential", json!([of_others, of_others]))),
        ("a self-asserted credential under the proof of its holder", own),
        (
            "a credential with a proof of its own needs no holder, whoever issued it",
            presentation("verifiableCredential", json!([proved(&did)])),
        ),
        (
            "credentials under their full name are content",
            presentation(full_name, json!([self_asserted(&did)])),
        ),
    ] {
        assert_eq!(status(&api, &presentation).await, 200, "{statement}");
    }
}

#[tokio::test]
async fn broken_presentations_are_refused() {
    let api = Api::start().await;
    let did = holder().did();
    let mut forged = api.issued("/credentials/issue", &plain()).await;
    forged["credentialSubject"]["id"] = json!("did:example:other");
    let mut mismatch = presentation("holder", json!("did:example:alice"));
    mismatch["verifiableCredential"] = json!([self_asserted(&did)]);
    let mut other_issuer = presentation("holder", json!(did));
    other_issuer["verifiableCredential"] = json!([self_asserted("did:example:alice")]);
    let enveloped = |id: &str| json!({ "@context": V2, "type": "EnvelopedVerifiableCredential", "id": id });
    for (statement, presentation) in [
        ("@context MUST be included", {
            let mut bare = presentation("holder", json!(did));
            bare.as_object_mut().expect("an object").remove("@context");
            bare
        }),
        (
            "the first context MUST be the base context",
            presentation("@context", json!(["https://www.w3.org/ns/credentials/examples/v2", V2])),
        ),
        ("a context that is no URL", presentation("@context", json!([V2, "https ://no"]))),
        ("a context that is a number", presentation("@context", json!([V2, 1]))),
        ("type MUST include VerifiablePresentation", presentation("type", json!(["VerifiableCredential"]))),
        ("holder that is no URL", presentation("holder", json!({ "id": "z6Mk" }))),
        ("holder that did not sign", presentation("holder", json!("did:example:alice"))),
        (
            "a credential as a string",
            presentation("verifiableCredential", json!(["https://example.org/credential"])),
        ),
        ("a forged credential", presentation("verifiableCredential", json!([forged]))),
        (
            "a self-asserted credential without holder",
            presentation("verifiableCredential", json!([self_asserted(&did)])),
        ),
        ("a self-asserted credential of another holder", mismatch),
        ("a credential without proof of another issuer", other_issuer),
        ("an envelope that is no data: URL", presentation("verifiableCredential", enveloped("urn:x:y"))),
        (
            "an envelope is not verified, so it is not accepted",
            presentation("verifiableCredential", enveloped("data:application/vc+jwt,e30.e30.AA")),
        ),
    ] {
        assert_eq!(status(&api, &presentation).await, 400, "{statement}");
    }
}

#[tokio::test]
async fn challenge_and_domain_bind_a_presentation() {
    let api = Api::start().await;
    let signed = presented(&presentation("holder", json!(holder().did())));
    for (options, expected) in [
        (json!({ "challenge": "123456789", "domain": "verifier.example" }), 200),
        (json!({ "challenge": "987654321", "domain": "verifier.example" }), 400),
        (json!({ "challenge": "123456789", "domain": "other.example" }), 400),
    ] {
        let body = json!({ "verifiablePresentation": signed, "options": options });
        assert_eq!(api.post("/presentations/verify", body).await.0, expected, "{options}");
    }
    let mut changed = signed;
    changed["proof"]["proofValue"] = json!("z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh");
    let body = json!({ "verifiablePresentation": changed });
    assert_eq!(api.post("/presentations/verify", body).await.0, 400);
}
