// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Related resources and their digests.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::Value;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::base::{each, is_url};
use crate::general::contexts::pinned;
use crate::problem::Problem;

/// Digests of resources that are pinned here are computed; others cannot be fetched and are checked for their form.
///
/// # Source
/// VC Data Model 2.0, section 5.3 (integrity of related resources); Subresource Integrity, section 3.5; Controlled Identifiers
/// 1.0, sections 2.4 and 2.5 (multibase, multihash).
pub(crate) fn related_resources(document: &Value, problems: &mut Vec<Problem>) {
    let Some(value) = document.get("relatedResource") else { return };
    let mut seen = BTreeSet::new();
    for (path, one) in each(value, "$.relatedResource") {
        if !one.is_object() {
            problems.push(Problem::malformed(path, "must be an object"));
            continue;
        }
        match one["id"].as_str().filter(|id| is_url(id)) {
            None => problems.push(Problem::malformed(format!("{path}.id"), "must be a URL")),
            Some(id) if !seen.insert(id) => {
                problems.push(Problem::malformed(
                    format!("{path}.id"),
                    "must be unique among the related resources",
                ));
            }
            Some(_) => {}
        }
        if one.get("digestSRI").is_none() && one.get("digestMultibase").is_none() {
            problems.push(Problem::malformed(path.as_str(), "must have a digestSRI or a digestMultibase"));
        }
        let bytes = one["id"].as_str().and_then(pinned).map(|pinned| pinned.bytes);
        for (member, fits) in [("digestSRI", sri as Fits), ("digestMultibase", multibase as Fits)] {
            let Some(digest) = one.get(member) else { continue };
            let path = format!("{path}.{member}");
            match digest.as_str().and_then(|digest| fits(digest, bytes)) {
                None => {
                    problems.push(Problem::malformed(path, "must be a digest of SHA-256, SHA-384 or SHA-512"))
                }
                Some(false) => problems.push(Problem::malformed(path, "does not fit the resource")),
                Some(true) => {}
            }
        }
    }
}

/// None for a text that is no digest; false if the resource is known and has another.
type Fits = fn(&str, Option<&[u8]>) -> Option<bool>;

fn sri(text: &str, resource: Option<&[u8]>) -> Option<bool> {
    let digests: Option<Vec<bool>> = text
        .split_ascii_whitespace()
        .map(|one| {
            let (name, digest) = one.split_once('-')?;
            let digest = digest.split('?').next().unwrap_or_default();
            let is_base64 = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_=".contains(&byte);
            if !["sha256", "sha384", "sha512"].contains(&name)
                || digest.is_empty()
                || !digest.bytes().all(is_base64)
            {
                return None;
            }
            Some(resource.is_none_or(|bytes| match name {
                "sha256" => STANDARD.encode(Sha256::digest(bytes)) == digest,
                "sha384" => STANDARD.encode(Sha384::digest(bytes)) == digest,
                _ => STANDARD.encode(Sha512::digest(bytes)) == digest,
            }))
        })
        .collect();
    digests.filter(|digests| !digests.is_empty()).map(|digests| digests.into_iter().any(|fits| fits))
}

fn multibase(text: &str, resource: Option<&[u8]>) -> Option<bool> {
    let digest = match text.split_at_checked(1)? {
        ("u", rest) => URL_SAFE_NO_PAD.decode(rest).ok()?,
        ("z", rest) => bs58::decode(rest).into_vec().ok()?,
        _ => return None,
    };
    // With the prefix of a multihash, or bare.
    match digest.as_slice() {
        [0x12, 32, bare @ ..] if bare.len() == 32 => {
            Some(resource.is_none_or(|bytes| Sha256::digest(bytes)[..] == *bare))
        }
        [0x20, 48, bare @ ..] if bare.len() == 48 => {
            Some(resource.is_none_or(|bytes| Sha384::digest(bytes)[..] == *bare))
        }
        [0x13, 64, bare @ ..] if bare.len() == 64 => {
            Some(resource.is_none_or(|bytes| Sha512::digest(bytes)[..] == *bare))
        }
        bare if bare.len() == 32 => Some(resource.is_none_or(|bytes| Sha256::digest(bytes)[..] == *bare)),
        bare if bare.len() == 48 => Some(resource.is_none_or(|bytes| Sha384::digest(bytes)[..] == *bare)),
        bare if bare.len() == 64 => Some(resource.is_none_or(|bytes| Sha512::digest(bytes)[..] == *bare)),
        _ => None,
    }
}
