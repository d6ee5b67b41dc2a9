// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The newest leaf of the log: a value that nobody can choose, since each leaf holds a salt drawn when it is written.

use store::{ConnectionTrait, DbErr, FromQueryResult, one};

/// A leaf by number and hash.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct NewestLeaf {
    pub number: i64,
    /// SHA-256, 32 bytes.
    pub hash: Vec<u8>,
}

/// The leaf written last; inside a transaction that has recorded an event, that event's own.
///
/// # Errors
/// The database failed.
pub async fn newest_leaf<C: ConnectionTrait>(on: &C) -> Result<Option<NewestLeaf>, DbErr> {
    let sql = "SELECT l.number, l.hash FROM audit_head h JOIN audit_leaf l ON l.number = h.size - 1 WHERE h.one = 1";
    one(on, sql, []).await
}
