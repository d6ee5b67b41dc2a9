// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The tree beside its definition, written down a second time here as the standard says it.

use std::collections::HashMap;
use std::convert::Infallible;

use audit::tree::{
    Bundle, Checkpoint, Growth, Hash, NoteKey, NoteProblem, ProofProblem, Stored, TILE, Tile, consistency,
    inclusion, root, verify_consistency, verify_inclusion,
};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

fn leaf(bytes: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(bytes).finalize().into()
}

/// RFC 6962, section 2.1, word for word.
fn defined(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [one] => *one,
        many => {
            let mut split = 1;
            while split * 2 < many.len() {
                split *= 2;
            }
            let (left, right) = (defined(&many[..split]), defined(&many[split..]));
            Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
        }
    }
}

/// Tiles in memory, as a folder would hold them.
#[derive(Default)]
struct Tiles {
    kept: HashMap<(u32, u64), Vec<Hash>>,
}

impl Tiles {
    fn of(leaves: &[Hash]) -> Self {
        let mut growth = Growth::default();
        leaves.iter().for_each(|hash| growth.push(*hash));
        let mut kept: HashMap<(u32, u64), Vec<Hash>> = growth
            .take_full()
            .into_iter()
            .map(|(tile, hashes)| ((tile.level, tile.number), hashes))
            .collect();
        kept.extend(growth.partial().map(|(tile, hashes)| ((tile.level, tile.number), hashes.to_vec())));
        Self { kept }
    }
}

impl Stored for Tiles {
    type Error = Infallible;

    fn hashes(&self, level: u32, first: u64, count: usize) -> Result<Vec<Hash>, Infallible> {
        let start = (first % TILE as u64) as usize;
        Ok(self.kept[&(level, first / TILE as u64)][start..start + count].to_vec())
    }
}

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|number| leaf(&number.to_be_bytes())).collect()
}

#[test]
fn the_reference_roots_of_certificate_transparency() {
    let inputs: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    for (count, expected) in (1..).zip(roots) {
        let hashes: Vec<Hash> = inputs[..count].iter().map(|bytes| leaf(bytes)).collect();
        let Ok(found) = root(&Tiles::of(&hashes), count as u64);
        let found: String = found.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, expected, "{count} leaves");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn root_and_proofs_follow_the_definition(size in 1_u64..1_200, at in any::<prop::sample::Index>(), cut in any::<prop::sample::Index>()) {
        let hashes = leaves(size);
        let tiles = Tiles::of(&hashes);
        let Ok(whole) = root(&tiles, size);
        prop_assert_eq!(whole, defined(&hashes));

        let index = at.index(hashes.len());
        let Ok(path) = inclusion(&tiles, index as u64, size);
        prop_assert!(verify_inclusion(&hashes[index], index as u64, size, &path, &whole));
        for wrong in [index as u64 + 1, index as u64 ^ 1] {
            prop_assert!(wrong == index as u64 || !verify_inclusion(&hashes[index], wrong, size, &path, &whole));
        }
        prop_assert!(!verify_inclusion(&leaf(b"another"), index as u64, size, &path, &whole));
        for place in 0..path.len() {
            let mut changed = path.clone();
            changed[place][7] ^= 1;
            prop_assert!(!verify_inclusion(&hashes[index], index as u64, size, &changed, &whole));
            prop_assert!(!verify_inclusion(&hashes[index], index as u64, size, &path[..place], &whole));
        }

        let old = cut.index(hashes.len()) + 1;
        let old_root = defined(&hashes[..old]);
        let Ok(path) = consistency(&tiles, old as u64, size);
        prop_assert!(verify_consistency((old as u64, &old_root), (size, &whole), &path));
        prop_assert!(!verify_consistency((old as u64, &leaf(b"another")), (size, &whole), &path));
        prop_assert!(old as u64 == size || !verify_consistency((old as u64, &old_root), (size, &leaf(b"another")), &path));
        for place in 0..path.len() {
            let mut changed = path.clone();
            changed[place][0] ^= 1;
            prop_assert!(!verify_consistency((old as u64, &old_root), (size, &whole), &changed));
        }
    }

    #[test]
    fn a_tree_grown_in_two_steps_has_the_tiles_of_one_grown_at_once(first in 0_u64..700, more in 1_u64..700) {
        let hashes = leaves(first + more);
        let mut before = Growth::default();
        hashes[..first as usize].iter().for_each(|hash| before.push(*hash));
        let mut edge = Vec::new();
        for (tile, hashes) in before.partial() {
            edge.resize(tile.level as usize, Vec::new());
            edge.push(hashes.to_vec());
        }
        let mut after = Growth::from_edge(first, edge);
        hashes[first as usize..].iter().for_each(|hash| after.push(*hash));
        let mut tiles = Tiles::of(&hashes[..first as usize]);
        tiles.kept.extend(after.take_full().into_iter().map(|(tile, hashes)| ((tile.level, tile.number), hashes)));
        tiles.kept.extend(after.partial().map(|(tile, hashes)| ((tile.level, tile.number), hashes.to_vec())));
        prop_assert_eq!(root(&tiles, first + more), Ok(defined(&hashes)));
        prop_assert_eq!((after.root(), before.root()), (defined(&hashes), defined(&hashes[..first as usize])));
    }
}

