// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The key by which an issuer seals its papers, and the X.509 certificate in which the key itself says whose it is.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use rcgen::{
    CertificateParams, DistinguishedName, DnType, Error, IsCa, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256,
    PublicKeyData, SanType, SignatureAlgorithm, date_time_ymd, string::Ia5String,
};
use sha2::{Digest, Sha256};

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

/// ECDSA on P-256, the one curve that every reader of PDF knows. Signing takes no chance: the same message, the same signature.
///
/// # Source
/// RFC 6979, section 3.2.
pub struct SealKey {
    key: SigningKey,
    /// The point, uncompressed.
    public: Vec<u8>,
}

impl SealKey {
    /// The key that follows from 32 secret bytes.
    pub fn from_seed(mut seed: [u8; 32]) -> Self {
        // One seed in four thousand million is no key; then the next one that follows from it is taken.
        let key = loop {
            match SigningKey::from_slice(&seed) {
                Ok(key) => break key,
                Err(_) => seed = Sha256::digest(seed).into(),
            }
        };
        let public = key.verifying_key().to_sec1_point(false).as_bytes().to_vec();
        Self { key, public }
    }

    /// The point of the public half, uncompressed.
    ///
    /// # Source
    /// SEC 1, section 2.3.3.
    pub fn public(&self) -> &[u8] {
        &self.public
    }

    /// The signature of `message` under SHA-256, as DER.
    pub(super) fn sign_der(&self, message: &[u8]) -> Vec<u8> {
        let signature: Signature = self.key.sign(message);
        signature.to_der().as_bytes().to_vec()
    }

    /// The DER of a certificate in which the key itself says that it belongs to `name`, known elsewhere as `uri`; the same for the
    /// same key and names.
    ///
    /// # Errors
    /// [`DocumentProblem::Unsealed`] where a name cannot be written.
    ///
    /// # Source
    /// RFC 5280, section 4.1. That its term says nothing of the key's age is a product decision.
    pub fn certificate(&self, name: &str, uri: &str) -> Result<Vec<u8>, DocumentProblem> {
        let unsealed = |error: Error| DocumentProblem::Unsealed { reason: error.to_string() };
        let short: String = name.trim().chars().take(LONGEST_NAME_LETTERS).collect();
        let mut subject = DistinguishedName::new();
        subject.push(DnType::CountryName, "ID");
        subject.push(DnType::OrganizationName, short.trim_end());
        subject.push(DnType::CommonName, short.trim_end());
        let mut params = CertificateParams::default();
        params.distinguished_name = subject;
        params.subject_alt_names = vec![SanType::URI(Ia5String::try_from(uri).map_err(unsealed)?)];
        params.not_before = date_time_ymd(FIRST_YEAR, 1, 1);
        params.not_after =
            date_time_ymd(LAST_YEAR, 12, 31) + std::time::Duration::from_secs(SECONDS_TO_MIDNIGHT);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::ContentCommitment];
        params.is_ca = IsCa::ExplicitNoCa;
        Ok(params.self_signed(self).map_err(unsealed)?.der().to_vec())
    }
}

impl PublicKeyData for SealKey {
    fn der_bytes(&self) -> &[u8] {
        &self.public
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ECDSA_P256_SHA256
    }
}

impl rcgen::SigningKey for SealKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(self.sign_der(message))
    }
}
