// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Counts minutes: what batches, instructors and rooms are asked for against what they have. What lacks here lacks in
//! every plan.

use super::board::Board;
use super::proposal::Limit;
use super::site::{Piece, Site};
use super::stretches::Stretches;
use crate::rules::day_load;
use std::collections::BTreeMap;

/// Minutes that find no place in any plan; zero proves nothing.
pub(super) fn lacking(site: &Site<'_>) -> i64 {
    let board = Board::empty(site);
    let batches = (0..site.problem.batches.len()).map(|batch| of_batch(&board, batch)).sum::<i64>();
    batches.max(of_instructors(&board)).max(of_rooms(&board))
}

fn of_batch(board: &Board<'_>, batch: usize) -> i64 {
    let site = board.site;
    let asked: i64 = site.pieces_of[batch].iter().map(|piece| i64::from(site.pieces[*piece].minutes)).sum();
    let has: i64 = site.range[batch].clone().map(|day| of_day(board, batch, day)).sum();
    (asked - has).max(0)
}

/// Minutes a batch can learn on a day.
fn of_day(board: &Board<'_>, batch: usize, day: usize) -> i64 {
    let site = board.site;
    let taken = board.batches.on(batch, day).iter().map(|one| (one.starts, one.ends)).collect();
    let open = site.open_on(day).without(&Stretches::joined(taken)).minutes();
    if site.is_lifted(Limit::DayLoad { batch }) {
        return open;
    }
    let locked = board.locked_minutes[batch * site.days.len() + day];
    let most = day_load::most_minutes(site.batch(batch).day_jp, site.problem.minutes_per_jp);
    open.min((most - locked).max(0))
}

fn of_instructors(board: &Board<'_>) -> i64 {
    let site = board.site;
    let options = |piece: &Piece| site.instructors[piece.batch][piece.module].clone();
    let is_many = |index: usize| {
        index == site.problem.instructors.len() || site.is_lifted(Limit::InstructorTime { instructor: index })
    };
    let has = |index: usize, day: usize| {
        let taken = board.instructors.on(index, day).iter().map(|one| (one.starts, one.ends)).collect();
        site.hours[index][site.days[day].week].without(&Stretches::joined(taken)).minutes()
    };
    of_sets(site, options, is_many, has)
}

fn of_rooms(board: &Board<'_>) -> i64 {
    let site = board.site;
    let options = |piece: &Piece| site.rooms[piece.batch][piece.module].clone();
    let is_many =
        |index: usize| index == site.problem.rooms.len() || site.is_lifted(Limit::RoomTime { room: index });
    let has = |index: usize, day: usize| {
        let taken = board.rooms.on(index, day).iter().map(|one| (one.starts, one.ends)).collect();
        site.open_on(day).without(&Stretches::joined(taken)).minutes()
    };
    of_sets(site, options, is_many, has)
}

/// The most that lacks of any set of things which some modules share as their only options.
fn of_sets(
    site: &Site<'_>,
    options: impl Fn(&Piece) -> Vec<usize>,
    is_many: impl Fn(usize) -> bool,
    has: impl Fn(usize, usize) -> i64,
) -> i64 {
    let mut sets: BTreeMap<Vec<usize>, i64> = BTreeMap::new();
    for piece in &site.pieces {
        sets.entry(options(piece)).or_default();
    }
    let keys: Vec<Vec<usize>> = sets.into_keys().filter(|set| !set.iter().any(|one| is_many(*one))).collect();
    let lacks = |set: &Vec<usize>| {
        let inside = |piece: &&Piece| options(piece).iter().all(|one| set.contains(one));
        let pieces: Vec<&Piece> = site.pieces.iter().filter(inside).collect();
        let asked: i64 = pieces.iter().map(|piece| i64::from(piece.minutes)).sum();
        let in_range = |day: &usize| pieces.iter().any(|piece| site.range[piece.batch].contains(day));
        let days = (0..site.days.len()).filter(in_range);
        let supply: i64 = days.map(|day| set.iter().map(|one| has(*one, day)).sum::<i64>()).sum();
        (asked - supply).max(0)
    };
    keys.iter().map(lacks).max().unwrap_or(0)
}