#[test]
fn tiles_are_named_as_the_standard_names_them() {
    let named = [
        (Tile { level: 0, number: 0, width: 256 }, "tile/0/000"),
        (Tile { level: 0, number: 1_234_067, width: 256 }, "tile/0/x001/x234/067"),
        (Tile { level: 1, number: 17, width: 112 }, "tile/1/017.p/112"),
        (Tile { level: 2, number: 1_000, width: 1 }, "tile/2/x001/000.p/1"),
    ];
    for (tile, path) in named {
        assert_eq!(tile.to_string(), path);
        assert_eq!(path.parse(), Ok(tile));
    }
    for wrong in [
        "tile/0/0",
        "tile/00/000",
        "tile/0/x000/001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/64/000",
        "x",
    ] {
        assert_eq!(wrong.parse::<Tile>(), Err(()), "{wrong}");
    }
    // The example of the standard: 70,000 leaves.
    let width = |level, index| Tile::holding(level, index, 70_000).map(|tile| (tile.number, tile.width));
    assert_eq!(width(0, 69_999), Some((273, 112)));
    assert_eq!(width(1, 255), Some((0, 256)));
    assert_eq!(width(1, 272), Some((1, 17)));
    assert_eq!(width(2, 0), Some((0, 1)));
    assert_eq!(width(0, 70_000), None);
}

#[test]
fn keys_are_written_as_other_tools_write_them() {
    let published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    let (name, key) = NoteKey::parse(published).expect("the key of the note package's own example");
    assert_eq!((name.as_str(), key.written(&name).as_str()), ("PeterNeumann", published));
    assert!(NoteKey::parse(&published.replace("c74f", "c74e")).is_none());
}

#[test]
fn a_proof_file_is_believed_whole_or_not_at_all() {
    let (seed, size) = ([7; 32], 300);
    let hashes = leaves(size);
    let tiles = Tiles::of(&hashes);
    let (Ok(whole), Ok(path)) = (root(&tiles, size), inclusion(&tiles, 41, size));
    let checkpoint = Checkpoint { origin: "log.example/c".to_owned(), size, root: whole };
    let bundle = Bundle { extra: b"leaf".to_vec(), index: 41, path, checkpoint: checkpoint.signed(&seed) };
    let (text, key) = (bundle.written(), NoteKey::of(&seed));
    let read = Bundle::parse(&text).expect("our own form");
    assert_eq!(read, bundle);
    assert_eq!(read.verify(&hashes[41], &key), Ok(checkpoint));
    assert_eq!(read.verify(&hashes[40], &key), Err(ProofProblem::NotIncluded));
    assert_eq!(read.verify(&hashes[41], &NoteKey::of(&[8; 32])), Err(NoteProblem::Signer.into()));
    let other_size =
        Bundle { checkpoint: bundle.checkpoint.replacen("\n300\n", "\n299\n", 1), ..bundle.clone() };
    assert_eq!(other_size.verify(&hashes[41], &key), Err(NoteProblem::Signature.into()));
    // Every single character that is changed is noticed.
    for (place, old) in text.char_indices().filter(|(_, old)| old.is_ascii()) {
        let new = if old == 'A' { 'B' } else { 'A' };
        let changed = format!("{}{new}{}", &text[..place], &text[place + 1..]);
        let believed = Bundle::parse(&changed).is_ok_and(|bundle| {
            bundle.verify(&hashes[41], &key).is_ok() && bundle.extra == b"leaf" && bundle.index == 41
        });
        assert!(!believed, "{place}: {old} as {new}");
    }
}
