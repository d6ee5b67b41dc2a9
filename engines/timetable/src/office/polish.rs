// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Makes a complete board cheaper: moves that keep every hard rule, taken by chance and temperature.

use super::board::{Board, Place};
use super::home::Home;
use super::laid::Laid;
use super::lay::{Way, free_at, is_sound, lay_pieces, options};
use super::watch::Watch;
use crate::dice::Dice;
use crate::rules;

/// Moves between two looks at the pace.
const LOOK: usize = 128;

/// Hottest and coldest temperature, in units of cost.
const HOT: f64 = 6.0;
const COLD: f64 = 0.2;

/// Where a plan in force is to be kept, a search that begins hot would only lose it.
const HOT_AT_HOME: f64 = 1.5;

/// Pieces and where they go.
type Change = Vec<(usize, Place)>;

/// Searches from a complete board; the best comes back, complete as well. What the home fixes stays where it is.
pub(super) fn polish<'a>(board: Board<'a>, home: &'a Home, seed: u64, watch: &mut Watch<'_>) -> Board<'a> {
    let costs: Vec<i64> =
        (0..board.site.problem.batches.len()).map(|batch| cost_of(&board, home, batch)).collect();
    let best = (costs.iter().sum(), board.clone());
    let hot = if home.is_any() { HOT_AT_HOME } else { HOT };
    let dice = Dice::new(seed ^ 0x5EED);
    let mut polish = Polish { board, home, costs, best, dice, temperature: hot };
    if polish.board.site.pieces.is_empty() || home.is_all_fixed() {
        return polish.board;
    }
    let from = watch.after(0);
    let mut share = from;
    while share < 1.0 {
        polish.temperature = hot * (COLD / hot).powf((share - from) / (1.0 - from));
        for _ in 0..LOOK {
            polish.try_one();
        }
        watch.best(0, polish.best.0);
        share = watch.after(LOOK);
    }
    polish.best.1
}

/// What the sessions of a batch cost, and what it costs that they are not where they were.
fn cost_of(board: &Board<'_>, home: &Home, batch: usize) -> i64 {
    rules::cost(&Laid::of(board, batch)) + home.price(board, batch)
}

struct Polish<'a> {
    board: Board<'a>,
    home: &'a Home,
    /// By batch.
    costs: Vec<i64>,
    best: (i64, Board<'a>),
    dice: Dice,
    temperature: f64,
}

