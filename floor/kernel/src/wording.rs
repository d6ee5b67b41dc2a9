// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How this crate chooses between the two languages, and the shape of its coded word lists.

use crate::Lang;

/// The Indonesian or the English of two things.
pub(crate) fn pick<T>(lang: Lang, indonesian: T, english: T) -> T {
    match lang {
        Lang::Id => indonesian,
        Lang::En => english,
    }
}

/// A closed list: each variant has a code that never changes and a label in both languages.
macro_rules! coded {
    ($(#[$doc:meta])* $list:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal, $id:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $list {
            /// Every variant, in the order in which a form lists them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The code kept in the database and in files; it never changes.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The variant that carries this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The words a reader sees.
            pub fn label(self, lang: $crate::Lang) -> &'static str {
                match self {
                    $(Self::$variant => $crate::wording::pick(lang, $id, $en),)+
                }
            }
        }
    };
}

pub(crate) use coded;
