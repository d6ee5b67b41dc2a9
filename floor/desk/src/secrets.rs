// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is sealed before it reaches the database, and found again by keyed hash.

use anyhow::{Context, anyhow};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The master key of an installation. Each purpose has a key of its own derived from it.
pub struct Secrets([u8; 32]);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Secrets(…)")
    }
}

impl Secrets {
    pub fn new(master: [u8; 32]) -> Self {
        Self(master)
    }

    /// Seals `plain` for one purpose, such as `nik`. A sealed value opens only under the same purpose.
    ///
    /// # Shape
    /// 24 bytes of nonce, then the ciphertext with its tag (XChaCha20-Poly1305).
    pub fn seal(&self, purpose: &str, plain: &[u8], nonce: [u8; 24]) -> Vec<u8> {
        let payload = Payload { msg: plain, aad: purpose.as_bytes() };
        let sealed = self.cipher(purpose).encrypt(&XNonce::from(nonce), payload);
        let mut bytes = nonce.to_vec();
        bytes.extend(sealed.expect("sealing a short value in memory does not fail"));
        bytes
    }

    /// Opens what `seal` made.
    ///
    /// # Errors
    /// Another key or purpose, or the bytes were changed.
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> anyhow::Result<Vec<u8>> {
        let (nonce, cipher_text) = sealed.split_at_checked(24).context("a sealed value is too short")?;
        let nonce: [u8; 24] = nonce.try_into().context("a sealed value is too short")?;
        let payload = Payload { msg: cipher_text, aad: purpose.as_bytes() };
        let opened = self.cipher(purpose).decrypt(&XNonce::from(nonce), payload);
        opened
            .map_err(|_| anyhow!("a value sealed for `{purpose}` does not open with this installation's key"))
    }

    /// A keyed hash by which a sealed value can be found.
    pub fn keyed_hash(&self, purpose: &str, value: &[u8]) -> Vec<u8> {
        mac(&self.key(purpose, "hash"), value).to_vec()
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.key(purpose, "seal")))
    }

    fn key(&self, purpose: &str, part: &str) -> [u8; 32] {
        mac(&self.0, format!("{part}:{purpose}").as_bytes())
    }
}

fn mac(key: &[u8; 32], bytes: &[u8]) -> [u8; 32] {
    let mut mac =
        <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).expect("a key of any length is accepted");
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}
