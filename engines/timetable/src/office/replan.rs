// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A plan in force, made to hold again after something changed: an instructor lost, a room closed, a day that fell out.

use super::board::{Board, Place};
use super::exhaust::{Found, exhaust_hopefully};
use super::flaw::flaws;
use super::home::Home;
use super::lay::{Way, free_at, is_sound, lay_pieces, orders};
use super::polish::polish;
use super::problem::{Locked, Problem};
use super::proposal::{NoProposal, Proposal, Session};
use super::propose::proposal;
use super::repair::repair;
use super::site::{Site, blocks};
use super::trial::cost;
use super::watch::Watch;
use super::why::why;
use crate::dice::Dice;
use crate::progress::Progress;
use kernel::day::Day;
use std::collections::BTreeSet;

/// Combinations of further blocks to move that are tried before it is left to chance.
const MOST_COMBINATIONS: usize = 3_000;

/// Of a large plan, only this many combinations are tried: each of them is long.
const FEW_COMBINATIONS: usize = 40;
const LARGE: usize = 60;

/// How much of a plan in force is to be kept.
///
/// # Units
/// `session` and `person` in the unit of the cost: for each block that changes, and for each of its people who must be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// As much as can be; among plans with as few changes, a good one.
    Most,
    /// Changes are weighed against what they gain.
    Priced { session: i64, person: i64 },
    /// Only what is fixed.
    Nothing,
}

/// A plan in force.
///
/// # Shape
/// `sessions` by indices of the problem as it is now; a room or instructor that is there no more has an index beyond the last.
/// What lies up to `fixed_until` stays unless the facts do not allow it any more.
#[derive(Debug, Clone, Copy)]
pub struct InForce<'a> {
    pub sessions: &'a [Session],
    pub fixed_until: Option<Day>,
    pub keep: Keep,
}

/// A plan that holds again.
///
/// # Units
/// `changed` counts blocks that lie elsewhere, are in another room or under another instructor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replan {
    pub proposal: Proposal,
    pub changed: usize,
    /// Whether trying everything proves that fewer changes do not do.
    pub is_fewest: bool,
}

/// Searches for a plan near to the one in force.
///
/// # Shape
/// Blocks that still may lie where they lie stay; first the others alone look for places, then as few more as needed are moved.
/// `pace` as in [`propose`](super::propose).
///
/// # Errors
/// As [`propose`](super::propose): nothing holds, whatever is moved, with the reasons.
///
/// # Source
/// H. Rudová, T. Müller, K. Murray, "Complex university course timetabling", 2011, on minimal perturbation; A. Phillips et al.,
/// "Integer programming for minimal perturbation problems in university course timetabling", 2017, on growing neighbourhoods.
pub fn replan(
    problem: &Problem,
    force: &InForce<'_>,
    seed: u64,
    pace: &mut dyn FnMut(&Progress) -> f64,
) -> Result<Replan, NoProposal> {
    let flaws = flaws(problem);
    if !flaws.is_empty() {
        return Err(NoProposal::Flawed(flaws));
    }
    let mut watch = Watch::new(pace);
    let nothing = BTreeSet::new();
    let site = Site::after(problem, &nothing, force.sessions);
    let mut home = home(&site, force);
    let (board, is_fewest) = mended(&site, &home, seed, &mut watch);
    if board.unplaced_minutes > 0 {
        return Err(NoProposal::Impossible(why(&frozen(&site, &home), seed, &mut watch)));
    }
    watch.best(0, cost(&board));
    if force.keep == Keep::Most {
        for piece in 0..site.pieces.len() {
            home.fixed[piece] |= home.place(piece).is_some() && !home.is_changed(&board, piece);
        }
    }
    let board = polish(board, &home, seed, &mut watch);
    let proposal = proposal(&board);
    let changed = changed(&home, &board);
    Ok(Replan { proposal, changed, is_fewest: is_fewest && force.keep == Keep::Most })
}

