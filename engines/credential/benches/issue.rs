// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates with eddsa-rdfc-2022 a second on one core, ours beside the general way (a JSON-LD processor and a canonicaliser)
//! and beside @digitalbazaar/vc, all in the same run:
//! `cargo bench -p credential -- --peer FOLDER`, FOLDER being where its packages are (`cargo xtask verifiers` puts them into
//! `target/verifiers/node`). Without `--peer`, it is left out.

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use credential::{Badge, IssuerKey, TrustList, issue, rdf_suite, verify};
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
    let made = a_second(|badge| {
        black_box(rdf_suite::prove(badge, &key));
    });
    let issued = a_second(|badge| {
        black_box(issue(badge, &key));
    });
    let (badge, public) = (eight_units(), key.public());
    let proof = rdf_suite::prove(&badge, &key);
    let checked = a_second(|_| rdf_suite::check(&badge, &public, &proof).expect("the proof holds"));
    let file = issue(&badge, &key);
    let trust = TrustList::of([(key.did(), "LSP Las Nusantara")]);
    let verified = a_second(|_| assert!(verify(file.as_bytes(), &trust).is_valid(), "our own certificate"));
    let general = a_second(|badge| {
        black_box(generally(badge, &key));
    });
    println!("eddsa-rdfc-2022, one core, certificates of eight units a second");
    println!("  ours, this proof alone             {made:>8.0}");
    println!("  ours, this proof checked           {checked:>8.0}");
    println!("  ours, issued with both proofs      {issued:>8.0}");
    println!("  ours, both proofs verified         {verified:>8.0}");
    println!(
        "  oxjsonld and oxrdf, hashed only    {general:>8.0}   ours {:.0} times as fast",
        made / general
    );
    let words: Vec<String> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == "--peer") {
        let folder = words.get(at + 1).expect("--peer wants the folder of the packages");
        let (issues, verifies) = peer(Path::new(folder), &file);
        println!(
            "  @digitalbazaar/vc, issued          {issues:>8.0}   ours {:.0} times as fast",
            issued / issues
        );
        println!(
            "  @digitalbazaar/vc, verified        {verifies:>8.0}   ours {:.0} times as fast",
            verified / verifies
        );
    }
}

/// What @digitalbazaar/vc issues and verifies a second, one proof each, of the same certificate.
fn peer(folder: &Path, file: &str) -> (f64, f64) {
    let place = std::env::temp_dir().join(format!("certificate-of-a-bench-{}.json", std::process::id()));
    std::fs::write(&place, file).expect("the temporary folder can be written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/digitalbazaar.mjs");
    let answer = Command::new("node")
        .args(["--input-type=module", "-"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("contexts"))
        .arg(&place)
        .arg(LENGTH.as_secs().to_string())
        .current_dir(folder)
        .stdin(std::fs::File::open(script).expect("the peer's program is here"))
        .stderr(Stdio::inherit())
        .output()
        .expect("node runs");
    std::fs::remove_file(&place).expect("the file was written above");
    let text = String::from_utf8(answer.stdout).expect("two numbers");
    let numbers: Vec<f64> = text.split_whitespace().map(|word| word.parse().expect("a number")).collect();
    let [issues, verifies] = numbers[..] else { panic!("the peer said {text:?}") };
    (issues, verifies)
}

fn eight_units() -> Badge {
    let mut badge = common::badge();
    // As many as a scheme has.
    badge.units = (1..=8)
        .map(|unit| credential::BadgeUnit {
            code: Some(format!("C.24LAS01.00{unit}.1")),
            title: format!("Unit kompetensi ke-{unit}"),
            hours: Some(20),
        })
        .collect();
    badge
}

fn a_second(mut one: impl FnMut(&Badge)) -> f64 {
    let mut badge = eight_units();
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