impl Polish<'_> {
    fn try_one(&mut self) {
        let before = match self.dice.below(64) {
            0..25 => self.elsewhere().and_then(|change| self.make(&change)),
            25..44 => self.exchange().and_then(|change| self.make(&change)),
            44..50 => self.hand_over().and_then(|change| self.make(&change)),
            60..62 if self.home.is_any() => self.go_home().and_then(|change| self.make(&change)),
            50..62 => self.other_day().and_then(|change| self.make(&change)),
            _ => self.lay_again(),
        };
        let Some(before) = before else { return };
        let mut batches: Vec<usize> =
            before.iter().map(|(piece, _)| self.board.site.pieces[*piece].batch).collect();
        batches.sort_unstable();
        batches.dedup();
        let prices: Vec<(usize, i64)> =
            batches.into_iter().map(|batch| (batch, cost_of(&self.board, self.home, batch))).collect();
        let dearer: i64 = prices.iter().map(|(batch, cost)| cost - self.costs[*batch]).sum();
        let chance = (self.dice.below(1 << 20) as f64 + 0.5) / f64::from(1 << 20);
        if dearer as f64 > -chance.ln() * self.temperature {
            self.undo(&before);
            return;
        }
        for (batch, cost) in prices {
            self.costs[batch] = cost;
        }
        let cost = self.costs.iter().sum();
        if cost < self.best.0 {
            self.best = (cost, self.board.clone());
        }
    }

    /// Makes a change if every piece of it is free where it goes; gives where they were.
    fn make(&mut self, change: &Change) -> Option<Change> {
        if change.iter().any(|(piece, _)| self.home.is_fixed(*piece)) {
            return None;
        }
        let before: Change =
            change.iter().filter_map(|(piece, _)| Some((*piece, self.board.places[*piece]?))).collect();
        for (piece, _) in change {
            self.board.take(*piece);
        }
        for (piece, place) in change {
            if !self.board.is_free(*piece, place) {
                self.undo(&before);
                return None;
            }
            self.board.put(*piece, *place);
        }
        Some(before)
    }

    fn undo(&mut self, before: &Change) {
        for (piece, _) in before {
            self.board.take(*piece);
        }
        for (piece, place) in before {
            self.board.put(*piece, *place);
        }
    }

    fn any_piece(&mut self) -> (usize, Place) {
        let piece = self.dice.below(self.board.places.len());
        (piece, self.board.places[piece].expect("a board that is polished is complete"))
    }

    /// From some day on, one batch or two are laid again, perhaps some days later.
    fn lay_again(&mut self) -> Option<Change> {
        let site = self.board.site;
        let count = site.problem.batches.len();
        let mut batches = vec![self.dice.below(count), self.dice.below(count)];
        batches.truncate(1 + self.dice.below(2));
        batches.dedup();
        let range = site.range[batches[0]].clone();
        let from = range.start + self.dice.below(range.len()) * self.dice.below(2);
        let home = self.home;
        let goes = |piece: &usize, board: &Board<'_>| {
            board.places[*piece].is_some_and(|place| place.day >= from) && !home.is_fixed(*piece)
        };
        let mut before = Change::new();
        for piece in
            batches.iter().flat_map(|batch| &site.pieces_of[*batch]).filter(|one| goes(one, &self.board))
        {
            before.push((*piece, self.board.places[*piece]?));
        }
        before.iter().for_each(|(piece, _)| self.board.take(*piece));
        for batch in batches {
            let own =
                before.iter().map(|(piece, _)| *piece).filter(|piece| site.pieces[*piece].batch == batch);
            let later = self.dice.below(2) * self.dice.below(range.len() / 2 + 1);
            let is_tight = self.dice.below(4) > 0;
            lay_pieces(&mut self.board, &own.collect::<Vec<_>>(), Way { from: (from + later, 0), is_tight });
        }
        if self.board.unplaced_minutes > 0 {
            self.undo(&before);
            return None;
        }
        Some(before)
    }

    /// A piece that was moved goes back to where it was.
    fn go_home(&mut self) -> Option<Change> {
        let (piece, place) = self.any_piece();
        let home = self.home.place(piece)?;
        (home != place && is_sound(&self.board, piece, &home)).then(|| vec![(piece, home)])
    }

    /// A piece to another time, with whoever is free, the same people and room first.
    fn elsewhere(&mut self) -> Option<Change> {
        let (piece, place) = self.any_piece();
        let range = self.board.site.range[self.board.site.pieces[piece].batch].clone();
        let day = range.start + self.dice.below(range.len());
        let starts = &self.board.site.days[day].starts;
        let starts = starts[self.dice.below(starts.len())];
        self.board.take(piece);
        let found = free_at(&self.board, piece, (day, starts), (place.instructor, place.room));
        self.board.put(piece, place);
        Some(vec![(piece, found.filter(|found| *found != place)?)])
    }

    /// Two pieces of equal length change their times, each with its own instructor and room.
    fn exchange(&mut self) -> Option<Change> {
        let ((one, first), (two, second)) = (self.any_piece(), self.any_piece());
        let pieces = &self.board.site.pieces;
        if one == two || pieces[one].minutes != pieces[two].minutes {
            return None;
        }
        let inside = |piece: usize, day: usize| self.board.site.range[pieces[piece].batch].contains(&day);
        let is_far = !inside(one, second.day) || !inside(two, first.day);
        let at = |time: Place, own: Place| Place { day: time.day, starts: time.starts, ..own };
        (!is_far).then(|| vec![(one, at(second, first)), (two, at(first, second))])
    }

    /// A whole module to one instructor and one room.
    fn hand_over(&mut self) -> Option<Change> {
        let (piece, _) = self.any_piece();
        let site = self.board.site;
        let (instructors, rooms) = options(site, piece);
        let instructor = instructors[self.dice.below(instructors.len())];
        let room = rooms[self.dice.below(rooms.len())];
        let own = site.pieces_of[site.pieces[piece].batch].iter();
        let of_module = own.filter(|other| site.pieces[**other].module == site.pieces[piece].module);
        Some(
            of_module
                .filter_map(|other| Some((*other, Place { instructor, room, ..self.board.places[*other]? })))
                .collect(),
        )
    }

    /// All of a batch's day to another day, at the same hours.
    fn other_day(&mut self) -> Option<Change> {
        let (piece, place) = self.any_piece();
        let site = self.board.site;
        let batch = site.pieces[piece].batch;
        let range = site.range[batch].clone();
        let day = range.start + self.dice.below(range.len());
        let on_day = self.board.batches.on(batch, place.day).iter().filter_map(|taken| taken.piece);
        let moved = on_day.filter_map(|other| Some((other, Place { day, ..self.board.places[other]? })));
        (day != place.day).then(|| moved.collect())
    }
}
