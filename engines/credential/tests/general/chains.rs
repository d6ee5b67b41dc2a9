// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sets and chains of proofs, and proofs of an older kind: what of them is signed along.

use credential::general::{Cryptosuite, ProofOptions, add_proof, check_proofs, did_key, verify_credential};
use credential::{IssuerKey, ProblemKind, suite};
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::common::key;
use crate::{alumni, assertion, by_fragment, map, options, plain};

fn chain() -> Value {
    let proof = |id: Option<&str>, created: &str, method: &str, previous: Value, value: &str| {
        let mut proof = map(json!({
            "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": created,
            "verificationMethod": format!("https://vc.example/issuers/{method}"),
            "proofPurpose": "assertionMethod", "proofValue": value,
        }));
        if let Some(id) = id {
            proof.insert("id".into(), format!("urn:uuid:{id}").into());
        }
        if !previous.is_null() {
            proof.insert("previousProof".into(), previous);
        }
        Value::Object(proof)
    };
    let mut signed = alumni();
    signed["proof"] = json!([
        proof(
            Some("26329423-bec9-4b2e-88cb-a7c7d9dc4544"),
            "2023-02-24T23:36:38Z",
            "56781#z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7",
            Value::Null,
            "z5KTX5yikM4eUukZW9qh66LGT3KZEUCACGpWcT2t4Yd54NMoFRchGmH4778omyNFAD3weSt6sNk5fuaMQmhhzNmEC",
        ),
        proof(
            Some("8cc9022b-6b14-4cf3-8571-74972c5feb54"),
            "2023-02-24T23:36:38Z",
            "56782#z6MkhWqdDBPojHA7cprTGTt5yHv5yUi1B8cnXn8ReLumkw6E",
            Value::Null,
            "z5KXNyXDcm822dHS37tmS6Xc7FFNo8c73AfeqmfHoywPxnXWNjWKYK3VQzt3CMUoK9uAqsboVHKJXxuYwbdnfxZeA",
        ),
        proof(
            Some("d94f792a-c546-4d06-b38a-da070ab56c23"),
            "2023-02-26T22:06:38Z",
            "56783#z6MkmEq87wkHCYnWnNZkigeDMGTN7oUw1upkhzd77KuXERS1",
            json!([
                "urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544",
                "urn:uuid:8cc9022b-6b14-4cf3-8571-74972c5feb54",
            ]),
            "z2hcFbMaj3BJufikuLZQ36gAXVT9J3ZiwB9rqN3j7VdqyT1GaQPbMTaF1Q2gn7h75ZcJ6JpV9pvNoDumvcjtmSRAV",
        ),
        proof(
            None,
            "2023-02-26T22:16:38Z",
            "56784#z6MkmEq87wkHCYnWnNZkigeDMGTN7oUw1upkhzd77KuXERS1",
            json!("urn:uuid:d94f792a-c546-4d06-b38a-da070ab56c23"),
            "z6f4Lx4xiwWq8sucv6pg2vVvD5R4bxr58q2TagpwDXCxPVVS28S1iFwhor4ikhG6u4RKrNx7uSkYrCHdiiw5Js3d",
        ),
    ]);
    signed
}

/// Appendix B.4: a set of two proofs, and a chain over it, of four signers.
#[test]
fn the_vector_of_proof_sets_and_chains() {
    let controllers = check_proofs(&map(chain()), &assertion(), &by_fragment);
    assert_eq!(controllers.map(|all| all.len()), Ok(4));
    let mut without_first = chain();
    without_first["proof"].as_array_mut().expect("proofs").remove(0);
    let problems =
        check_proofs(&map(without_first), &assertion(), &by_fragment).expect_err("a link is missing");
    assert_eq!(problems[0].path, "$.proof[1].previousProof");
    for broken in 0..4 {
        let mut changed = chain();
        changed["proof"][broken]["created"] = json!("2023-02-24T23:36:39Z");
        assert!(check_proofs(&map(changed), &assertion(), &by_fragment).is_err(), "proof {broken}");
    }
}

