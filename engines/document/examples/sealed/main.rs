// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Sealed certificates of chance and what forgers would make of them, for verifiers from outside: `sealed FOLDER COUNT SEED`.
//! Beside the files lies `cases.jsonl`; `mutation` is null for the certificate itself, `trust` is the issuer's X.509 in hex,
//! `codes` are what its squares hold.

mod forgeries;
mod papers;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use document::seal::{KeySealer, SealKey, seal};
use document::{CertificatePaper, Paper, render_certificate};
use forgeries::{FORGERIES, Scene};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;

fn sealed(facts: &CertificatePaper, plain: &Paper, key: &SealKey) -> (Vec<u8>, Vec<u8>) {
    let own = key.certificate(&facts.issuer_name, "did:key:z6MkExample").expect("a name of letters");
    let sealer = KeySealer::new(key, vec![own.clone()]).expect("a certificate made a moment ago");
    (seal(plain, facts.document_date, &sealer).expect("a fresh paper takes a seal").pdf, own)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("writing to a String cannot fail");
        hex
    })
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count, seed] = arguments.as_slice() else { panic!("sealed FOLDER COUNT SEED") };
    let (count, seed): (usize, u64) =
        (count.parse().expect("COUNT is a number"), seed.parse().expect("SEED is a number"));
    let folder = Path::new(folder);
    fs::create_dir_all(folder).expect("the folder can be made");
    let mut dice = StdRng::seed_from_u64(seed);
    let mut cases = String::new();
    for number in 0..count {
        let key = SealKey::from_seed(dice.random());
        let facts = papers::some_paper(&mut dice);
        let plain = render_certificate(&facts).expect("an invented certificate is printable");
        let (whole, own) = sealed(&facts, &plain, &key);
        let other_facts = CertificatePaper { learner_name: "Orang Lain".into(), ..facts.clone() };
        let other = render_certificate(&other_facts).expect("an invented certificate is printable");
        let scene = Scene {
            swapped: sealed(&other_facts, &other, &key).0,
            stranger: sealed(&facts, &plain, &SealKey::from_seed([99; 32])).0,
            plain: plain.pdf,
            whole,
        };
        let forged = FORGERIES.iter().map(|(name, forge)| (Some(*name), forge(&scene)));
        for (mutation, pdf) in std::iter::once((None, scene.whole.clone())).chain(forged) {
            assert!(mutation.is_none() || pdf != scene.whole, "{mutation:?} changes nothing");
            let file = folder.join(format!("{number:04}-{}.pdf", mutation.unwrap_or("whole")));
            fs::write(&file, pdf).expect("the folder can be written");
            let codes = [&facts.qr_url, &facts.offline_code];
            let case = json!({ "file": file, "mutation": mutation, "trust": hex(&own), "codes": codes });
            writeln!(cases, "{case}").expect("writing to a String cannot fail");
        }
    }
    fs::write(folder.join("cases.jsonl"), cases).expect("the folder can be written");
}
