// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The proposal board: facts frozen into a snapshot, engines that propose, a judge that trusts neither, and what is kept.

mod asked;
mod change;
mod cost;
mod difference;
mod draft;
mod improve;
mod judge;
mod kept;
pub(crate) mod lay;
mod place;
mod retell;
mod search;
mod snapshot;
mod store;
pub(crate) mod teachers;
mod why;

pub use change::{Applied, Change, Changed, Spot, SpotText, What, apply};
pub use cost::{CostPart, cost, total};
pub use difference::{Difference, differences};
pub use draft::{Draft, DraftBatch, DraftSlot, Verdict, Watch, propose, slot_name};
pub use improve::{Pace, improve};
pub use judge::{clash_say, faults};
pub use kept::{Origin, cost_of, keep_cost, keep_origin, origin_of};
pub use place::{Cut, Placed, place};
pub use search::{SearchFact, ask_to_keep, is_keep_asked, keep_search, search_of_job};
pub use snapshot::{Course, LockedSlot, Question, Snapshot};
pub use store::{
    Decision, ProposalFact, decide_once, in_force, keep, proposal_by_code, proposals_of, put_in_force,
    read_draft,
};
pub use why::{Bar, Waits, Why};
