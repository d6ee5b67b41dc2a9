// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: of what sessions use together while they run there is only so much: watch, room in a zone, sets of tools.
//!
//! Unit: sessions, people or sets in use at one moment. Source: see the rules that say who uses what.

use super::{movement, supervision, tool_sets};
use crate::office::Limit;
use crate::office::board::{Board, Place, Taken};
use crate::office::problem::Problem;
use crate::office::site::Site;
use std::collections::BTreeSet;

/// Who uses a supply, and how much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Watch,
    Zone { zone: usize },
    Tool { tool: usize },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Supply {
    pub used: Use,
    pub amount: usize,
}

/// Everything of which there is only so much.
pub(crate) fn supplies(problem: &Problem, lifted: &BTreeSet<Limit>) -> Vec<Supply> {
    let house = &problem.house;
    let watch = house.watched.map(|amount| (Limit::Watch, Supply { used: Use::Watch, amount }));
    let zones = house.zones.iter().enumerate().map(|(zone, content)| {
        (Limit::Zone { zone }, Supply { used: Use::Zone { zone }, amount: content.heads })
    });
    let tools = house.tools.iter().enumerate().map(|(tool, content)| {
        (Limit::Tool { tool }, Supply { used: Use::Tool { tool }, amount: content.sets })
    });
    let all = watch.into_iter().chain(zones).chain(tools);
    all.filter(|(limit, _)| !lifted.contains(limit)).map(|(_, supply)| supply).collect()
}

impl Supply {
    /// What a piece uses in a room.
    pub fn used_by(&self, site: &Site<'_>, piece: usize, room: usize) -> usize {
        match self.used {
            Use::Watch => supervision::OF_A_SESSION,
            Use::Zone { zone } => movement::used_by(site, zone, piece, room),
            Use::Tool { tool } => tool_sets::used_by(site, tool, piece),
        }
    }

    /// What a locked session uses.
    pub fn used_by_locked(&self, problem: &Problem, index: usize) -> usize {
        match self.used {
            Use::Watch => supervision::used_by_locked(problem, index),
            Use::Zone { zone } => movement::used_by_locked(problem, zone, index),
            Use::Tool { tool } => tool_sets::used_by_locked(problem, tool, index),
        }
    }
}

pub(crate) fn holds(board: &Board<'_>, piece: usize, place: &Place) -> bool {
    asked(board, piece, place).all(|(index, most)| over(board, (index, most), piece, place, &[]).is_none())
}

/// Adds pieces until enough is left; `None` when that is not possible.
pub(crate) fn in_way(board: &Board<'_>, piece: usize, place: &Place, pieces: &mut Vec<usize>) -> Option<()> {
    for (index, most) in asked(board, piece, place) {
        most?;
        while let Some(then) = over(board, (index, most), piece, place, pieces) {
            let running = board.supplies.on(index, place.day).iter().filter(|one| runs(one, then));
            let other = running.filter_map(|one| one.piece).filter(|one| !pieces.contains(one)).min()?;
            pieces.push(other);
        }
    }
    Some(())
}

/// Supplies that a piece uses in a place, and the most that others may use besides; nothing where it alone is too much.
fn asked(board: &Board<'_>, piece: usize, place: &Place) -> impl Iterator<Item = (usize, Option<usize>)> {
    let (site, room) = (board.site, place.room);
    site.supplies.iter().enumerate().filter_map(move |(index, supply)| {
        let own = supply.used_by(site, piece, room);
        (own > 0).then(|| (index, supply.amount.checked_sub(own)))
    })
}

/// A moment at which others use too much, but for these pieces.
fn over(
    board: &Board<'_>,
    (index, most): (usize, Option<usize>),
    piece: usize,
    place: &Place,
    without: &[usize],
) -> Option<u16> {
    let stretch = (place.starts, board.ends(piece, place));
    let Some(most) = most else { return Some(stretch.0) };
    let stays = |one: &&Taken| one.piece.is_none_or(|other| !without.contains(&other));
    let others = || board.supplies.overlapping(index, place.day, stretch).filter(stays);
    // Use only grows where something begins.
    let begins = others().map(|one| one.starts.max(stretch.0));
    let mut moments = std::iter::once(stretch.0).chain(begins);
    moments.find(|then| others().filter(|one| runs(one, *then)).map(|one| one.amount).sum::<usize>() > most)
}

fn runs(one: &Taken, then: u16) -> bool {
    (one.starts..one.ends).contains(&then)
}
