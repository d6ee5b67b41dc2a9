// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whether a graph was made to keep a canonicaliser busy for ever: nameless nodes with equal statements, tied to each other in
//! more than one way, are tried out in every order.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use oxrdf::{Dataset, GraphNameRef, NamedOrBlankNodeRef, QuadRef, TermRef};

/// So many alike nodes may hang together where orders must be tried; six take under a million steps.
const MOST_TRIED: usize = 6;
/// So many may where there is but one order.
const MOST_CHAINED: usize = 256;

/// The nameless nodes of a statement with their place in it.
fn nameless<'a>(quad: &QuadRef<'a>) -> Vec<(char, &'a str)> {
    let mut nodes = Vec::new();
    if let NamedOrBlankNodeRef::BlankNode(node) = quad.subject {
        nodes.push(('s', node.as_str()));
    }
    if let TermRef::BlankNode(node) = quad.object {
        nodes.push(('o', node.as_str()));
    }
    if let GraphNameRef::BlankNode(node) = quad.graph_name {
        nodes.push(('g', node.as_str()));
    }
    nodes
}

/// All that is said of a node, others being told apart from it alone.
fn portrait(quads: &[QuadRef<'_>], node: &str) -> Vec<String> {
    let name = |other: &str| if other == node { "_:a" } else { "_:z" };
    let mut lines: Vec<String> = quads
        .iter()
        .map(|quad| {
            let subject = match quad.subject {
                NamedOrBlankNodeRef::BlankNode(other) => name(other.as_str()).to_owned(),
                named => named.to_string(),
            };
            let object = match quad.object {
                TermRef::BlankNode(other) => name(other.as_str()).to_owned(),
                other => other.to_string(),
            };
            let graph = match quad.graph_name {
                GraphNameRef::BlankNode(other) => name(other.as_str()).to_owned(),
                other => other.to_string(),
            };
            [subject.as_str(), quad.predicate.as_str(), &object, &graph].join(" ")
        })
        .collect();
    lines.sort_unstable();
    lines
}

pub(crate) fn is_poisonous(dataset: &Dataset) -> bool {
    let mut about: HashMap<&str, Vec<QuadRef<'_>>> = HashMap::new();
    for quad in dataset {
        for (_, node) in nameless(&quad) {
            about.entry(node).or_default().push(quad);
        }
    }
    let mut alike: BTreeMap<Vec<String>, Vec<&str>> = BTreeMap::new();
    for (node, quads) in &about {
        alike.entry(portrait(quads, node)).or_default().push(node);
    }
    let kind: HashMap<&str, usize> = alike
        .values()
        .enumerate()
        .filter(|(_, same)| same.len() > 1)
        .flat_map(|(kind, same)| same.iter().map(move |node| (*node, kind)))
        .collect();
    let mut seen = BTreeSet::new();
    let mut starts: Vec<&str> = kind.keys().copied().collect();
    starts.sort_unstable();
    starts.into_iter().any(|start| {
        let (size, orders) = component(start, &about, &kind, &mut seen);
        size > MOST_CHAINED || orders > 1 && size > MOST_TRIED
    })
}

/// How many alike nodes hang together with `start`, and how many of a node's neighbours are at most alike in the same place.
fn component<'a>(
    start: &'a str,
    about: &HashMap<&'a str, Vec<QuadRef<'a>>>,
    kind: &HashMap<&'a str, usize>,
    seen: &mut BTreeSet<&'a str>,
) -> (usize, usize) {
    let (mut size, mut orders) = (0, 0);
    let mut waiting = vec![start];
    while let Some(node) = waiting.pop() {
        if !seen.insert(node) {
            continue;
        }
        size += 1;
        let mut places: HashMap<(char, &str, usize), BTreeSet<&str>> = HashMap::new();
        for quad in &about[node] {
            for (place, other) in nameless(quad) {
                if let Some(kind) = kind.get(other).filter(|_| other != node) {
                    places.entry((place, quad.predicate.as_str(), *kind)).or_default().insert(other);
                    waiting.push(other);
                }
            }
        }
        orders = orders.max(places.values().map(BTreeSet::len).max().unwrap_or(0));
    }
    (size, orders)
}
