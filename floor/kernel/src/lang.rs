// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The two languages a sentence exists in.

/// Bahasa Indonesia first, English second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    #[default]
    Id,
    En,
}

impl Lang {
    /// The BCP 47 tag, as in `<html lang="id">`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// Reads a tag; anything but English is Indonesian.
    pub fn from_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Self::En } else { Self::Id }
    }
}
