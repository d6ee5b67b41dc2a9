// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How a batch gets its timetable and through the gate. Pure; what the gate found comes from outside.

mod year;

pub use year::{YearCommand, YearState, decide_year};

use desk::{Refusal, Say};

/// How far the plan of a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanState {
    /// No session is planned.
    Empty,
    Laid,
    /// Training may be held; the planned sessions stay as they are.
    Opened,
}

impl PlanState {
    /// The word in the words files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Laid => "laid",
            Self::Opened => "opened",
        }
    }
}

/// What is done to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanCommand {
    /// With a sentence for each clash that blocks.
    Lay { clashes: Vec<Say> },
    /// With a sentence for each condition that is not met.
    Open { unmet: Vec<Say> },
}

/// The next state of a plan.
///
/// # Errors
/// `PLAN-01` the gate is not passed, with every condition; `PLAN-02` already open; `PLAN-03` laid after opening;
/// `PLAN-04` clashes, with every one.
///
/// # Source
/// Product decision; the conditions are those of `rules::gate`.
pub fn decide(state: PlanState, command: PlanCommand) -> Result<PlanState, Refusal> {
    match (state, command) {
        (PlanState::Empty | PlanState::Laid, PlanCommand::Lay { clashes }) if clashes.is_empty() => {
            Ok(PlanState::Laid)
        }
        (PlanState::Empty | PlanState::Laid, PlanCommand::Lay { clashes }) => {
            Err(Refusal::new("PLAN-04").with("count", clashes.len()).because(clashes))
        }
        (PlanState::Opened, PlanCommand::Lay { clashes: _ }) => Err(Refusal::new("PLAN-03")),
        (PlanState::Empty | PlanState::Laid, PlanCommand::Open { unmet }) if unmet.is_empty() => {
            Ok(PlanState::Opened)
        }
        (PlanState::Empty | PlanState::Laid, PlanCommand::Open { unmet }) => {
            Err(Refusal::new("PLAN-01").with("count", unmet.len()).because(unmet))
        }
        (PlanState::Opened, PlanCommand::Open { unmet: _ }) => Err(Refusal::new("PLAN-02")),
    }
}

/// What has become of a proposal. It is never changed; a better one is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProposalState {
    Proposed,
    Approved,
    TurnedDown,
}

impl ProposalState {
    /// The word in the words files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::TurnedDown => "turned-down",
        }
    }
}

/// What is done to a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProposalCommand {
    /// What must hold at the moment of approval.
    Approve {
        /// The plan it was made against is still the one in force.
        parent_holds: bool,
        /// The facts it was made from are still so.
        facts_hold: bool,
        /// What the judge found.
        faults: Vec<Say>,
    },
    TurnDown,
    /// Another one is made from it by hand; the same must hold, for one that cannot be approved is of no use.
    Change {
        parent_holds: bool,
        facts_hold: bool,
        /// How many things are changed.
        changes: usize,
        faults: Vec<Say>,
    },
}

/// The next state of a proposal.
///
/// # Errors
/// `PLAN-12` decided already; `PLAN-13` another plan came into force since; `PLAN-14` the facts have changed since;
/// `PLAN-15` the judge found faults, with every one; `PLAN-16` the change breaks something, with everything; `PLAN-17` it
/// changes nothing.
///
/// # Source
/// Product decision: a stale approval is refused, never merged; making a new proposal takes seconds.
pub fn decide_proposal(state: ProposalState, command: ProposalCommand) -> Result<ProposalState, Refusal> {
    match (state, command) {
        (ProposalState::Proposed, ProposalCommand::Approve { parent_holds, facts_hold, faults }) => {
            if !parent_holds {
                return Err(Refusal::new("PLAN-13"));
            }
            if !facts_hold {
                return Err(Refusal::new("PLAN-14"));
            }
            if !faults.is_empty() {
                return Err(Refusal::new("PLAN-15").with("count", faults.len()).because(faults));
            }
            Ok(ProposalState::Approved)
        }
        (ProposalState::Proposed, ProposalCommand::Change { parent_holds, facts_hold, changes, faults }) => {
            if !parent_holds {
                return Err(Refusal::new("PLAN-13"));
            }
            if !facts_hold {
                return Err(Refusal::new("PLAN-14"));
            }
            if changes == 0 {
                return Err(Refusal::new("PLAN-17"));
            }
            if !faults.is_empty() {
                return Err(Refusal::new("PLAN-16").with("count", faults.len()).because(faults));
            }
            Ok(ProposalState::Proposed)
        }
        (ProposalState::Proposed, ProposalCommand::TurnDown) => Ok(ProposalState::TurnedDown),
        (
            ProposalState::Approved | ProposalState::TurnedDown,
            ProposalCommand::Approve { .. } | ProposalCommand::TurnDown | ProposalCommand::Change { .. },
        ) => Err(Refusal::new("PLAN-12")),
    }
}

#[cfg(test)]
mod tests;
