// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The way in: lay everything, then make it better; or say why that cannot be.

use super::board::Board;
use super::flaw::flaws;
use super::home::Home;
use super::laid::Laid;
use super::polish::polish;
use super::problem::Problem;
use super::proposal::{Impossible, NoProposal, Part, Proposal, Session};
use super::site::Site;
use super::trial::{Aim, attempt, cost};
use super::watch::Watch;
use super::why::why;
use crate::progress::Progress;
use crate::rules::SOFT;
use std::collections::BTreeSet;

/// Searches for a day, a start, a room and an instructor for every JP of every batch.
///
/// # Shape
/// `pace` is asked between moves for the share of the budget that is used, and stops the search with 1.0: the best so far
/// comes back, and it still breaks no hard rule. With [`by_moves`](crate::by_moves) the same problem and seed give the same
/// proposal. Some 20 000 moves are enough for four batches. Looking for reasons takes moves as well; a budget that ends
/// before they are known leaves them out.
///
/// # Errors
/// [`NoProposal::Flawed`] for indices that are not there and the like; [`NoProposal::Impossible`] when something finds no
/// place, with the smallest set of reasons found.
///
/// # Source
/// Product decision: engines propose with reasons and never write; a person decides.
pub fn propose(
    problem: &Problem,
    seed: u64,
    pace: &mut dyn FnMut(&Progress) -> f64,
) -> Result<Proposal, NoProposal> {
    let flaws = flaws(problem);
    if !flaws.is_empty() {
        return Err(NoProposal::Flawed(flaws));
    }
    let mut watch = Watch::new(pace);
    let nothing = BTreeSet::new();
    let site = Site::of(problem, &nothing);
    let trial = attempt(&site, Aim::Best, seed, &mut watch);
    watch.best(trial.board.unplaced_minutes, cost(&trial.board));
    if trial.is_complete() {
        return Ok(proposal(&polish(trial.board, &Home::nowhere(), seed, &mut watch)));
    }
    if watch.is_over() {
        let (lacking_minutes, is_proven) = (trial.board.unplaced_minutes, trial.is_proven);
        let (reasons, or_else) = (Vec::new(), Vec::new());
        return Err(NoProposal::Impossible(Impossible { reasons, or_else, lacking_minutes, is_proven }));
    }
    Err(NoProposal::Impossible(why(problem, seed, &mut watch)))
}

pub(super) fn proposal(board: &Board<'_>) -> Proposal {
    let batches: Vec<Laid<'_>> =
        (0..board.site.problem.batches.len()).map(|batch| Laid::of(board, batch)).collect();
    let part = |rule: &crate::rules::Soft| Part {
        rule: rule.name,
        weight: rule.weight,
        units: batches.iter().map(|laid| (rule.units)(laid)).sum(),
    };
    let parts: Vec<Part> = SOFT.iter().map(part).collect();
    let cost = parts.iter().map(|part| part.weight * part.units).sum();
    Proposal { sessions: batches.iter().flat_map(sessions).collect(), parts, cost }
}

/// The sessions of a batch; blocks of one module that touch, in one room under one instructor, are one.
fn sessions(laid: &Laid<'_>) -> Vec<Session> {
    let mut sessions: Vec<Session> = Vec::new();
    for slot in &laid.slots {
        let goes_on = |last: &&mut Session| {
            (last.day, last.ends) == (slot.date, slot.starts)
                && (last.module, last.room, last.instructor) == (slot.module, slot.room, slot.instructor)
        };
        if let Some(last) = sessions.last_mut().filter(goes_on) {
            last.ends = slot.ends;
            last.jp += slot.jp;
            continue;
        }
        sessions.push(Session {
            batch: laid.batch,
            day: slot.date,
            starts: slot.starts,
            ends: slot.ends,
            module: slot.module,
            room: slot.room,
            instructor: slot.instructor,
            jp: slot.jp,
        });
    }
    sessions
}
