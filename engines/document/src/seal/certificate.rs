// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The X.509 certificate of a sealing key that nobody else vouches for: the key says its own name.

use rcgen::{
    CertificateParams, DistinguishedName, DnType, Error, IsCa, KeyUsagePurpose, PKCS_ED25519, PublicKeyData,
    SignatureAlgorithm, SigningKey, date_time_ymd,
};

use super::Ed25519Key;
use crate::DocumentProblem;

/// Longest name in a certificate.
///
/// # Source
/// RFC 5280, appendix A.1 (ub-common-name, ub-organization-name).
const LONGEST_NAME_LETTERS: usize = 64;
/// Before the first paper was ever sealed.
const FIRST_YEAR: i32 = 2020;
/// Means: without end.
///
/// # Source
/// RFC 5280, section 4.1.2.5.
const LAST_YEAR: i32 = 9999;
const SECONDS_TO_MIDNIGHT: u64 = 24 * 60 * 60 - 1;

/// The DER of a certificate in which the key itself says that it belongs to `name`; the same for the same key and name.
///
/// # Errors
/// [`DocumentProblem::Unsealed`] where the name cannot be written.
///
/// # Source
/// RFC 5280, section 4.1. That its term says nothing of the key's age is a product decision.
pub fn self_signed(name: &str, key: &impl Ed25519Key) -> Result<Vec<u8>, DocumentProblem> {
    let short: String = name.trim().chars().take(LONGEST_NAME_LETTERS).collect();
    let mut subject = DistinguishedName::new();
    subject.push(DnType::CountryName, "ID");
    subject.push(DnType::OrganizationName, short.trim_end());
    subject.push(DnType::CommonName, short.trim_end());
    let mut params = CertificateParams::default();
    params.distinguished_name = subject;
    params.not_before = date_time_ymd(FIRST_YEAR, 1, 1);
    params.not_after = date_time_ymd(LAST_YEAR, 12, 31) + std::time::Duration::from_secs(SECONDS_TO_MIDNIGHT);
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
    params.is_ca = IsCa::ExplicitNoCa;
    let key = Borrowed { public: key.public(), key };
    let made =
        params.self_signed(&key).map_err(|error| DocumentProblem::Unsealed { reason: error.to_string() })?;
    Ok(made.der().to_vec())
}

/// A key as the maker of certificates wants to see it.
struct Borrowed<'k, K> {
    public: [u8; 32],
    key: &'k K,
}

impl<K> PublicKeyData for Borrowed<'_, K> {
    fn der_bytes(&self) -> &[u8] {
        &self.public
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ED25519
    }
}

impl<K: Ed25519Key> SigningKey for Borrowed<'_, K> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(self.key.sign(message).to_vec())
    }
}
