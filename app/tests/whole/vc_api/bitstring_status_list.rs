// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Bitstring Status List 1.0: the entry, the list, and a credential that is revoked and restored.

use credential::status::StatusList;
use serde_json::json;

use super::{Api, plain, with};

const ID: &str = "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33";

#[tokio::test]
async fn the_entry_and_the_list_have_the_form_the_suite_looks_for() {
    let api = Api::start().await;
    let signed = api.issued("/status/credentials/issue", &plain()).await;
    let entry = &signed["credentialStatus"];
    assert_eq!(entry["type"], "BitstringStatusListEntry");
    assert_eq!(entry["statusPurpose"], "revocation");
    assert_ne!(entry["id"], entry["statusListCredential"]);
    let index: usize =
        entry["statusListIndex"].as_str().and_then(|index| index.parse().ok()).expect("an index");
    let url = entry["statusListCredential"].as_str().expect("a URL");
    let path = &url[url.find("/status/").expect("a path")..];
    let (status, list) = api.send("GET", path, "").await;
    assert_eq!(status, 200);
    assert_eq!(list["id"], url);
    assert_eq!(list["type"], json!(["VerifiableCredential", "BitstringStatusListCredential"]));
    assert_eq!(list["credentialSubject"]["type"], "BitstringStatusList");
    let bits = StatusList::decode(list["credentialSubject"]["encodedList"].as_str().expect("a list"))
        .expect("a list");
    assert!(bits.entries() >= 131_072);
    assert_eq!(bits.get(index), Ok(false));
    api.accepts(&list).await;
}

#[tokio::test]
async fn a_revoked_credential_is_refused_until_it_is_restored() {
    let api = Api::start().await;
    let signed = api.issued("/status/credentials/issue", &with("id", json!(ID))).await;
    let other = api.issued("/status/credentials/issue", &plain()).await;
    let body = |status: bool| {
        let entry = json!({ "type": "BitstringStatusListEntry", "statusPurpose": "revocation" });
        json!({ "credentialId": ID, "credentialStatus": entry, "status": status })
    };
    let checks = json!({ "checks": ["proof", "credentialStatus"] });
    assert_eq!(api.verify(&signed, checks.clone()).await.0, 200);
    assert_eq!(api.post("/credentials/status", body(true)).await.0, 200);
    let (status, answer) = api.verify(&signed, checks.clone()).await;
    assert_eq!(status, 400);
    assert_eq!(answer["type"], "https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR");
    assert_eq!(api.verify(&other, checks.clone()).await.0, 200, "another credential stays what it was");
    assert_eq!(api.post("/credentials/status", body(false)).await.0, 200);
    assert_eq!(api.verify(&signed, checks).await.0, 200);
    let unknown = json!({ "credentialId": "urn:x:1", "credentialStatus": { "type": "BitstringStatusListEntry", "statusPurpose": "revocation" } });
    assert_eq!(api.post("/credentials/status", unknown).await.0, 404);
}

/// Section 3: a value that breaks a MUST is a MALFORMED_VALUE_ERROR; a list that cannot be had is a STATUS_RETRIEVAL_ERROR.
#[tokio::test]
async fn malformed_entries_and_unreachable_lists_are_errors() {
    let api = Api::start().await;
    let entry = |index: serde_json::Value| {
        json!({
            "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": index,
            "statusListCredential": "https://elsewhere.example/list",
        })
    };
    let (status, answer) = api.issue(&with("credentialStatus", entry(json!(true)))).await;
    assert_eq!(
        (status, answer["type"].as_str()),
        (400, Some("https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR"))
    );
    assert_eq!(api.issue(&with("statusEntry", entry(json!(true)))).await.0, 400);
    let signed = api.issued("/credentials/issue", &with("credentialStatus", entry(json!("7")))).await;
    api.accepts(&signed).await;
    let (status, answer) = api.verify(&signed, json!({ "checks": ["credentialStatus"] })).await;
    assert_eq!(status, 400);
    assert_eq!(answer["type"], "https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR");
}
