// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The first board: batch after batch, each block at the first place that is free, in the order of teaching.

use super::board::{Board, Place, Taken};
use super::site::Site;
use crate::dice::Dice;

/// All orders are tried up to so many batches, beyond that as many by chance.
const ALL_ORDERS: usize = 4;
const ORDERS: usize = 24;

/// Orders in which batches may choose their places; the first by the room their days leave them.
pub(super) fn orders(site: &Site<'_>, dice: &mut Dice) -> Vec<Vec<usize>> {
    let mut first: Vec<usize> = (0..site.problem.batches.len()).collect();
    let spare = |batch: &usize| site.range[*batch].len() as i64 * 10 - site.pieces_of[*batch].len() as i64;
    first.sort_by_key(spare);
    let mut orders = vec![first.clone()];
    if first.len() <= ALL_ORDERS {
        permute(&mut first.clone(), 0, &mut orders);
        orders.dedup();
    } else {
        while orders.len() < ORDERS {
            let mut other = first.clone();
            dice.shuffle(&mut other);
            orders.push(other);
        }
    }
    orders
}

fn permute(items: &mut Vec<usize>, fixed: usize, orders: &mut Vec<Vec<usize>>) {
    if fixed + 1 >= items.len() {
        orders.push(items.clone());
        return;
    }
    for next in fixed..items.len() {
        items.swap(fixed, next);
        permute(items, fixed + 1, orders);
        items.swap(fixed, next);
    }
}

/// How pieces look for their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    /// Day and minute from which they look.
    pub from: (usize, u16),
    /// Whether they leave a day rather than make its batch wait within it.
    pub is_tight: bool,
}

/// Lays all that finds a place, batches in this order.
pub(super) fn lay<'a>(site: &'a Site<'a>, order: &[usize], is_tight: bool) -> Board<'a> {
    let mut board = Board::empty(site);
    for batch in order {
        lay_pieces(&mut board, &site.pieces_of[*batch], Way { from: (0, 0), is_tight });
    }
    board
}

/// Lays pieces of one batch after each other: each at the first place after the one before, else at the first of all.
pub(super) fn lay_pieces(board: &mut Board<'_>, pieces: &[usize], way: Way) {
    let mut now = way;
    let mut liked = (usize::MAX, usize::MAX, usize::MAX);
    for piece in pieces {
        let module = board.site.pieces[*piece].module;
        if liked.0 != module {
            liked = (module, usize::MAX, liked.2);
        }
        let anywhere = Way { from: (0, 0), is_tight: false };
        let ways = [now, way, anywhere];
        let found = ways.iter().find_map(|way| first_free(board, *piece, *way, (liked.1, liked.2)));
        let Some(place) = found else { continue };
        board.put(*piece, place);
        now.from = (place.day, board.ends(*piece, &place));
        liked = (module, place.instructor, place.room);
    }
}

/// The first place on a way, with the instructor and the room that are liked where both are free.
fn first_free(board: &Board<'_>, piece: usize, way: Way, liked: (usize, usize)) -> Option<Place> {
    let site = board.site;
    let range = site.range[site.pieces[piece].batch].clone();
    for day in range.start.max(way.from.0)..range.end {
        for starts in &site.days[day].starts {
            if (day, *starts) < way.from || (way.is_tight && waits(board, piece, day, *starts)) {
                continue;
            }
            if let Some(place) = free_at(board, piece, (day, *starts), liked) {
                return Some(place);
            }
        }
    }
    None
}

/// Whether the batch, already busy on this day, would have open time between what it has and this start.
fn waits(board: &Board<'_>, piece: usize, day: usize, starts: u16) -> bool {
    let (site, piece) = (board.site, &board.site.pieces[piece]);
    let open = site.open_on(day);
    let between = |one: &Taken| {
        open.common(one.ends, starts) + open.common(starts.saturating_add(piece.minutes), one.starts)
    };
    board.batches.on(piece.batch, day).iter().map(between).min().is_some_and(|minutes| minutes > 0)
}

/// A free instructor and room at this time, the liked ones first.
pub(super) fn free_at(
    board: &Board<'_>,
    piece: usize,
    (day, starts): (usize, u16),
    liked: (usize, usize),
) -> Option<Place> {
    let (instructors, rooms) = options(board.site, piece);
    let place = |instructor: usize, room: usize| Place { day, starts, instructor, room };
    let is_free = |place: &Place| board.is_free(piece, place);
    liked_first(instructors, liked.0)
        .flat_map(|instructor| liked_first(rooms, liked.1).map(move |room| place(instructor, room)))
        .find(is_free)
}

fn liked_first(all: &[usize], liked: usize) -> impl Iterator<Item = usize> {
    let others = all.iter().copied().filter(move |one| *one != liked);
    all.contains(&liked).then_some(liked).into_iter().chain(others)
}

/// Who may teach a piece, and where.
pub(super) fn options<'a>(site: &'a Site<'_>, piece: usize) -> (&'a [usize], &'a [usize]) {
    let piece = &site.pieces[piece];
    (&site.instructors[piece.batch][piece.module], &site.rooms[piece.batch][piece.module])
}

/// Whether a piece may lie at a place that a plan in force gave it, were it alone: its day, instructor and room may be others by now.
pub(super) fn is_sound(board: &Board<'_>, piece: usize, place: &Place) -> bool {
    let (site, batch) = (board.site, board.site.pieces[piece].batch);
    let (instructors, rooms) = options(site, piece);
    site.range[batch].contains(&place.day)
        && instructors.contains(&place.instructor)
        && rooms.contains(&place.room)
        && board.is_open(piece, place)
}

/// Every place a piece could have on an empty site.
pub(super) fn all_places(board: &Board<'_>, piece: usize) -> Vec<Place> {
    let (instructors, rooms) = options(board.site, piece);
    let mut places = Vec::new();
    for day in board.site.range[board.site.pieces[piece].batch].clone() {
        for starts in &board.site.days[day].starts {
            for instructor in instructors {
                let of_room =
                    |room: &usize| Place { day, starts: *starts, instructor: *instructor, room: *room };
                places.extend(rooms.iter().map(of_room).filter(|place| board.is_open(piece, place)));
            }
        }
    }
    places
}
