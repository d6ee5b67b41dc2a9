// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The bytes of a leaf. They never change: a tree laid over old leaves must still fit.

use sha2::{Digest, Sha256};

/// One line of the log, as hashed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    pub number: i64,
    /// Milliseconds since 1970-01-01 UTC.
    pub at_millis: i64,
    pub actor: String,
    pub office: String,
    pub action: String,
    pub object: String,
    pub digest: Vec<u8>,
}

impl Leaf {
    /// The bytes that are hashed: a version line, then one field a line, each with its length in bytes before it,
    /// so that no two leaves share their bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let digest: String = self.digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let (number, at) = (self.number.to_string(), self.at_millis.to_string());
        let fields: [&str; 7] =
            [&number, &at, &self.actor, &self.office, &self.action, &self.object, &digest];
        let mut bytes = b"leaf v1\n".to_vec();
        for field in fields {
            bytes.extend_from_slice(format!("{} {field}\n", field.len()).as_bytes());
        }
        bytes
    }

    /// The leaf hash of a Merkle tree.
    ///
    /// # Source
    /// RFC 6962, section 2.1: SHA-256 over 0x00 and the entry.
    pub fn hash(&self) -> Vec<u8> {
        hash(&self.bytes()).to_vec()
    }
}

/// The same over bytes that are already a leaf's.
pub(crate) fn hash(entry: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

/// The salted digest of an event's content; the salt keeps a short content from being guessed.
pub(crate) fn content_digest(salt: &[u8], content: &str) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(content.as_bytes()).finalize().to_vec()
}
