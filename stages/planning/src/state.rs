// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How a batch gets its timetable and through the gate. Pure; what the gate found comes from outside.

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

#[cfg(test)]
mod tests;
