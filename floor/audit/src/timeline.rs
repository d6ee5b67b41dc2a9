// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading what happened to one thing, latest first.

use chrono::{DateTime, Utc};
use store::{ConnectionTrait, DbErr, FromQueryResult, rows};
use uuid::Uuid;

use crate::Object;

/// One line of a timeline.
#[derive(Debug, Clone)]
pub struct Entry {
    pub kind: String,
    pub actor_name: String,
    pub at: DateTime<Utc>,
    pub content: serde_json::Value,
}

#[derive(FromQueryResult)]
struct EntryRow {
    kind: String,
    actor_name: String,
    at: DateTime<Utc>,
    content: Option<String>,
}

impl From<EntryRow> for Entry {
    fn from(row: EntryRow) -> Self {
        let content = row.content.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Self { kind: row.kind, actor_name: row.actor_name, at: row.at, content }
    }
}

const SELECT: &str = "SELECT e.kind, e.actor_name, e.at, e.content FROM event e";

/// Events about a thing, latest first, at most `limit`.
pub async fn timeline<C: ConnectionTrait>(on: &C, object: Object, limit: i64) -> Result<Vec<Entry>, DbErr> {
    let sql = format!(
        "{SELECT} JOIN event_about a ON a.event_id = e.id WHERE a.object_kind = $1 AND a.object_id = $2 \
         ORDER BY e.leaf DESC LIMIT $3"
    );
    let found: Vec<EntryRow> = rows(on, &sql, [object.kind.into(), object.id.into(), limit.into()]).await?;
    Ok(found.into_iter().map(Entry::from).collect())
}

/// The latest events of one office, latest first, at most `limit`.
pub async fn recent<C: ConnectionTrait>(on: &C, office: Uuid, limit: i64) -> Result<Vec<Entry>, DbErr> {
    let sql = format!("{SELECT} WHERE e.office_id = $1 ORDER BY e.leaf DESC LIMIT $2");
    let found: Vec<EntryRow> = rows(on, &sql, [office.into(), limit.into()]).await?;
    Ok(found.into_iter().map(Entry::from).collect())
}

/// One line of the log itself: who, where and what, without the content.
#[derive(Debug, Clone, FromQueryResult)]
pub struct LogLine {
    pub number: i64,
    pub at: DateTime<Utc>,
    pub action: String,
    pub object: String,
    pub actor_name: String,
}

/// The latest lines of the log, latest first, at most `limit`.
pub async fn log<C: ConnectionTrait>(on: &C, limit: i64) -> Result<Vec<LogLine>, DbErr> {
    let sql = "SELECT l.number, l.at, l.action, l.object, COALESCE(e.actor_name, '') AS actor_name FROM audit_leaf l \
               LEFT JOIN event e ON e.id = l.event_id ORDER BY l.number DESC LIMIT $1";
    rows(on, sql, [limit.into()]).await
}

/// How often a thing was changed in some ways, and when last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    counts: Vec<(String, i64)>,
    pub last_at: Option<DateTime<Utc>>,
}

impl Changes {
    /// Events of one kind.
    pub fn count(&self, kind: &str) -> i64 {
        self.counts.iter().find(|(known, _)| known == kind).map_or(0, |(_, count)| *count)
    }
}

/// Counts the events of these kinds about a thing.
pub async fn changes<C: ConnectionTrait>(on: &C, object: Object, kinds: &[&str]) -> Result<Changes, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        kind: String,
        count: i64,
        last_at: DateTime<Utc>,
    }
    let places: Vec<String> = (0..kinds.len()).map(|place| format!("${}", place + 3)).collect();
    let sql = format!(
        "SELECT e.kind, CAST(COUNT(*) AS BIGINT) AS count, MAX(e.at) AS last_at FROM event e \
         JOIN event_about a ON a.event_id = e.id WHERE a.object_kind = $1 AND a.object_id = $2 AND e.kind IN ({}) \
         GROUP BY e.kind ORDER BY e.kind",
        places.join(", ")
    );
    let values =
        [object.kind.into(), object.id.into()].into_iter().chain(kinds.iter().map(|kind| (*kind).into()));
    let found: Vec<Row> = rows(on, &sql, values.collect::<Vec<store::Value>>()).await?;
    let last_at = found.iter().map(|row| row.last_at).max();
    Ok(Changes { counts: found.into_iter().map(|row| (row.kind, row.count)).collect(), last_at })
}
