// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One record taken out of the log with all that its hash is made of, so that others can hash it again.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sha2::{Digest, Sha256};
use store::{ConnectionTrait, DbErr, FromQueryResult, one};

use crate::leaf::content_digest;
use crate::tree::{Bundle, Checkpoint, NoteKey, ProofProblem};
use crate::{Leaf, Object};

/// A leaf, and the content whose salted digest it holds.
#[derive(Debug, Clone)]
pub struct Evidence {
    pub leaf: Leaf,
    pub salt: Vec<u8>,
    /// The canonical JSON that was digested.
    pub content: String,
}

#[derive(FromQueryResult)]
struct Row {
    number: i64,
    at: DateTime<Utc>,
    actor: String,
    office: String,
    action: String,
    object: String,
    salt: Vec<u8>,
    digest: Vec<u8>,
    content: String,
}

/// The first event of a kind whose own object this is; nothing where there is none, or its content was forgotten.
///
/// # Errors
/// The database failed.
pub async fn evidence<C: ConnectionTrait>(
    on: &C,
    kind: &str,
    object: Object,
) -> Result<Option<Evidence>, DbErr> {
    let sql = "SELECT l.number, l.at, l.actor, l.office, l.action, l.object, l.salt, l.digest, e.content \
               FROM event e JOIN event_about a ON a.event_id = e.id JOIN audit_leaf l ON l.number = e.leaf \
               WHERE a.object_kind = $1 AND a.object_id = $2 AND e.object_id = $2 AND e.kind = $3 \
               AND e.content IS NOT NULL ORDER BY e.leaf LIMIT 1";
    let found: Option<Row> = one(on, sql, [object.kind.into(), object.id.into(), kind.into()]).await?;
    Ok(found.map(|row| Evidence {
        leaf: Leaf {
            number: row.number,
            at_millis: row.at.timestamp_millis(),
            actor: row.actor,
            office: row.office,
            action: row.action,
            object: row.object,
            digest: row.digest,
        },
        salt: row.salt,
        content: row.content,
    }))
}

/// Believes a proof file whose extra bytes are a leaf with salt and content; answers the content and the checkpoint.
///
/// # Errors
/// The leaf is not in the log, or salt and content do not give the leaf's digest.
pub fn proved(bundle: &Bundle, key: &NoteKey) -> Result<(Value, Checkpoint), ProofProblem> {
    let extra: Value = serde_json::from_slice(&bundle.extra).map_err(|_| ProofProblem::Form)?;
    let text = |name: &str| extra[name].as_str().ok_or(ProofProblem::Form);
    let (leaf, content) = (text("leaf")?, text("content")?);
    let checkpoint = bundle.verify(&crate::leaf::hash(leaf.as_bytes()), key)?;
    let salt = unhex(text("salt")?).ok_or(ProofProblem::Form)?;
    let digest = hex(&content_digest(&salt, content));
    // The digest is the leaf's last line, with its length before it.
    if !leaf.ends_with(&format!("\n64 {digest}\n")) {
        return Err(ProofProblem::Content);
    }
    Ok((serde_json::from_str(content).map_err(|_| ProofProblem::Form)?, checkpoint))
}

/// The SHA-256 of a file, as an event says which file it is about.
pub fn fingerprint(file: &[u8]) -> String {
    hex(&Sha256::digest(file))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
