// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard, where the batch asks for it: no practice before the last theory has ended.
//!
//! Unit: none, it holds or not. Source: product decision, judged as TIME-10: nobody works at a machine without having learnt it.

use crate::office::Limit;
use crate::office::board::{Board, Place};
use crate::office::problem::Kind;

fn is_strict(board: &Board<'_>, batch: usize) -> bool {
    board.site.batch(batch).theory_before_practice && !board.site.is_lifted(Limit::TheoryFirst { batch })
}

pub fn holds(board: &Board<'_>, piece: usize, place: &Place) -> bool {
    let own = &board.site.pieces[piece];
    if !is_strict(board, own.batch) {
        return true;
    }
    match own.kind {
        Kind::Theory => (place.day, board.ends(piece, place)) <= board.practice_start[own.batch],
        Kind::Practice => board.theory_end[own.batch] <= (place.day, place.starts),
        Kind::SoftSkills | Kind::Business => true,
    }
}

/// Adds the pieces that break the order; `None` when a locked session does.
pub fn in_way(board: &Board<'_>, piece: usize, place: &Place, pieces: &mut Vec<usize>) -> Option<()> {
    if holds(board, piece, place) {
        return Some(());
    }
    let own = &board.site.pieces[piece];
    let (starts, ends) = ((place.day, place.starts), (place.day, board.ends(piece, place)));
    let breaks = |other: &usize| {
        let Some(there) = board.places[*other] else { return false };
        match (own.kind, board.site.pieces[*other].kind) {
            (Kind::Theory, Kind::Practice) => (there.day, there.starts) < ends,
            (Kind::Practice, Kind::Theory) => (there.day, board.ends(*other, &there)) > starts,
            _ => false,
        }
    };
    let (theory_end, practice_start) = locked(board, own.batch);
    let is_locked = match own.kind {
        Kind::Theory => practice_start < ends,
        _ => theory_end > starts,
    };
    if is_locked {
        return None;
    }
    pieces.extend(board.site.pieces_of[own.batch].iter().filter(|other| breaks(other)));
    pieces.sort_unstable();
    pieces.dedup();
    Some(())
}

/// Measures anew where theory ends and practice starts.
pub fn measure(board: &mut Board<'_>, batch: usize) {
    if !is_strict(board, batch) {
        return;
    }
    let (mut theory_end, mut practice_start) = locked(board, batch);
    for piece in &board.site.pieces_of[batch] {
        let Some(place) = board.places[*piece] else { continue };
        match board.site.pieces[*piece].kind {
            Kind::Theory => theory_end = theory_end.max((place.day, board.ends(*piece, &place))),
            Kind::Practice => practice_start = practice_start.min((place.day, place.starts)),
            Kind::SoftSkills | Kind::Business => {}
        }
    }
    (board.theory_end[batch], board.practice_start[batch]) = (theory_end, practice_start);
}

/// The same for the sessions of the batch that are locked; a day that is not open counts as the next that is.
fn locked(board: &Board<'_>, batch: usize) -> ((usize, u16), (usize, u16)) {
    let (mut theory_end, mut practice_start) = ((0, 0), (usize::MAX, 0));
    if board.site.is_lifted(Limit::Locked) {
        return (theory_end, practice_start);
    }
    for locked in board.site.problem.locked.iter().filter(|locked| locked.batch == Some(batch)) {
        let found = board.site.days.binary_search_by_key(&locked.day, |open| open.date);
        let (day, is_open) = found.map_or_else(|next| (next, false), |day| (day, true));
        let at = |minute: u16| (day, if is_open { minute } else { 0 });
        match locked.kind {
            Kind::Theory => theory_end = theory_end.max(at(locked.ends)),
            Kind::Practice => practice_start = practice_start.min(at(locked.starts)),
            Kind::SoftSkills | Kind::Business => {}
        }
    }
    (theory_end, practice_start)
}
