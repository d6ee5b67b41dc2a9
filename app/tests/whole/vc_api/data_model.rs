// SPDX-License-Identifier: Apache-2.0 OR MIT
//! VC Data Model 2.0 and 1.1: what is issued and what is refused.

use serde_json::{Value, json};

use super::{Api, EXAMPLES, V1, V2, in_terms, plain, with, without};

type Case = (&'static str, Value);

fn url() -> &'static str {
    "https://example.org/#Kind"
}

fn conforming() -> Vec<Case> {
    let status =
        json!({ "CredentialStatusList2017": "https://example.org/examples#CredentialStatusList2017" });
    let typed = |id: Value| json!({ "type": "CredentialStatusList2017", "id": id });
    let names = json!([{ "@value": "Dog", "@language": "en" }, { "@value": "Chien", "@language": "fr" }]);
    let digests = json!([
        { "id": V2, "mediaType": "application/ld+json", "digestMultibase": "uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ" },
        { "id": "https://example.org/file.json", "digestMultibase": "uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw" },
        {
            "id": "https://example.org/sri.json",
            "digestSRI": "sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU",
        },
    ]);
    vec![
        ("4.3 two URLs", with("@context", json!([V2, EXAMPLES]))),
        (
            "4.3 a URL and an object",
            in_terms(json!({ "Mine": url() }), "type", json!(["VerifiableCredential", "Mine"])),
        ),
        ("4.4 id is a single URL", with("id", json!("urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33"))),
        ("4.5 a type that is a URL", with("type", json!(["VerifiableCredential", url()]))),
        (
            "4.5 the order of types does not matter",
            with("type", json!([url(), "VerifiableCredential", "https://example.org/#B"])),
        ),
        ("4.6 name as a string", with("name", json!("Dog"))),
        (
            "4.6 name in a language with a direction",
            with("name", json!({ "@value": "x", "@language": "en", "@direction": "ltr" })),
        ),
        ("4.6 description in several languages", with("description", names.clone())),
        ("4.6 the issuer's name", with("issuer", json!({ "id": "did:example:issuer", "name": names }))),
        ("4.7 issuer as an object", with("issuer", json!({ "id": "did:example:issuer" }))),
        ("4.7 issuer without an id is named by the server", with("issuer", json!({ "name": "x" }))),
        (
            "4.8 several subjects",
            with("credentialSubject", json!([{ "id": "did:example:a" }, { "id": "did:example:b" }])),
        ),
        ("4.9 milliseconds", with("validFrom", json!("2023-02-25T19:10:39.123Z"))),
        ("4.9 an offset", with("validUntil", json!("2033-02-25T19:10:39-06:00"))),
        ("4.9 in the future", with("validFrom", json!("9999-01-01T00:00:00Z"))),
        (
            "4.10 status with an id",
            in_terms(status.clone(), "credentialStatus", typed(json!("did:example:status"))),
        ),
        (
            "4.10 status without an id",
            in_terms(status, "credentialStatus", json!({ "type": "CredentialStatusList2017" })),
        ),
        (
            "4.11 two schemas",
            with(
                "credentialSchema",
                json!([{ "type": url(), "id": "did:example:1" }, { "type": url(), "id": "did:example:2" }]),
            ),
        ),
        ("5.3 related resources with digests", with("relatedResource", digests)),
        (
            "5.4 two refresh services",
            with("refreshService", json!([{ "type": url(), "id": "did:example:1" }, { "type": url() }])),
        ),
        (
            "5.5 terms of use",
            with("termsOfUse", json!([{ "type": url() }, { "type": url(), "id": "did:example:terms" }])),
        ),
        (
            "5.6 a set of evidence",
            with("evidence", json!([{ "type": url() }, { "type": url(), "id": "did:example:e" }])),
        ),
    ]
}

