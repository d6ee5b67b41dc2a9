// SPDX-License-Identifier: Apache-2.0 OR MIT
//! As much CBOR as a code needs, in its one deterministic form: what is read here was written in no other way.
//!
//! Source: RFC 8949, section 4.2.1 (core deterministic encoding).

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;
const TAG: u8 = 6;

/// Writes one item after the other.
#[derive(Debug, Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    fn head(&mut self, major: u8, value: u64) {
        let major = major << 5;
        let bytes = value.to_be_bytes();
        match value {
            0..=23 => self.0.push(major | bytes[7]),
            24..=0xff => self.0.extend([major | 24, bytes[7]]),
            0x100..=0xffff => {
                self.0.push(major | 25);
                self.0.extend(&bytes[6..]);
            }
            0x1_0000..=0xffff_ffff => {
                self.0.push(major | 26);
                self.0.extend(&bytes[4..]);
            }
            _ => {
                self.0.push(major | 27);
                self.0.extend(bytes);
            }
        }
    }

    pub fn int(&mut self, value: i64) {
        match u64::try_from(value) {
            Ok(value) => self.head(UNSIGNED, value),
            Err(_) => self.head(NEGATIVE, !value as u64),
        }
    }

    pub fn bytes(&mut self, bytes: &[u8]) {
        self.head(BYTES, bytes.len() as u64);
        self.0.extend(bytes);
    }

    pub fn text(&mut self, text: &str) {
        self.head(TEXT, text.len() as u64);
        self.0.extend(text.as_bytes());
    }

    pub fn array(&mut self, items: u64) {
        self.head(ARRAY, items);
    }

    pub fn map(&mut self, pairs: u64) {
        self.head(MAP, pairs);
    }

    pub fn tag(&mut self, tag: u64) {
        self.head(TAG, tag);
    }
}

/// Reads one item after the other; nothing where the next item is another one, or is not written in the one form.
#[derive(Debug)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn head(&mut self, wanted: u8) -> Option<u64> {
        let first = *self.0.first()?;
        if first >> 5 != wanted {
            return None;
        }
        let (width, least) = match first & 31 {
            24 => (1, 24),
            25 => (2, 0x100),
            26 => (4, 0x1_0000),
            27 => (8, 0x1_0000_0000),
            small @ 0..=23 => {
                self.take(1)?;
                return Some(u64::from(small));
            }
            _ => return None,
        };
        self.take(1)?;
        let value = self.take(width)?.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
        (value >= least).then_some(value)
    }

    pub fn int(&mut self) -> Option<i64> {
        match self.0.first()? >> 5 {
            UNSIGNED => i64::try_from(self.head(UNSIGNED)?).ok(),
            _ => i64::try_from(self.head(NEGATIVE)?).ok().map(|value| !value),
        }
    }

    pub fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.head(BYTES)?;
        self.take(usize::try_from(count).ok()?)
    }

    pub fn text(&mut self) -> Option<&'a str> {
        let count = self.head(TEXT)?;
        std::str::from_utf8(self.take(usize::try_from(count).ok()?)?).ok()
    }

    pub fn array(&mut self) -> Option<u64> {
        self.head(ARRAY)
    }

    pub fn map(&mut self) -> Option<u64> {
        self.head(MAP)
    }

    pub fn tag(&mut self) -> Option<u64> {
        self.head(TAG)
    }

    pub fn done<T>(&self, value: T) -> Option<T> {
        self.0.is_empty().then_some(value)
    }
}
