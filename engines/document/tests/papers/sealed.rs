// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A sealed certificate: the same page, one seal over every byte but its own. veraPDF judges it in `archive`, pyHanko in
//! `cargo xtask verifiers`.

use document::seal::{Ed25519Key, Ed25519Sealer, Sealer, prepare, seal, self_signed};
use document::{DocumentProblem, Paper, render_certificate};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use lopdf::{Document, Object};

use crate::examples::{certificate, day};

pub struct Key(SigningKey);

impl Ed25519Key for Key {
    fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

pub fn key() -> Key {
    Key(SigningKey::from_bytes(&[7; 32]))
}

pub fn sealed(paper: &Paper) -> Paper {
    let key = key();
    let own = self_signed("UPT Balai Latihan Kerja Mojokerto", &key).unwrap();
    seal(paper, day(), &Ed25519Sealer::new(&key, vec![own]).unwrap()).unwrap()
}
