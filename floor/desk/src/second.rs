// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The second factor where master key and database meet: keys of authenticators are sealed, recovery codes hashed with a key.

use access::totp;
use anyhow::Context;
use chrono::{DateTime, Utc};
use kernel::id::AccountId;
use store::DatabaseTransaction;

use crate::{Halt, Secrets};

/// What was typed and taken; it does not work a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// A code of the authenticator.
    Code,
    /// A recovery code; so many are left.
    Recovery { left: i64 },
}

/// Seals an authenticator's key for its account: put into another account's row it does not open.
pub fn seal_key(secrets: &Secrets, account: AccountId, key: &totp::Key, nonce: [u8; 24]) -> Vec<u8> {
    secrets.seal(&purpose(account), key, nonce)
}

/// Opens what `seal_key` made.
///
/// # Errors
/// Another account or installation, or the bytes were changed.
pub fn open_key(secrets: &Secrets, account: AccountId, sealed: &[u8]) -> anyhow::Result<totp::Key> {
    let opened = secrets.open(&purpose(account), sealed)?;
    opened.try_into().ok().context("an authenticator's key has the wrong length")
}

/// How a recovery code is kept. With eighty random bits there is nothing to guess; the key makes a stolen table useless.
/// Case, spaces and dashes do not count.
pub fn recovery_hash(secrets: &Secrets, account: AccountId, typed: &str) -> Vec<u8> {
    let plain: String =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect();
    secrets.keyed_hash("recovery", format!("{account}:{plain}").as_bytes())
}

/// Takes a code of the authenticator or a recovery code; none when it is neither, or was taken before. Nothing is counted
/// here: `access::take_try` comes first.
///
/// # Errors
/// The database failed, or the key does not open.
pub async fn take_code(
    tx: &DatabaseTransaction,
    secrets: &Secrets,
    account: AccountId,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Option<Taken>, Halt> {
    let Some(factor) = access::confirmed_factor(tx, account).await? else { return Ok(None) };
    let key = open_key(secrets, account, &factor.sealed_key)?;
    if let Some(step) = totp::matching_step(&key, typed, now, factor.last_step) {
        return Ok(access::take_step(tx, account, step).await?.then_some(Taken::Code));
    }
    if !access::use_recovery_code(tx, account, recovery_hash(secrets, account, typed), now).await? {
        return Ok(None);
    }
    Ok(Some(Taken::Recovery { left: access::recovery_codes_left(tx, account).await? }))
}

fn purpose(account: AccountId) -> String {
    format!("authenticator:{account}")
}
