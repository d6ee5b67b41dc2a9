// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one way to write the statements of a certificate: RDFC-1.0 for graphs in which no two nameless nodes need to be told
//! apart by their neighbours, which is every graph of [`quads`](crate::quads::quads).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::quads::{Node, Object, Quad};

/// Canonical N-Quads.
///
/// # Shape
/// Nameless nodes with equal statements must point at, and be pointed at by, named nodes only; of such the order does not
/// show.
///
/// # Source
/// W3C Recommendation RDF Dataset Canonicalization (RDFC-1.0), sections 4.4 and 4.6.
pub fn canonical(quads: &[Quad]) -> String {
    let mut by_hash: BTreeMap<[u8; 32], Vec<usize>> = BTreeMap::new();
    for number in 0..blank_count(quads) {
        by_hash.entry(first_degree(quads, number)).or_default().push(number);
    }
    // Those of a hash of their own are named first.
    let alone = by_hash.values().filter(|same| same.len() == 1);
    let alike = by_hash.values().filter(|same| same.len() > 1);
    let order: Vec<usize> = alone.chain(alike).flatten().copied().collect();
    let mut names = vec![String::new(); order.len()];
    for (place, number) in order.into_iter().enumerate() {
        names[number] = format!("_:c14n{place}");
    }
    let mut lines: Vec<String> = quads.iter().map(|quad| quad.line(|number| names[number].clone())).collect();
    // By code point, as UTF-8 sorts.
    lines.sort_unstable();
    lines.dedup();
    lines.concat()
}

/// The hash of all that is said of one nameless node, others being told apart from it alone.
fn first_degree(quads: &[Quad], number: usize) -> [u8; 32] {
    let name = |other: usize| if other == number { "_:a".to_owned() } else { "_:z".to_owned() };
    let about = quads.iter().filter(|quad| mentions(quad, number));
    let mut lines: Vec<String> = about.map(|quad| quad.line(name)).collect();
    lines.sort_unstable();
    Sha256::digest(lines.concat()).into()
}

fn mentions(quad: &Quad, number: usize) -> bool {
    let is_it = |node: &Node| *node == Node::Blank(number);
    is_it(&quad.subject) || matches!(&quad.object, Object::Node(node) if is_it(node))
}

fn blank_count(quads: &[Quad]) -> usize {
    let number = |node: &Node| match node {
        Node::Blank(number) => Some(*number + 1),
        Node::Iri(_) => None,
    };
    let objects = quads.iter().filter_map(|quad| match &quad.object {
        Object::Node(node) => number(node),
        Object::Text(_) | Object::Typed(..) => None,
    });
    quads.iter().filter_map(|quad| number(&quad.subject)).chain(objects).max().unwrap_or(0)
}
