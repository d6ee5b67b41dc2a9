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
    let mut attempt = Attempt { twins: twins(&board), board, places, looks: 0 };
    let round = attempt.places.iter().flatten().filter(|place| attempt.is_worth_a_look(place)).count();
    if is_all_to_be_tried && round.saturating_mul(round) > MOST_LOOKS {
        return Found::TooMuch;
    }
    match attempt.go_on() {
        _ if attempt.looks > MOST_LOOKS => Found::TooMuch,
        true => Found::Plan(Box::new(attempt.board)),
        false => Found::Nothing,
    }
}

/// For each instructor, and for anybody, those before her in the list who could do exactly the same: teach the same at the same hours,
/// with the same locked sessions.
fn twins(board: &Board<'_>) -> Vec<Vec<usize>> {
    let site = board.site;
    let modules = || site.instructors.iter().flatten();
    let is_twin = |one: usize, other: usize| {
        site.hours[one] == site.hours[other]
            && modules().all(|able| able.contains(&one) == able.contains(&other))
            && (0..site.days.len())
                .all(|day| board.instructors.on(one, day) == board.instructors.on(other, day))
    };
    let people = 0..site.problem.instructors.len();
    let before = |one: usize| (0..one).filter(|other| is_twin(one, *other)).collect();
    people.map(before).chain([Vec::new()]).collect()
}

struct Attempt<'a> {
    board: Board<'a>,
    places: Vec<Vec<Place>>,
    twins: Vec<Vec<usize>>,
    looks: usize,
}

impl Attempt<'_> {
    fn go_on(&mut self) -> bool {
        let mut tightest: Option<(usize, Vec<Place>)> = None;
        for piece in 0..self.places.len() {
            if self.board.places[piece].is_some() {
                continue;
            }
            let worth = self.places[piece].iter().filter(|place| self.is_worth_a_look(place));
            let worth: Vec<Place> = worth.copied().collect();
            self.looks += worth.len();
            let free = worth.into_iter().filter(|place| self.board.is_free(piece, place));
            let free: Vec<Place> = free.collect();
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

    /// Of twins who teach nothing yet the first stands for all.
    fn is_worth_a_look(&self, place: &Place) -> bool {
        let twins = &self.twins[place.instructor];
        twins.is_empty() || self.teaches(place.instructor) || twins.iter().all(|twin| self.teaches(*twin))
    }

    fn teaches(&self, instructor: usize) -> bool {
        self.board.places.iter().flatten().any(|place| place.instructor == instructor)
    }
}
