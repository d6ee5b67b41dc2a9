// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sign-ins in the database: opened by password, and by a code where the account has an authenticator; ended by the
//! person, by idleness or by age.

use chrono::{DateTime, Duration, Utc};
use kernel::id::AccountId;
use sha2::{Digest, Sha256};
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, one, rows, run};
use uuid::Uuid;

use crate::factor::confirmed_factor;
use crate::password::password_fits;

/// A sign-in ends after this long without a request.
const IDLE_MINUTES: i64 = 30;
/// And after this long in any case: one working day.
const LONGEST_HOURS: i64 = 12;
/// So long the code may be waited for after the password.
const HALF_MINUTES: i64 = 5;
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

/// How far somebody came with name and password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// Signed in under the token.
    Whole(AccountId),
    /// The token stands for a half sign-in; the code is still to come.
    Half(AccountId),
}

#[derive(FromQueryResult)]
struct AccountRow {
    id: Uuid,
    password_hash: String,
    password_ends_at: Option<DateTime<Utc>>,
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
    let sql =
        "SELECT id, password_hash, password_ends_at FROM account WHERE login = $1 AND closed_on IS NULL";
    let account: Option<AccountRow> = one(on, sql, [login.into()]).await?;
    // A first password that nobody used in time is no password any more.
    let account = account.filter(|row| row.password_ends_at.is_none_or(|end| now < end));
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

/// Opens a sign-in under `token`, or half of one where a code is to follow, or notes a failure.
///
/// # Errors
/// The database failed; a refusal is the inner `Err`, and is written too.
pub async fn sign_in(
    tx: &DatabaseTransaction,
    attempt: &Attempt,
    fits: bool,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Result<Entered, SignInRefused>, DbErr> {
    let login = attempt.login.as_str();
    // Counted first, in one statement: many tries at once do not all pass as the first.
    let sql = "INSERT INTO sign_in_failure (login, failures, last_at) VALUES ($1, 1, $2) \
               ON CONFLICT (login) DO UPDATE SET failures = sign_in_failure.failures + 1, last_at = $2 \
               WHERE sign_in_failure.failures < $3 OR sign_in_failure.last_at <= $4";
    let pause_began = now - Duration::minutes(PAUSE_MINUTES);
    let values = [login.into(), now.into(), FREE_FAILURES.into(), pause_began.into()];
    if attempt.paused || run(tx, sql, values).await? == 0 {
        return Ok(Err(SignInRefused::Paused));
    }
    let Some(account) = attempt.account.filter(|_| fits) else {
        return Ok(Err(SignInRefused::Wrong));
    };
    run(tx, "DELETE FROM sign_in_failure WHERE login = $1", [login.into()]).await?;
    if confirmed_factor(tx, account).await?.is_none() {
        open_sign_in(tx, account, token, now).await?;
        return Ok(Ok(Entered::Whole(account)));
    }
    insert("sign_in_half")
        .set("token_hash", token_hash(token))
        .set("account_id", account.0)
        .set("since", now)
        .run(tx)
        .await?;
    Ok(Ok(Entered::Half(account)))
}

async fn open_sign_in(
    tx: &DatabaseTransaction,
    account: AccountId,
    token: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    insert("sign_in")
        .set("token_hash", token_hash(token))
        .set("account_id", account.0)
        .set("since", now)
        .set("seen_at", now)
        // Who has just signed in has just proven who she is.
        .set("proved_at", now)
        .run(tx)
        .await
}

/// Whose half sign-in this is, while its code may still come.
pub async fn half_signed_in<C: ConnectionTrait>(
    on: &C,
    token: &str,
    now: DateTime<Utc>,
) -> Result<Option<AccountId>, DbErr> {
    #[derive(FromQueryResult)]
    struct HalfRow {
        account_id: Uuid,
    }
    let sql = "SELECT h.account_id FROM sign_in_half h JOIN account a ON a.id = h.account_id \
               WHERE h.token_hash = $1 AND h.since > $2 AND a.closed_on IS NULL";
    let oldest = now - Duration::minutes(HALF_MINUTES);
    let found: Option<HalfRow> = one(on, sql, [token_hash(token).into(), oldest.into()]).await?;
    Ok(found.map(|row| AccountId(row.account_id)))
}

/// Makes a half sign-in whole, under another token; false when it was taken already.
pub async fn complete_sign_in(
    tx: &DatabaseTransaction,
    half: &str,
    (account, token): (AccountId, &str),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let oldest = now - Duration::minutes(HALF_MINUTES);
    let sql = "DELETE FROM sign_in_half WHERE token_hash = $1 AND account_id = $2";
    if run(tx, sql, [token_hash(half).into(), account.0.into()]).await? == 0 {
        return Ok(false);
    }
    // Those that never got their code go with it.
    run(tx, "DELETE FROM sign_in_half WHERE since <= $1", [oldest.into()]).await?;
    open_sign_in(tx, account, token, now).await?;
    Ok(true)
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
pub(crate) struct SignInRow {
    token_hash: Vec<u8>,
    account_id: Uuid,
    since: DateTime<Utc>,
    seen_at: DateTime<Utc>,
    proved_at: Option<DateTime<Utc>>,
}

impl SignInRow {
    pub(crate) fn is_live(&self, now: DateTime<Utc>) -> bool {
        now < self.seen_at + Duration::minutes(IDLE_MINUTES)
            && now < self.since + Duration::hours(LONGEST_HOURS)
    }
}

/// Of `sign_in s`.
pub(crate) const COLUMNS: &str = "s.token_hash, s.account_id, s.since, s.seen_at, s.proved_at";

/// A sign-in that is neither idle nor old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub account: AccountId,
    /// Tells one's own sign-ins apart; neither the token nor its hash can be found from it.
    pub mark: String,
    pub since: DateTime<Utc>,
    /// To the minute.
    pub seen_at: DateTime<Utc>,
    pub proved_at: Option<DateTime<Utc>>,
}

impl SignedIn {
    /// `seen_at` is due to be moved on.
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        now >= self.seen_at + Duration::minutes(1)
    }
}

impl From<SignInRow> for SignedIn {
    fn from(row: SignInRow) -> Self {
        Self {
            account: AccountId(row.account_id),
            mark: mark_of(&row.token_hash),
            since: row.since,
            seen_at: row.seen_at,
            proved_at: row.proved_at,
        }
    }
}

/// All sign-ins of an account that are neither idle nor old, the newest first.
pub async fn sign_ins_of<C: ConnectionTrait>(
    on: &C,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<Vec<SignedIn>, DbErr> {
    let sql = format!(
        "SELECT {COLUMNS} FROM sign_in s WHERE s.account_id = $1 ORDER BY s.since DESC, s.token_hash"
    );
    let found: Vec<SignInRow> = rows(on, &sql, [account.0.into()]).await?;
    Ok(found.into_iter().filter(|row| row.is_live(now)).map(Into::into).collect())
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

/// Notes that the person behind this sign-in has proven again who she is.
pub async fn note_proof(tx: &DatabaseTransaction, token: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
    let sql = "UPDATE sign_in SET proved_at = $2 WHERE token_hash = $1";
    run(tx, sql, [token_hash(token).into(), now.into()]).await.map(|_| ())
}

/// Ends the sign-in of this token.
pub async fn end_sign_in<C: ConnectionTrait>(on: &C, token: &str) -> Result<(), DbErr> {
    for table in ["sign_in", "sign_in_half"] {
        let sql = format!("DELETE FROM {table} WHERE token_hash = $1");
        run(on, &sql, [token_hash(token).into()]).await?;
    }
    Ok(())
}

/// Ends one sign-in of an account by its mark; false when there is none.
pub async fn end_sign_in_marked(
    tx: &DatabaseTransaction,
    account: AccountId,
    mark: &str,
) -> Result<bool, DbErr> {
    let sql = format!("SELECT {COLUMNS} FROM sign_in s WHERE s.account_id = $1");
    let found: Vec<SignInRow> = rows(tx, &sql, [account.0.into()]).await?;
    let Some(row) = found.into_iter().find(|row| mark_of(&row.token_hash) == mark) else {
        return Ok(false);
    };
    Ok(run(tx, "DELETE FROM sign_in WHERE token_hash = $1", [row.token_hash.into()]).await? == 1)
}

/// Ends all sign-ins of an account, half ones too, but the one marked so; answers how many whole ones.
pub async fn end_sign_ins_of(
    tx: &DatabaseTransaction,
    account: AccountId,
    but: Option<&str>,
) -> Result<u64, DbErr> {
    run(tx, "DELETE FROM sign_in_half WHERE account_id = $1", [account.0.into()]).await?;
    let sql = format!("SELECT {COLUMNS} FROM sign_in s WHERE s.account_id = $1");
    let found: Vec<SignInRow> = rows(tx, &sql, [account.0.into()]).await?;
    let mut ended = 0;
    for row in found.into_iter().filter(|row| but != Some(mark_of(&row.token_hash).as_str())) {
        ended += run(tx, "DELETE FROM sign_in WHERE token_hash = $1", [row.token_hash.into()]).await?;
    }
    Ok(ended)
}

/// Eight bytes of the hash of the hash, in hex.
fn mark_of(token_hash: &[u8]) -> String {
    Sha256::digest(token_hash).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
