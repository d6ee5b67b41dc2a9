// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Hard: a session needs a whole set of its tools, and there are only so many sets.
//!
//! Unit: sets. Source: product decision, judged as TIME-16: what is counted out before a session is counted in after it.

use crate::office::problem::Problem;
use crate::office::site::Site;

pub fn used_by(site: &Site<'_>, tool: usize, piece: usize) -> usize {
    let piece = &site.pieces[piece];
    usize::from(site.problem.house.tools[tool].modules.contains(&(piece.batch, piece.module)))
}

pub fn used_by_locked(problem: &Problem, tool: usize, index: usize) -> usize {
    usize::from(problem.house.tools[tool].locked.contains(&index))
}
