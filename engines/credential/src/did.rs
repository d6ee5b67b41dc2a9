// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The issuer's document of keys under an address of the web, `did:web`, with every key it ever had. Where it is published, and
//! what was signed when, is not decided here.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use crate::cause::Cause;
use crate::key::PublicKey;

/// Contexts of the document, in their order.
const CONTEXTS: [&str; 3] = [
    "https://www.w3.org/ns/did/v1",
    "https://w3id.org/security/multikey/v1",
    "https://w3id.org/security/jwk/v1",
];

/// One key of an issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuersKey {
    /// `did:key:z6Mk…`
    pub did: String,
    /// From when on nothing it signed counts; none for the key that signs now.
    pub revoked: Option<DateTime<Utc>>,
}

/// The name of what is published below an address: `did:web:HOST:…` for `https://HOST/…/did.json`.
///
/// # Shape
/// `base` as `https://host:port/path`, without a slash at the end; `path` without one at either.
///
/// # Source
/// did:web Method Specification, section 2.3: a port's colon is written `%3A`, a slash as a colon.
pub fn web_name(base: &str, path: &str) -> String {
    let address = base.split_once("://").map_or(base, |(_, address)| address).trim_end_matches('/');
    let mut parts = address.split('/').chain(path.split('/'));
    let host = parts.next().unwrap_or_default().replace(':', "%3A");
    parts.fold(format!("did:web:{host}"), |name, part| format!("{name}:{part}"))
}

/// The document: each key as Multikey, for proofs in JSON, and as JWK, for SD-JWT; the same keys under their own names.
///
/// # Shape
/// The key that signs now first. A retired key stays among those that attest, with the moment of its end: what it signed before
/// can be checked, and a verifier refuses what it signed after.
///
/// # Errors
/// `KeyUnreadable`: a key that is no Ed25519 `did:key`.
///
/// # Source
/// DID Core 1.0; Controlled Identifiers 1.0, sections 2.2.2, 2.2.3 and 2.2.1 (`revoked`).
pub fn web_document(name: &str, keys: &[IssuersKey]) -> Result<Value, Cause> {
    let mut methods = Vec::with_capacity(keys.len() * 2);
    for key in keys {
        let public = PublicKey::from_did(&key.did)?;
        let multikey = key.did.trim_start_matches("did:key:");
        let x = URL_SAFE_NO_PAD.encode(public.to_bytes());
        let id = format!("{name}#{multikey}");
        let mut both = [
            json!({ "id": id, "type": "Multikey", "controller": name, "publicKeyMultibase": multikey }),
            json!({
                "id": format!("{id}-jwk"), "type": "JsonWebKey", "controller": name,
                "publicKeyJwk": { "kty": "OKP", "crv": "Ed25519", "x": x },
            }),
        ];
        if let Some(revoked) = key.revoked {
            for method in &mut both {
                method["revoked"] = revoked.to_rfc3339_opts(SecondsFormat::Secs, true).into();
            }
        }
        methods.extend(both);
    }
    let ids: Vec<Value> = methods.iter().map(|method| method["id"].clone()).collect();
    let names: Vec<&str> = keys.iter().map(|key| key.did.as_str()).collect();
    Ok(json!({
        "@context": CONTEXTS,
        "id": name,
        "alsoKnownAs": names,
        "verificationMethod": methods,
        "assertionMethod": ids,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::IssuerKey;

    #[test]
    fn the_name_follows_from_the_address() {
        for (base, path, name) in [
            ("https://sertifikat.example", "c/did/7", "did:web:sertifikat.example:c:did:7"),
            ("http://localhost:8080/", "c/did/7", "did:web:localhost%3A8080:c:did:7"),
            ("https://a.example/umum", "c/did/7", "did:web:a.example:umum:c:did:7"),
        ] {
            assert_eq!(web_name(base, path), name);
        }
    }

    #[test]
    fn every_key_stands_there_twice_and_a_retired_one_with_its_end() {
        let (new, old) = (IssuerKey::from_seed([1; 32]), IssuerKey::from_seed([2; 32]));
        let end = DateTime::from_timestamp(1_795_600_800, 0).expect("a time");
        let keys =
            [IssuersKey { did: new.did(), revoked: None }, IssuersKey { did: old.did(), revoked: Some(end) }];
        let document = web_document("did:web:a.example:c:did:7", &keys).expect("both are keys");
        let methods = document["verificationMethod"].as_array().expect("methods");
        assert_eq!(methods.len(), 4);
        assert_eq!(document["assertionMethod"].as_array().map(Vec::len), Some(4));
        assert_eq!(document["alsoKnownAs"], json!([new.did(), old.did()]));
        let ends: Vec<Option<&str>> = methods.iter().map(|method| method["revoked"].as_str()).collect();
        assert_eq!(ends, [None, None, Some("2026-11-25T10:00:00Z"), Some("2026-11-25T10:00:00Z")]);
        for (method, key) in methods.iter().zip([&new, &new, &old, &old]) {
            let public = key.public();
            match method["publicKeyJwk"]["x"].as_str() {
                Some(x) => assert_eq!(URL_SAFE_NO_PAD.decode(x).expect("base64"), public.to_bytes()),
                None => {
                    assert_eq!(
                        format!("did:key:{}", method["publicKeyMultibase"].as_str().expect("text")),
                        key.did()
                    )
                }
            }
        }
        assert!(web_document("did:web:a", &[IssuersKey { did: "did:key:z".into(), revoked: None }]).is_err());
    }
}