/// Where the pieces lay, which of them stay in any case, and what moving the others costs.
pub(super) fn home(site: &Site<'_>, force: &InForce<'_>) -> Home {
    let pieces = site.pieces.len();
    let mut home = Home { places: vec![None; pieces], fixed: vec![false; pieces], prices: vec![0; pieces] };
    for (index, batch) in site.problem.batches.iter().enumerate() {
        for module in 0..batch.modules.len() {
            let mut own = site.pieces_of[index].iter().filter(|piece| site.pieces[**piece].module == module);
            let of_module = |one: &&Session| (one.batch, one.module) == (index, module);
            for session in force.sessions.iter().filter(of_module) {
                for (jp, after) in blocks(session, batch) {
                    let Some(&piece) = own.next() else { break };
                    if site.pieces[piece].jp != jp {
                        break;
                    }
                    home.places[piece] = place(site, session, after);
                    home.fixed[piece] = force.fixed_until.is_some_and(|until| session.day <= until);
                    home.prices[piece] = match force.keep {
                        Keep::Most | Keep::Nothing => 0,
                        Keep::Priced { session, person } => session + person * batch.heads() as i64,
                    };
                }
            }
        }
    }
    home
}

/// The same problem for one who asks why nothing holds: what is fixed, and still may lie where it lies, counts as locked.
fn frozen(site: &Site<'_>, home: &Home) -> Problem {
    let mut frozen = site.problem.clone();
    let empty = Board::empty(site);
    for (piece, own) in site.pieces.iter().enumerate().filter(|(piece, _)| home.is_fixed(*piece)) {
        let Some(place) = home.place(piece).filter(|place| is_sound(&empty, piece, place)) else { continue };
        frozen.batches[own.batch].modules[own.module].jp -= own.jp;
        let users =
            frozen.house.tools.iter_mut().filter(|tool| tool.modules.contains(&(own.batch, own.module)));
        users.for_each(|tool| tool.locked.push(frozen.locked.len()));
        frozen.locked.push(Locked {
            day: site.days[place.day].date,
            starts: place.starts,
            ends: place.starts + own.minutes,
            room: Some(place.room),
            instructor: Some(place.instructor),
            batch: Some(own.batch),
            kind: own.kind,
            participants: Vec::new(),
            heads: site.batch(own.batch).heads(),
        });
    }
    frozen
}

/// The place of a block as the site knows it; none where its day is closed now.
fn place(site: &Site<'_>, session: &Session, after: u16) -> Option<Place> {
    let day = site.days.binary_search_by_key(&session.day, |open| open.date).ok()?;
    Some(Place { day, starts: session.starts + after, instructor: session.instructor, room: session.room })
}

/// A board on which everything has a place again, with as few moved as can be found, and whether that is proven; or the best
/// that was found.
fn mended<'a>(site: &'a Site<'a>, home: &Home, seed: u64, watch: &mut Watch<'_>) -> (Board<'a>, bool) {
    let empty = Board::empty(site);
    let sound = |piece: &usize| home.place(*piece).is_some_and(|place| is_sound(&empty, *piece, &place));
    let stays: Vec<usize> = (0..site.pieces.len()).filter(sound).collect();
    if let Some(mut board) = kept(&empty, home, &stays, &[]) {
        near_home(&mut board, home);
        if board.unplaced_minutes == 0 {
            return (board, true);
        }
    }
    let mut tried = 0;
    let mut is_proof = true;
    let most = if stays.len() > LARGE { FEW_COMBINATIONS } else { MOST_COMBINATIONS };
    for more in 0..=stays.len() {
        let mut moved: Vec<usize> = (0..more).collect();
        loop {
            tried += 1;
            if tried > most || watch.after(1) >= 1.0 {
                return (chanced(site, home, &stays, seed, watch), false);
            }
            if let Some(board) = kept(&empty, home, &stays, &moved) {
                match exhaust_hopefully(board) {
                    Found::Plan(board) => return (*board, is_proof),
                    Found::Nothing => {}
                    // With more to move there is only more to try.
                    Found::TooMuch if stays.len() > LARGE => {
                        return (chanced(site, home, &stays, seed, watch), false);
                    }
                    Found::TooMuch => is_proof = false,
                }
            }
            if !next_combination(&mut moved, stays.len()) {
                break;
            }
        }
    }
    (chanced(site, home, &stays, seed, watch), false)
}

/// What has no place takes the free one that is nearest to where it was, in time and in who and where.
fn near_home(board: &mut Board<'_>, home: &Home) {
    let site = board.site;
    for piece in 0..site.pieces.len() {
        if board.places[piece].is_some() {
            continue;
        }
        let range = site.range[site.pieces[piece].batch].clone();
        let was = home.place(piece).unwrap_or(Place { day: range.start, starts: 0, instructor: 0, room: 0 });
        let mut days: Vec<usize> = range.collect();
        days.sort_by_key(|day| day.abs_diff(was.day));
        let found = days.into_iter().find_map(|day| {
            let mut starts = site.days[day].starts.clone();
            starts.sort_by_key(|start| start.abs_diff(was.starts));
            starts
                .into_iter()
                .find_map(|start| free_at(board, piece, (day, start), (was.instructor, was.room)))
        });
        if let Some(place) = found {
            board.put(piece, place);
        }
    }
}

