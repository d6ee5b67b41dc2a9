// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The Ed25519 key of an issuer and its `did:key` name. Where the seed is kept is not decided here.

use std::fmt;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::cause::Cause;

const DID_KEY: &str = "did:key:";
/// The multicodec prefix of an Ed25519 public key.
const ED25519_PUBLIC: [u8; 2] = [0xed, 0x01];

/// What salts are derived for, so that no other purpose gives the same bytes.
const SALTS: &str = "sd-jwt salts 1";

/// Signs for one issuer; all learners of the issuer share it.
pub struct IssuerKey(SigningKey);

impl IssuerKey {
    /// The key that follows from 32 secret random bytes.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// The public half, safe to hand out.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The name of the issuer in the machine's world, `did:key:z6Mk...`.
    pub fn did(&self) -> String {
        self.public().did()
    }

    /// The one key in the issuer's document, `did:key:z6Mk...#z6Mk...`.
    pub fn verification_method(&self) -> String {
        self.public().verification_method()
    }

    /// 32 secret bytes for another purpose, the same whenever they are asked for; from them the key cannot be told.
    ///
    /// # Source
    /// RFC 2104 (HMAC) with SHA-256. The seed enters nowhere else but into signatures, where it is hashed with SHA-512.
    pub fn derived(&self, purpose: &str) -> [u8; 32] {
        mac(&self.0.to_bytes(), purpose)
    }

    /// Salts for the facts of one certificate, the same whenever they are asked for, and known to nobody without the key.
    ///
    /// # Shape
    /// `certificate` is the certificate's own identifier.
    ///
    /// # Source
    /// As [`derived`](Self::derived), twice, and cut to the 128 bits of RFC 9901, section 9.3.
    pub fn salts(&self, certificate: &str) -> impl Fn(&str) -> [u8; 16] + use<> {
        let own = self.derived(&format!("{SALTS} {certificate}"));
        move |place| {
            let mut salt = [0; 16];
            salt.copy_from_slice(&mac(&own, place)[..16]);
            salt
        }
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

fn mac(key: &[u8; 32], message: &str) -> [u8; 32] {
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("a key of any length is accepted");
    mac.chain_update(message).finalize().into_bytes().into()
}

impl fmt::Debug for IssuerKey {
    /// Shows the public name alone, so that a log never holds the seed.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "IssuerKey({})", self.did())
    }
}

/// The first bytes of the hash of a key: enough to find it on a list, and short enough for a code on paper.
pub type KeyNumber = [u8; 8];

/// Checks signatures of one issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads the key out of a `did:key`.
    ///
    /// # Errors
    /// `KeyUnreadable` if the text is no `did:key` of an Ed25519 key.
    ///
    /// # Source
    /// The did:key Method, section 3; Controlled Identifiers 1.0, section 2.2.2 (Multikey).
    pub fn from_did(did: &str) -> Result<Self, Cause> {
        Self::decode(did).ok_or_else(|| Cause::KeyUnreadable(did.to_owned()))
    }

    /// Reads the key out of `did:key:X#X`; both halves must be the same key.
    ///
    /// # Errors
    /// `KeyUnreadable` as for [`PublicKey::from_did`], or if the halves differ.
    pub fn from_verification_method(method: &str) -> Result<Self, Cause> {
        let unreadable = || Cause::KeyUnreadable(method.to_owned());
        let (did, fragment) = method.split_once('#').ok_or_else(unreadable)?;
        if did.strip_prefix(DID_KEY) != Some(fragment) {
            return Err(unreadable());
        }
        Self::from_did(did)
    }

    fn decode(did: &str) -> Option<Self> {
        let multibase = did.strip_prefix(DID_KEY)?.strip_prefix('z')?;
        let bytes = bs58::decode(multibase).into_vec().ok()?;
        let key: &[u8; 32] = bytes.strip_prefix(&ED25519_PUBLIC)?.try_into().ok()?;
        VerifyingKey::from_bytes(key).ok().filter(|key| !key.is_weak()).map(Self)
    }

    fn multikey(&self) -> String {
        let bytes = [ED25519_PUBLIC.as_slice(), self.0.as_bytes()].concat();
        format!("z{}", bs58::encode(bytes).into_string())
    }

    /// `did:key:z6Mk...`
    pub fn did(&self) -> String {
        format!("{DID_KEY}{}", self.multikey())
    }

    /// `did:key:z6Mk...#z6Mk...`
    pub fn verification_method(&self) -> String {
        let multikey = self.multikey();
        format!("{DID_KEY}{multikey}#{multikey}")
    }

    /// The key itself.
    ///
    /// # Source
    /// RFC 8032, section 5.1.5.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The number by which a code on paper names the key.
    ///
    /// # Source
    /// Product decision: SHA-256 of the 32 bytes of the key, the first 8 of it. Two keys of one number are both tried.
    pub fn number(&self) -> KeyNumber {
        let mut number = [0; 8];
        number.copy_from_slice(&Sha256::digest(self.0.as_bytes())[..8]);
        number
    }

    /// Strict: refuses small-order keys and the second encoding of a signature.
    pub(crate) fn accepts(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}
