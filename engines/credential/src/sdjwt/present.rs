// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The holder's part: the same signed file with fewer facts.

use super::disclosure::Disclosure;
use super::{TILDE, opened};
use crate::cause::Cause;

/// The file with those disclosures alone that `shows` says yes to. It needs no key, and whoever gets it can choose fewer again.
///
/// # Errors
/// As [`open`](super::open): a damaged file is not passed on.
///
/// # Source
/// RFC 9901, section 7.2.
pub fn present(file: &str, shows: impl Fn(&Disclosure) -> bool) -> Result<String, Cause> {
    let opened = opened::open(file)?;
    let mut shown = format!("{}{TILDE}", opened.jwt);
    for disclosure in opened.disclosures.iter().filter(|disclosure| shows(disclosure)) {
        shown.push_str(&disclosure.text);
        shown.push(TILDE);
    }
    // Where a fact stands inside another, the outer one must be shown, too.
    opened::open(&shown)?;
    Ok(shown)
}
