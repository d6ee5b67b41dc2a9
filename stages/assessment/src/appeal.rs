// SPDX-License-Identifier: Apache-2.0 OR MIT
//! An objection to a verdict BK: who may judge it again, until when it can be lodged, and what it may become. Pure but for
//! the rows below.

mod rows;

use chrono::Days;
use desk::{Refusal, Say};
use kernel::day::{self, Day};
use kernel::id::AccountId;
use programme::facts::InstructorFact;

use crate::state::UnitState;

pub use rows::AppealFact;
pub(crate) use rows::{add, appeal_by_code, assign, close, of_batch, open, open_in_batch};

/// Days after the day of the verdict on which an appeal can still be lodged, the last one included.
///
/// # Source
/// Unverified: form FR.AK.04 of the BNSP schemes gives candidates an appeal; how long they have is each LSP's own rule, and
/// public pages of LSPs name between 3 and 14 days. We take the longest, in favour of the candidate.
pub const APPEAL_DAYS: u64 = 14;

/// The last day on which a verdict can be contested.
pub fn lodged_until(judged_on: Day) -> Day {
    judged_on.checked_add_days(Days::new(APPEAL_DAYS)).unwrap_or(Day::MAX)
}

/// How far an appeal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppealState {
    /// Nobody is named yet to judge again.
    Lodged,
    /// Another assessor is named.
    Assigned,
    /// The new assessor found K; that verdict is in force.
    Won,
    /// The verdict stands.
    Rejected,
}

impl AppealState {
    pub const ALL: &[Self] = &[Self::Lodged, Self::Assigned, Self::Won, Self::Rejected];

    /// The code in the database and the end of the word `state-appeal-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Lodged => "lodged",
            Self::Assigned => "assigned",
            Self::Won => "won",
            Self::Rejected => "rejected",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }

    /// While it is, nobody judges this person in this unit but the one named.
    pub fn is_open(self) -> bool {
        match self {
            Self::Lodged | Self::Assigned => true,
            Self::Won | Self::Rejected => false,
        }
    }
}

/// What somebody wants done with an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppealCommand {
    /// Name the assessor, or another in her place.
    Assign,
    /// The new assessor found K.
    Uphold,
    /// The new assessor found what the first one found.
    Reject,
}

impl AppealCommand {
    pub const ALL: &[Self] = &[Self::Assign, Self::Uphold, Self::Reject];

    /// The word in the table of the README.
    pub fn code(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Uphold => "uphold",
            Self::Reject => "reject",
        }
    }
}

/// The next state of an appeal.
///
/// # Errors
/// `ASSM-16` nobody is named yet, `ASSM-17` decided already.
///
/// # Source
/// Product decision: a decision is final here; who is still not content goes to the body's own procedure, on paper.
pub fn decide(state: AppealState, command: AppealCommand) -> Result<AppealState, Refusal> {
    match (state, command) {
        (AppealState::Lodged | AppealState::Assigned, AppealCommand::Assign) => Ok(AppealState::Assigned),
        (AppealState::Lodged, AppealCommand::Uphold | AppealCommand::Reject) => Err(Refusal::new("ASSM-16")),
        (AppealState::Assigned, AppealCommand::Uphold) => Ok(AppealState::Won),
        (AppealState::Assigned, AppealCommand::Reject) => Ok(AppealState::Rejected),
        (
            AppealState::Won | AppealState::Rejected,
            AppealCommand::Assign | AppealCommand::Uphold | AppealCommand::Reject,
        ) => Err(Refusal::new("ASSM-17")),
    }
}

/// What a verdict looks like to one who wants to contest it.
#[derive(Debug, Clone, Copy)]
pub struct Contested {
    pub state: UnitState,
    /// The day of the verdict in force.
    pub judged_on: Option<Day>,
    /// The verdict in force was contested before.
    pub is_contested: bool,
}

/// Only a BK in force is contested, once, and within the term.
///
/// # Errors
/// `ASSM-12` not judged BK, `ASSM-13` contested before, `ASSM-14` too late, with the last day, `ASSM-18` before the verdict.
///
/// # Source
/// [`APPEAL_DAYS`]. That a late one is refused and not kept: product decision; the day is said, so that it can be asked about.
pub fn may_lodge(contested: &Contested, lodged_on: Day) -> Result<(), Refusal> {
    let judged_on = match (contested.state, contested.judged_on) {
        (UnitState::NotYet, Some(judged_on)) => judged_on,
        (UnitState::NotYet, None) | (UnitState::Untested | UnitState::Competent, _) => {
            return Err(Refusal::new("ASSM-12"));
        }
    };
    if contested.is_contested {
        return Err(Refusal::new("ASSM-13"));
    }
    if lodged_on < judged_on {
        return Err(Refusal::new("ASSM-18").with("day", day::short(judged_on)));
    }
    let until = lodged_until(judged_on);
    if until < lodged_on {
        return Err(Refusal::new("ASSM-14").with("day", day::short(until)).with("days", APPEAL_DAYS));
    }
    Ok(())
}

/// The one named judged nobody of this unit's tries, holds the role, and neither taught the batch nor recorded its sessions.
///
/// # Shape
/// `judges`: accounts that judged this person in this unit. `instructors`, `recorders`: as for the first try.
///
/// # Errors
/// `ASSM-15`, with every reason.
///
/// # Source
/// Pedoman BNSP on the conduct of assessments: an appeal is heard by somebody else than the one who judged (unverified).
pub fn another_assessor(
    named: (AccountId, &str, bool),
    judges: &[AccountId],
    (instructors, recorders): (&[InstructorFact], &[AccountId]),
) -> Result<(), Refusal> {
    let (account, name, is_assessor) = named;
    let reasons: Vec<Say> = [
        (!is_assessor, "appeal-assessor-role"),
        (judges.contains(&account), "appeal-assessor-judged"),
        (instructors.iter().any(|one| one.account == Some(account)), "appeal-assessor-taught"),
        (recorders.contains(&account), "appeal-assessor-recorded"),
    ]
    .into_iter()
    .filter(|(is_so, _)| *is_so)
    .map(|(_, key)| Say::new(key).with("name", name))
    .collect();
    if reasons.is_empty() { Ok(()) } else { Err(Refusal::new("ASSM-15").because(reasons)) }
}
