// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One attempt to lay everything on a site: first by order, then by repair, and where there is little, by trying all.

use super::board::Board;
use super::bound;
use super::exhaust::{Found, exhaust};
use super::home::Home;
use super::laid::Laid;
use super::lay::{lay, orders};
use super::repair::repair;
use super::site::Site;
use super::watch::Watch;
use crate::dice::Dice;
use crate::rules;

/// Boards laid where not everything finds a place, or any that does will do.
const FEW_WAYS: usize = 8;

/// The best board of an attempt.
pub(super) struct Trial<'a> {
    pub board: Board<'a>,
    /// Whether something proves that not everything can be placed.
    pub is_proven: bool,
}

impl Trial<'_> {
    pub fn is_complete(&self) -> bool {
        self.board.unplaced_minutes == 0
    }

    /// Batches with something that found no place.
    pub fn waiting(&self) -> Vec<usize> {
        let site = self.board.site;
        let lacks =
            |batch: &usize| site.pieces_of[*batch].iter().any(|piece| self.board.places[*piece].is_none());
        (0..site.problem.batches.len()).filter(lacks).collect()
    }
}

/// What all batches cost.
pub(super) fn cost(board: &Board<'_>) -> i64 {
    (0..board.site.problem.batches.len()).map(|batch| rules::cost(&Laid::of(board, batch))).sum()
}

/// What an attempt is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// A board to start from: where several orders place everything, the cheapest comes back.
    Best,
    /// Whether there is any: the first that places everything comes back.
    Any,
}

/// Tries to place everything.
pub(super) fn attempt<'a>(site: &'a Site<'a>, aim: Aim, seed: u64, watch: &mut Watch<'_>) -> Trial<'a> {
    let mut dice = Dice::new(seed);
    let lacking = bound::lacking(site);
    let mut best: Option<((i64, i64), Board<'a>)> = None;
    let ways = orders(site, &mut dice).into_iter().flat_map(|order| [(order.clone(), true), (order, false)]);
    // Where counting says that it cannot be done, a few looks at what can are enough.
    let ways = ways.take(match (aim, lacking > 0) {
        (Aim::Best, false) => usize::MAX,
        (Aim::Best, true) | (Aim::Any, false) => FEW_WAYS,
        (Aim::Any, true) => 2,
    });
    for (order, is_tight) in ways {
        let board = lay(site, &order, is_tight);
        let key = (board.unplaced_minutes, cost(&board));
        if best.as_ref().is_none_or(|(least, _)| key < *least) {
            best = Some((key, board));
        }
        let is_enough = aim == Aim::Any && best.as_ref().is_some_and(|((unplaced, _), _)| *unplaced == 0);
        if watch.after(1) >= 1.0 || is_enough {
            break;
        }
    }
    let board = best.map_or_else(|| Board::empty(site), |(_, board)| board);
    if board.unplaced_minutes == 0 || lacking > 0 || watch.is_over() {
        return Trial { board, is_proven: lacking > 0 };
    }
    let board = repair(board, &Home::nowhere(), &mut dice, watch);
    if board.unplaced_minutes == 0 || watch.is_over() {
        return Trial { board, is_proven: false };
    }
    match exhaust(Board::empty(site)) {
        Found::Plan(board) => Trial { board: *board, is_proven: false },
        Found::Nothing => Trial { board, is_proven: true },
        Found::TooMuch => Trial { board, is_proven: false },
    }
}
