// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A sealed certificate: the same page, and one seal over every byte but its own. veraPDF judges it in `archive`, pyHanko in
//! `cargo xtask verifiers`.

use document::seal::{KeySealer, SealKey, Sealer, prepare, seal};
use document::{DocumentProblem, Paper, render_certificate};
use lopdf::{Document, Object};
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::examples::{certificate, day};

const ISSUER: &str = "UPT Balai Latihan Kerja Mojokerto";
/// Bytes of the signed attributes: three of them, none of a length that changes.
const ATTRIBUTES_BYTES: usize = 135;

/// The issuer in the world of machines.
const NAME_ELSEWHERE: &str = "did:key:z6MkExample";

fn key() -> SealKey {
    SealKey::from_seed([7; 32])
}

fn own() -> Vec<u8> {
    key().certificate(ISSUER, NAME_ELSEWHERE).expect("a name of letters")
}

/// The certification authority that cannot be reached.
struct Nobody;

impl Sealer for Nobody {
    fn room(&self) -> usize {
        100
    }

    fn seal(&self, _: [&[u8]; 2]) -> Result<Vec<u8>, String> {
        Err("no answer".into())
    }
}

fn plain() -> Paper {
    render_certificate(&certificate()).expect("an invented certificate is printable")
}

pub fn sealed(paper: &Paper) -> Paper {
    let key = key();
    seal(paper, day(), &KeySealer::new(&key, vec![own()]).expect("a certificate")).expect("a fresh paper")
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// The seal of a file, and the digest of all around it as the file itself says what is around it.
fn taken_apart(pdf: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let document = Document::load_mem(pdf).expect("a PDF");
    let mut dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let seal = dictionaries.find(|dictionary| dictionary.has_type(b"Sig")).expect("a seal");
    let range: Vec<usize> = seal
        .get(b"ByteRange")
        .and_then(Object::as_array)
        .expect("a range")
        .iter()
        .map(|number| number.as_i64().ok().and_then(|number| usize::try_from(number).ok()).expect("a length"))
        .collect();
    let [0, before, after, length] = range[..] else { panic!("{range:?}") };
    assert_eq!(after + length, pdf.len(), "to the very end");
    assert_eq!((pdf[before], pdf[after - 1]), (b'<', b'>'), "nothing but the seal is left out");
    let digest = Sha256::new().chain_update(&pdf[..before]).chain_update(&pdf[after..]).finalize();
    let contents = seal.get(b"Contents").and_then(Object::as_str).expect("hex digits");
    let length = usize::from(contents[2]) << 8 | usize::from(contents[3]);
    (contents[..length + 4].to_vec(), digest.to_vec())
}

#[test]
fn the_page_stays_as_it_was_and_the_seal_is_appended() {
    let plain = plain();
    let once = sealed(&plain);
    assert_eq!(once, sealed(&plain), "the same every time");
    assert_eq!(once.pages, plain.pages);
    assert!(once.pdf.starts_with(&plain.pdf));
    assert_eq!(once.pdf[plain.pdf.len()], b'\n', "the old end stays on a line of its own");
}

#[test]
fn the_issuer_signs_every_byte_but_the_seal() {
    let pdf = sealed(&plain()).pdf;
    let (cms, digest) = taken_apart(&pdf);
    let own = own();
    assert!(find(&own, NAME_ELSEWHERE.as_bytes()).is_some(), "and says who it is elsewhere");
    assert!(find(&cms, &own).is_some(), "the certificate is inside");
    let start = find(&cms, &[0xa0, 0x81, 0x84]).expect("signed attributes");
    let mut attributes = cms[start..start + ATTRIBUTES_BYTES].to_vec();
    attributes[0] = 0x31;
    assert!(find(&attributes, &digest).is_some(), "the digest of what is covered");
    assert!(find(&attributes, &Sha256::digest(&own)).is_some(), "the certificate that is meant");
    // Of the signature itself, a SEQUENCE in an OCTET STRING stands at the very end.
    let value = &cms[start + ATTRIBUTES_BYTES + 12..];
    assert_eq!((value[0], usize::from(value[1])), (0x04, value.len() - 2));
    let public = VerifyingKey::from_sec1_bytes(key().public()).unwrap();
    public.verify(&attributes, &Signature::from_der(&value[2..]).unwrap()).unwrap();
}

#[test]
fn no_hour_and_no_word_but_the_issuers_name_is_added() {
    let plain = plain();
    let whole = sealed(&plain);
    let added = String::from_utf8_lossy(&whole.pdf[plain.pdf.len()..]).into_owned();
    assert!(added.contains("/M(D:20260914000000Z)"), "{added}");
    for word in ["/Name(", "/Reason", "/Location", "/ContactInfo", "/Prop_Build"] {
        assert!(!added.contains(word), "{word} in {added}");
    }
}

/// Of one issuer, all files grow by the same: nothing can be told from it.
#[test]
fn what_is_added_is_equally_long_for_everybody() {
    let added = |name: &str| {
        let facts = document::CertificatePaper { learner_name: name.into(), ..certificate() };
        let plain = render_certificate(&facts).unwrap();
        sealed(&plain).pdf.len() - plain.pdf.len()
    };
    assert_eq!(added("Siti"), added("Budi"));
    let place = prepare(&plain().pdf, day(), 900).unwrap();
    let [before, after] = place.covered();
    let short = place.clone().close(&[1; 3]).unwrap();
    assert_eq!(short.len(), before.len() + after.len() + 2 * 900 + 2, "the room stays where a seal is short");
}

#[test]
fn a_long_name_is_cut_where_certificates_end() {
    let long =
        "Lembaga Sertifikasi Profesi Pihak Pertama Politeknik Perkapalan dan Pengelasan Čakra Nusantara";
    let own = key().certificate(long, NAME_ELSEWHERE).unwrap();
    assert_eq!(own, key().certificate(long, NAME_ELSEWHERE).unwrap(), "the same every time");
    assert!(find(&own, long.as_bytes()).is_none());
    let first: String = long.chars().take(64).collect();
    assert!(find(&own, first.trim_end().as_bytes()).is_some());
}

#[test]
fn what_cannot_be_sealed_is_said() {
    let reason = |result: Result<_, DocumentProblem>| match result {
        Err(DocumentProblem::Unsealed { reason }) => reason,
        other => panic!("{other:?}"),
    };
    let whole = sealed(&plain());
    assert_eq!(
        reason(prepare(&whole.pdf, day(), 100).map(|_| ())),
        "it has fields or a seal already",
        "one seal a paper"
    );
    let place = prepare(&plain().pdf, day(), 4).unwrap();
    assert_eq!(reason(place.close(&[0; 5]).map(|_| ())), "the seal has 5 bytes, more than was kept free");
    assert!(reason(prepare(b"%PDF-1.7\n", day(), 100).map(|_| ())).len() > 3);
    assert_eq!(reason(seal(&plain(), day(), &Nobody).map(|_| ())), "no answer");
    assert!(KeySealer::new(&key(), vec![b"no certificate".to_vec()]).is_err());
    assert!(KeySealer::new(&key(), Vec::new()).is_err());
    assert!(key().certificate(ISSUER, "did:key:ñ").is_err());
}
