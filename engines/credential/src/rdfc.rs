// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one way to write the statements of a certificate: RDFC-1.0 for graphs in which no two nameless nodes need to be told
//! apart by their neighbours, which is every graph of [`quads`](crate::quads::quads).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::quads::{Line, Quad};

/// Canonical N-Quads.
///
/// # Shape
/// Nameless nodes with equal statements must point at, and be pointed at by, named nodes only; of such the order does not
/// show.
///
/// # Source
/// W3C Recommendation RDF Dataset Canonicalization (RDFC-1.0), sections 4.4 and 4.6.
pub fn canonical(quads: &[Quad]) -> String {
    let lines: Vec<Line> = quads.iter().map(Line::of).collect();
    let mut about: Vec<Vec<&Line>> = Vec::new();
    for line in &lines {
        for number in line.subject.into_iter().chain(line.object) {
            about.resize_with(about.len().max(number + 1), Vec::new);
            about[number].push(line);
        }
    }
    let mut by_hash: BTreeMap<[u8; 32], Vec<usize>> = BTreeMap::new();
    for (number, about) in about.iter().enumerate() {
        by_hash.entry(first_degree(about, number)).or_default().push(number);
    }
    // Those of a hash of their own are named first.
    let alone = by_hash.values().filter(|same| same.len() == 1);
    let alike = by_hash.values().filter(|same| same.len() > 1);
    let order: Vec<usize> = alone.chain(alike).flatten().copied().collect();
    let mut names = vec![String::new(); order.len()];
    for (place, number) in order.into_iter().enumerate() {
        names[number] = format!("_:c14n{place}");
    }
    let mut named: Vec<String> = lines.iter().map(|line| line.named(|number| &names[number])).collect();
    // By code point, as UTF-8 sorts.
    named.sort_unstable();
    named.dedup();
    named.concat()
}

/// The hash of all that is said of one nameless node, others being told apart from it alone.
fn first_degree(about: &[&Line], number: usize) -> [u8; 32] {
    let name = |other: usize| if other == number { "_:a" } else { "_:z" };
    let mut lines: Vec<String> = about.iter().map(|line| line.named(name)).collect();
    lines.sort_unstable();
    let mut hasher = Sha256::new();
    lines.iter().for_each(|line| hasher.update(line));
    hasher.finalize().into()
}
