// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Closed lists, each item with the code kept in the database.

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident { $($item:ident = $code:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($item),* }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$item),*];
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The code kept in the database and used in words.
            pub fn code(self) -> &'static str {
                match self { $($name::$item => $code),* }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|item| item.code() == code)
            }
        }
    )*};
}
