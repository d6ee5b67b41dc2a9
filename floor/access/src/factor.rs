// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The second factor and its recovery codes in the database. Keys come sealed and codes hashed: the master key is not here.

use chrono::{DateTime, Duration, Utc};
use kernel::id::AccountId;
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, insert, one, run};

/// How many recovery codes are made at once.
pub const RECOVERY_CODES: usize = 10;
/// Below so many left, the person is warned.
pub const FEW_RECOVERY_CODES: i64 = 3;
/// As for passwords: so many failures are free, then each next attempt waits.
const FREE_FAILURES: i64 = 5;
const PAUSE_MINUTES: i64 = 5;

/// An account's authenticator.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Factor {
    pub sealed_key: Vec<u8>,
    /// None: begun, and not yet proven by a first code. It does not count until then.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The last step taken; nothing at or before it is taken again.
    pub last_step: i64,
}

/// The authenticator, confirmed or only begun.
pub async fn factor_of<C: ConnectionTrait>(on: &C, account: AccountId) -> Result<Option<Factor>, DbErr> {
    let sql = "SELECT sealed_key, confirmed_at, last_step FROM second_factor WHERE account_id = $1";
    one(on, sql, [account.0.into()]).await
}

/// The authenticator that counts.
pub async fn confirmed_factor<C: ConnectionTrait>(
    on: &C,
    account: AccountId,
) -> Result<Option<Factor>, DbErr> {
    Ok(factor_of(on, account).await?.filter(|factor| factor.confirmed_at.is_some()))
}

/// Begins with a new key; false when a confirmed one is there, which is removed first or stays.
pub async fn begin_factor(
    tx: &DatabaseTransaction,
    account: AccountId,
    sealed_key: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO second_factor (account_id, sealed_key, begun_at) VALUES ($1, $2, $3) \
               ON CONFLICT (account_id) DO UPDATE SET sealed_key = $2, begun_at = $3, last_step = 0 \
               WHERE second_factor.confirmed_at IS NULL";
    Ok(run(tx, sql, [account.0.into(), sealed_key.into(), now.into()]).await? == 1)
}

/// Confirms what was begun, by its first code; false when somebody else was first.
pub async fn confirm_factor(
    tx: &DatabaseTransaction,
    account: AccountId,
    step: i64,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let sql = "UPDATE second_factor SET confirmed_at = $3, last_step = $2 \
               WHERE account_id = $1 AND confirmed_at IS NULL AND last_step < $2";
    Ok(run(tx, sql, [account.0.into(), step.into(), now.into()]).await? == 1)
}

/// Takes a step, once: of two who bring the same code, one is refused.
pub async fn take_step(tx: &DatabaseTransaction, account: AccountId, step: i64) -> Result<bool, DbErr> {
    let sql = "UPDATE second_factor SET last_step = $2 \
               WHERE account_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2";
    Ok(run(tx, sql, [account.0.into(), step.into()]).await? == 1)
}

/// Removes authenticator and recovery codes; false when there was none.
pub async fn remove_factor(tx: &DatabaseTransaction, account: AccountId) -> Result<bool, DbErr> {
    run(tx, "DELETE FROM recovery_code WHERE account_id = $1", [account.0.into()]).await?;
    Ok(run(tx, "DELETE FROM second_factor WHERE account_id = $1", [account.0.into()]).await? > 0)
}

/// Puts new recovery codes in place of all before them.
pub async fn set_recovery_codes(
    tx: &DatabaseTransaction,
    account: AccountId,
    hashes: Vec<Vec<u8>>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    run(tx, "DELETE FROM recovery_code WHERE account_id = $1", [account.0.into()]).await?;
    for hash in hashes {
        insert("recovery_code")
            .set("account_id", account.0)
            .set("code_hash", hash)
            .set("made_at", now)
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Uses a recovery code, once.
pub async fn use_recovery_code(
    tx: &DatabaseTransaction,
    account: AccountId,
    hash: Vec<u8>,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let sql = "UPDATE recovery_code SET used_at = $3 \
               WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL";
    Ok(run(tx, sql, [account.0.into(), hash.into(), now.into()]).await? == 1)
}

/// How many recovery codes still work.
pub async fn recovery_codes_left<C: ConnectionTrait>(on: &C, account: AccountId) -> Result<i64, DbErr> {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let sql = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM recovery_code \
               WHERE account_id = $1 AND used_at IS NULL";
    let found: Option<Count> = one(on, sql, [account.0.into()]).await?;
    Ok(found.map_or(0, |row| row.count))
}

/// Takes one try at proving who one is, counted as wrong until `forget_wrong_proofs`; false during the pause.
///
/// Counting first, in one statement, leaves no moment in which many tries at once pass as the first.
pub async fn take_try(
    tx: &DatabaseTransaction,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let sql = "INSERT INTO proof_failure (account_id, failures, last_at) VALUES ($1, 1, $2) \
               ON CONFLICT (account_id) DO UPDATE SET failures = proof_failure.failures + 1, last_at = $2 \
               WHERE proof_failure.failures < $3 OR proof_failure.last_at <= $4";
    let pause_began = now - Duration::minutes(PAUSE_MINUTES);
    let values = [account.0.into(), now.into(), FREE_FAILURES.into(), pause_began.into()];
    Ok(run(tx, sql, values).await? == 1)
}

/// After a right one the count begins anew.
pub async fn forget_wrong_proofs(tx: &DatabaseTransaction, account: AccountId) -> Result<(), DbErr> {
    run(tx, "DELETE FROM proof_failure WHERE account_id = $1", [account.0.into()]).await.map(|_| ())
}
