// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a session may become. Pure: the batch's days and the theory gate come in as values.

use desk::{Refusal, Say};
use kernel::day::Day;

use crate::rules::coded;

coded! {
    /// A lesson of the timetable.
    SessionState {
        /// In the timetable only; nothing is recorded.
        Planned = "planned",
        Held = "held",
        Cancelled = "cancelled",
    }
}

coded! {
    /// What somebody wants to do with a session.
    Command {
        /// Hold it, or fill what is still blank on its roll.
        Hold = "session hold",
        Cancel = "session cancel",
        Correct = "mark correct",
    }
}

/// What a command leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A session of the timetable was held.
    Hold,
    /// It was thought cancelled and took place after all.
    HoldAfterAll,
    FillBlanks,
    Cancel,
    Correct,
}

impl Step {
    /// The state afterwards.
    pub fn to(self) -> SessionState {
        match self {
            Self::Hold | Self::HoldAfterAll | Self::FillBlanks | Self::Correct => SessionState::Held,
            Self::Cancel => SessionState::Cancelled,
        }
    }

    /// The event that tells of it.
    pub fn event(self) -> &'static str {
        match self {
            Self::Hold | Self::HoldAfterAll => "SessionHeld",
            Self::FillBlanks => "MarksAdded",
            Self::Cancel => "SessionCancelled",
            Self::Correct => "MarkCorrected",
        }
    }
}

/// What has to be known about the batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    pub today: Day,
    /// The session's day.
    pub day: Day,
    pub opened_on: Option<Day>,
    pub closed_on: Option<Day>,
    /// On the session's day no agreement carries the batch.
    pub without_agreement: bool,
    /// Titles of theory modules that have to be held before this session.
    pub theory_missing: Vec<String>,
}

/// A batch at work: opened and not yet closed.
///
/// # Errors
/// `TRAN-01` not opened, `TRAN-08` closed.
pub fn open_for_work(opened_on: Option<Day>, closed_on: Option<Day>) -> Result<(), Refusal> {
    match (opened_on, closed_on) {
        (_, Some(closed)) => Err(Refusal::new("TRAN-08").with("day", kernel::day::short(closed))),
        (None, None) => Err(Refusal::new("TRAN-01")),
        (Some(_), None) => Ok(()),
    }
}

/// Decides.
///
/// # Errors
/// `TRAN-01` batch not open, `TRAN-02` day to come, `TRAN-03` before the opening, `TRAN-04` theory first, `TRAN-05` nothing held
/// to correct, `TRAN-06` held, so not to be cancelled, `TRAN-07` cancelled already, `TRAN-08` training closed,
/// `TRAN-18` a day without an agreement.
pub fn decide(state: SessionState, command: Command, situation: &Situation) -> Result<Step, Refusal> {
    open_for_work(situation.opened_on, situation.closed_on)?;
    match (state, command) {
        (SessionState::Planned, Command::Hold) => may_be_held(situation).map(|()| Step::Hold),
        (SessionState::Planned, Command::Cancel) => Ok(Step::Cancel),
        (SessionState::Planned, Command::Correct) => Err(Refusal::new("TRAN-05")),
        (SessionState::Held, Command::Hold) => Ok(Step::FillBlanks),
        (SessionState::Held, Command::Cancel) => Err(Refusal::new("TRAN-06")),
        (SessionState::Held, Command::Correct) => Ok(Step::Correct),
        (SessionState::Cancelled, Command::Hold) => may_be_held(situation).map(|()| Step::HoldAfterAll),
        (SessionState::Cancelled, Command::Cancel) => Err(Refusal::new("TRAN-07")),
        (SessionState::Cancelled, Command::Correct) => Err(Refusal::new("TRAN-05")),
    }
}

fn may_be_held(situation: &Situation) -> Result<(), Refusal> {
    if situation.today < situation.day {
        return Err(Refusal::new("TRAN-02").with("day", kernel::day::short(situation.day)));
    }
    if let Some(opened_on) = situation.opened_on.filter(|opened_on| situation.day < *opened_on) {
        return Err(Refusal::new("TRAN-03").with("day", kernel::day::short(opened_on)));
    }
    if situation.without_agreement {
        return Err(Refusal::new("TRAN-18").with("day", kernel::day::short(situation.day)));
    }
    if !situation.theory_missing.is_empty() {
        let reason = |title: &String| Say::new("training-theory-missing").with("module", title);
        return Err(Refusal::new("TRAN-04").because(situation.theory_missing.iter().map(reason)));
    }
    Ok(())
}
