// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Believing a proof: of a leaf in a tree, of a tree that only grew, and both with a checkpoint in one text file.
//!
//! # Source
//! RFC 9162, sections 2.1.3.2 and 2.1.4.2 (the same tree as RFC 6962); C2SP tlog-proof.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Checkpoint, Hash, NoteKey, NoteProblem, node_hash};

const HEAD: &str = "c2sp.org/tlog-proof@v1";

/// Whether the leaf stands at `index` of the tree with this size and root.
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last, mut hash) = (index, size - 1, *leaf);
    for step in path {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            hash = node_hash(step, &hash);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, step);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether the tree of the old size and root is the beginning of the new one.
pub fn verify_consistency(old: (u64, &Hash), new: (u64, &Hash), path: &[Hash]) -> bool {
    let ((old_size, old_root), (new_size, new_root)) = (old, new);
    if old_size == 0 || old_size == new_size {
        return path.is_empty() && (old_size == 0 || old_root == new_root);
    }
    if old_size > new_size {
        return false;
    }
    let mut path = path.to_vec();
    if old_size.is_power_of_two() {
        path.insert(0, *old_root);
    }
    let Some((first, rest)) = path.split_first() else { return false };
    let (mut place, mut last) = (old_size - 1, new_size - 1);
    while place & 1 == 1 {
        place >>= 1;
        last >>= 1;
    }
    let (mut old_hash, mut new_hash) = (*first, *first);
    for step in rest {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            old_hash = node_hash(step, &old_hash);
            new_hash = node_hash(step, &new_hash);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            new_hash = node_hash(&new_hash, step);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && old_hash == *old_root && new_hash == *new_root
}

/// A proof as a file: the leaf's place, its path, and the checkpoint it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// Bytes that are not themselves proved: what the leaf is made of.
    pub extra: Vec<u8>,
    pub index: u64,
    pub path: Vec<Hash>,
    /// The signed note.
    pub checkpoint: String,
}

/// Why a proof file is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofProblem {
    #[error("tidak berbentuk berkas bukti / not in the form of a proof file")]
    Form,
    #[error(transparent)]
    Note(#[from] NoteProblem),
    #[error("catatan itu tidak ada di log / that record is not in the log")]
    NotIncluded,
    #[error("isinya bukan yang dicatat / its content is not what was recorded")]
    Content,
}

impl Bundle {
    /// The text of the file.
    pub fn written(&self) -> String {
        let mut text = format!("{HEAD}\n");
        if !self.extra.is_empty() {
            text.push_str(&format!("extra {}\n", STANDARD.encode(&self.extra)));
        }
        text.push_str(&format!("index {}\n", self.index));
        for hash in &self.path {
            text.push_str(&format!("{}\n", STANDARD.encode(hash)));
        }
        format!("{text}\n{}", self.checkpoint)
    }

    /// # Errors
    /// The text is not such a file.
    pub fn parse(text: &str) -> Result<Self, ProofProblem> {
        let (head, checkpoint) = text.split_once("\n\n").ok_or(ProofProblem::Form)?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(HEAD) {
            return Err(ProofProblem::Form);
        }
        let mut extra = Vec::new();
        if let Some(line) = lines.next_if(|line| line.starts_with("extra ")) {
            extra = decoded(line.trim_start_matches("extra "))?;
        }
        let index = lines.next().and_then(|line| line.strip_prefix("index ")).ok_or(ProofProblem::Form)?;
        let number: u64 = index.parse().map_err(|_| ProofProblem::Form)?;
        if number.to_string() != index {
            return Err(ProofProblem::Form);
        }
        let hash = |line| decoded(line)?.try_into().map_err(|_| ProofProblem::Form);
        let path = lines.map(hash).collect::<Result<Vec<Hash>, _>>()?;
        Ok(Self { extra, index: number, path, checkpoint: checkpoint.to_owned() })
    }

    /// Believes that the leaf is in the log; answers the checkpoint that says so.
    ///
    /// # Errors
    /// The checkpoint is not the log's, or the path does not lead to it.
    pub fn verify(&self, leaf: &Hash, key: &NoteKey) -> Result<Checkpoint, ProofProblem> {
        let checkpoint = Checkpoint::read(&self.checkpoint, key)?;
        let included = verify_inclusion(leaf, self.index, checkpoint.size, &self.path, &checkpoint.root);
        if included { Ok(checkpoint) } else { Err(ProofProblem::NotIncluded) }
    }
}

fn decoded(text: &str) -> Result<Vec<u8>, ProofProblem> {
    STANDARD.decode(text).map_err(|_| ProofProblem::Form)
}
