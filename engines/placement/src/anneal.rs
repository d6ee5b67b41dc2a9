// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Improves a plan that keeps every rule by changes that keep every rule: people enter a batch, whoever is in the way
//! goes elsewhere or stands, and a change for the worse is taken ever less often.
//!
//! What opens was decided by the search; here no batch opens or closes.

use crate::network::NONE;
use crate::seating::{Seating, Turn};
use crate::side::Side;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Between two looks at the clock.
const BETWEEN: u64 = 4_096;
/// The first and the last temperature, as shares of what a seat is worth on average.
const FIRST: f64 = 0.02;
const LAST: f64 = 0.002;

/// The best plan met on a walk.
#[derive(Debug, Clone)]
pub struct Found {
    /// The edge of each person.
    pub seats: Vec<u32>,
    /// In scaled units.
    pub worth: i64,
}

/// Walks so many moves from a plan, without those who are gone.
///
/// # Shape
/// The same seed and plan give the same walk, unless `stop` asks a clock.
///
/// # Source
/// Simulated annealing; that whoever is in the way is ejected and seated again: Yagiura, Ibaraki and Glover, "An ejection
/// chain approach for the generalized assignment problem", 2004. The temperatures were measured on generated places of
/// 600 to 3 000 people.
pub fn anneal(
    side: &Side,
    gone: &[bool],
    seats: &[u32],
    (moves, seed): (u64, u64),
    stop: &(dyn Fn() -> bool + Sync),
) -> Found {
    let mut now = Seating::of(side, gone, seats);
    let mut best = Found { seats: seats.to_vec(), worth: now.worth };
    let edges = now.open_edges();
    let seated = seats.iter().filter(|edge| **edge != NONE).count();
    if edges.is_empty() || seated == 0 {
        return best;
    }
    let mut dice = StdRng::seed_from_u64(seed);
    let mean = now.worth as f64 / seated as f64;
    let mut turn = Turn::default();
    let mut limit = 0.0;
    for at in 0..moves {
        if at % BETWEEN == 0 {
            if stop() {
                break;
            }
            limit = mean * FIRST * (LAST / FIRST).powf(at as f64 / moves as f64);
        }
        let edge = edges[dice.random_range(0..edges.len())];
        let least = (limit * dice.random::<f64>().max(1e-12).ln()) as i64;
        let pick = dice.random::<u32>();
        if now.try_turn(edge, pick, least, &mut turn) {
            now.take(&turn);
            if now.worth > best.worth {
                best.worth = now.worth;
                best.seats.clone_from(&now.seat);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests;
