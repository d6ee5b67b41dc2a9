// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How the plan of a year comes into force. Pure.

use desk::{Refusal, Say};

/// How far a plan has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearState {
    Draft,
    /// It lies before the head.
    Laid,
    InForce,
    /// A revision took its place.
    Replaced,
}

impl YearState {
    pub const ALL: [Self; 4] = [Self::Draft, Self::Laid, Self::InForce, Self::Replaced];

    /// The word in the database and the words files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Laid => "laid",
            Self::InForce => "in_force",
            Self::Replaced => "replaced",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What is done to a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YearCommand {
    Change,
    /// With a sentence for each thing that is in the way.
    Lay {
        faults: Vec<Say>,
    },
    GiveBack,
    /// What must hold at the moment of approval.
    Approve {
        /// The plan it was drafted against is still the one in force.
        parent_holds: bool,
        /// Whoever approves had no hand in it.
        is_other_person: bool,
        faults: Vec<Say>,
    },
    /// Another one is drafted from it.
    Revise,
    /// A batch is held for one of its lines.
    Tie {
        faults: Vec<Say>,
    },
    Untie,
    /// Its revision comes into force.
    Replace,
}

/// The next state of a plan.
///
/// # Errors
/// `PLAN-24` what is laid or in force is not changed; `PLAN-25` faults, with every one; `PLAN-26` not laid; `PLAN-27` another plan
/// came into force since; `PLAN-28` prepared and approved by one person; `PLAN-29` not in force; `PLAN-30` the batch does not
/// fit the line, with every reason.
///
/// # Source
/// Product decision: money is bound by two people, and what is in force is replaced, never changed.
pub fn decide_year(state: YearState, command: YearCommand) -> Result<YearState, Refusal> {
    match (state, command) {
        (YearState::Draft, YearCommand::Change) => Ok(YearState::Draft),
        (YearState::Draft, YearCommand::Lay { faults }) => faultless(faults).map(|()| YearState::Laid),
        (
            YearState::Laid | YearState::InForce | YearState::Replaced,
            YearCommand::Change | YearCommand::Lay { .. },
        ) => Err(Refusal::new("PLAN-24")),
        (YearState::Laid, YearCommand::GiveBack) => Ok(YearState::Draft),
        (YearState::Laid, YearCommand::Approve { parent_holds, is_other_person, faults }) => {
            if !parent_holds {
                return Err(Refusal::new("PLAN-27"));
            }
            if !is_other_person {
                return Err(Refusal::new("PLAN-28"));
            }
            faultless(faults).map(|()| YearState::InForce)
        }
        (
            YearState::Draft | YearState::InForce | YearState::Replaced,
            YearCommand::GiveBack | YearCommand::Approve { .. },
        ) => Err(Refusal::new("PLAN-26")),
        (YearState::InForce, YearCommand::Revise | YearCommand::Untie) => Ok(YearState::InForce),
        (YearState::InForce, YearCommand::Tie { faults }) if faults.is_empty() => Ok(YearState::InForce),
        (YearState::InForce, YearCommand::Tie { faults }) => {
            Err(Refusal::new("PLAN-30").with("count", faults.len()).because(faults))
        }
        (YearState::InForce, YearCommand::Replace) => Ok(YearState::Replaced),
        (
            YearState::Draft | YearState::Laid | YearState::Replaced,
            YearCommand::Revise | YearCommand::Tie { .. } | YearCommand::Untie | YearCommand::Replace,
        ) => Err(Refusal::new("PLAN-29")),
    }
}

fn faultless(faults: Vec<Say>) -> Result<(), Refusal> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(Refusal::new("PLAN-25").with("count", faults.len()).because(faults))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(state: YearState, command: YearCommand) -> Result<YearState, &'static str> {
        decide_year(state, command).map_err(|refusal| refusal.code)
    }

    fn approve(parent_holds: bool, is_other_person: bool, faults: Vec<Say>) -> YearCommand {
        YearCommand::Approve { parent_holds, is_other_person, faults }
    }

    #[test]
    fn every_cell() {
        use YearState::{Draft, InForce, Laid, Replaced};
        let one = || vec![Say::new("year-over-ceiling")];
        let table: [(YearCommand, [Result<YearState, &str>; 4]); 11] = [
            (YearCommand::Change, [Ok(Draft), Err("PLAN-24"), Err("PLAN-24"), Err("PLAN-24")]),
            (YearCommand::Lay { faults: vec![] }, [Ok(Laid), Err("PLAN-24"), Err("PLAN-24"), Err("PLAN-24")]),
            (
                YearCommand::Lay { faults: one() },
                [Err("PLAN-25"), Err("PLAN-24"), Err("PLAN-24"), Err("PLAN-24")],
            ),
            (YearCommand::GiveBack, [Err("PLAN-26"), Ok(Draft), Err("PLAN-26"), Err("PLAN-26")]),
            (approve(true, true, vec![]), [Err("PLAN-26"), Ok(InForce), Err("PLAN-26"), Err("PLAN-26")]),
            (approve(false, true, vec![]), [Err("PLAN-26"), Err("PLAN-27"), Err("PLAN-26"), Err("PLAN-26")]),
            (approve(true, false, vec![]), [Err("PLAN-26"), Err("PLAN-28"), Err("PLAN-26"), Err("PLAN-26")]),
            (approve(true, true, one()), [Err("PLAN-26"), Err("PLAN-25"), Err("PLAN-26"), Err("PLAN-26")]),
            (YearCommand::Revise, [Err("PLAN-29"), Err("PLAN-29"), Ok(InForce), Err("PLAN-29")]),
            (
                YearCommand::Tie { faults: one() },
                [Err("PLAN-29"), Err("PLAN-29"), Err("PLAN-30"), Err("PLAN-29")],
            ),
            (YearCommand::Replace, [Err("PLAN-29"), Err("PLAN-29"), Ok(Replaced), Err("PLAN-29")]),
        ];
        for (command, row) in table {
            for (state, expected) in YearState::ALL.into_iter().zip(row) {
                assert_eq!(outcome(state, command.clone()), expected, "{state:?} {command:?}");
            }
        }
        for command in [YearCommand::Tie { faults: vec![] }, YearCommand::Untie] {
            assert_eq!(outcome(InForce, command.clone()), Ok(InForce));
            assert_eq!(outcome(Laid, command), Err("PLAN-29"));
        }
    }

    #[test]
    fn codes_lead_back() {
        for state in YearState::ALL {
            assert_eq!(YearState::from_code(state.code()), Some(state));
        }
    }
}
