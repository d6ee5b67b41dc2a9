// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A form sent twice does its work once: the key is taken in the transaction of the work.

use access::Actor;
use chrono::{DateTime, Utc};
use serde_json::json;
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, one, run};

use crate::{Done, Say};

const DONE: &str = "SELECT done FROM once WHERE key = $1";

#[derive(FromQueryResult)]
struct Row {
    done: String,
}

/// Takes the key; answers what was done if it is already taken.
pub(crate) async fn take(
    tx: &DatabaseTransaction,
    key: &str,
    actor: &Actor,
    action: &str,
    now: DateTime<Utc>,
) -> Result<Option<Done>, DbErr> {
    let key = owned_key(key, actor);
    let sql = "INSERT INTO once (key, account_id, action, at, done) VALUES ($1, $2, $3, $4, '') ON CONFLICT (key) DO NOTHING";
    let account = actor.account.map(|id| id.0);
    let taken = run(tx, sql, [key.clone().into(), account.into(), action.into(), now.into()]).await?;
    if taken == 1 {
        return Ok(None);
    }
    let row: Option<Row> = one(tx, DONE, [key.into()]).await?;
    Ok(Some(read(&row.map(|row| row.done).unwrap_or_default())))
}

/// What was done with a key, if it was used.
pub(crate) async fn find<C: ConnectionTrait>(
    on: &C,
    key: &str,
    actor: &Actor,
) -> Result<Option<Done>, DbErr> {
    let row: Option<Row> = one(on, DONE, [owned_key(key, actor).into()]).await?;
    Ok(row.map(|row| read(&row.done)))
}

/// Notes what the key did, in the same transaction.
pub(crate) async fn keep(
    tx: &DatabaseTransaction,
    key: &str,
    actor: &Actor,
    done: &Done,
    content: Option<&str>,
) -> Result<(), DbErr> {
    let text = json!({ "location": done.location, "said": done.said, "content": content }).to_string();
    run(tx, "UPDATE once SET done = $2 WHERE key = $1", [owned_key(key, actor).into(), text.into()]).await?;
    Ok(())
}

/// One person's key cannot collide with, or ask for, another's.
fn owned_key(key: &str, actor: &Actor) -> String {
    format!("{}:{key}", actor.login)
}

fn read(text: &str) -> Done {
    let value: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    let mut done = Done::new(value["location"].as_str().unwrap_or("/"), Say::new("already-done"));
    let said = value["said"].as_array().cloned().unwrap_or_default();
    done.said = said.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect();
    done.content = value["content"].as_str().map(str::to_owned);
    done
}
