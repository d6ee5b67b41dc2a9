// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen in this room: the batches and their plans, one timetable, one gate; proposals, their
//! grids, and two side by side.

mod absences;
mod capacity;
mod gate;
mod limits_told;
mod list;
mod mend_ways;
mod proposal_calendar;
mod proposal_compare;
mod proposal_list;
mod proposal_parts;
mod proposal_search;
mod proposal_show;
mod timetable;
mod told_board;
mod told_proposal;
mod told_year;
mod twins;
mod week_table;
mod year;
mod year_list;
mod year_picture;
mod year_show;

pub use absences::ABSENCES;
pub use capacity::CAPACITY;
pub use gate::GATE;
pub use list::LIST;
pub use mend_ways::WAYS;
pub use proposal_calendar::CALENDAR;
pub use proposal_compare::COMPARISON;
pub use proposal_list::PROPOSALS;
pub use proposal_search::SEARCH;
pub use proposal_show::PROPOSAL;
pub use timetable::TIMETABLE;
pub use twins::twins;
pub use year_list::YEAR_PLANS;
pub use year_show::YEAR_PLAN;

use kernel::Lang;

use crate::state::PlanState;

/// The name of a weekday, 1 (Monday) to 7 (Sunday).
pub(crate) fn weekday_name(weekday: i64, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Id => ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
        Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    };
    let place = usize::try_from(weekday - 1).unwrap_or(0);
    names.get(place).copied().unwrap_or_default()
}

fn tone(state: PlanState) -> &'static str {
    match state {
        PlanState::Empty => "plan",
        PlanState::Laid => "soon",
        PlanState::Opened => "ok",
    }
}
