// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a batch learns at most so many JP a day.
//!
//! Unit: minutes. Source: product decision: each batch says how much a day may hold.

use crate::office::Limit;
use crate::office::board::Board;

/// Minutes of a day that a batch may learn.
pub fn most_minutes(board_limit: u16, minutes_per_jp: u16) -> i64 {
    i64::from(board_limit.max(1)) * i64::from(minutes_per_jp)
}

pub fn holds(board: &Board<'_>, piece: usize, day: usize) -> bool {
    excess(board, piece, day, &[]) <= 0
}

/// Adds pieces of the batch's day until the rest has room; `None` when that is not possible.
pub fn in_way(board: &Board<'_>, piece: usize, day: usize, pieces: &mut Vec<usize>) -> Option<()> {
    let batch = board.site.pieces[piece].batch;
    while excess(board, piece, day, pieces) > 0 {
        let on_day = board.batches.on(batch, day).iter().filter_map(|one| one.piece);
        pieces.push(on_day.filter(|one| !pieces.contains(one)).min()?);
    }
    Some(())
}

fn excess(board: &Board<'_>, piece: usize, day: usize, without: &[usize]) -> i64 {
    let (site, own) = (board.site, &board.site.pieces[piece]);
    if site.is_lifted(Limit::DayLoad { batch: own.batch }) {
        return 0;
    }
    let stays = |piece: &Option<usize>| piece.is_some_and(|piece| !without.contains(&piece));
    let taken = board.batches.on(own.batch, day).iter().filter(|one| stays(&one.piece));
    let minutes: i64 = taken.map(|one| i64::from(one.ends) - i64::from(one.starts)).sum();
    let locked = board.locked_minutes[own.batch * site.days.len() + day];
    locked + minutes + i64::from(own.minutes)
        - most_minutes(site.batch(own.batch).day_jp, site.problem.minutes_per_jp)
}
