// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whose signatures count: the issuers a verifier knows. Where the list comes from is not decided here.

use std::collections::BTreeMap;

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

    pub(crate) fn name_of(&self, did: &str) -> Option<&str> {
        match &self.0 {
            Known::Any => None,
            Known::Listed(issuers) => issuers.get(did).map(String::as_str),
        }
    }
}
