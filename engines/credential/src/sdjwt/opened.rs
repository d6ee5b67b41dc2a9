// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Opens any SD-JWT VC that an Ed25519 `did:key` signed: signature, digests, and the claims that come out. What they mean is
//! read elsewhere.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::disclosure::Disclosure;
use super::expansion::expanded;
use super::{ALGORITHM, OPEN_CLAIMS, TILDE, TYPE};
use crate::cause::Cause;
use crate::json;
use crate::key::PublicKey;

/// A certificate of some hundred units is shorter by far.
const LONGEST_BYTES: usize = 1 << 18;

/// A file whose signature and digests hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened<'t> {
    pub signer: PublicKey,
    /// Open and disclosed claims together.
    pub claims: Map<String, Value>,
    pub disclosures: Vec<Disclosure>,
    /// The signed part, as it stands in the file.
    pub jwt: &'t str,
}

/// Whether a file seems to be one: three parts with dots between, and a tilde.
pub fn looks_like(bytes: &[u8]) -> bool {
    let head = bytes.trim_ascii_start();
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    let length = head.iter().take_while(|byte| is_letter(byte)).count();
    head.get(length) == Some(&b'~') && head[..length].iter().filter(|byte| **byte == b'.').count() == 2
}

/// # Errors
/// `NotASelection` where it is no SD-JWT, or one with key binding; `UnknownSuite`, `UnknownType`, `KeyUnreadable`,
/// `SignerNotIssuer`, `ProofValueUnreadable`, `SignatureMismatch` for its signature; `SelectionBroken` for its digests.
///
/// # Source
/// RFC 9901, section 7.1; SD-JWT VC, sections 3.2 and 3.4.
pub fn open(text: &str) -> Result<Opened<'_>, Cause> {
    let text = text.trim_ascii();
    if text.len() > LONGEST_BYTES {
        return Err(Cause::AttachmentTooLarge);
    }
    // The part after the last tilde would be a proof of a key that no certificate here is bound to.
    let parts = text.strip_suffix(TILDE).ok_or(Cause::NotASelection)?;
    let mut parts = parts.split(TILDE);
    let jwt = parts.next().unwrap_or_default();
    let (signer, payload) = checked(jwt)?;
    let disclosures = parts.map(Disclosure::parse).collect::<Result<Vec<_>, _>>()?;
    let is_open = OPEN_CLAIMS.map(|name| payload.contains_key(name));
    let claims = expanded(payload, &disclosures)?;
    let hidden = OPEN_CLAIMS.iter().zip(is_open).find(|(name, open)| !open && claims.contains_key(**name));
    if let Some((name, _)) = hidden {
        return Err(Cause::SelectionBroken((*name).to_owned()));
    }
    if claims.get("iss").and_then(Value::as_str) != Some(&signer.did()) {
        return Err(Cause::SignerNotIssuer);
    }
    Ok(Opened { signer, claims, disclosures, jwt })
}

/// The key that signed, and what it signed.
fn checked(jwt: &str) -> Result<(PublicKey, Map<String, Value>), Cause> {
    let (message, signature) = jwt.rsplit_once('.').ok_or(Cause::NotASelection)?;
    let (header, payload) = message.split_once('.').ok_or(Cause::NotASelection)?;
    let header = object(header)?;
    let member = |name: &str| header.get(name).and_then(Value::as_str).unwrap_or_default();
    if member("alg") != ALGORITHM || header.contains_key("crit") {
        return Err(Cause::UnknownSuite(member("alg").to_owned()));
    }
    if member("typ") != TYPE {
        return Err(Cause::UnknownType);
    }
    let key = PublicKey::from_verification_method(member("kid"))?;
    let payload = object(payload)?;
    let signature = URL_SAFE_NO_PAD.decode(signature).ok().and_then(|bytes| bytes.try_into().ok());
    let signature: [u8; 64] = signature.ok_or(Cause::ProofValueUnreadable)?;
    if key.accepts(message.as_bytes(), &signature) {
        Ok((key, payload))
    } else {
        Err(Cause::SignatureMismatch)
    }
}

fn object(part: &str) -> Result<Map<String, Value>, Cause> {
    let bytes = URL_SAFE_NO_PAD.decode(part).map_err(|_| Cause::NotASelection)?;
    match json::parse(&bytes) {
        Ok(Value::Object(members)) => Ok(members),
        Err(cause @ Cause::DuplicateMember(_)) => Err(cause),
        Ok(_) | Err(_) => Err(Cause::NotASelection),
    }
}
