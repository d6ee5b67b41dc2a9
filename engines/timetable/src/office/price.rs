// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What sessions cost that are laid already, by whomever.

use super::board::Board;
use super::flaw::flaws;
use super::problem::Problem;
use super::proposal::{Part, Session};
use super::propose::proposal;
use super::replan::{InForce, Keep, home};
use super::site::Site;
use std::collections::BTreeSet;

/// Every soft rule with what it counts in these sessions, as [`propose`](super::propose) gives it with its proposal.
///
/// # Shape
/// Nothing where there is no sum: the problem is flawed, a session lies on no open day, or the JP are not those of the
/// curriculum. Whether the sessions keep the hard rules is not asked.
pub fn price(problem: &Problem, sessions: &[Session]) -> Option<Vec<Part>> {
    if !flaws(problem).is_empty() || !sessions.iter().all(|session| is_known(problem, session)) {
        return None;
    }
    let nothing = BTreeSet::new();
    let site = Site::after(problem, &nothing, sessions);
    let home = home(&site, &InForce { sessions, fixed_until: None, keep: Keep::Nothing });
    let mut board = Board::empty(&site);
    for piece in 0..site.pieces.len() {
        board.put(piece, home.place(piece)?);
    }
    Some(proposal(&board).parts)
}

fn is_known(problem: &Problem, session: &Session) -> bool {
    let batch = problem.batches.get(session.batch);
    batch.is_some_and(|batch| session.module < batch.modules.len())
        && session.room < problem.rooms.len()
        && session.instructor < problem.instructors.len()
        && session.starts < session.ends
}
