// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Pieces in their places. What lies on a board never breaks a hard rule; what has no place is not on it.

use super::site::Site;
use crate::rules;

/// Where a piece lies: an index of the site's days, and resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub day: usize,
    pub starts: u16,
    pub instructor: usize,
    pub room: usize,
}

/// A stretch that is taken, and by which piece; none for a locked session.
///
/// # Shape
/// `amount` is how much of a supply is used; of everything else there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    pub starts: u16,
    pub ends: u16,
    pub piece: Option<usize>,
    pub batch: Option<usize>,
    pub room: Option<usize>,
    pub amount: usize,
}

/// Who or what is taken when: `holders x days`.
#[derive(Debug, Clone)]
pub(crate) struct Diary {
    days: usize,
    taken: Vec<Vec<Taken>>,
}

impl Diary {
    fn new(holders: usize, days: usize) -> Self {
        Self { days, taken: vec![Vec::new(); holders * days] }
    }

    pub fn on(&self, holder: usize, day: usize) -> &[Taken] {
        &self.taken[holder * self.days + day]
    }

    pub fn add(&mut self, holder: usize, day: usize, taken: Taken) {
        self.taken[holder * self.days + day].push(taken);
    }

    fn remove(&mut self, holder: usize, day: usize, piece: usize) {
        let taken = &mut self.taken[holder * self.days + day];
        if let Some(index) = taken.iter().position(|one| one.piece == Some(piece)) {
            taken.swap_remove(index);
        }
    }

    /// Those who are in the way of a stretch.
    pub fn overlapping(
        &self,
        holder: usize,
        day: usize,
        stretch: (u16, u16),
    ) -> impl Iterator<Item = &Taken> {
        self.on(holder, day).iter().filter(move |one| one.starts < stretch.1 && stretch.0 < one.ends)
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Board<'a> {
    pub site: &'a Site<'a>,
    pub places: Vec<Option<Place>>,
    pub batches: Diary,
    pub instructors: Diary,
    pub rooms: Diary,
    /// By supply of the site.
    pub supplies: Diary,
    /// By batch: end of the last theory and start of the first practice, as (day, minute).
    pub theory_end: Vec<(usize, u16)>,
    pub practice_start: Vec<(usize, u16)>,
    /// `batches x days`: minutes of the batch's own sessions that are locked.
    pub locked_minutes: Vec<i64>,
    pub unplaced_minutes: i64,
}

impl<'a> Board<'a> {
    /// Only what is locked.
    pub fn empty(site: &'a Site<'a>) -> Self {
        let (days, problem) = (site.days.len(), site.problem);
        let mut board = Self {
            site,
            places: vec![None; site.pieces.len()],
            batches: Diary::new(problem.batches.len(), days),
            // One more for anybody and anywhere.
            instructors: Diary::new(problem.instructors.len() + 1, days),
            rooms: Diary::new(problem.rooms.len() + 1, days),
            supplies: Diary::new(site.supplies.len(), days),
            theory_end: vec![(0, 0); problem.batches.len()],
            practice_start: vec![(usize::MAX, 0); problem.batches.len()],
            locked_minutes: vec![0; problem.batches.len() * days],
            unplaced_minutes: site.pieces.iter().map(|piece| i64::from(piece.minutes)).sum(),
        };
        rules::locked::enter(&mut board);
        for batch in 0..problem.batches.len() {
            rules::theory_first::measure(&mut board, batch);
        }
        board
    }

    pub fn ends(&self, piece: usize, place: &Place) -> u16 {
        place.starts + self.site.pieces[piece].minutes
    }

    /// Whether the hours of the place and of the instructor hold it, whatever else lies there.
    pub fn is_open(&self, piece: usize, place: &Place) -> bool {
        let stretch = (place.starts, self.ends(piece, place));
        let week = self.site.days[place.day].week;
        rules::regime_window::holds(self.site, week, stretch)
            && rules::instructor_hours::holds(self.site, place.instructor, week, stretch)
    }

    /// Whether a piece without a place may have this one.
    pub fn is_free(&self, piece: usize, place: &Place) -> bool {
        let stretch = (place.starts, self.ends(piece, place));
        self.is_open(piece, place)
            && rules::instructor_free::in_way(self, place, stretch).next().is_none()
            && rules::room_free::in_way(self, piece, place, stretch).next().is_none()
            && rules::person_free::in_way(self, piece, place, stretch).next().is_none()
            && rules::day_load::holds(self, piece, place.day)
            && rules::at_once::holds(self, piece, place)
            && rules::theory_first::holds(self, piece, place)
    }

    /// The pieces that would have to go from an open place; `None` where something locked is in the way, or no going helps.
    pub fn in_way(&self, piece: usize, place: &Place) -> Option<Vec<usize>> {
        let stretch = (place.starts, self.ends(piece, place));
        let overlapping = rules::instructor_free::in_way(self, place, stretch)
            .chain(rules::room_free::in_way(self, piece, place, stretch))
            .chain(rules::person_free::in_way(self, piece, place, stretch));
        let mut pieces: Vec<usize> = overlapping.map(|taken| taken.piece).collect::<Option<_>>()?;
        pieces.sort_unstable();
        pieces.dedup();
        rules::theory_first::in_way(self, piece, place, &mut pieces)?;
        rules::day_load::in_way(self, piece, place.day, &mut pieces)?;
        rules::at_once::in_way(self, piece, place, &mut pieces)?;
        Some(pieces)
    }

    pub fn put(&mut self, piece: usize, place: Place) {
        let batch = self.site.pieces[piece].batch;
        let ends = self.ends(piece, &place);
        let (piece_of, room) = (Some(piece), Some(place.room));
        let taken =
            Taken { starts: place.starts, ends, piece: piece_of, batch: Some(batch), room, amount: 1 };
        self.batches.add(batch, place.day, taken);
        self.instructors.add(place.instructor, place.day, taken);
        self.rooms.add(place.room, place.day, taken);
        for (index, supply) in self.site.supplies.iter().enumerate() {
            let amount = supply.used_by(self.site, piece, place.room);
            if amount > 0 {
                self.supplies.add(index, place.day, Taken { amount, ..taken });
            }
        }
        self.places[piece] = Some(place);
        self.unplaced_minutes -= i64::from(self.site.pieces[piece].minutes);
        rules::theory_first::measure(self, batch);
    }

    pub fn take(&mut self, piece: usize) {
        let Some(place) = self.places[piece].take() else { return };
        let batch = self.site.pieces[piece].batch;
        self.batches.remove(batch, place.day, piece);
        self.instructors.remove(place.instructor, place.day, piece);
        self.rooms.remove(place.room, place.day, piece);
        for index in 0..self.site.supplies.len() {
            self.supplies.remove(index, place.day, piece);
        }
        self.unplaced_minutes += i64::from(self.site.pieces[piece].minutes);
        rules::theory_first::measure(self, batch);
    }
}
