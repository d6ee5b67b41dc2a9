// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The contexts that are known, each pinned by the hash of its bytes. No other is ever read: a context decides what the words
//! of a credential mean, so a changed or unknown one is refused and not fetched.

/// A context as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pinned {
    pub url: &'static str,
    /// SHA-256 of `bytes`, hexadecimal; a test holds them together.
    pub sha256: &'static str,
    pub bytes: &'static [u8],
}

/// The base context of VC Data Model 1.1.
pub const CREDENTIALS_V1: &str = "https://www.w3.org/2018/credentials/v1";
/// The base context of VC Data Model 2.0.
pub const CREDENTIALS_V2: &str = "https://www.w3.org/ns/credentials/v2";
/// What a credential of VC Data Model 1.1 needs for a Data Integrity proof.
pub const DATA_INTEGRITY_V2: &str = "https://w3id.org/security/data-integrity/v2";
/// What a credential of VC Data Model 1.1 needs for an entry in a status list; the base context of 2.0 has the same words.
pub const STATUS_V1: &str = "https://www.w3.org/ns/credentials/status/v1";

macro_rules! pinned {
    ($($url:expr, $file:literal, $sha256:literal;)*) => {
        &[$(Pinned { url: $url, sha256: $sha256, bytes: include_bytes!(concat!("../../contexts/", $file)) }),*]
    };
}

/// Every known context.
pub const PINNED: &[Pinned] = pinned! {
    CREDENTIALS_V1, "credentials-v1.json", "ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc";
    CREDENTIALS_V2, "credentials-v2.json", "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734";
    "https://www.w3.org/ns/credentials/examples/v2", "credentials-examples-v2.json",
        "57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c";
    "https://www.w3.org/ns/credentials/undefined-terms/v2", "credentials-undefined-terms-v2.json",
        "82dab514ba44eb18f5d1b0f638c5e140c6a556fbfb5089601bdc0fa5eb8b2581";
    "https://w3id.org/security/data-integrity/v1", "data-integrity-v1.json",
        "b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554";
    DATA_INTEGRITY_V2, "data-integrity-v2.json",
        "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4";
    "https://w3id.org/security/multikey/v1", "multikey-v1.json",
        "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597";
    "https://w3id.org/security/suites/ed25519-2020/v1", "ed25519-2020-v1.json",
        "b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588";
    "https://w3id.org/vc/status-list/2021/v1", "status-list-2021-v1.json",
        "6dd06a52bedb771e059c1083ba8ba7848dce22f6b4a8cfa0b98ba3fc188870e4";
    STATUS_V1, "status-v1.json", "fd08cbf28ddd829ab2f1978c48f43ab07a112c1c90245a0cfac7ba721c65170c";
    "https://www.w3.org/ns/did/v1", "did-v1.json",
        "62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f";
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", "open-badges-3.0.1.json",
        "5f3d9dd6288ef437ff8286cf95ffbff609c748a66f24a1e9450c45ca64be1571";
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", "open-badges-3.0.2.json",
        "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53";
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "open-badges-3.0.3.json",
        "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84";
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", "open-badges-extensions.json",
        "87c06c81bc2317663bf288d740d94fddd2818c4342b186270ff6371dfaa63f93";
};

/// The context published at `url`, if it is known.
pub fn pinned(url: &str) -> Option<&'static Pinned> {
    PINNED.iter().find(|pinned| pinned.url == url)
}
