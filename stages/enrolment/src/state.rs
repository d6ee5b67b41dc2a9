// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How the choice for one batch moves on, and what can become of one seat. Pure; `today` and people come from outside.

use desk::Refusal;
use kernel::day::{self, Day};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in the database and in the words files.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.code() == code)
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// How far the choice for a batch has come.
    Intake {
        /// Nobody has been ranked.
        Open = "open",
        Ranked = "ranked",
        Heard = "heard",
        /// Seats are given; from now on single seats change, the choice does not.
        Decreed = "decreed",
    }
}

/// What is done to an intake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntakeCommand {
    Rank,
    /// An approved plan of the host puts the ranked into the order of its seats.
    Agenda,
    Hear {
        on: Day,
    },
    Decree {
        on: Day,
    },
    /// Where nobody is in the office's charge, its head approves the list without a hearing.
    Approve {
        on: Day,
    },
}

/// What the rules must know about the intake besides its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntakeFacts {
    pub today: Day,
    /// The day of the last ranking; any day where there was none.
    pub ranked_on: Day,
    /// The day of the hearing that counts.
    pub held_on: Option<Day>,
    /// Whether the host answers for people, in custody or on probation; such a host has a hearing board.
    pub has_board: bool,
}

/// The next state of an intake.
///
/// # Errors
/// `ENRL-01` ranked or put in order too late, `ENRL-02` heard before ranking, `ENRL-03` decree without hearing, `ENRL-04` already
/// decreed, `ENRL-05` a day in the future or before the step it follows, `ENRL-15` a list approved where a hearing must
/// be held, `ENRL-16` a hearing where there is no board.
///
/// # Source
/// Permenkumham 7/2022 and practice: recommendation of the TPP first, then the decree of the head of the office. A training
/// body or school has no TPP; the head approves the enrolment list (product decision after the practice of BLK and SMK).
pub fn decide(state: Intake, facts: &IntakeFacts, command: IntakeCommand) -> Result<Intake, Refusal> {
    match (state, command) {
        (Intake::Open | Intake::Ranked, IntakeCommand::Rank) | (Intake::Ranked, IntakeCommand::Agenda) => {
            Ok(Intake::Ranked)
        }
        (Intake::Heard, IntakeCommand::Rank | IntakeCommand::Agenda) => Err(Refusal::new("ENRL-01")),
        (Intake::Open, IntakeCommand::Agenda | IntakeCommand::Hear { on: _ }) => Err(Refusal::new("ENRL-02")),
        (Intake::Ranked | Intake::Heard, IntakeCommand::Hear { on: _ }) if !facts.has_board => {
            Err(Refusal::new("ENRL-16"))
        }
        (Intake::Ranked | Intake::Heard, IntakeCommand::Hear { on }) => {
            in_time(on, facts.ranked_on, facts.today).map(|()| Intake::Heard)
        }
        (Intake::Open | Intake::Ranked, IntakeCommand::Decree { on: _ }) => Err(Refusal::new("ENRL-03")),
        (Intake::Heard, IntakeCommand::Decree { on }) => {
            in_time(on, facts.held_on.unwrap_or(facts.ranked_on), facts.today).map(|()| Intake::Decreed)
        }
        (Intake::Open, IntakeCommand::Approve { on: _ }) => Err(Refusal::new("ENRL-02")),
        (Intake::Ranked | Intake::Heard, IntakeCommand::Approve { on: _ }) if facts.has_board => {
            Err(Refusal::new("ENRL-15"))
        }
        (Intake::Ranked | Intake::Heard, IntakeCommand::Approve { on }) => {
            in_time(on, facts.ranked_on, facts.today).map(|()| Intake::Decreed)
        }
        (
            Intake::Decreed,
            IntakeCommand::Rank
            | IntakeCommand::Agenda
            | IntakeCommand::Hear { on: _ }
            | IntakeCommand::Decree { on: _ }
            | IntakeCommand::Approve { on: _ },
        ) => Err(Refusal::new("ENRL-04")),
    }
}

/// A step may be entered later than it was done, never earlier than today's end or than the step before it.
fn in_time(on: Day, earliest: Day, today: Day) -> Result<(), Refusal> {
    if on < earliest || on > today {
        return Err(Refusal::new("ENRL-05")
            .with("earliest", day::short(earliest))
            .with("today", day::short(today)));
    }
    Ok(())
}

