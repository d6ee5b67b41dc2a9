// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a person is expected in one session at a time; so batches with a person in common do not meet together.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-04.

use crate::office::Limit;
use crate::office::board::{Board, Place, Taken};
use crate::office::problem::Problem;
use std::collections::{BTreeSet, HashSet};

/// Batches that share a person with this one, itself among them.
pub fn rivals(problem: &Problem, batch: usize, lifted: &BTreeSet<Limit>) -> Vec<usize> {
    let is_rival = |other: &usize| {
        let limit = Limit::SharedPersons { one: batch.min(*other), two: batch.max(*other) };
        *other == batch || !lifted.contains(&limit) && shares(problem, batch, *other)
    };
    (0..problem.batches.len()).filter(is_rival).collect()
}

pub fn shares(problem: &Problem, one: usize, two: usize) -> bool {
    let persons: HashSet<&usize> = problem.batches[one].participants.iter().collect();
    problem.batches[two].participants.iter().any(|person| persons.contains(person))
}

pub fn in_way<'a>(
    board: &'a Board<'_>,
    piece: usize,
    place: &Place,
    stretch: (u16, u16),
) -> impl Iterator<Item = &'a Taken> {
    let (day, batch) = (place.day, board.site.pieces[piece].batch);
    board.site.rivals[batch].iter().flat_map(move |rival| {
        let taken = board.batches.overlapping(*rival, day, stretch);
        // What is locked for a rival need not concern the persons of this batch; it is entered for each by itself.
        taken.filter(move |one| *rival == batch || one.piece.is_some())
    })
}
