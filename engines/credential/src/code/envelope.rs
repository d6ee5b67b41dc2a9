// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The signed envelope of a code: COSE_Sign1 with EdDSA, the key named by its number alone.

use super::cbor::{Reader, Writer};
use crate::key::{IssuerKey, KeyNumber, PublicKey};

/// The tag of COSE_Sign1.
///
/// # Source
/// RFC 9052, table 1.
const COSE_SIGN1: u64 = 18;
/// Header parameters, and the algorithm EdDSA.
///
/// # Source
/// RFC 9052, table 3; RFC 9053, table 2.
const ALGORITHM: i64 = 1;
const KEY_ID: i64 = 4;
const EDDSA: i64 = -8;

/// What the envelope adds to a payload of 24 to 255 bytes.
pub const BYTES: usize = 85;

/// The payload in its envelope.
pub fn sign(payload: &[u8], key: &IssuerKey) -> Vec<u8> {
    let header = header(key.public().number());
    let signature = key.sign(&to_be_signed(&header, payload));
    let mut sealed = Writer::default();
    sealed.tag(COSE_SIGN1);
    sealed.array(4);
    sealed.bytes(&header);
    sealed.map(0);
    sealed.bytes(payload);
    sealed.bytes(&signature);
    sealed.0
}

/// An envelope that was opened; whether the signature holds is asked by [`Sealed::holds`].
#[derive(Debug)]
pub struct Sealed<'a> {
    pub key_number: KeyNumber,
    pub payload: &'a [u8],
    signature: [u8; 64],
}

impl Sealed<'_> {
    pub fn holds(&self, key: &PublicKey) -> bool {
        key.accepts(&to_be_signed(&header(self.key_number), self.payload), &self.signature)
    }
}

/// Nothing where the bytes are no such envelope.
pub fn open(bytes: &[u8]) -> Option<Sealed<'_>> {
    let mut sealed = Reader(bytes);
    if (sealed.tag()?, sealed.array()?) != (COSE_SIGN1, 4) {
        return None;
    }
    let mut head = Reader(sealed.bytes()?);
    if (head.map()?, head.int()?, head.int()?, head.int()?) != (2, ALGORITHM, EDDSA, KEY_ID) {
        return None;
    }
    let key_number = head.bytes()?.try_into().ok()?;
    head.done(())?;
    if sealed.map()? != 0 {
        return None;
    }
    let (payload, signature) = (sealed.bytes()?, sealed.bytes()?.try_into().ok()?);
    sealed.done(Sealed { key_number, payload, signature })
}

fn header(key_number: KeyNumber) -> Vec<u8> {
    let mut header = Writer::default();
    header.map(2);
    header.int(ALGORITHM);
    header.int(EDDSA);
    header.int(KEY_ID);
    header.bytes(&key_number);
    header.0
}

/// # Source
/// RFC 9052, section 4.4 (Sig_structure).
fn to_be_signed(header: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut signed = Writer::default();
    signed.array(4);
    signed.text("Signature1");
    signed.bytes(header);
    signed.bytes(&[]);
    signed.bytes(payload);
    signed.0
}
