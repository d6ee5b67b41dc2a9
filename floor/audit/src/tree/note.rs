// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A signed checkpoint: so many leaves, with this root, says this log.
//!
//! # Source
//! C2SP signed-note (signature type 1, Ed25519) and tlog-checkpoint.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use super::Hash;

/// The type byte of Ed25519 in key ids.
const ED25519: u8 = 1;
/// Signature lines read of one note; witnesses may add theirs.
const MOST_SIGNATURES: usize = 64;

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log, as an address without a scheme: `sertifikat.example/c/log`.
    pub origin: String,
    pub size: u64,
    pub root: Hash,
}

/// Why a checkpoint is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteProblem {
    #[error("tidak berbentuk pos pemeriksaan / not in the form of a checkpoint")]
    Form,
    #[error("tidak ditandatangani kunci log ini / not signed by the key of this log")]
    Signer,
    #[error("tanda tangannya salah / its signature is wrong")]
    Signature,
}

/// The public half of a log's key.
#[derive(Debug, Clone)]
pub struct NoteKey {
    key: VerifyingKey,
}

impl NoteKey {
    /// Of the secret half.
    pub fn of(seed: &[u8; 32]) -> Self {
        Self { key: SigningKey::from_bytes(seed).verifying_key() }
    }

    /// Reads `NAME+ID+KEY` as tools of transparency logs write it.
    pub fn parse(text: &str) -> Option<(String, Self)> {
        let (name, rest) = text.trim().split_once('+')?;
        let (id, key) = rest.split_once('+')?;
        let bytes = STANDARD.decode(key).ok()?;
        let (kind, bytes) = bytes.split_first()?;
        let key = Self { key: VerifyingKey::from_bytes(bytes.try_into().ok()?).ok()? };
        (*kind == ED25519 && id == hex(&key.id(name))).then(|| (name.to_owned(), key))
    }

    /// Writes it so, for the log of that name.
    pub fn written(&self, name: &str) -> String {
        let mut bytes = vec![ED25519];
        bytes.extend_from_slice(self.key.as_bytes());
        format!("{name}+{}+{}", hex(&self.id(name)), STANDARD.encode(bytes))
    }

    fn id(&self, name: &str) -> [u8; 4] {
        let digest =
            Sha256::new().chain_update(name).chain_update([b'\n', ED25519]).chain_update(self.key.as_bytes());
        let digest: Hash = digest.finalize().into();
        [digest[0], digest[1], digest[2], digest[3]]
    }
}

impl Checkpoint {
    fn body(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }

    /// The signed note.
    pub fn signed(&self, seed: &[u8; 32]) -> String {
        let body = self.body();
        let mut bytes = NoteKey::of(seed).id(&self.origin).to_vec();
        bytes.extend_from_slice(&SigningKey::from_bytes(seed).sign(body.as_bytes()).to_bytes());
        format!("{body}\n— {} {}\n", self.origin, STANDARD.encode(bytes))
    }

    /// Believes a note that the log's own key has signed under the log's own name.
    ///
    /// # Errors
    /// Its form, its signer or its signature is wrong.
    pub fn read(note: &str, key: &NoteKey) -> Result<Self, NoteProblem> {
        let (text, signatures) = note.rsplit_once("\n\n").ok_or(NoteProblem::Form)?;
        let checkpoint = Self::parse(text).ok_or(NoteProblem::Form)?;
        if checkpoint.body() != format!("{text}\n") || !signatures.ends_with('\n') {
            return Err(NoteProblem::Form);
        }
        let id = key.id(&checkpoint.origin);
        for line in signatures.lines().take(MOST_SIGNATURES) {
            let Some((name, signature)) = line.strip_prefix("— ").and_then(|rest| rest.split_once(' '))
            else {
                return Err(NoteProblem::Form);
            };
            let bytes = STANDARD.decode(signature).map_err(|_| NoteProblem::Form)?;
            if let Some((found, signature)) = bytes.split_first_chunk::<4>()
                && name == checkpoint.origin
                && *found == id
            {
                let signature = Signature::from_slice(signature).map_err(|_| NoteProblem::Form)?;
                let body = checkpoint.body();
                return match key.key.verify_strict(body.as_bytes(), &signature) {
                    Ok(()) => Ok(checkpoint),
                    Err(_) => Err(NoteProblem::Signature),
                };
            }
        }
        Err(NoteProblem::Signer)
    }

    /// Its three lines; more of them, which the form allows, this log never writes.
    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        if lines.next().is_some() || origin.is_empty() || origin.contains(['+', ' ']) {
            return None;
        }
        let root: Hash = STANDARD.decode(root).ok()?.try_into().ok()?;
        Some(Self { origin: origin.to_owned(), size: size.parse().ok()?, root })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