/// The next choice of places in order; false after the last.
fn next_combination(chosen: &mut [usize], of: usize) -> bool {
    let count = chosen.len();
    let Some(at) = (0..count).rev().find(|at| chosen[*at] + (count - at) < of) else { return false };
    chosen[at] += 1;
    for later in at + 1..count {
        chosen[later] = chosen[later - 1] + 1;
    }
    true
}

/// Everything where it was, but for those moved; nothing where two of those that stay are in each other's way, or one that is
/// fixed would move.
fn kept<'a>(empty: &Board<'a>, home: &Home, stays: &[usize], moved: &[usize]) -> Option<Board<'a>> {
    let mut board = empty.clone();
    for (at, piece) in stays.iter().enumerate() {
        if moved.contains(&at) {
            if home.is_fixed(*piece) {
                return None;
            }
            continue;
        }
        let place = home.place(*piece)?;
        if !board.is_free(*piece, &place) {
            return None;
        }
        board.put(*piece, place);
    }
    Some(board)
}

/// As much as fits where it was, the fixed first; the rest by putting out what is in the way, and back home where that goes.
fn chanced<'a>(
    site: &'a Site<'a>,
    home: &Home,
    stays: &[usize],
    seed: u64,
    watch: &mut Watch<'_>,
) -> Board<'a> {
    let mut board = Board::empty(site);
    let mut order = stays.to_vec();
    order.sort_by_key(|piece| (!home.is_fixed(*piece), home.place(*piece)));
    for piece in order {
        if let Some(place) = home.place(piece).filter(|place| board.is_free(piece, place)) {
            board.put(piece, place);
        }
    }
    let mut dice = Dice::new(seed);
    let mut board = repair(board, home, &mut dice, watch);
    if board.unplaced_minutes > 0 && !watch.is_over() {
        board = repair(anew(site, home, stays, &mut dice), home, &mut dice, watch);
    }
    let mut goes_on = true;
    while std::mem::take(&mut goes_on) {
        for piece in stays {
            let (Some(place), Some(now)) = (home.place(*piece), board.places[*piece]) else { continue };
            if now == place {
                continue;
            }
            board.take(*piece);
            let goes_home = board.is_free(*piece, &place);
            board.put(*piece, if goes_home { place } else { now });
            goes_on |= goes_home;
        }
    }
    board
}

/// So much is in the way that it is easier to begin with only what is fixed; of several orders, the one that places most.
fn anew<'a>(site: &'a Site<'a>, home: &Home, stays: &[usize], dice: &mut Dice) -> Board<'a> {
    let mut bare = Board::empty(site);
    for piece in stays.iter().filter(|piece| home.is_fixed(**piece)) {
        if let Some(place) = home.place(*piece).filter(|place| bare.is_free(*piece, place)) {
            bare.put(*piece, place);
        }
    }
    let mut best = bare.clone();
    for order in orders(site, dice) {
        let mut board = bare.clone();
        for batch in order {
            let waits = |piece: &&usize| board.places[**piece].is_none();
            let waiting: Vec<usize> = site.pieces_of[batch].iter().filter(waits).copied().collect();
            lay_pieces(&mut board, &waiting, Way { from: (0, 0), is_tight: false });
        }
        if board.unplaced_minutes < best.unplaced_minutes {
            best = board;
        }
    }
    best
}

/// Blocks that lie elsewhere; two equal ones that changed places have not.
fn changed(home: &Home, board: &Board<'_>) -> usize {
    let key = |piece: usize, place: Place| {
        let own = &board.site.pieces[piece];
        (own.batch, own.module, own.jp, place)
    };
    let pieces = 0..board.site.pieces.len();
    let mut before: Vec<_> =
        pieces.clone().filter_map(|piece| Some(key(piece, home.place(piece)?))).collect();
    before.sort_unstable();
    let mut count = 0;
    for piece in pieces {
        let now = board.places[piece].map(|place| key(piece, place));
        match now.and_then(|now| before.binary_search(&now).ok()) {
            Some(at) => {
                before.remove(at);
            }
            None => count += 1,
        }
    }
    count
}