#[test]
fn a_chain_of_ones_own_is_made_and_checked() {
    for suite in [Cryptosuite::Rdfc, Cryptosuite::Jcs] {
        let first = ProofOptions { id: Some("urn:example:first".into()), ..options(suite) };
        let second = ProofOptions { previous: vec!["urn:example:first".into()], ..options(suite) };
        let signed = add_proof(&map(plain()), &key(), &first).expect("one proof");
        let signed = add_proof(&signed, &key(), &second).expect("two proofs");
        assert_eq!(check_proofs(&signed, &assertion(), &did_key).expect("a chain").len(), 2);
        let mut broken = Value::Object(signed.clone());
        broken["proof"][0]["id"] = json!("urn:example:other");
        assert!(check_proofs(&map(broken), &assertion(), &did_key).is_err());
        let earlier = ProofOptions { created: Some("2020-01-01T00:00:00Z".into()), ..first.clone() };
        let earlier = add_proof(&map(plain()), &key(), &earlier).expect("another first proof, as good");
        let mut exchanged = Value::Object(signed.clone());
        exchanged["proof"][0] = earlier["proof"].clone();
        assert!(
            check_proofs(&map(exchanged), &assertion(), &did_key).is_err(),
            "{}: exchanged",
            suite.name()
        );
        let mut doubled = Value::Object(signed);
        doubled["proof"].as_array_mut().expect("proofs").push(earlier["proof"].clone());
        assert!(
            check_proofs(&map(doubled), &assertion(), &did_key).is_err(),
            "{}: two of a name",
            suite.name()
        );
        let missing = add_proof(&map(plain()), &key(), &second).expect_err("there is no first");
        assert_eq!(missing[0].kind, ProblemKind::ProofGeneration);
    }
}

/// The previous proofs are in what is hashed, whatever the suite: made here by hand as the Recommendation says.
#[test]
fn a_chain_over_the_text_signs_the_previous_proof_along() {
    let first = ProofOptions { id: Some("urn:example:first".into()), ..options(Cryptosuite::Jcs) };
    let signed = add_proof(&map(plain()), &key(), &first).expect("one proof");
    // The seed of `key`; the library signs whatever it is given.
    let signer = SigningKey::from_bytes(&[7; 32]);
    let hashed =
        |document: &Value| Sha256::digest(suite::canonical(document.as_object().expect("an object")));
    for is_signed_along in [true, false] {
        let mut last = signed["proof"].clone();
        let members = last.as_object_mut().expect("an object");
        members.retain(|name, _| name != "id" && name != "proofValue");
        members.insert("previousProof".into(), "urn:example:first".into());
        let mut document = plain();
        if is_signed_along {
            document["proof"] = json!([signed["proof"]]);
        }
        let both = [hashed(&last), hashed(&document)].concat();
        last["proofValue"] = format!("z{}", bs58::encode(signer.sign(&both).to_bytes()).into_string()).into();
        let mut chain = signed.clone();
        chain.insert("proof".into(), json!([signed["proof"], last]));
        let found = check_proofs(&chain, &assertion(), &did_key);
        assert_eq!(found.is_ok(), is_signed_along, "{found:?}");
    }
}

/// Made by the package @digitalbazaar/ed25519-signature-2020 5.4.0 with the seed of nines.
#[test]
fn a_proof_from_before_there_were_cryptosuites_is_read() {
    let did = IssuerKey::from_seed([9; 32]).did();
    let fragment = &did["did:key:".len()..];
    let document = json!({
        "@context": ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/security/suites/ed25519-2020/v1"],
        "id": "urn:uuid:86294362-4254-4f36-854f-3952fe42555d",
        "type": ["VerifiableCredential"],
        "issuer": did,
        "issuanceDate": "2020-03-16T22:37:26Z",
        "credentialSubject": { "id": "did:example:subject" },
        "proof": {
            "type": "Ed25519Signature2020",
            "created": "2020-03-16T22:37:26Z",
            "verificationMethod": format!("{did}#{fragment}"),
            "proofPurpose": "assertionMethod",
            "proofValue": "z2YXRyxYwbj35UpSG7DkPssNCSLxP8JLyA6xAnksaaJLY2uNcVM8C6F4BTsPKgCDfyUYsNA18PaKQnyMvvg9SGttj",
        },
    });
    assert_eq!(verify_credential(&document, &assertion(), &did_key), Ok(did));
    for (pointer, value) in [
        ("/issuanceDate", json!("2020-03-16T22:37:27Z")),
        ("/proof/created", json!("2020-03-16T22:37:27Z")),
        ("/proof/type", json!("DataIntegrityProof")),
        ("/proof/proofPurpose", json!("authentication")),
    ] {
        let mut changed = document.clone();
        *changed.pointer_mut(pointer).expect("it is there") = value;
        assert!(verify_credential(&changed, &assertion(), &did_key).is_err(), "{pointer}");
    }
    for suite in ["eddsa-rdfc-2022", "eddsa-jcs-2022"] {
        let mut both = document.clone();
        both["proof"]["cryptosuite"] = json!(suite);
        assert!(verify_credential(&both, &assertion(), &did_key).is_err(), "two suites in one proof");
    }
}
