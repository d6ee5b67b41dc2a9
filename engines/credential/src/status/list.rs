// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The bits themselves, and the text they travel as.

use std::io::{Read, Write};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};

use crate::problem::{Problem, ProblemKind};

/// A list holds at least so many entries, so that asking for it does not tell whom one asks about.
///
/// # Source
/// Bitstring Status List 1.0, sections 3.3 and 6.1 (16 KB of bits).
pub const LEAST_ENTRIES: usize = 131_072;
/// No list that is read may grow beyond this when it is unpacked: 128 million entries.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
const PATH: &str = "$.credentialSubject.encodedList";

/// One bit for each credential; index 0 is the first bit from the left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusList(Vec<u8>);

impl Default for StatusList {
    fn default() -> Self {
        Self::new(LEAST_ENTRIES)
    }
}

impl StatusList {
    /// A list in which nothing is set; `entries` is rounded up to whole bytes and to [`LEAST_ENTRIES`].
    pub fn new(entries: usize) -> Self {
        Self(vec![0; entries.max(LEAST_ENTRIES).div_ceil(8)])
    }

    /// How many bits there are.
    pub fn entries(&self) -> usize {
        self.0.len() * 8
    }

    /// Whether the bit is set.
    ///
    /// # Errors
    /// `Range` beyond the end of the list.
    pub fn get(&self, index: usize) -> Result<bool, Problem> {
        let byte = self.0.get(index / 8).ok_or_else(|| self.beyond(index))?;
        Ok(byte & Self::bit(index) != 0)
    }

    /// # Errors
    /// `Range` beyond the end of the list.
    pub fn set(&mut self, index: usize, on: bool) -> Result<(), Problem> {
        let beyond = self.beyond(index);
        let byte = self.0.get_mut(index / 8).ok_or(beyond)?;
        if on {
            *byte |= Self::bit(index);
        } else {
            *byte &= !Self::bit(index);
        }
        Ok(())
    }

    /// The value of an entry of `size` bits, the leftmost bit weighing most.
    ///
    /// # Errors
    /// `Range` beyond the end of the list, `MalformedValue` for a size of none or of more than 32 bits.
    ///
    /// # Source
    /// Bitstring Status List 1.0, section 3.2, steps 10 and 11.
    pub fn value(&self, index: usize, size: usize) -> Result<u32, Problem> {
        if !(1..=32).contains(&size) {
            return Err(Problem::malformed(
                "$.credentialStatus.statusSize",
                "a status has 1 to 32 bits here",
            ));
        }
        let first = index.checked_mul(size).ok_or_else(|| self.beyond(index))?;
        (first..first.saturating_add(size))
            .try_fold(0, |value, bit| Ok(value << 1 | u32::from(self.get(bit)?)))
    }

    /// The list as `encodedList`: GZIP, then base64url without padding behind the letter `u`. The same bits give the same text.
    ///
    /// # Source
    /// Bitstring Status List 1.0, section 3.3.
    pub fn encode(&self) -> String {
        let mut packed = GzBuilder::new().write(Vec::new(), Compression::best());
        let written = packed.write_all(&self.0).and_then(|()| packed.finish());
        format!("u{}", URL_SAFE_NO_PAD.encode(written.expect("memory takes all that is written")))
    }

    /// # Errors
    /// `MalformedValue` if the text is no such list, `StatusListLength` if it has too few entries or more than can be read.
    ///
    /// # Source
    /// Bitstring Status List 1.0, section 3.4.
    pub fn decode(encoded: &str) -> Result<Self, Problem> {
        let text = encoded
            .strip_prefix('u')
            .ok_or_else(|| Problem::malformed(PATH, "must begin with u, the multibase of base64url"))?;
        let packed = URL_SAFE_NO_PAD
            .decode(text)
            .map_err(|_| Problem::malformed(PATH, "must be base64url without padding"))?;
        let mut bits = Vec::new();
        GzDecoder::new(packed.as_slice())
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bits)
            .map_err(|_| Problem::malformed(PATH, "must be compressed by GZIP"))?;
        if bits.len() as u64 > MOST_BYTES {
            let detail = "has more entries than are read here";
            return Err(Problem::new(ProblemKind::StatusListLength, PATH, detail));
        }
        let list = Self(bits);
        if list.entries() < LEAST_ENTRIES {
            let detail = format!("has {} entries; a list has {LEAST_ENTRIES} or more", list.entries());
            return Err(Problem::new(ProblemKind::StatusListLength, PATH, detail));
        }
        Ok(list)
    }

    fn bit(index: usize) -> u8 {
        0x80 >> (index % 8)
    }

    fn beyond(&self, index: usize) -> Problem {
        let detail = format!("{index} lies beyond a list of {} bits", self.entries());
        Problem::new(ProblemKind::Range, "$.credentialStatus.statusListIndex", detail)
    }
}
