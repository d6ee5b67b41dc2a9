// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading the whole log again, trusting nothing.

use chrono::{DateTime, Utc};
use store::{ConnectionTrait, DbErr, FromQueryResult, one, rows};
use uuid::Uuid;

use crate::leaf::{Leaf, content_digest};

/// How many leaves are read at once.
const PAGE: i64 = 2_000;

/// One thing that does not fit, at a leaf's number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// The number that should have come next is missing.
    Missing(i64),
    /// The leaf's own fields do not give its hash.
    LeafChanged(i64),
    /// The event's content does not give the leaf's digest.
    ContentChanged(i64),
    /// The event is gone, though its leaf stands.
    EventGone(i64),
    /// The head row counts another number of leaves than there are.
    HeadWrong { head: i64, leaves: i64 },
}

/// What `verify` found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub leaves: i64,
    pub flaws: Vec<Flaw>,
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
    hash: Vec<u8>,
    event_id: Option<Uuid>,
    content: Option<String>,
}

/// Checks every leaf: numbered without gap, hash of its fields, digest of its content, and the head's count.
pub async fn verify<C: ConnectionTrait>(on: &C) -> Result<Report, DbErr> {
    let sql = "SELECT l.number, l.at, l.actor, l.office, l.action, l.object, l.salt, l.digest, l.hash, \
               e.id AS event_id, e.content FROM audit_leaf l LEFT JOIN event e ON e.id = l.event_id \
               WHERE l.number >= $1 ORDER BY l.number LIMIT $2";
    let (mut next, mut leaves, mut flaws) = (0_i64, 0_i64, Vec::new());
    loop {
        let page: Vec<Row> = rows(on, sql, [next.into(), PAGE.into()]).await?;
        if page.is_empty() {
            break;
        }
        for row in page {
            flaws.extend((next..row.number).map(Flaw::Missing));
            next = row.number + 1;
            leaves += 1;
            flaws.extend(flaws_of(row));
        }
    }
    #[derive(FromQueryResult)]
    struct Head {
        size: i64,
    }
    let head: Option<Head> = one(on, "SELECT size FROM audit_head WHERE one = 1", []).await?;
    let head = head.map_or(-1, |row| row.size);
    if head != next {
        flaws.push(Flaw::HeadWrong { head, leaves });
    }
    Ok(Report { leaves, flaws })
}

fn flaws_of(row: Row) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let leaf = Leaf {
        number: row.number,
        at_millis: row.at.timestamp_millis(),
        actor: row.actor,
        office: row.office,
        action: row.action,
        object: row.object,
        digest: row.digest,
    };
    if leaf.hash() != row.hash {
        flaws.push(Flaw::LeafChanged(leaf.number));
    }
    match (row.event_id, row.content) {
        (None, _) => flaws.push(Flaw::EventGone(leaf.number)),
        // Forgotten on lawful request: the digest stays, the content is gone.
        (Some(_), None) => {}
        (Some(_), Some(content)) if content_digest(&row.salt, &content) != leaf.digest => {
            flaws.push(Flaw::ContentChanged(leaf.number));
        }
        (Some(_), Some(_)) => {}
    }
    flaws
}
