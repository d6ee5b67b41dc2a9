// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Credentials that conform to VC Data Model 2.0 and that do not, each with the section it comes from.

use serde_json::{Value, json};

use super::{EXAMPLES, V2, in_terms, with, without};

pub type Case = (&'static str, Value);

const KIND: &str = "https://example.org/#Kind";
/// The published digest of the base context.
const DIGEST: &str = "sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=";

pub fn conforming() -> Vec<Case> {
    [conforming_names(), conforming_parties(), conforming_objects()].concat()
}

fn conforming_names() -> Vec<Case> {
    let names = json!([{ "@value": "Dog", "@language": "en" }, { "@value": "Chien", "@language": "fr" }]);
    let mine = json!(["VerifiableCredential", "Mine"]);
    let order = json!([KIND, "VerifiableCredential", "https://example.org/#B"]);
    let directed = json!({ "@value": "x", "@language": "en", "@direction": "ltr" });
    vec![
        ("4.3 two URLs", with("@context", json!([V2, EXAMPLES]))),
        ("4.3 a URL and an object", in_terms(json!({ "Mine": KIND }), "type", mine)),
        ("4.4 id is a single URL", with("id", json!("urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33"))),
        ("4.5 a type that is a URL", with("type", json!(["VerifiableCredential", KIND]))),
        ("4.5 the order of types does not matter", with("type", order)),
        ("4.6 name as a string", with("name", json!("Dog"))),
        ("4.6 name in a language with a direction", with("name", directed)),
        ("4.6 description in several languages", with("description", names.clone())),
        ("4.6 the issuer's name", with("issuer", json!({ "id": "did:example:issuer", "name": names }))),
    ]
}

fn conforming_parties() -> Vec<Case> {
    let two = json!([{ "id": "did:example:a" }, { "id": "did:example:b" }]);
    vec![
        ("4.7 issuer as an object", with("issuer", json!({ "id": "did:example:issuer" }))),
        ("4.7 issuer without an id is named by the server", with("issuer", json!({ "name": "x" }))),
        ("4.8 several subjects", with("credentialSubject", two)),
        ("4.9 milliseconds", with("validFrom", json!("2023-02-25T19:10:39.123Z"))),
        ("4.9 an offset", with("validUntil", json!("2033-02-25T19:10:39-06:00"))),
        ("4.9 in the future", with("validFrom", json!("9999-01-01T00:00:00Z"))),
    ]
}

fn conforming_objects() -> Vec<Case> {
    let status =
        json!({ "CredentialStatusList2017": "https://example.org/examples#CredentialStatusList2017" });
    let full = json!({ "type": "CredentialStatusList2017", "id": "did:example:status" });
    let two = json!([{ "type": KIND, "id": "did:example:1" }, { "type": KIND, "id": "did:example:2" }]);
    let without_id = json!([{ "type": KIND }, { "type": KIND, "id": "did:example:2" }]);
    let digests = json!([
        { "id": V2, "mediaType": "application/ld+json", "digestMultibase": "uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ" },
        { "id": "https://example.org/file.json", "digestMultibase": "uEiAjCHMnK5-ayOIZLWo_TBoKYVvSAprlkYEjRlm19Cj0uw" },
        {
            "id": "https://example.org/sri.json",
            "digestSRI": "sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU",
        },
    ]);
    vec![
        ("4.10 status with an id", in_terms(status.clone(), "credentialStatus", full)),
        (
            "4.10 status without an id",
            in_terms(status, "credentialStatus", json!({ "type": "CredentialStatusList2017" })),
        ),
        ("4.11 two schemas", with("credentialSchema", two)),
        ("5.3 related resources with digests", with("relatedResource", digests)),
        ("5.4 refresh services", with("refreshService", without_id.clone())),
        ("5.5 terms of use", with("termsOfUse", without_id.clone())),
        ("5.6 a set of evidence", with("evidence", without_id)),
    ]
}

pub fn broken() -> Vec<Case> {
    [
        broken_contexts(),
        broken_names(),
        broken_parties(),
        broken_times(),
        broken_objects(),
        broken_resources(),
    ]
    .concat()
}

fn broken_contexts() -> Vec<Case> {
    let redefined = json!([V2, { "VerifiableCredential": "https://example.org/#Bad" }]);
    let twice = json!([V2, { "@protected": true, "Mine": KIND }, { "Mine": "https://example.org/#Other" }]);
    vec![
        ("4.3 @context MUST be included", without("@context")),
        ("4.3 the first item MUST be the base context", with("@context", json!([EXAMPLES]))),
        ("4.3 the first item MUST be the base context, in order", with("@context", json!([EXAMPLES, V2]))),
        ("4.3 a context that is no URL", with("@context", json!([V2, "https ://not-a-url/contexts/v1"]))),
        ("4.3 a context that is not known", with("@context", json!([V2, "https://example.com"]))),
        ("4.3 a context that is a number", with("@context", json!([V2, 123_192_875]))),
        ("5.2.1 a protected term is redefined", with("@context", redefined)),
        ("5.2.1 an own protected term is redefined", with("@context", twice)),
    ]
}

fn broken_names() -> Vec<Case> {
    let mine = json!(["VerifiableCredential", "Mine"]);
    let extra = json!({ "@value": "x", "@language": "en", "url": "did:example:x" });
    vec![
        ("4.4 id that is null", with("id", json!(null))),
        ("4.4 several ids", with("id", json!(["did:example:1", "did:example:2"]))),
        ("4.4 id that is no URL", with("id", json!("not-a-url"))),
        ("4.5 type MUST be there", without("type")),
        ("4.5 VerifiableCredential MUST be among the types", with("type", json!([KIND]))),
        (
            "4.5 a type mapped to no URL",
            in_terms(json!({ "Mine": "https ://not-a-url#Mine" }), "type", mine.clone()),
        ),
        ("4.5 a type that is not mapped", in_terms(json!({ "@vocab": null }), "type", mine)),
        ("4.6 a name with more than its language", with("name", extra.clone())),
        ("4.6 a description with more than its language", with("description", extra.clone())),
        (
            "4.6 an issuer's name with more than its language",
            with("issuer", json!({ "id": "did:example:i", "name": extra })),
        ),
    ]
}

fn broken_parties() -> Vec<Case> {
    let ids = json!({ "id": ["did:example:1", "did:example:2"] });
    vec![
        ("4.7 issuer MUST be included", without("issuer")),
        ("4.7 issuer that is no URL", with("issuer", json!("fake-issuer"))),
        ("4.7 issuer that is null", with("issuer", json!(null))),
        ("4.7 issuer whose id is null", with("issuer", json!({ "id": null }))),
        ("4.7 issuer whose id is no URL", with("issuer", json!({ "id": "not-a-url" }))),
        ("4.4 a subject of several ids", with("credentialSubject", ids)),
        ("4.8 credentialSubject MUST be there", without("credentialSubject")),
        ("4.8 a subject without claims", with("credentialSubject", json!({}))),
        (
            "4.8 one subject of several without claims",
            with("credentialSubject", json!([{ "id": "did:example:a" }, {}])),
        ),
        ("4.8 no subject at all", with("credentialSubject", json!([]))),
    ]
}

fn broken_times() -> Vec<Case> {
    let mut reversed = with("validFrom", json!("2027-01-01T00:00:00Z"));
    reversed["validUntil"] = json!("2026-01-01T00:00:00Z");
    vec![
        (
            "4.9 validFrom that is no dateTimeStamp",
            with("validFrom", json!("Sat 25 Feb 2023 07:16:31 PM CST")),
        ),
        ("4.9 validUntil without an offset", with("validUntil", json!("2030-02-25T19:10:39"))),
        ("4.9 validFrom MUST NOT be later than validUntil", reversed),
    ]
}

fn broken_objects() -> Vec<Case> {
    let ids = json!({ "type": KIND, "id": ["did:example:1", "did:example:2"] });
    let mut cases = vec![
        ("4.10 a status of several ids", with("credentialStatus", ids)),
        (
            "4.10 a status whose id is no URL",
            with("credentialStatus", json!({ "type": KIND, "id": "no-url" })),
        ),
        (
            "4.10 a status whose type is a number",
            with("credentialStatus", json!({ "type": 2, "id": "did:example:status" })),
        ),
        ("4.11 a schema without an id", with("credentialSchema", json!({ "type": KIND }))),
        ("4.11 a schema whose id is a number", with("credentialSchema", json!({ "type": KIND, "id": 1 }))),
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

fn broken_resources() -> Vec<Case> {
    let good = json!({ "id": V2, "digestSRI": DIGEST });
    let sri = json!({ "id": V2, "digestSRI": DIGEST.replace("WZV", "XZV") });
    let multibase = json!({ "id": V2, "digestMultibase": "uXZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ" });
    vec![
        ("5.3 related resources as strings", with("relatedResource", json!(["https://example.org/a"]))),
        ("5.3 a related resource without an id", with("relatedResource", json!({ "digestSRI": DIGEST }))),
        (
            "5.3 a related resource without a digest",
            with("relatedResource", json!({ "id": "https://example.org/a" })),
        ),
        ("5.3 the same related resource twice", with("relatedResource", json!([good, good]))),
        ("5.3 a digest that does not fit", with("relatedResource", sri)),
        ("5.3 a digest in multibase that does not fit", with("relatedResource", multibase)),
    ]
}
