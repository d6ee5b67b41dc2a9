// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Passwords: Argon2id, a lower limit on length and a list of the commonest, rather than a zoo of characters.

use std::collections::HashSet;
use std::sync::OnceLock;

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, PasswordHash};
use chrono::{DateTime, Utc};
use kernel::id::AccountId;
use store::{ConnectionTrait, DatabaseTransaction, DbErr, FromQueryResult, one, run};

use crate::totp::grouped;

/// The shortest password accepted.
///
/// # Source
/// NIST SP 800-63B: length over composition rules, and a list of common ones. 12 rather than 8 is a product decision.
pub const SHORTEST: usize = 12;
/// A first password that nobody uses in so many days is no password any more.
pub const FIRST_PASSWORD_DAYS: i64 = 7;

/// Why a password cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordProblem {
    TooShort,
    /// One of the commonest, bare or with digits and signs around it.
    TooCommon,
    /// It holds the sign-in name.
    HoldsLogin,
}

impl PasswordProblem {
    pub fn code(self) -> &'static str {
        match self {
            Self::TooShort => "too-short",
            Self::TooCommon => "too-common",
            Self::HoldsLogin => "holds-login",
        }
    }
}

/// Whether a password may be chosen for a sign-in name.
///
/// # Errors
/// The first rule it breaks.
pub fn judge_password(password: &str, login: &str) -> Result<(), PasswordProblem> {
    let lower = password.to_lowercase();
    if password.chars().count() < SHORTEST {
        return Err(PasswordProblem::TooShort);
    }
    if is_common(&lower) {
        return Err(PasswordProblem::TooCommon);
    }
    if login.len() >= 4 && lower.contains(&login.to_lowercase()) {
        return Err(PasswordProblem::HoldsLogin);
    }
    Ok(())
}

/// Hashes with the salt given.
///
/// # Errors
/// The password is shorter than `SHORTEST` characters or a common one.
pub fn hash_password(password: &str, salt: [u8; 16]) -> Result<String, PasswordProblem> {
    judge_password(password, "")?;
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
    Ok(hash.expect("a salt of 16 bytes and the default cost are always accepted").to_string())
}

/// True when the password gives the stored hash; false also for a hash that cannot be read.
pub fn password_fits(password: &str, stored: &str) -> bool {
    let Ok(hash) = PasswordHash::new(stored) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
}

/// A password to be read out or handed over on paper: four groups of four letters and digits.
pub fn first_password(bytes: [u8; 10]) -> String {
    grouped(&bytes).to_lowercase().replace(' ', "-")
}

/// The stored hash of an open account.
pub async fn password_hash_of<C: ConnectionTrait>(
    on: &C,
    account: AccountId,
) -> Result<Option<String>, DbErr> {
    #[derive(FromQueryResult)]
    struct HashRow {
        password_hash: String,
    }
    let sql = "SELECT password_hash FROM account WHERE id = $1 AND closed_on IS NULL";
    let found: Option<HashRow> = one(on, sql, [account.0.into()]).await?;
    Ok(found.map(|row| row.password_hash))
}

/// Puts a password in place. With `ends_at` it is a first one, set by somebody else.
pub async fn set_password(
    tx: &DatabaseTransaction,
    account: AccountId,
    hash: &str,
    ends_at: Option<DateTime<Utc>>,
) -> Result<bool, DbErr> {
    let sql =
        "UPDATE account SET password_hash = $2, password_ends_at = $3 WHERE id = $1 AND closed_on IS NULL";
    Ok(run(tx, sql, [account.0.into(), hash.into(), ends_at.into()]).await? == 1)
}

/// Nothing else is in it but a common word, once or several times, with digits and signs around.
fn is_common(lower: &str) -> bool {
    let words = common();
    let core = lower.trim_matches(|sign: char| !sign.is_alphabetic());
    core.is_empty() || words.contains(lower) || words.contains(core) || words.contains(repeated(core))
}

/// The part that a text repeats: `sandi` for `sandisandi`; else the text.
fn repeated(text: &str) -> &str {
    let ends = text.char_indices().map(|(at, _)| at).skip(1);
    let mut parts = ends.filter(|at| text.len().is_multiple_of(*at)).map(|at| &text[..at]);
    parts.find(|part| part.repeat(text.len() / part.len()) == text).unwrap_or(text)
}

fn common() -> &'static HashSet<&'static str> {
    static COMMON: OnceLock<HashSet<&'static str>> = OnceLock::new();
    COMMON.get_or_init(|| {
        let lines = include_str!("../data/common-passwords.txt").lines();
        lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_common_or_named_after_the_account_is_refused() {
        use PasswordProblem::{HoldsLogin, TooCommon, TooShort};
        for (password, problem) in [
            ("sebelas-hrf", Some(TooShort)),
            ("dua belas hu", None),
            ("123456789012", Some(TooCommon)),
            ("------------", Some(TooCommon)),
            ("Password12345", Some(TooCommon)),
            ("indonesia2026!", Some(TooCommon)),
            ("sayangsayang", Some(TooCommon)),
            ("BISMILLAHBISMILLAH1", Some(TooCommon)),
            ("pemasyarakatan", Some(TooCommon)),
            ("ratih.w-2026-x", Some(HoldsLogin)),
            ("aku Ratih.W dari Jember", Some(HoldsLogin)),
            ("jalan pulang ke rumah", None),
            ("sayang sekali hujan", None),
            ("é1234567890é", None),
        ] {
            assert_eq!(judge_password(password, "ratih.w").err(), problem, "{password}");
        }
        assert!(common().len() > 1000);
    }

    #[test]
    fn a_first_password_is_one_that_could_be_chosen() {
        let first = first_password([0xa5; 10]);
        assert_eq!(first.len(), 19, "{first}");
        assert_eq!(judge_password(&first, "ratih.w"), Ok(()));
    }
}
