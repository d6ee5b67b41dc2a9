// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Puts disclosed facts where their digests stand, and takes the other digests away. Anything that could be read in two ways is
//! refused.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::disclosure::Disclosure;
use super::{DIGEST, DIGESTS, HASH, HASH_NAME};
use crate::cause::Cause;

/// A disclosure may hold digests of others; deeper than this nobody writes.
const DEEPEST: usize = 32;

/// The claims of a signed payload with its disclosures.
///
/// # Errors
/// `SelectionBroken` with the place: an unknown hash, a digest that stands twice, a disclosure that none asks for or of the wrong
/// kind, a name that is there already, a digest where none belongs.
///
/// # Source
/// RFC 9901, section 7.1, step 3.
pub(super) fn expanded(
    mut payload: Map<String, Value>,
    given: &[Disclosure],
) -> Result<Map<String, Value>, Cause> {
    if payload.remove(HASH_NAME).is_some_and(|name| name != HASH) {
        return Err(broken(HASH_NAME));
    }
    let mut expansion = Expansion { given: BTreeMap::new(), met: BTreeSet::new(), used: 0 };
    for disclosure in given {
        if expansion.given.insert(disclosure.digest(), disclosure).is_some() {
            return Err(broken(&disclosure.text));
        }
    }
    let claims = expansion.object(payload, DEEPEST)?;
    if expansion.used != given.len() {
        let unasked = expansion.given.iter().find(|(digest, _)| !expansion.met.contains(*digest));
        return Err(broken(unasked.map_or("", |(_, disclosure)| &disclosure.text)));
    }
    Ok(claims)
}

struct Expansion<'d> {
    given: BTreeMap<String, &'d Disclosure>,
    met: BTreeSet<String>,
    used: usize,
}

impl<'d> Expansion<'d> {
    fn value(&mut self, value: Value, depth: usize) -> Result<Value, Cause> {
        let depth = depth.checked_sub(1).ok_or_else(|| broken("depth"))?;
        match value {
            Value::Object(members) => self.object(members, depth).map(Value::Object),
            Value::Array(items) => self.array(items, depth).map(Value::Array),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(value),
        }
    }

    fn object(&mut self, mut members: Map<String, Value>, depth: usize) -> Result<Map<String, Value>, Cause> {
        let hidden = match members.remove(DIGESTS) {
            Some(Value::Array(digests)) => digests,
            Some(_) => return Err(broken(DIGESTS)),
            None => Vec::new(),
        };
        if members.contains_key(DIGEST) {
            return Err(broken(DIGEST));
        }
        let mut shown = Map::new();
        for (name, value) in members {
            shown.insert(name, self.value(value, depth)?);
        }
        for digest in hidden {
            let Some(disclosure) = self.find(&digest)? else { continue };
            let name = disclosure.name.as_ref().ok_or_else(|| broken(&disclosure.text))?;
            if shown.contains_key(name) {
                return Err(broken(name));
            }
            let value = self.value(disclosure.value.clone(), depth)?;
            shown.insert(name.clone(), value);
        }
        Ok(shown)
    }

    fn array(&mut self, items: Vec<Value>, depth: usize) -> Result<Vec<Value>, Cause> {
        let mut shown = Vec::new();
        for item in items {
            let Some(digest) = item.get(DIGEST) else {
                shown.push(self.value(item, depth)?);
                continue;
            };
            if item.as_object().is_none_or(|members| members.len() != 1) {
                return Err(broken(DIGEST));
            }
            let Some(disclosure) = self.find(digest)? else { continue };
            if disclosure.name.is_some() {
                return Err(broken(&disclosure.text));
            }
            shown.push(self.value(disclosure.value.clone(), depth)?);
        }
        Ok(shown)
    }

    /// What stands behind a digest, where it was given; none may be met twice.
    fn find(&mut self, digest: &Value) -> Result<Option<&'d Disclosure>, Cause> {
        let digest = digest.as_str().ok_or_else(|| broken(DIGESTS))?;
        if !self.met.insert(digest.to_owned()) {
            return Err(broken(digest));
        }
        let found = self.given.get(digest).copied();
        self.used += usize::from(found.is_some());
        Ok(found)
    }
}

fn broken(place: &str) -> Cause {
    Cause::SelectionBroken(place.to_owned())
}
