// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A seal made with a key at hand: CMS `SignedData` with the signed attributes that PAdES asks for, and no more.

use sha2::{Digest, Sha256};
use yasna::models::ObjectIdentifier;
use yasna::{ASN1Result, DERWriter, Tag, construct_der, parse_der};

use super::{SealKey, Sealer};

const DATA: &[u64] = &[1, 2, 840, 113_549, 1, 7, 1];
const SIGNED_DATA: &[u64] = &[1, 2, 840, 113_549, 1, 7, 2];
const CONTENT_TYPE: &[u64] = &[1, 2, 840, 113_549, 1, 9, 3];
const MESSAGE_DIGEST: &[u64] = &[1, 2, 840, 113_549, 1, 9, 4];
const SIGNING_CERTIFICATE_V2: &[u64] = &[1, 2, 840, 113_549, 1, 9, 16, 2, 47];
const SHA_256: &[u64] = &[2, 16, 840, 1, 101, 3, 4, 2, 1];
const ECDSA_SHA_256: &[u64] = &[1, 2, 840, 10_045, 4, 3, 2];
/// The tag that signed attributes have inside a signature; signed they are as a plain SET (RFC 5652, section 5.4).
const ATTRIBUTES_TAG: u8 = 0xa0;
/// What a seal holds apart from its certificates, with some to spare.
const WITHOUT_CERTIFICATES_BYTES: usize = 768;

/// Seals with a key at hand.
pub struct KeySealer<'k> {
    key: &'k SealKey,
    chain: Vec<Vec<u8>>,
    /// Issuer and serial number of the key's certificate.
    signer: Vec<u8>,
}

impl<'k> KeySealer<'k> {
    /// # Shape
    /// `chain` holds certificates as DER: that of the key first, then those that vouch for it.
    ///
    /// # Errors
    /// Where the first of `chain` is no certificate.
    pub fn new(key: &'k SealKey, chain: Vec<Vec<u8>>) -> Result<Self, String> {
        let own = chain.first().ok_or("there is no certificate of the key")?;
        let signer =
            issuer_and_serial(own).map_err(|error| format!("the certificate of the key: {error}"))?;
        Ok(Self { key, chain, signer })
    }
}

impl Sealer for KeySealer<'_> {
    fn room(&self) -> usize {
        WITHOUT_CERTIFICATES_BYTES + self.signer.len() + self.chain.iter().map(Vec::len).sum::<usize>()
    }

    /// # Source
    /// RFC 5652, section 5.4; RFC 5753, section 2.1.
    fn seal(&self, covered: [&[u8]; 2]) -> Result<Vec<u8>, String> {
        let digest = covered.iter().fold(Sha256::new(), |hasher, part| hasher.chain_update(part)).finalize();
        let mut attributes = signed_attributes(&digest, &self.chain[0]);
        let signature = self.key.sign_der(&attributes);
        attributes[0] = ATTRIBUTES_TAG;
        Ok(construct_der(|writer| {
            writer.write_sequence(|content| {
                oid(content.next(), SIGNED_DATA);
                content.next().write_tagged(Tag::context(0), |writer| {
                    self.signed_data(writer, &attributes, &signature);
                });
            });
        }))
    }
}

impl KeySealer<'_> {
    fn signed_data(&self, writer: DERWriter<'_>, attributes: &[u8], signature: &[u8]) {
        writer.write_sequence(|data| {
            data.next().write_u8(1);
            data.next().write_set_of(|set| algorithm(set.next(), SHA_256));
            data.next().write_sequence(|content| oid(content.next(), DATA));
            data.next().write_tagged_implicit(Tag::context(0), |writer| {
                writer.write_set_of(|set| self.chain.iter().for_each(|der| set.next().write_der(der)));
            });
            data.next().write_set_of(|signers| {
                signers.next().write_sequence(|signer| {
                    signer.next().write_u8(1);
                    signer.next().write_der(&self.signer);
                    algorithm(signer.next(), SHA_256);
                    signer.next().write_der(attributes);
                    algorithm(signer.next(), ECDSA_SHA_256);
                    signer.next().write_bytes(signature);
                });
            });
        });
    }
}

/// # Source
/// ETSI EN 319 122-1, section 6.3; RFC 5035, section 3 (SHA-256 is the default hash, and is therefore not named).
fn signed_attributes(digest: &[u8], certificate: &[u8]) -> Vec<u8> {
    construct_der(|writer| {
        writer.write_set_of(|attributes| {
            attribute(attributes.next(), CONTENT_TYPE, |value| oid(value, DATA));
            attribute(attributes.next(), MESSAGE_DIGEST, |value| value.write_bytes(digest));
            attribute(attributes.next(), SIGNING_CERTIFICATE_V2, |value| {
                value.write_sequence(|signing| {
                    signing.next().write_sequence(|certificates| {
                        certificates.next().write_sequence(|id| {
                            id.next().write_bytes(&Sha256::digest(certificate));
                        });
                    });
                });
            });
        });
    })
}

fn attribute(writer: DERWriter<'_>, kind: &[u64], value: impl FnOnce(DERWriter<'_>)) {
    writer.write_sequence(|pair| {
        oid(pair.next(), kind);
        pair.next().write_set_of(|values| value(values.next()));
    });
}

/// An algorithm without parameters.
///
/// # Source
/// RFC 5754, sections 2 and 3.3.
fn algorithm(writer: DERWriter<'_>, kind: &[u64]) {
    writer.write_sequence(|parts| oid(parts.next(), kind));
}

fn oid(writer: DERWriter<'_>, kind: &[u64]) {
    writer.write_oid(&ObjectIdentifier::from_slice(kind));
}

/// # Source
/// RFC 5280, section 4.1 (fields of a certificate); RFC 5652, section 10.2.4.
fn issuer_and_serial(certificate: &[u8]) -> ASN1Result<Vec<u8>> {
    let to_be_signed = parts(certificate)?.into_iter().next().unwrap_or_default();
    let fields = parts(&to_be_signed)?;
    // Version, serial number, algorithm, issuer.
    let [_, serial, _, issuer, ..] = fields.as_slice() else {
        return Err(yasna::ASN1Error::new(yasna::ASN1ErrorKind::Invalid));
    };
    Ok(construct_der(|writer| {
        writer.write_sequence(|both| {
            both.next().write_der(issuer);
            both.next().write_der(serial);
        });
    }))
}

/// The elements of a SEQUENCE, each as it is written.
fn parts(der: &[u8]) -> ASN1Result<Vec<Vec<u8>>> {
    parse_der(der, |reader| {
        reader.read_sequence(|elements| {
            let mut all = Vec::new();
            while let Some(element) = elements.read_optional(|reader| reader.read_der())? {
                all.push(element);
            }
            Ok(all)
        })
    })
}
