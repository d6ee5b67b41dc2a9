// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Issues a signed badge and judges one that came back. Revocation and the day of today are asked elsewhere.

use serde_json::{Map, Value, json};

use crate::badge::{Badge, CONTEXTS, TYPES, midnight};
use crate::cause::Cause;
use crate::key::{IssuerKey, PublicKey};
use crate::reread::badge_of;
use crate::trust::TrustList;
use crate::verdict::{Read, Verdict};
use crate::{json, rdf_suite, read, suite};

const PROOF_TYPE: &str = "DataIntegrityProof";
const PURPOSE: &str = "assertionMethod";

/// The signed credential as canonical JSON; the same badge and key give the same bytes every time.
///
/// # Shape
/// Two proofs of one key: eddsa-rdfc-2022 over the meaning, which badge verifiers ask for, and eddsa-jcs-2022 over the text,
/// which needs no JSON-LD. Each holds without the other.
///
/// # Source
/// Data Integrity EdDSA Cryptosuites 1.0; Data Integrity 1.0, section 2.1.1 (proof sets). That the proofs' `created` is the
/// day of award, not the moment of signing, is a product decision: no hour of issue shows.
pub fn issue(badge: &Badge, key: &IssuerKey) -> String {
    let options = [
        ("type", PROOF_TYPE.to_owned()),
        ("cryptosuite", suite::NAME.to_owned()),
        ("created", midnight(badge.awarded_on)),
        ("verificationMethod", key.verification_method()),
        ("proofPurpose", PURPOSE.to_owned()),
    ];
    let options = options.into_iter().map(|(member, text)| (member.to_owned(), text.into())).collect();
    let mut document = badge.to_document(&key.did());
    let meaning = rdf_suite::prove(badge, key);
    let text = suite::prove(&document, options, key);
    document.insert("proof".into(), Value::Array(vec![meaning.into(), text.into()]));
    String::from_utf8(suite::canonical(&document)).expect("JSON written from strings is UTF-8")
}

/// Whether `json` is an unchanged certificate of an issuer on the list; ask [`Verdict::on`] for the day.
///
/// # Errors
/// None: what is wrong stands in the verdict, all at once.
pub fn verify(json: &[u8], trust: &TrustList) -> Verdict {
    match json::parse(json) {
        Ok(document) if looks_like_credential(&document) => match examine(&document, trust) {
            Ok(read) => Verdict::Valid(read),
            Err(causes) => Verdict::Invalid(causes),
        },
        Ok(_) => Verdict::Unreadable(Cause::NotACredential),
        Err(cause @ Cause::DuplicateMember(_)) => Verdict::Invalid(vec![cause]),
        Err(cause) => Verdict::Unreadable(cause),
    }
}

/// A damaged certificate is still one: any of these members is enough to call it invalid rather than unreadable.
fn looks_like_credential(document: &Value) -> bool {
    ["credentialSubject", "proof", "issuer"].iter().any(|member| document.get(member).is_some())
}

fn examine(document: &Value, trust: &TrustList) -> Result<Read, Vec<Cause>> {
    let Some(members) = document.as_object() else {
        return Err(vec![Cause::NotACredential]);
    };
    let mut causes = envelope_causes(document);
    match signer(document) {
        Ok(key) => {
            if !trust.knows(&key.did()) {
                causes.push(Cause::IssuerUnknown(key.did()));
            }
            causes.extend(check(document, members, &key).err());
        }
        Err(cause) => causes.push(cause),
    }
    if !causes.is_empty() {
        return Err(causes);
    }
    read::read(document, trust).map_err(|cause| vec![cause])
}

/// What can be wrong before any key is looked at.
fn envelope_causes(document: &Value) -> Vec<Cause> {
    let mut causes = Vec::new();
    if document["@context"] != json!(CONTEXTS) {
        causes.push(Cause::UnknownContext(unknown_context(&document["@context"])));
    }
    if document["type"] != json!(TYPES) {
        causes.push(Cause::UnknownType);
    }
    causes
}

/// The first context that is not the pinned one in its place.
fn unknown_context(contexts: &Value) -> String {
    let given = contexts.as_array().map(Vec::as_slice).unwrap_or(std::slice::from_ref(contexts));
    let odd = given
        .iter()
        .enumerate()
        .find(|(at, context)| CONTEXTS.get(*at).is_none_or(|known| *context != known));
    odd.map_or_else(String::new, |(_, context)| {
        context.as_str().map_or_else(|| context.to_string(), str::to_owned)
    })
}

/// The proofs of a document by kind: over the meaning, since format 2, and over the text.
type Proofs<'a> = (Option<&'a Map<String, Value>>, &'a Map<String, Value>);

fn proofs(document: &Map<String, Value>) -> Result<Proofs<'_>, Cause> {
    match document.get("proof") {
        Some(Value::Object(text)) => Ok((None, text)),
        Some(Value::Array(both)) => match both.as_slice() {
            [Value::Object(meaning), Value::Object(text)] => Ok((Some(meaning), text)),
            _ => Err(Cause::ProofNotSingle),
        },
        _ => Err(Cause::ProofMissing),
    }
}

/// Whether every proof holds.
fn check(document: &Value, members: &Map<String, Value>, key: &PublicKey) -> Result<(), Cause> {
    let (meaning, text) = proofs(members)?;
    suite::check_proof(members, text, key)?;
    let Some(meaning) = meaning else { return Ok(()) };
    let badge = badge_of(document).ok_or(Cause::SignatureMismatch)?;
    rdf_suite::check(&badge, key, meaning)
}

/// The key the proofs name, if they are of the kinds known here and the key is the issuer's own.
fn signer(document: &Value) -> Result<PublicKey, Cause> {
    let (meaning, text) = proofs(document.as_object().ok_or(Cause::NotACredential)?)?;
    let method = method_of(text, suite::NAME)?;
    let key = PublicKey::from_verification_method(method)?;
    if document["issuer"]["id"] != key.did() {
        return Err(Cause::SignerNotIssuer);
    }
    match meaning.map(|meaning| method_of(meaning, rdf_suite::NAME)).transpose()? {
        // A key has one name of this kind.
        Some(other) if other != method => Err(Cause::SignerNotIssuer),
        Some(_) | None => Ok(key),
    }
}

/// The name of the key that made a proof of this suite.
fn method_of<'a>(proof: &'a Map<String, Value>, suite: &str) -> Result<&'a str, Cause> {
    let member = |name: &str| proof.get(name).and_then(Value::as_str).unwrap_or_default();
    if member("type") != PROOF_TYPE || member("cryptosuite") != suite {
        return Err(Cause::UnknownSuite(
            format!("{} {}", member("type"), member("cryptosuite")).trim().to_owned(),
        ));
    }
    if member("proofPurpose") != PURPOSE {
        return Err(Cause::WrongPurpose(member("proofPurpose").to_owned()));
    }
    Ok(member("verificationMethod"))
}
