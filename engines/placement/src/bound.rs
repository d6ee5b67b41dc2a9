// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Prices of rules that bring the bound down: a subgradient ascent, kept where it was best.

use crate::state::{Force, Mark, State};

/// How a rule stands against the flow: above zero when broken, below when kept with room to spare.
#[derive(Debug, Clone, Copy)]
enum Rule {
    Clause(u32),
    Quota(usize),
    Rivals(usize),
}

/// Lowers the bound of a state by pricing what its flow breaks, with a plan of this value known (scaled).
pub fn lower(state: &mut State<'_>, known: i64, rounds: u32, stop: &dyn Fn() -> bool) {
    let mut best = state.bound();
    let mut kept: Mark = state.mark();
    let (mut boldness, mut idle, mut guess) = (1.0, 0, best as f64 * 0.004);
    for _ in 0..rounds {
        let slopes = slopes(state);
        let norm: f64 = slopes.iter().map(|(_, slope)| slope * slope).sum();
        if norm == 0.0 || best <= known || stop() {
            break;
        }
        // The distance to the optimum is guessed small; the guess grows while the bound falls by as much.
        let gap = ((state.bound() - known) as f64).min(guess).max(64.0);
        let step = boldness * gap / norm;
        if !slopes.into_iter().all(|(rule, slope)| apply(state, rule, step * slope)) {
            break;
        }
        if state.bound() < best {
            if (best - state.bound()) as f64 > guess / 4.0 {
                guess *= 1.5;
            }
            best = state.bound();
            kept = state.mark();
            idle = 0;
        } else {
            idle += 1;
            if idle == 6 {
                (boldness, idle) = (boldness / 2.0, 0);
            }
        }
        if boldness < 0.01 {
            break;
        }
    }
    state.back_to(kept);
}

fn slopes(state: &State<'_>) -> Vec<(Rule, f64)> {
    let side = state.side;
    let broken = state.broken_clauses().into_iter().map(|clause| (Rule::Clause(clause), 1.0));
    let spare = (0..side.clauses.len() as u32)
        .filter(|clause| state.clause_price[*clause as usize] > 0 && state.inside(*clause) == 0)
        .map(|clause| (Rule::Clause(clause), -1.0));
    let quotas = (0..side.quotas.len()).filter(|at| state.ledger.force[*at] == Force::Holds).map(|at| {
        let short = f64::from(side.quotas[at].at_least) - f64::from(state.seated_members(at));
        (Rule::Quota(at), short, state.ledger.quota_price[at])
    });
    let rivals = (0..side.rivals.len()).filter(|at| !state.is_settled(*at)).map(|at| {
        let filled = |batch: &u32| {
            let seats = side.net.capacity[*batch as usize].max(1);
            f64::from(state.net.flow.size[*batch as usize]) / f64::from(seats)
        };
        let used: f64 = side.rivals[at].batches.iter().map(filled).sum();
        (Rule::Rivals(at), used - side.rivals[at].at_most as f64, state.ledger.rival_price[at])
    });
    let bundles =
        quotas.chain(rivals).filter(|(_, slope, price)| *slope > 0.0 || (*slope < 0.0 && *price > 0));
    broken.chain(spare).chain(bundles.map(|(rule, slope, _)| (rule, slope))).collect()
}

fn apply(state: &mut State<'_>, rule: Rule, change: f64) -> bool {
    let moved = |price: i64| {
        let change = if change.abs() < 1.0 { change.signum() } else { change.round() };
        (price + change as i64).max(0)
    };
    match rule {
        Rule::Clause(clause) => state.price_clause(clause, moved(state.clause_price[clause as usize])),
        Rule::Quota(quota) => state.price_quota(quota, moved(state.ledger.quota_price[quota])),
        Rule::Rivals(rivals) => {
            state.price_rivals(rivals, moved(state.ledger.rival_price[rivals]));
            true
        }
    }
}
