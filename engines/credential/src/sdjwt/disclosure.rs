// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One fact with its salt, as it travels beside the signed part.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{DIGEST, DIGESTS};
use crate::cause::Cause;
use crate::json;

/// A claim by name, or an element of a list, which has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    pub name: Option<String>,
    pub value: Value,
    /// As it was written; the digest is of this, not of what it says.
    pub(super) text: String,
}

impl Disclosure {
    pub(super) fn new(salt: [u8; 16], name: Option<&str>, value: Value) -> Self {
        let salt = URL_SAFE_NO_PAD.encode(salt);
        let parts = match name {
            Some(name) => json!([salt, name, value]),
            None => json!([salt, value]),
        };
        let written = serde_json_canonicalizer::to_vec(&parts).expect("facts are text and whole numbers");
        Self { name: name.map(str::to_owned), value, text: URL_SAFE_NO_PAD.encode(written) }
    }

    /// As it stands in the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// # Errors
    /// `SelectionBroken` where it is no list of salt, name and value or of salt and value, or has a name that none may have.
    ///
    /// # Source
    /// RFC 9901, sections 4.2.1, 4.2.2 and 7.1.
    pub(super) fn parse(text: &str) -> Result<Self, Cause> {
        let broken = || Cause::SelectionBroken(text.to_owned());
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| broken())?;
        let parts = json::parse(&bytes).map_err(|cause| match cause {
            Cause::NotJson { .. } => broken(),
            named_twice => named_twice,
        })?;
        let (name, value) = match parts.as_array().map(Vec::as_slice) {
            Some([Value::String(_), Value::String(name), value]) => (Some(name.clone()), value.clone()),
            Some([Value::String(_), value]) => (None, value.clone()),
            Some(_) | None => return Err(broken()),
        };
        if name.as_deref().is_some_and(|name| name == DIGESTS || name == DIGEST) {
            return Err(broken());
        }
        Ok(Self { name, value, text: text.to_owned() })
    }

    /// # Source
    /// RFC 9901, section 4.2.3.
    pub(super) fn digest(&self) -> String {
        digest_of(self.text.as_bytes())
    }
}

pub(super) fn digest_of(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}
