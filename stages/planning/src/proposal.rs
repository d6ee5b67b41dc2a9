// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The proposal board: facts frozen into a snapshot, engines that propose, a judge that trusts neither, and what is kept.

mod draft;
mod judge;
pub(crate) mod lay;
mod place;
mod snapshot;
mod store;
mod teachers;
mod why;

pub use draft::{Draft, DraftBatch, DraftSlot, Verdict, Watch, propose};
pub use judge::faults;
pub use place::{Cut, Placed, place};
pub use snapshot::{Course, LockedSlot, Question, Snapshot};
pub use store::{
    Decision, ProposalFact, decide_once, in_force, keep, proposal_by_code, proposals_of, put_in_force,
    read_draft,
};
pub use why::{Bar, Waits, Why};
