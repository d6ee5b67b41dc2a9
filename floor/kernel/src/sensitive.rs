// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An envelope for what most readers may not see. Who gets a right to open it is decided in the access crate.

/// The classes of facts that need a right of their own.
///
/// # Source
/// UU 27/2022, article 4: criminal records and health are specific personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// What the person was convicted of or is charged with.
    Offence,
    /// How long, from when, until when.
    Sentence,
    Health,
    /// The block and cell where the person lives.
    Block,
    /// From whom the person must be kept apart, and why.
    KeepApart,
    Nik,
}

/// The leave to open envelopes of one class.
///
/// It cannot be copied or changed to another class, so it reaches no further than the request it was given for.
#[derive(Debug)]
pub struct Right {
    class: Class,
}

impl Right {
    /// Makes a right. Only the access crate calls this, after its policy has said yes; `cargo xtask tidy` checks it.
    pub fn granted_by_policy(class: Class) -> Self {
        Self { class }
    }

    /// The class this right opens.
    pub fn class(&self) -> Class {
        self.class
    }
}

/// A value that can be carried by anyone and read only with the [`Right`] of its class.
///
/// It has no `Display` and no serialisation, and `Debug` shows nothing of the value.
///
/// ```compile_fail,E0277
/// use kernel::sensitive::{Class, Sensitive};
/// println!("{}", Sensitive::seal(Class::Health, "asma"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Sensitive<T> {
    class: Class,
    value: T,
}

impl<T> Sensitive<T> {
    /// Closes the envelope.
    pub fn seal(class: Class, value: T) -> Self {
        Self { class, value }
    }

    /// The class that is written on the envelope.
    pub fn class(&self) -> Class {
        self.class
    }

    /// The value, or nothing if the right is for another class.
    pub fn open(&self, right: &Right) -> Option<&T> {
        (right.class == self.class).then_some(&self.value)
    }
}

impl<T> std::fmt::Debug for Sensitive<T> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("[disembunyikan]")
    }
}
