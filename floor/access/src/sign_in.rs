// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sign-ins in the database: opened by password, ended by the person, by idleness or by age.

use chrono::{DateTime, Duration, Utc};
use kernel::id::AccountId;
use sha2::{Digest, Sha256};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, one, run};
use uuid::Uuid;

use crate::password::password_fits;

/// A sign-in ends after this long without a request.
const IDLE_MINUTES: i64 = 30;
/// And after this long in any case: one working day.
const LONGEST_HOURS: i64 = 12;
/// After so many failures, each next attempt waits.
const FREE_FAILURES: i64 = 5;
const PAUSE_MINUTES: i64 = 5;
/// A hash that fits no password, checked for unknown names so that they take as long as known ones.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Why nobody was signed in. Name and password are never told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInRefused {
    Wrong,
    Paused,
}

#[derive(FromQueryResult)]
struct AccountRow {
    id: Uuid,
    password_hash: String,
}

#[derive(FromQueryResult)]
struct FailureRow {
    failures: i64,
    last_at: DateTime<Utc>,
}

/// What is known about a name before its password is looked at.
#[derive(Debug)]
pub struct Attempt {
    login: String,
    account: Option<AccountId>,
    hash: String,
    paused: bool,
}

/// Reads what is known about a name. Nothing is held while the password is hashed afterwards.
pub async fn attempt<C: ConnectionTrait>(on: &C, login: &str, now: DateTime<Utc>) -> Result<Attempt, DbErr> {
    let failed: Option<FailureRow> =
        one(on, "SELECT failures, last_at FROM sign_in_failure WHERE login = $1", [login.into()]).await?;
    let paused = |row: &FailureRow| {
        row.failures >= FREE_FAILURES && now < row.last_at + Duration::minutes(PAUSE_MINUTES)
    };
    let sql = "SELECT id, password_hash FROM account WHERE login = $1 AND closed_on IS NULL";
    let account: Option<AccountRow> = one(on, sql, [login.into()]).await?;
    Ok(Attempt {
        login: login.to_owned(),
        account: account.as_ref().map(|row| AccountId(row.id)),
        hash: account.map_or_else(|| NOBODY.to_owned(), |row| row.password_hash),
        paused: failed.as_ref().is_some_and(paused),
    })
}

impl Attempt {
    /// Whether the password fits. Takes tens of milliseconds of one core, for unknown names too: call it where that
    /// holds up nobody.
    pub fn fits(&self, password: &str) -> bool {
        !self.paused && password_fits(password, &self.hash)
    }
}

/// Opens a sign-in under `token`, or notes a failure.
///
/// # Errors
/// The database failed; a refusal is the inner `Err`, and is written too.
pub async fn sign_in(
    tx: &DatabaseTransaction,
    attempt: &Attempt,
    fits: bool,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Result<AccountId, SignInRefused>, DbErr> {
    let login = attempt.login.as_str();
    if attempt.paused {
        return Ok(Err(SignInRefused::Paused));
    }
    let Some(account) = attempt.account.filter(|_| fits) else {
        let sql = "INSERT INTO sign_in_failure (login, failures, last_at) VALUES ($1, 1, $2) \
                   ON CONFLICT (login) DO UPDATE SET failures = sign_in_failure.failures + 1, last_at = $2";
        run(tx, sql, [login.into(), now.into()]).await?;
        return Ok(Err(SignInRefused::Wrong));
    };
    run(tx, "DELETE FROM sign_in_failure WHERE login = $1", [login.into()]).await?;
    insert("sign_in")
        .set("token_hash", token_hash(token))
        .set("account_id", account.0)
        .set("since", now)
        .set("seen_at", now)
        .run(tx)
        .await?;
    Ok(Ok(account))
}

/// How many names are being kept waiting now because their password was wrong too often. Which, nobody is told: what was
/// typed there may be a password.
pub async fn paused_sign_ins<C: ConnectionTrait>(on: &C, now: DateTime<Utc>) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        count: i64,
    }
    let sql =
        "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM sign_in_failure WHERE failures >= $1 AND last_at > $2";
    let values = [FREE_FAILURES.into(), (now - Duration::minutes(PAUSE_MINUTES)).into()];
    let found: Option<Row> = one(on, sql, values).await?;
    Ok(found.map_or(0, |row| row.count))
}

#[derive(FromQueryResult)]
struct SignInRow {
    account_id: Uuid,
    since: DateTime<Utc>,
    seen_at: DateTime<Utc>,
}

/// Whose token it is, if the sign-in is neither idle nor old. The flag says that `seen_at` is due to be moved on.
pub async fn signed_in<C: ConnectionTrait>(
    on: &C,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<(AccountId, bool)>, DbErr> {
    let sql = "SELECT account_id, since, seen_at FROM sign_in WHERE token_hash = $1";
    let found: Option<SignInRow> = one(on, sql, [token_hash(token).into()]).await?;
    let fresh = |row: &SignInRow| {
        now < row.seen_at + Duration::minutes(IDLE_MINUTES)
            && now < row.since + Duration::hours(LONGEST_HOURS)
    };
    Ok(found.filter(fresh).map(|row| (AccountId(row.account_id), now >= row.seen_at + Duration::minutes(1))))
}

/// Moves on the moment of the last request; at most once a minute, so that reading stays reading.
pub async fn keep_signed_in<C: ConnectionTrait>(
    on: &C,
    token: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    run(on, "UPDATE sign_in SET seen_at = $2 WHERE token_hash = $1", [token_hash(token).into(), now.into()])
        .await?;
    Ok(())
}

/// Ends the sign-in of this token.
pub async fn end_sign_in<C: ConnectionTrait>(on: &C, token: &str) -> Result<(), DbErr> {
    run(on, "DELETE FROM sign_in WHERE token_hash = $1", [token_hash(token).into()]).await?;
    Ok(())
}

fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
