// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Passwords: Argon2id, and a lower limit on length rather than a zoo of characters.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, PasswordHash};

/// The shortest password accepted.
///
/// # Source
/// NIST SP 800-63B: length over composition rules. 12 rather than 8 is a product decision.
pub const SHORTEST: usize = 12;

/// Why a password cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordProblem {
    TooShort,
}

/// Hashes with the salt given.
///
/// # Errors
/// The password is shorter than `SHORTEST` characters.
pub fn hash_password(password: &str, salt: [u8; 16]) -> Result<String, PasswordProblem> {
    if password.chars().count() < SHORTEST {
        return Err(PasswordProblem::TooShort);
    }
    let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
    Ok(hash.expect("a salt of 16 bytes and the default cost are always accepted").to_string())
}

/// True when the password gives the stored hash; false also for a hash that cannot be read.
pub fn password_fits(password: &str, stored: &str) -> bool {
    let Ok(hash) = PasswordHash::new(stored) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
}