fn broken() -> Vec<Case> {
    let redefined = json!([V2, { "VerifiableCredential": "https://example.org/#Bad" }]);
    let twice = json!([V2, { "@protected": true, "Mine": url() }, { "Mine": "https://example.org/#Other" }]);
    let bad_url = in_terms(
        json!({ "Mine": "https ://not-a-url#Mine" }),
        "type",
        json!(["VerifiableCredential", "Mine"]),
    );
    let unmapped = in_terms(json!({ "@vocab": null }), "type", json!(["VerifiableCredential", "Mine"]));
    let extra = json!({ "@value": "x", "@language": "en", "url": "did:example:x" });
    let mut reversed = with("validFrom", json!("2027-01-01T00:00:00Z"));
    reversed["validUntil"] = json!("2026-01-01T00:00:00Z");
    let ids = json!(["did:example:1", "did:example:2"]);
    let mut cases = vec![
        ("4.3 @context MUST be included", without("@context")),
        ("4.3 the first item MUST be the base context", with("@context", json!([EXAMPLES]))),
        ("4.3 the first item MUST be the base context, in order", with("@context", json!([EXAMPLES, V2]))),
        ("4.3 a context that is no URL", with("@context", json!([V2, "https ://not-a-url/contexts/v1"]))),
        ("4.3 a context that is not known", with("@context", json!([V2, "https://example.com"]))),
        ("4.3 a context that is a number", with("@context", json!([V2, 123_192_875]))),
        ("4.4 id that is null", with("id", json!(null))),
        ("4.4 several ids", with("id", ids.clone())),
        ("4.4 id that is no URL", with("id", json!("not-a-url"))),
        ("4.4 a subject of several ids", with("credentialSubject", json!({ "id": ids }))),
        ("4.5 type MUST be there", without("type")),
        ("4.5 VerifiableCredential MUST be among the types", with("type", json!([url()]))),
        ("4.5 a type mapped to no URL", bad_url),
        ("4.5 a type that is not mapped", unmapped),
        ("4.6 a name with more than its language", with("name", extra.clone())),
        ("4.6 a description with more than its language", with("description", extra.clone())),
        (
            "4.6 an issuer's name with more than its language",
            with("issuer", json!({ "id": "did:example:i", "name": extra })),
        ),
        ("4.7 issuer that is no URL", with("issuer", json!("fake-issuer"))),
        ("4.7 issuer that is null", with("issuer", json!(null))),
        ("4.7 issuer whose id is null", with("issuer", json!({ "id": null }))),
        ("4.7 issuer whose id is no URL", with("issuer", json!({ "id": "not-a-url" }))),
        ("4.8 credentialSubject MUST be there", without("credentialSubject")),
        ("4.8 a subject without claims", with("credentialSubject", json!({}))),
        (
            "4.8 one subject of several without claims",
            with("credentialSubject", json!([{ "id": "did:example:a" }, {}])),
        ),
        ("4.8 no subject at all", with("credentialSubject", json!([]))),
        (
            "4.9 validFrom that is no dateTimeStamp",
            with("validFrom", json!("Sat 25 Feb 2023 07:16:31 PM CST")),
        ),
        ("4.9 validUntil without an offset", with("validUntil", json!("2030-02-25T19:10:39"))),
        ("4.9 validFrom MUST NOT be later than validUntil", reversed),
        (
            "4.10 a status of several ids",
            with("credentialStatus", json!({ "type": url(), "id": ["did:example:1", "did:example:2"] })),
        ),
        (
            "4.10 a status whose id is no URL",
            with("credentialStatus", json!({ "type": url(), "id": "no-url" })),
        ),
        (
            "4.10 a status whose type is a number",
            with("credentialStatus", json!({ "type": 2, "id": "did:example:status" })),
        ),
        ("4.11 a schema without an id", with("credentialSchema", json!({ "type": url() }))),
        ("4.11 a schema whose id is a number", with("credentialSchema", json!({ "type": url(), "id": 1 }))),
        ("5.2.1 a protected term is redefined", with("@context", redefined)),
        ("5.2.1 an own protected term is redefined", with("@context", twice)),
        ("5.3 related resources as strings", with("relatedResource", json!(["https://example.org/a"]))),
        (
            "5.3 a related resource without an id",
            with("relatedResource", json!({ "digestSRI": "sha256-AAAA" })),
        ),
        (
            "5.3 a related resource without a digest",
            with("relatedResource", json!({ "id": "https://example.org/a" })),
        ),
        (
            "5.3 the same related resource twice",
            with(
                "relatedResource",
                json!([{ "id": V2, "digestSRI": "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=" }, { "id": V2, "digestSRI": "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=" }]),
            ),
        ),
        (
            "5.3 a digest that does not fit",
            with(
                "relatedResource",
                json!({ "id": V2, "digestSRI": "sha256-XZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=" }),
            ),
        ),
        (
            "5.3 a digest in multibase that does not fit",
            with(
                "relatedResource",
                json!({ "id": V2, "digestMultibase": "uXZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ" }),
            ),
        ),
    ];
    for member in [
        "credentialStatus",
        "credentialSchema",
        "termsOfUse",
        "evidence",
        "refreshService",
        "confidenceMethod",
        "renderMethod",
    ] {
        cases.push(("4.5 the object MUST have a type", with(member, json!({ "id": "did:example:it" }))));
    }
    cases
}

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
