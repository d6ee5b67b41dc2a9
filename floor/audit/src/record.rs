// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Writing event and leaf inside the transaction of the change.

use anyhow::Context;
use kernel::id::{AccountId, OrganisationId};
use store::{DatabaseTransaction, Insert, Many, Together, insert, many, one, run};
use uuid::Uuid;

use crate::leaf::{Leaf, content_digest};
use crate::{Event, Object};

/// Who does it, from where, when; salt and event id come from outside, as all randomness does.
#[derive(Debug, Clone)]
pub struct Author {
    pub account: Option<AccountId>,
    pub name: String,
    pub office: Option<OrganisationId>,
    pub at: chrono::DateTime<chrono::Utc>,
    pub event_id: Uuid,
    pub salt: [u8; 16],
}

#[derive(store::FromQueryResult)]
struct Head {
    size: i64,
}

/// Appends the event and its leaf; answers the leaf's number.
///
/// # Errors
/// The database failed; the caller drops the transaction and nothing remains.
pub async fn append(tx: &DatabaseTransaction, author: &Author, event: &Event) -> anyhow::Result<i64> {
    let head: Head = one(tx, "UPDATE audit_head SET size = size + 1 WHERE one = 1 RETURNING size", [])
        .await?
        .context("the audit log has lost its head row")?;
    let content =
        serde_json_canonicalizer::to_string(&event.content).context("an event's content is not JSON")?;
    let leaf = Leaf {
        number: head.size - 1,
        at_millis: author.at.timestamp_millis(),
        actor: author.account.map_or_else(|| author.name.clone(), |id| id.to_string()),
        office: author.office.map(|id| id.to_string()).unwrap_or_default(),
        action: event.kind.to_owned(),
        object: format!("{}:{}", event.object.kind, event.object.id),
        digest: content_digest(&author.salt, &content),
    };
    let row = insert("audit_leaf")
        .set("number", leaf.number)
        .set("event_id", author.event_id)
        .set("at", author.at)
        .set("actor", leaf.actor.clone())
        .set("office", leaf.office.clone())
        .set("action", leaf.action.clone())
        .set("object", leaf.object.clone())
        .set("salt", author.salt.to_vec())
        .set("digest", leaf.digest.clone())
        .set("hash", leaf.hash());
    let rows = Together::default().and(event_row(author, event, content, leaf.number));
    rows.and_many(about_rows(author.event_id, event)).and(row).run(tx).await?;
    Ok(leaf.number)
}

/// Takes the log's one head row: until this transaction ends, no other that records something can commit.
///
/// # Errors
/// The database failed.
pub async fn hold(tx: &DatabaseTransaction) -> Result<(), store::DbErr> {
    run(tx, "UPDATE audit_head SET size = size WHERE one = 1", []).await?;
    Ok(())
}

fn event_row(author: &Author, event: &Event, content: String, leaf: i64) -> Insert {
    insert("event")
        .set("id", author.event_id)
        .set("leaf", leaf)
        .set("kind", event.kind)
        .set("object_kind", event.object.kind)
        .set("object_id", event.object.id)
        .set("actor_id", author.account.map(|id| id.0))
        .set("actor_name", author.name.clone())
        .set("office_id", author.office.map(|id| id.0))
        .set("at", author.at)
        .set("content", content)
}

/// Its object and everything else it is about, each once.
fn about_rows(id: Uuid, event: &Event) -> Many<3> {
    let mut about: Vec<Object> = vec![event.object];
    about.extend(event.about.iter().copied());
    about.sort_by_key(|object| (object.kind, object.id));
    about.dedup();
    let mut rows = many("event_about", ["event_id", "object_kind", "object_id"]);
    for object in about {
        rows.push([id.into(), object.kind.into(), object.id.into()]);
    }
    rows
}
