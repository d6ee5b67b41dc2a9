// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The cryptosuite against the published vector of the Recommendation, then against its own traps.

use credential::{Cause, IssuerKey, PublicKey, suite};
use serde_json::{Map, Value, json};

// Data Integrity EdDSA Cryptosuites 1.0, appendix B, "Representation: eddsa-jcs-2022".
const SECRET: &str = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
const PUBLIC: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
const HASH_DATA: &str = "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db\
                         59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19";
const PROOF_VALUE: &str =
    "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX";

fn object(value: Value) -> Map<String, Value> {
    value.as_object().expect("an object").clone()
}

fn document() -> Map<String, Value> {
    object(json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" }
    }))
}

fn options() -> Map<String, Value> {
    object(json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": format!("did:key:{PUBLIC}#{PUBLIC}"),
        "proofPurpose": "assertionMethod"
    }))
}

fn vector_key() -> IssuerKey {
    let bytes = bs58::decode(&SECRET[1..]).into_vec().expect("base58");
    assert_eq!(bytes[..2], [0x80, 0x26], "multicodec of an Ed25519 secret key");
    IssuerKey::from_seed(bytes[2..].try_into().expect("32 bytes"))
}

fn public() -> PublicKey {
    PublicKey::from_did(&format!("did:key:{PUBLIC}")).expect("the vector's key")
}

#[test]
fn the_key_of_the_vector_gets_its_published_name() {
    assert_eq!(vector_key().did(), format!("did:key:{PUBLIC}"));
    assert_eq!(vector_key().verification_method(), format!("did:key:{PUBLIC}#{PUBLIC}"));
    assert_eq!(vector_key().public(), public());
}

#[test]
fn the_hashes_are_the_published_ones() {
    let mut config = options();
    config.insert("@context".into(), document()["@context"].clone());
    let hex: String =
        suite::hash_data(&document(), &config).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, HASH_DATA);
}

#[test]
fn the_signature_is_the_published_one() {
    let sealed = suite::seal(document(), options(), &vector_key());
    assert_eq!(sealed["proof"]["proofValue"], PROOF_VALUE);
    assert_eq!(suite::check(&sealed, &public()), Ok(()));
}

#[test]
fn a_context_added_after_signing_is_refused() {
    let mut sealed = suite::seal(document(), options(), &vector_key());
    let contexts = sealed["@context"].as_array_mut().expect("a list of contexts");
    contexts.push("https://attacker.example/v1".into());
    assert_eq!(suite::check(&sealed, &public()), Err(Cause::ContextsDiffer));
}

#[test]
fn the_second_encoding_of_a_signature_is_refused() {
    // s and s + L (the group order) satisfy the same equation; only the smaller one may pass.
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut signature = bs58::decode(&PROOF_VALUE[1..]).into_vec().expect("base58");
    let mut carry = 0;
    for (byte, order) in signature[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        (*byte, carry) = ((sum & 0xff) as u8, sum >> 8);
    }
    assert_eq!(carry, 0, "the sum still fits 32 bytes");
    let mut sealed = suite::seal(document(), options(), &vector_key());
    sealed["proof"]["proofValue"] = format!("z{}", bs58::encode(signature).into_string()).into();
    assert_eq!(suite::check(&sealed, &public()), Err(Cause::SignatureMismatch));
}

#[test]
fn names_that_are_no_ed25519_key_are_refused() {
    let weak =
        format!("did:key:z{}", bs58::encode([[0xed, 1].as_slice(), &[1], &[0; 31]].concat()).into_string());
    let p256 = "did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP";
    for did in ["", "did:key:", "did:key:z", "did:web:example.com", p256, &weak] {
        assert_eq!(PublicKey::from_did(did), Err(Cause::KeyUnreadable(did.into())));
    }
    let other = IssuerKey::from_seed([1; 32]).did();
    let two_keys = format!("did:key:{PUBLIC}#{}", other.trim_start_matches("did:key:"));
    assert!(PublicKey::from_verification_method(&two_keys).is_err());
}

#[test]
fn the_seed_never_shows_in_a_log() {
    let shown = format!("{:?}", IssuerKey::from_seed([0x41; 32]));
    assert!(shown.starts_with("IssuerKey(did:key:z6Mk"), "{shown}");
    assert!(!shown.contains("65, 65") && !shown.contains("4141"), "{shown}");
}
