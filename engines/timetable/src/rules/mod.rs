// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The rules of an office, one a file. Hard ones say what may lie where; soft ones say what a batch's sessions cost.

pub mod agreement_term;
pub mod at_once;
pub mod day_load;
pub mod instructor_field;
pub mod instructor_free;
pub mod instructor_hours;
pub mod locked;
pub mod movement;
pub mod open_day;
pub mod person_free;
pub mod regime_window;
pub mod room_fits;
pub mod room_free;
pub mod supervision;
pub mod theory_first;
pub mod tool_sets;

pub mod early_finish;
pub mod even_spread;
pub mod gaps;
pub mod makeup_slack;
pub mod module_order;
pub mod room_stability;
pub mod same_instructor;
pub mod weekly_pattern;

use crate::office::Limit;
use crate::office::laid::Laid;
use crate::office::site::Site;

/// A soft rule: its name, what a unit weighs, and how many units the sessions of one batch have.
pub(crate) struct Soft {
    pub name: &'static str,
    pub weight: i64,
    pub units: fn(&Laid<'_>) -> i64,
}

/// All soft rules.
pub(crate) const SOFT: [Soft; 8] = [
    Soft { name: "weekly-pattern", weight: weekly_pattern::WEIGHT, units: weekly_pattern::units },
    Soft { name: "gaps", weight: gaps::WEIGHT, units: gaps::units },
    Soft { name: "even-spread", weight: even_spread::WEIGHT, units: even_spread::units },
    Soft { name: "early-finish", weight: early_finish::WEIGHT, units: early_finish::units },
    Soft { name: "same-instructor", weight: same_instructor::WEIGHT, units: same_instructor::units },
    Soft { name: "room-stability", weight: room_stability::WEIGHT, units: room_stability::units },
    Soft { name: "module-order", weight: module_order::WEIGHT, units: module_order::units },
    Soft { name: "makeup-slack", weight: makeup_slack::WEIGHT, units: makeup_slack::units },
];

/// The weighted sum for one batch.
pub(crate) fn cost(laid: &Laid<'_>) -> i64 {
    SOFT.iter().map(|rule| rule.weight * (rule.units)(laid)).sum()
}

/// Minutes that must pass between two sessions somewhere, beyond the sessions themselves.
pub(crate) fn pauses(site: &Site<'_>) -> Vec<u16> {
    let house = &site.problem.house;
    let set_ups = house.set_ups.iter().map(|set_up| room_free::minutes(site, set_up.room));
    let ways = house.ways.iter().filter(|_| !site.is_lifted(Limit::Ways)).map(|way| way.minutes);
    let mut pauses: Vec<u16> = set_ups.chain(ways).filter(|minutes| *minutes > 0).collect();
    pauses.sort_unstable();
    pauses.dedup();
    pauses
}
