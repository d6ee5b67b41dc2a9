// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The life of a pack, and how a person stands between prison and probation office. Pure.

use desk::Refusal;
use kernel::day::Day;

/// Where a pack is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandoverState {
    Prepared,
    Accepted,
    Returned,
}

impl HandoverState {
    pub const ALL: [Self; 3] = [Self::Prepared, Self::Accepted, Self::Returned];

    pub fn code(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What the receiving office may do with a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Accept {
        first_meeting_on: Day,
        day: Day,
    },
    Return,
    /// What it was taken back for had never happened.
    WaitAgain,
}

/// Decides what becomes of a pack.
///
/// # Errors
/// `RELS-02` it was accepted before, `RELS-03` it was returned, `RELS-04` the first meeting lies before the acceptance.
pub fn decide(state: HandoverState, command: Command) -> Result<HandoverState, Refusal> {
    match (state, command) {
        (HandoverState::Prepared, Command::Accept { first_meeting_on, day }) if first_meeting_on < day => {
            Err(Refusal::new("RELS-04"))
        }
        (HandoverState::Prepared, Command::Accept { .. }) => Ok(HandoverState::Accepted),
        (HandoverState::Prepared, Command::Return) => Ok(HandoverState::Returned),
        (HandoverState::Returned, Command::WaitAgain) => Ok(HandoverState::Prepared),
        (HandoverState::Prepared, Command::WaitAgain)
        | (HandoverState::Accepted, Command::Accept { .. } | Command::Return | Command::WaitAgain) => {
            Err(Refusal::new("RELS-02"))
        }
        (HandoverState::Returned, Command::Accept { .. } | Command::Return) => Err(Refusal::new("RELS-03")),
    }
}

/// How a person stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    NotYetReleased,
    Prepared,
    HandedOver,
    ReturnedPack,
    FreedWithoutCounsellor,
}

impl Standing {
    pub fn code(self) -> &'static str {
        match self {
            Self::NotYetReleased => "not-yet-released",
            Self::Prepared => "prepared",
            Self::HandedOver => "handed-over",
            Self::ReturnedPack => "returned-pack",
            Self::FreedWithoutCounsellor => "freed-without-counsellor",
        }
    }

    /// The tone of its tag.
    pub fn tone(self) -> &'static str {
        match self {
            Self::NotYetReleased => "plan",
            Self::Prepared => "soon",
            Self::HandedOver => "ok",
            Self::ReturnedPack | Self::FreedWithoutCounsellor => "no",
        }
    }
}

/// Reads how a person stands from the latest pack and the day of release.
pub fn standing(latest: Option<HandoverState>, released: bool) -> Standing {
    match (latest, released) {
        (Some(HandoverState::Accepted), _) => Standing::HandedOver,
        (_, true) => Standing::FreedWithoutCounsellor,
        (Some(HandoverState::Prepared), false) => Standing::Prepared,
        (Some(HandoverState::Returned), false) => Standing::ReturnedPack,
        (None, false) => Standing::NotYetReleased,
    }
}