codes! {
    /// What one seat is.
    SeatState {
        Seated = "seated",
        Reserve = "reserve",
        Left = "left",
    }
}

/// What is done to one seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatCommand {
    Withdraw,
    /// A reserve is called into a free seat.
    Promote {
        free_number: Option<i64>,
        earlier_reserves: i64,
        has_reason: bool,
    },
    /// What made somebody leave had never happened.
    Return {
        was_seated: bool,
        free_number: Option<i64>,
    },
}

/// What becomes of the seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatStep {
    Leave,
    TakeNumber(i64),
    /// Back onto a seat.
    Return(i64),
    /// Back among the reserves, in the old place.
    WaitAgain,
}

/// The next step of a seat.
///
/// # Errors
/// `ENRL-10` already left, `ENRL-11` already seated or waiting, `ENRL-12` no free seat, `ENRL-13` an earlier reserve waits and
/// no reason was given.
pub fn decide_seat(state: SeatState, command: SeatCommand) -> Result<SeatStep, Refusal> {
    match (state, command) {
        (SeatState::Seated | SeatState::Reserve, SeatCommand::Withdraw) => Ok(SeatStep::Leave),
        (SeatState::Left, SeatCommand::Withdraw | SeatCommand::Promote { .. }) => {
            Err(Refusal::new("ENRL-10"))
        }
        (SeatState::Seated, SeatCommand::Promote { .. })
        | (SeatState::Seated | SeatState::Reserve, SeatCommand::Return { .. }) => {
            Err(Refusal::new("ENRL-11"))
        }
        (SeatState::Left, SeatCommand::Return { was_seated: false, free_number: _ }) => {
            Ok(SeatStep::WaitAgain)
        }
        (SeatState::Left, SeatCommand::Return { was_seated: true, free_number }) => {
            free_number.map(SeatStep::Return).ok_or(Refusal::new("ENRL-12"))
        }
        (SeatState::Reserve, SeatCommand::Promote { free_number, earlier_reserves, has_reason }) => {
            match free_number {
                None => Err(Refusal::new("ENRL-12")),
                Some(_) if earlier_reserves > 0 && !has_reason => {
                    Err(Refusal::new("ENRL-13").with("count", earlier_reserves))
                }
                Some(number) => Ok(SeatStep::TakeNumber(number)),
            }
        }
    }
}

/// What is asked about one who wants to go on here from a seat elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoingOn<'a> {
    /// Whether the host of the batch answers for the person.
    pub is_held: bool,
    /// The seat in this batch, if there ever was one.
    pub here: Option<SeatState>,
    /// The seat elsewhere; nothing where there was none.
    pub source: Option<SeatState>,
    /// Whether somebody already goes on from it.
    pub is_used: bool,
    pub free_number: Option<i64>,
    /// The batch in which the person sits at the same time.
    pub elsewhere: Option<&'a str>,
}

/// The number of the seat.
///
/// # Errors
/// `ENRL-17` not in the host's charge, `ENRL-18` a seat in this batch already, `ENRL-19` no seat elsewhere that was left,
/// or one from which she goes on already, `ENRL-12` no free seat, `ENRL-14` seated elsewhere at the same time.
///
/// # Source
/// Product decision: nothing earned is lost, so who was moved or freed in the middle goes on where there is a free seat.
pub fn decide_take_over(asked: &GoingOn<'_>) -> Result<i64, Refusal> {
    if !asked.is_held {
        return Err(Refusal::new("ENRL-17"));
    }
    if asked.here.is_some() {
        return Err(Refusal::new("ENRL-18"));
    }
    match asked.source {
        Some(SeatState::Left) if !asked.is_used => {}
        Some(SeatState::Left | SeatState::Seated | SeatState::Reserve) | None => {
            return Err(Refusal::new("ENRL-19"));
        }
    }
    if let Some(code) = asked.elsewhere {
        return Err(Refusal::new("ENRL-14").with("batch", code));
    }
    asked.free_number.ok_or(Refusal::new("ENRL-12"))
}

/// The lowest seat number that nobody holds.
///
/// # Shape
/// `taken` in any order, each within 1 and `seats`.
pub fn free_number(seats: i64, taken: &[i64]) -> Option<i64> {
    (1..=seats).find(|number| !taken.contains(number))
}

#[cfg(test)]
mod tests;
