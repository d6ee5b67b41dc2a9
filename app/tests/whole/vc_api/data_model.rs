// SPDX-License-Identifier: Apache-2.0 OR MIT
//! VC Data Model 2.0 and 1.1: what is issued and what is refused.

use serde_json::json;

use super::cases::{broken, conforming};
use super::{Api, V1, plain};

#[tokio::test]
async fn conforming_credentials_are_issued_and_verified() {
    let api = Api::start().await;
    for (statement, credential) in conforming() {
        for path in ["/credentials/issue", "/jcs/credentials/issue", "/status/credentials/issue"] {
            let (status, signed) = api.post(path, json!({ "credential": credential })).await;
            assert_eq!(status, 201, "{statement}: {signed}");
            assert_eq!(signed["@context"], credential["@context"], "{statement}");
            if !statement.contains("in the future") {
                api.accepts(&signed).await;
            }
        }
    }
}

#[tokio::test]
async fn broken_credentials_are_not_issued_and_their_faults_are_named() {
    let api = Api::start().await;
    for (statement, credential) in broken() {
        for path in ["/credentials/issue", "/jcs/credentials/issue", "/status/credentials/issue"] {
            let (status, answer) = api.post(path, json!({ "credential": credential })).await;
            assert_eq!(status, 400, "{statement}: {answer}");
            assert!(
                answer["type"].as_str().is_some_and(|kind| kind.starts_with("https://")),
                "{statement}: {answer}"
            );
        }
    }
}

/// 1.3: a conforming verifier produces errors when non-conforming documents are detected, all of them at once.
#[tokio::test]
async fn all_faults_are_named_at_once() {
    let api = Api::start().await;
    let document = json!({ "type": ["NonconformingDocument"], "validFrom": 1, "evidence": {}, "name": {} });
    let told = api.refuses("1.3 non-conforming documents", &document).await;
    for path in [
        "$.@context",
        "$.type",
        "$.issuer",
        "$.credentialSubject",
        "$.validFrom",
        "$.evidence.type",
        "$.name.@value",
        "$.proof",
    ] {
        assert!(told.contains(&format!("{path}: ")), "{path} is missing in {told}");
    }
    let (status, _) = api.post("/presentations/verify", json!({ "verifiablePresentation": document })).await;
    assert_eq!(status, 400);
}

/// Data model 1.1, as interoperability tests still send it: the context of the proof is added.
#[tokio::test]
async fn the_older_data_model_is_issued_and_verified() {
    let api = Api::start().await;
    let old = json!({
        "@context": [V1],
        "id": "urn:uuid:86294362-4254-4f36-854f-3952fe42555d",
        "type": ["VerifiableCredential"],
        "issuanceDate": "2020-03-16T22:37:26.544Z",
        "issuer": "did:example:issuer",
        "credentialSubject": { "id": "did:key:z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b" },
    });
    for path in ["/credentials/issue", "/jcs/credentials/issue"] {
        let signed = api.issued(path, &old).await;
        assert_eq!(signed["@context"], json!([V1, "https://w3id.org/security/data-integrity/v2"]));
        assert_eq!(signed["issuer"], api.did.as_str());
        api.accepts(&signed).await;
    }
    let listed = api.issued("/status/credentials/issue", &old).await;
    assert_eq!(listed["credentialStatus"]["type"], "BitstringStatusListEntry");
    let contexts = listed["@context"].as_array().expect("contexts");
    assert!(contexts.contains(&json!("https://www.w3.org/ns/credentials/status/v1")), "{listed}");
    let checks = json!({ "checks": ["proof", "credentialStatus"] });
    assert_eq!(api.verify(&listed, checks).await.0, 200);
    let mut undated = old;
    undated.as_object_mut().expect("an object").remove("issuanceDate");
    assert_eq!(api.issue(&undated).await.0, 400);
}

/// Who reads a member named twice reads another document than the one who signed it.
#[tokio::test]
async fn what_is_no_plain_json_is_refused() {
    let api = Api::start().await;
    for body in ["", "{", "[]", "{}", r#"{"credential":{"id":"a:1","id":"a:2"}}"#, r#"{"credential":[]}"#] {
        let (status, answer) = api.send("POST", "/credentials/issue", body).await;
        assert_eq!(status, 400, "{body}: {answer}");
    }
    assert_eq!(api.send("GET", "/elsewhere", "").await.0, 404);
    assert_eq!(api.issue(&plain()).await.0, 201);
}
