// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Codes of an authenticator: six digits that change every thirty seconds. Pure; the clock and the key come from outside.
//!
//! # Source
//! RFC 6238 (TOTP) on RFC 4226 (HOTP), with SHA-1, six digits and thirty seconds: what every authenticator understands.
//! SHA-1's collisions do not weaken an HMAC of it.

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

const STEP_SECONDS: i64 = 30;
const DIGITS: usize = 6;
/// Clocks of telephones go wrong by a little: one step either way is taken.
const TOLERANCE: i64 = 1;
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The bytes shared with the authenticator, as long as SHA-1 wants them.
pub type Key = [u8; 20];

/// The step of an instant: whole half minutes since 1970.
pub fn step_at(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(STEP_SECONDS)
}

/// The code of one step.
pub fn code_of(key: &Key, step: i64) -> String {
    let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(key).expect("a key of any length is accepted");
    mac.update(&step.to_be_bytes());
    let hash: [u8; 20] = mac.finalize().into_bytes().into();
    let offset = usize::from(hash[19] & 0x0f);
    let four = [hash[offset] & 0x7f, hash[offset + 1], hash[offset + 2], hash[offset + 3]];
    format!("{:06}", u32::from_be_bytes(four) % 1_000_000)
}

/// The step whose code was typed, near this instant and after `last`, the one taken before. Spaces do not count.
pub fn matching_step(key: &Key, typed: &str, now: DateTime<Utc>, last: i64) -> Option<i64> {
    let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    if typed.len() != DIGITS {
        return None;
    }
    let middle = step_at(now);
    let fits = |step: i64| {
        // Every digit is looked at, so that the time taken tells nothing.
        let differs =
            code_of(key, step).bytes().zip(typed.bytes()).fold(0, |sum, (left, right)| sum | (left ^ right));
        differs == 0
    };
    (middle - TOLERANCE..=middle + TOLERANCE).filter(|step| *step > last).find(|step| fits(*step))
}

/// Bytes in base32 (RFC 4648, without padding), in groups of four for reading and typing.
pub fn grouped(bytes: &[u8]) -> String {
    let text = base32(bytes);
    let groups: Vec<&str> =
        (0..text.len()).step_by(4).map(|at| &text[at..(at + 4).min(text.len())]).collect();
    groups.join(" ")
}

/// What the QR code holds for the authenticator.
pub fn enrolment_address(key: &Key, issuer: &str, login: &str) -> String {
    // Sign-in names hold letters, digits and `.-_@`; of these only `@` is not plain in an address.
    let login = login.replace('@', "%40");
    let secret = base32(key);
    format!(
        "otpauth://totp/{issuer}:{login}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP_SECONDS}"
    )
}

fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5) * 8);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(ALPHABET[(held >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(ALPHABET[(held << (5 - bits) & 31) as usize]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &Key = b"12345678901234567890";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_codes_of_the_standard() {
        // RFC 6238, appendix B, the last six of its eight digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_of(KEY, step_at(at(seconds))), code, "{seconds}");
        }
    }

    #[test]
    fn base32_of_the_standard() {
        // RFC 4648, section 10.
        for (plain, text) in [("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(base32(plain.as_bytes()), text);
        }
        assert_eq!(grouped(b"foobar"), "MZXW 6YTB OI");
        assert_eq!(base32(KEY), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn a_code_is_good_one_step_either_way_and_only_after_the_last() {
        let now = at(1_764_000_015);
        let step = step_at(now);
        for (away, is_good) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let found = matching_step(KEY, &code_of(KEY, step + away), now, 0);
            assert_eq!(found, is_good.then_some(step + away), "{away}");
        }
        let code = code_of(KEY, step);
        assert_eq!(matching_step(KEY, &format!(" {} {}", &code[..3], &code[3..]), now, step - 1), Some(step));
        assert_eq!(matching_step(KEY, &code, now, step), None, "taken before");
        assert_eq!(matching_step(KEY, &code_of(KEY, step - 1), now, step), None, "older than the one taken");
        for wrong in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
            assert_eq!(matching_step(KEY, wrong, now, 0), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn never_a_step_taken_before_nor_one_far_away(seconds in 0_i64..4_000_000_000, away in -5_i64..5, last in -5_i64..5) {
            let step = step_at(at(seconds));
            let code = code_of(KEY, step + away);
            if let Some(found) = matching_step(KEY, &code, at(seconds), step + last) {
                prop_assert!(found > step + last && (found - step).abs() <= TOLERANCE);
                prop_assert_eq!(code_of(KEY, found), code);
            }
        }
    }
}
