// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The secret part of the address: found by its keyed hash, and sealed so that its owner may see it again.

use chrono::{DateTime, Utc};
use desk::{Dice, Secrets};
use kernel::id::AccountId;
use std::fmt::Write;
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, one, run};
use uuid::Uuid;

/// What the sealed value and the hash are for.
const PURPOSE: &str = "calendar";

/// The key of one person's calendar.
#[derive(Clone)]
pub struct Key {
    token: String,
    pub since: DateTime<Utc>,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Key([disembunyikan])")
    }
}

impl Key {
    /// A new one: 24 random bytes.
    pub fn new(dice: &Dice, since: DateTime<Utc>) -> Self {
        let mut token = String::with_capacity(48);
        for byte in dice.bytes::<24>() {
            write!(token, "{byte:02x}").expect("a string takes every character");
        }
        Self { token, since }
    }

    /// The address for a calendar program.
    pub fn address(&self) -> String {
        format!("/calendar/{}.ics", self.token)
    }
}

#[derive(FromQueryResult)]
struct Row {
    token_sealed: Vec<u8>,
    since: DateTime<Utc>,
}

/// The key of an account, if it has one.
pub async fn key_of<C: ConnectionTrait>(
    on: &C,
    secrets: &Secrets,
    account: AccountId,
) -> anyhow::Result<Option<Key>> {
    let sql = "SELECT token_sealed, since FROM calendar_key WHERE account_id = $1";
    let Some(row): Option<Row> = one(on, sql, [account.0.into()]).await? else { return Ok(None) };
    let token = String::from_utf8(secrets.open(PURPOSE, &row.token_sealed)?)?;
    Ok(Some(Key { token, since: row.since }))
}

/// The account an address stands for.
pub async fn account_of<C: ConnectionTrait>(
    on: &C,
    secrets: &Secrets,
    token: &str,
) -> Result<Option<AccountId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Owner {
        account_id: Uuid,
    }
    let sql = "SELECT account_id FROM calendar_key WHERE token_hash = $1";
    let hash = secrets.keyed_hash(PURPOSE, token.as_bytes());
    let found: Option<Owner> = one(on, sql, [hash.into()]).await?;
    Ok(found.map(|row| AccountId(row.account_id)))
}

/// Keeps a key; the one before it leads nowhere from now on.
pub async fn put(
    tx: &DatabaseTransaction,
    (secrets, dice): (&Secrets, &Dice),
    account: AccountId,
    key: &Key,
) -> Result<(), DbErr> {
    let sql = "INSERT INTO calendar_key (account_id, token_hash, token_sealed, since) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (account_id) DO UPDATE SET token_hash = $2, token_sealed = $3, since = $4";
    let hash = secrets.keyed_hash(PURPOSE, key.token.as_bytes());
    let sealed = secrets.seal(PURPOSE, key.token.as_bytes(), dice.bytes());
    run(tx, sql, [account.0.into(), hash.into(), sealed.into(), key.since.into()]).await.map(|_| ())
}

/// Takes the key away; false where there was none.
pub async fn remove(tx: &DatabaseTransaction, account: AccountId) -> Result<bool, DbErr> {
    Ok(run(tx, "DELETE FROM calendar_key WHERE account_id = $1", [account.0.into()]).await? == 1)
}
