// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Finds places for what has none, by putting out what is in the way; who is put out often weighs more the next time.

use super::board::{Board, Place};
use super::home::Home;
use super::lay::all_places;
use super::watch::Watch;
use crate::dice::Dice;

/// Places looked at for one piece in one step.
const LOOK_AT: usize = 120;

/// Steps without a better board before it gives up, and for each piece as many more.
const PATIENCE: usize = 150;
const PATIENCE_A_PIECE: usize = 3;

/// The weight of what must not be put out.
const NEVER: u64 = 1 << 40;

/// Repairs a board; the best seen comes back.
///
/// # Source
/// T. Müller, "Constraint-based timetabling", 2005: iterative forward search with conflict-based statistics.
pub(super) fn repair<'a>(
    mut board: Board<'a>,
    home: &Home,
    dice: &mut Dice,
    watch: &mut Watch<'_>,
) -> Board<'a> {
    let pieces = board.site.pieces.len();
    let places: Vec<Vec<Place>> = (0..pieces).map(|piece| all_places(&board, piece)).collect();
    let weight = |piece: usize| if home.is_fixed(piece) { NEVER } else { 1 };
    let mut weights: Vec<u64> = (0..pieces).map(weight).collect();
    let mut best = board.clone();
    let mut patience = PATIENCE + PATIENCE_A_PIECE * pieces;
    while patience > 0 {
        patience -= 1;
        let is_waiting = |piece: &usize| board.places[*piece].is_none() && !places[*piece].is_empty();
        let waiting: Vec<usize> = (0..pieces).filter(is_waiting).collect();
        if waiting.is_empty() || watch.after(1) >= 1.0 {
            break;
        }
        let piece = waiting[dice.below(waiting.len())];
        let Some((place, out)) = cheapest(&board, piece, &places[piece], &weights, dice) else {
            weights[piece] += 1;
            continue;
        };
        for other in out {
            weights[other] += 1;
            board.take(other);
        }
        board.put(piece, place);
        if board.unplaced_minutes < best.unplaced_minutes {
            best.clone_from(&board);
            patience = PATIENCE + PATIENCE_A_PIECE * pieces;
        }
    }
    best
}

/// The place with the least weight in the way, and what is in the way; ties by chance.
fn cheapest(
    board: &Board<'_>,
    piece: usize,
    places: &[Place],
    weights: &[u64],
    dice: &mut Dice,
) -> Option<(Place, Vec<usize>)> {
    let mut best: Option<((u64, u64), Place, Vec<usize>)> = None;
    let shift = dice.below(places.len());
    let stride = places.len().div_ceil(LOOK_AT);
    for index in (0..places.len()).step_by(stride) {
        let place = &places[(index + shift) % places.len()];
        let Some(out) = board.in_way(piece, place) else { continue };
        let weight: u64 = out.iter().map(|other| weights[*other]).sum();
        if weight >= NEVER {
            continue;
        }
        let key = (weight, dice.bits());
        if best.as_ref().is_none_or(|(least, ..)| key < *least) {
            best = Some((key, *place, out));
        }
    }
    best.map(|(_, place, out)| (place, out))
}
