// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Proofs of eddsa-rdfc-2022 a second on one core, ours beside the general way (a JSON-LD processor and a canonicaliser) in the
//! same run: `cargo bench -p credential`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use credential::{Badge, IssuerKey, rdf_suite};
use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Dataset;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use sha2::{Digest, Sha256};

#[path = "../tests/common/mod.rs"]
mod common;

const LENGTH: Duration = Duration::from_secs(3);
const CONTEXTS: [(&str, &[u8]); 2] = [
    ("https://www.w3.org/ns/credentials/v2", include_bytes!("../contexts/credentials-v2.json")),
    (
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        include_bytes!("../contexts/open-badges-3.0.3.json"),
    ),
];

fn main() {
    let key = common::key();
    let ours = a_second(|badge| {
        black_box(rdf_suite::prove(badge, &key));
    });
    let checking = {
        let proof = rdf_suite::prove(&common::badge(), &key);
        let public = key.public();
        let badge = common::badge();
        a_second(|_| rdf_suite::check(&badge, &public, &proof).expect("the proof holds"))
    };
    let general = a_second(|badge| {
        black_box(generally(badge, &key));
    });
    println!("eddsa-rdfc-2022, one core, certificates a second");
    println!("  ours, proof made        {ours:>9.0}");
    println!("  ours, proof checked     {checking:>9.0}");
    println!("  oxjsonld and oxrdf, hashed only {general:>6.0}   ratio {:.0}", ours / general);
}

fn a_second(mut one: impl FnMut(&Badge)) -> f64 {
    let mut badge = common::badge();
    // Eight units, as a scheme has.
    badge.units = (1..=8)
        .map(|unit| credential::BadgeUnit {
            code: Some(format!("C.24LAS01.00{unit}.1")),
            title: format!("Unit kompetensi ke-{unit}"),
            hours: Some(20),
        })
        .collect();
    let begun = Instant::now();
    let mut count = 0_u32;
    while begun.elapsed() < LENGTH {
        badge.number = format!("LSP-LN/2026/{count:06}");
        one(&badge);
        count += 1;
    }
    f64::from(count) / begun.elapsed().as_secs_f64()
}

fn generally(badge: &Badge, key: &IssuerKey) -> [u8; 32] {
    let text = badge.to_credential(key).to_string();
    let parser = JsonLdParser::new().for_slice(text.as_bytes()).with_load_document_callback(|url, _| {
        let known = CONTEXTS.iter().find(|(name, _)| *name == url).ok_or("an unknown context")?;
        Ok(JsonLdRemoteDocument { document: known.1.to_vec(), document_url: url.into() })
    });
    let mut statements = Dataset::new();
    for quad in parser {
        statements.insert(&quad.expect("the certificate is JSON-LD"));
    }
    let hash_algorithm = CanonicalizationHashAlgorithm::Sha256;
    statements.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm });
    let mut lines: Vec<String> = statements.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Sha256::digest(lines.concat()).into()
}
