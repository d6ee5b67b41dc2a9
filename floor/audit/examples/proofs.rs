// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Proofs of chance for verifiers that others write: `proofs COUNT SEED` prints one case a line, each proof once as it is and
//! once in each of twenty ways spoilt.

use std::convert::Infallible;

use audit::tree::{Bundle, Checkpoint, Growth, Hash, NoteKey, Stored, TILE, inclusion, root};
use serde_json::json;
use sha2::{Digest, Sha256};

struct Tiles(std::collections::HashMap<(u32, u64), Vec<Hash>>);

impl Stored for Tiles {
    type Error = Infallible;

    fn hashes(&self, level: u32, first: u64, count: usize) -> Result<Vec<Hash>, Infallible> {
        let start = (first % TILE as u64) as usize;
        Ok(self.0[&(level, first / TILE as u64)][start..start + count].to_vec())
    }
}

/// Draws by hashing: the same for the same seed.
fn draw(seed: u64, what: &str, number: u64) -> Hash {
    Sha256::digest(format!("{seed} {what} {number}")).into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One certificate's record: the leaf's bytes, and what they are made of.
struct Record {
    leaf: String,
    salt: String,
    content: String,
    credential: String,
}

fn record(seed: u64, number: u64) -> Record {
    let credential = json!({ "id": hex(&draw(seed, "credential", number)) }).to_string();
    let digest = hex(&Sha256::digest(&credential));
    let content = json!({ "credential_sha256": digest, "number": number.to_string() }).to_string();
    let salt = &draw(seed, "salt", number)[..16];
    let digest = hex(&Sha256::new().chain_update(salt).chain_update(&content).finalize());
    let (number, actor) = (number.to_string(), hex(&draw(seed, "actor", number)[..16]));
    let fields = [&number, "1795600000000", &actor, &actor, "CertificateIssued", "certificate:x", &digest];
    let lines: String = fields.iter().map(|field| format!("{} {field}\n", field.len())).collect();
    Record { leaf: format!("leaf v1\n{lines}"), salt: hex(salt), content, credential }
}

fn main() {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse::<u64>().expect("a number"));
    let (count, seed) = (arguments.next().expect("a count"), arguments.next().expect("a seed"));
    for case in 0..count {
        let drawn = draw(seed, "size", case);
        let size = u64::from(u16::from_be_bytes([drawn[0] & 3, drawn[1]])) + 2;
        print_cases(seed ^ (case << 20), size, u64::from(u16::from_be_bytes([drawn[2], drawn[3]])) % size);
    }
}

fn print_cases(seed: u64, size: u64, index: u64) {
    let records: Vec<Record> = (0..size).map(|number| record(seed, number)).collect();
    let mut growth = Growth::default();
    for record in &records {
        growth.push(Sha256::new().chain_update([0]).chain_update(&record.leaf).finalize().into());
    }
    let mut tiles: std::collections::HashMap<(u32, u64), Vec<Hash>> =
        growth.take_full().into_iter().map(|(tile, hashes)| ((tile.level, tile.number), hashes)).collect();
    tiles.extend(growth.partial().map(|(tile, hashes)| ((tile.level, tile.number), hashes.to_vec())));
    let tiles = Tiles(tiles);
    let (Ok(whole), Ok(path)) = (root(&tiles, size), inclusion(&tiles, index, size));
    let key_seed = draw(seed, "key", 0);
    let checkpoint = Checkpoint { origin: "log.example/c/log".to_owned(), size, root: whole };
    let vkey = NoteKey::of(&key_seed).written(&checkpoint.origin);
    let mine = &records[usize::try_from(index).expect("small")];
    let other = &records[usize::try_from((index + 1) % size).expect("small")];
    let good = Case { record: mine, salt: mine.salt.clone(), index, path, checkpoint, signer: key_seed };
    let print = |mutation: Option<&str>, proof: String, credential: &str| {
        println!(
            "{}",
            json!({ "mutation": mutation, "proof": proof, "credential": credential, "key": vkey })
        );
    };
    print(None, good.written(), &mine.credential);
    for (name, proof, credential) in good.spoilt(other) {
        print(Some(name), proof, &credential);
    }
}

#[derive(Clone)]
struct Case<'r> {
    record: &'r Record,
    salt: String,
    index: u64,
    path: Vec<Hash>,
    checkpoint: Checkpoint,
    signer: Hash,
}

impl Case<'_> {
    fn written(&self) -> String {
        self.with(&self.record.leaf, &self.record.content)
    }

    fn with(&self, leaf: &str, content: &str) -> String {
        let extra = json!({ "leaf": leaf, "salt": self.salt, "content": content }).to_string().into_bytes();
        let checkpoint = self.checkpoint.signed(&self.signer);
        Bundle { extra, index: self.index, path: self.path.clone(), checkpoint }.written()
    }

    fn changed(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut case = self.clone();
        change(&mut case);
        case.written()
    }

    /// Twenty ways to spoil it: name, proof, credential.
    fn spoilt(&self, other: &Record) -> Vec<(&'static str, String, String)> {
        let (good, mine) = (self.written(), self.record);
        let last = self.path.len() - 1;
        let note = self.checkpoint.signed(&self.signer);
        let proofs = [
            ("the next place", self.changed(|case| case.index += 1)),
            ("a place beyond the tree", self.changed(|case| case.index += case.checkpoint.size)),
            ("the nearest hash changed", self.changed(|case| case.path[0][0] ^= 1)),
            ("the farthest hash changed", self.changed(|case| case.path[last][31] ^= 128)),
            ("the path cut", self.changed(|case| case.path.truncate(last))),
            ("the path lengthened", self.changed(|case| case.path.push([7; 32]))),
            ("the path begun anew", self.changed(|case| case.path.insert(0, [7; 32]))),
            ("another size, signed", self.changed(|case| case.checkpoint.size *= 4)),
            ("another root, signed", self.changed(|case| case.checkpoint.root[5] ^= 1)),
            ("another key", self.changed(|case| case.signer[0] ^= 1)),
            ("another log, signed", self.changed(|case| case.checkpoint.origin.push('x'))),
            (
                "the size changed",
                good.replace(&note, &note.replacen(&self.checkpoint.size.to_string(), "999999", 1)),
            ),
            ("the signature changed", flipped(&good, good.len() - 20)),
            ("the note cut", good[..good.len() - 40].to_owned()),
            ("another head", good.replacen("tlog-proof@v1", "tlog-proof@v2", 1)),
            ("the record of another", self.with(&other.leaf, &other.content)),
            ("the content of another", self.with(&mine.leaf, &other.content)),
            ("another salt", self.changed(|case| case.salt = other.salt.clone())),
            (
                "another actor",
                self.with(&mine.leaf.replacen("CertificateIssued", "CertificateRevoked", 1), &mine.content),
            ),
        ];
        let mut cases: Vec<_> =
            proofs.into_iter().map(|(name, proof)| (name, proof, mine.credential.clone())).collect();
        cases.push(("another credential", good, other.credential.clone()));
        cases
    }
}

/// Another letter of the base64 alphabet in its place.
fn flipped(text: &str, place: usize) -> String {
    let new = if text.as_bytes()[place] == b'A' { 'B' } else { 'A' };
    format!("{}{new}{}", &text[..place], &text[place + 1..])
}
