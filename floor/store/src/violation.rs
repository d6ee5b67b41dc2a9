// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which constraint said no. The database is the last guard; its refusal becomes a sentence in the room.

use std::ops::Deref;

use sea_orm::{DbErr, RuntimeErr};

/// A refusal by the database itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The constraint's name (PostgreSQL, and named CHECKs on SQLite) or `table.column, …` (a unique index on SQLite).
    pub name: String,
}

impl Violation {
    /// True when the refusal came from the constraint, named as PostgreSQL names it or by its first column as SQLite does.
    pub fn is(&self, constraint: &str, table_column: &str) -> bool {
        self.name.contains(constraint) || (!table_column.is_empty() && self.name.contains(table_column))
    }
}

/// Reads the violated constraint out of an error, if that is what it is.
pub fn violation(error: &DbErr) -> Option<Violation> {
    let (DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner))) = error
    else {
        return None;
    };
    let sea_orm::sqlx::Error::Database(database) = inner.deref() else {
        return None;
    };
    if let Some(name) = database.constraint() {
        return Some(Violation { name: name.to_owned() });
    }
    let message = database.message();
    let (_, name) = message.split_once("constraint failed: ")?;
    Some(Violation { name: name.to_owned() })
}
