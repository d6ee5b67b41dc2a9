// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The one way to write the statements of a certificate: RDFC-1.0 for graphs in which no two nameless nodes need to be told
//! apart by their neighbours, which is every graph of [`quads`](crate::quads::quads).

use std::collections::BTreeMap;
use std::ops::Range;

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
    let mut named = Named::default();
    lines.iter().for_each(|line| named.push(line, |number| &names[number]));
    let mut out = String::with_capacity(named.text.len());
    named.sort();
    named.places.dedup_by(|one, other| named.text[one.clone()] == named.text[other.clone()]);
    named.each(|line| out.push_str(line));
    out
}

/// The hash of all that is said of one nameless node, others being told apart from it alone.
fn first_degree(about: &[&Line], number: usize) -> [u8; 32] {
    let mut named = Named::default();
    about.iter().for_each(|line| named.push(line, |other| if other == number { "_:a" } else { "_:z" }));
    named.sort();
    let mut hasher = Sha256::new();
    named.each(|line| hasher.update(line));
    hasher.finalize().into()
}

/// Lines with names in them, one after the other in one text, and where each stands.
#[derive(Default)]
struct Named {
    text: String,
    places: Vec<Range<usize>>,
}

impl Named {
    fn push<'n>(&mut self, line: &Line, name: impl Fn(usize) -> &'n str) {
        let begin = self.text.len();
        line.write(name, &mut self.text);
        self.places.push(begin..self.text.len());
    }

    /// By code point, as UTF-8 sorts.
    fn sort(&mut self) {
        self.places.sort_unstable_by(|one, other| self.text[one.clone()].cmp(&self.text[other.clone()]));
    }

    fn each(&self, mut take: impl FnMut(&str)) {
        self.places.iter().for_each(|place| take(&self.text[place.clone()]));
    }
}
