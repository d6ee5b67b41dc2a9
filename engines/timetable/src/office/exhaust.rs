// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Tries everything, as long as that is little: a plan, or the proof that there is none.

use super::board::{Board, Place};
use super::lay::all_places;

/// Places looked at before it gives up.
const MOST_LOOKS: usize = 1_500_000;

/// What trying everything found.
#[derive(Debug)]
pub(super) enum Found<'a> {
    Plan(Box<Board<'a>>),
    Nothing,
    /// There is too much to try.
    TooMuch,
}

/// Tries every place of every piece that has none yet, always the piece with the fewest places left.
pub(super) fn exhaust(board: Board<'_>) -> Found<'_> {
    search(board, true)
}

/// The same where a plan is likely: begins even where trying all of it would be too much.
pub(super) fn exhaust_hopefully(board: Board<'_>) -> Found<'_> {
    search(board, false)
}

fn search(board: Board<'_>, is_all_to_be_tried: bool) -> Found<'_> {
    // What has a place already keeps it.
    let places = |piece: usize| match board.places[piece] {
        Some(_) => Vec::new(),
        None => all_places(&board, piece),
    };
    let places: Vec<Vec<Place>> = (0..board.site.pieces.len()).map(places).collect();
    let round: usize = places.iter().map(Vec::len).sum();
    if is_all_to_be_tried && round.saturating_mul(round) > MOST_LOOKS {
        return Found::TooMuch;
    }
    let mut attempt = Attempt { board, places, looks: 0 };
    match attempt.go_on() {
        _ if attempt.looks > MOST_LOOKS => Found::TooMuch,
        true => Found::Plan(Box::new(attempt.board)),
        false => Found::Nothing,
    }
}

struct Attempt<'a> {
    board: Board<'a>,
    places: Vec<Vec<Place>>,
    looks: usize,
}

impl Attempt<'_> {
    fn go_on(&mut self) -> bool {
        let mut tightest: Option<(usize, Vec<Place>)> = None;
        for piece in 0..self.places.len() {
            if self.board.places[piece].is_some() {
                continue;
            }
            self.looks += self.places[piece].len();
            let free = self.places[piece].iter().filter(|place| self.board.is_free(piece, place));
            let free: Vec<Place> = free.copied().collect();
            if tightest.as_ref().is_none_or(|(_, fewest)| free.len() < fewest.len()) {
                tightest = Some((piece, free));
            }
        }
        let Some((piece, free)) = tightest else { return true };
        for place in free {
            self.board.put(piece, place);
            if self.looks > MOST_LOOKS || self.go_on() {
                return true;
            }
            self.board.take(piece);
        }
        false
    }
}
