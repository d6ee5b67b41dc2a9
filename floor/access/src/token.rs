// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Tokens for programs: a long random text that acts for one account, within the scopes it was given and no longer than
//! a year. Only its hash is kept.

use chrono::{DateTime, Duration, Utc};
use kernel::id::AccountId;
use sha2::{Digest, Sha256};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, one, rows, run};
use uuid::Uuid;

use crate::{Act, Actor, Entry, actor_of, policy};

/// The longest life of a token, in days; the table holds it too.
pub const LONGEST_DAYS: i64 = 365;
/// How every token begins, so that one left in a file can be found by searching.
const FRONT: &str = "bekal_";

/// A part of what a token may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TokenScope {
    /// `read`: every act that only reads, sensitive classes excepted.
    Reading,
    /// `write`: every act, sensitive classes excepted.
    Writing,
    /// One act by its code; the only way to a sensitive class.
    One(Act),
}

impl TokenScope {
    pub fn code(self) -> &'static str {
        match self {
            Self::Reading => "read",
            Self::Writing => "write",
            Self::One(act) => act.code(),
        }
    }

    /// None for an unknown word, and for an act that no token may do.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "read" => Some(Self::Reading),
            "write" => Some(Self::Writing),
            code => {
                let act = Act::ALL.iter().copied().find(|act| act.code() == code)?;
                policy::row(act).is_for_tokens().then_some(Self::One(act))
            }
        }
    }

    fn admits(self, act: Act) -> bool {
        match self {
            Self::Reading => act.only_reads(),
            Self::Writing => !act.is_sensitive(),
            Self::One(one) => one == act,
        }
    }
}

/// What a token may be used for. The rights of its account limit it further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenScopes {
    /// The token's own id, for logs and limits; not the token.
    pub token: Uuid,
    pub scopes: Vec<TokenScope>,
}

impl TokenScopes {
    /// Whether the token may do the act, if its account may.
    pub fn admits(&self, act: Act) -> bool {
        policy::row(act).is_for_tokens() && self.scopes.iter().any(|scope| scope.admits(act))
    }
}

/// A token to be written.
#[derive(Debug)]
pub struct NewToken<'a> {
    pub id: Uuid,
    pub account: AccountId,
    pub name: &'a str,
    /// From `token_text`.
    pub text: &'a str,
    pub scopes: &'a [TokenScope],
    /// 1 to `LONGEST_DAYS`.
    pub days: i64,
}

/// A token as its owner sees it afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenFact {
    pub id: Uuid,
    pub account: AccountId,
    pub name: String,
    pub scopes: Vec<TokenScope>,
    pub made_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// To the minute.
    pub used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
}

impl TokenFact {
    pub fn is_valid(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none() && now < self.ends_at
    }
}

/// The text of a token, made from 32 random bytes: `bekal_` and 64 hex digits.
pub fn token_text(bytes: [u8; 32]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{FRONT}{digits}")
}

/// Writes a token.
pub async fn make_token(
    tx: &DatabaseTransaction,
    new: &NewToken<'_>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    insert("api_token")
        .set("id", new.id)
        .set("account_id", new.account.0)
        .set("name", new.name)
        .set("token_hash", hash(new.text))
        .set("made_at", now)
        .set("days", new.days)
        .run(tx)
        .await?;
    for scope in new.scopes {
        insert("api_token_scope").set("token_id", new.id).set("scope", scope.code()).run(tx).await?;
    }
    Ok(())
}

/// Revokes a token for good; false when it was revoked before.
pub async fn revoke_token(tx: &DatabaseTransaction, id: Uuid, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let sql = "UPDATE api_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    Ok(run(tx, sql, [id.into(), now.into()]).await? == 1)
}

/// Revokes every token of an account.
pub async fn revoke_tokens_of(
    tx: &DatabaseTransaction,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let sql = "UPDATE api_token SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL";
    run(tx, sql, [account.0.into(), now.into()]).await
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    name: String,
    made_at: DateTime<Utc>,
    days: i64,
    used_at: Option<DateTime<Utc>>,
    revoked_at: Option<DateTime<Utc>>,
}

const TOKEN: &str = "SELECT id, account_id, name, made_at, days, used_at, revoked_at FROM api_token";

/// The tokens of an account, newest first, also those that ended.
pub async fn tokens_of<C: ConnectionTrait>(on: &C, account: AccountId) -> Result<Vec<TokenFact>, DbErr> {
    let sql = format!("{TOKEN} WHERE account_id = $1 ORDER BY made_at DESC, id DESC");
    let found: Vec<Row> = rows(on, &sql, [account.0.into()]).await?;
    let mut facts = Vec::with_capacity(found.len());
    for row in found {
        facts.push(fact(on, row).await?);
    }
    Ok(facts)
}

/// One token by its id.
pub async fn token<C: ConnectionTrait>(on: &C, id: Uuid) -> Result<Option<TokenFact>, DbErr> {
    match one(on, &format!("{TOKEN} WHERE id = $1"), [id.into()]).await? {
        Some(row) => fact(on, row).await.map(Some),
        None => Ok(None),
    }
}

async fn fact<C: ConnectionTrait>(on: &C, row: Row) -> Result<TokenFact, DbErr> {
    Ok(TokenFact {
        id: row.id,
        account: AccountId(row.account_id),
        name: row.name,
        scopes: scopes_of(on, row.id).await?,
        made_at: row.made_at,
        ends_at: row.made_at + Duration::days(row.days),
        used_at: row.used_at,
        revoked_at: row.revoked_at,
    })
}

async fn scopes_of<C: ConnectionTrait>(on: &C, token: Uuid) -> Result<Vec<TokenScope>, DbErr> {
    #[derive(FromQueryResult)]
    struct ScopeRow {
        scope: String,
    }
    let sql = "SELECT scope FROM api_token_scope WHERE token_id = $1 ORDER BY scope";
    let found: Vec<ScopeRow> = rows(on, sql, [token.into()]).await?;
    // An act that the policy has since closed to tokens is left out: it gives nothing any more.
    Ok(found.iter().filter_map(|row| TokenScope::from_code(&row.scope)).collect())
}

/// Whom a token acts for and within which scopes, if it is neither revoked nor over and its account is open.
///
/// # Shape
/// The actor carries the scopes in its `entry`, and `scope` and `authorise` ask it: a list and an object are limited alike.
pub async fn actor_of_token<C: ConnectionTrait>(
    on: &C,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Option<(Actor, TokenScopes)>, DbErr> {
    let found: Option<Row> = one(on, &format!("{TOKEN} WHERE token_hash = $1"), [hash(text).into()]).await?;
    let Some(row) = found else { return Ok(None) };
    let fact = fact(on, row).await?;
    if !fact.is_valid(now) {
        return Ok(None);
    }
    let Some(mut actor) = actor_of(on, fact.account).await? else { return Ok(None) };
    let scopes = TokenScopes { token: fact.id, scopes: fact.scopes };
    actor.entry = Entry::Token(scopes.clone());
    Ok(Some((actor, scopes)))
}

/// Notes that a token was used; at most once a minute, so that reading stays reading.
pub async fn note_token_use<C: ConnectionTrait>(
    on: &C,
    token: Uuid,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let sql = "UPDATE api_token SET used_at = $2 WHERE id = $1 AND (used_at IS NULL OR used_at <= $3)";
    run(on, sql, [token.into(), now.into(), (now - Duration::minutes(1)).into()]).await.map(|_| ())
}

fn hash(text: &str) -> Vec<u8> {
    Sha256::digest(text.trim().as_bytes()).to_vec()
}
