// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whose signatures count: the issuers a verifier knows. Where the list comes from is not decided here.

use std::collections::BTreeMap;

use crate::key::{KeyNumber, PublicKey};

/// Known issuers, by `did`, with the name they are known under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustList(Known);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Known {
    Any,
    Listed(BTreeMap<String, String>),
}

impl TrustList {
    /// Trusts every key: answers only whether the file is unchanged, not who stands behind it.
    pub fn any() -> Self {
        Self(Known::Any)
    }

    /// Trusts the given issuers alone.
    ///
    /// # Shape
    /// Pairs of `did` and name; a `did` given twice keeps its last name.
    pub fn of<D: Into<String>, N: Into<String>>(issuers: impl IntoIterator<Item = (D, N)>) -> Self {
        Self(Known::Listed(issuers.into_iter().map(|(did, name)| (did.into(), name.into())).collect()))
    }

    pub(crate) fn knows(&self, did: &str) -> bool {
        match &self.0 {
            Known::Any => true,
            Known::Listed(issuers) => issuers.contains_key(did),
        }
    }

    /// Listed keys of this number, each with the name it is known under. Without a list there is none: a code does not hold
    /// its key.
    pub(crate) fn with_key_number(&self, number: KeyNumber) -> impl Iterator<Item = (PublicKey, &str)> {
        let listed = match &self.0 {
            Known::Any => None,
            Known::Listed(issuers) => Some(issuers.iter()),
        };
        listed.into_iter().flatten().filter_map(move |(did, name)| {
            let key = PublicKey::from_did(did).ok()?;
            (key.number() == number).then_some((key, name.as_str()))
        })
    }

    pub(crate) fn name_of(&self, did: &str) -> Option<&str> {
        match &self.0 {
            Known::Any => None,
            Known::Listed(issuers) => issuers.get(did).map(String::as_str),
        }
    }
}
