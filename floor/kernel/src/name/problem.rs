// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why a text is no name, and how to mend it.

use crate::Lang;
use crate::wording::pick;

/// What is wrong with a written name; never holds the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameProblem {
    Empty,
    TooLong,
    NoLetter,
    /// Signs that cannot be seen, often brought along by copying.
    Invisible,
}

impl NameProblem {
    /// The stable code of the problem.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "name-empty",
            Self::TooLong => "name-too-long",
            Self::NoLetter => "name-no-letter",
            Self::Invisible => "name-invisible",
        }
    }

    /// What is wrong and how to mend it.
    pub fn sentence(self, lang: Lang) -> String {
        let (indonesian, english) = match self {
            Self::Empty => {
                ("Nama belum diisi. Satu kata pun cukup.", "The name is empty. A single word is enough.")
            }
            Self::TooLong => (
                "Nama lebih dari 120 huruf. Singkat gelar atau pindahkan alias.",
                "The name is longer than 120 characters. Shorten titles or move aliases.",
            ),
            Self::NoLetter => (
                "Nama tidak berisi huruf. Tulis seperti pada KTP.",
                "The name holds no letter. Write it as on the identity card.",
            ),
            Self::Invisible => (
                "Nama berisi tanda yang tidak terlihat. Hapus, lalu ketik ulang nama ini.",
                "The name holds signs that cannot be seen. Clear it and type the name again.",
            ),
        };
        pick(lang, indonesian, english).to_owned()
    }
}

impl std::fmt::Display for NameProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for NameProblem {}
