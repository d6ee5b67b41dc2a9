// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The states of a job. Taking one up is the queue's own doing, in one statement of the store: what waits, or what nobody
//! alive runs, becomes running. Everything else is decided here.

use desk::Refusal;

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Waits for its turn, or for its next attempt.
    Queued,
    Running,
    Done,
    /// A rule said no; trying again would hear the same.
    Refused,
    /// It broke too often. An administrator may have it tried again.
    Dead,
    Cancelled,
}

/// What happens to a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    Finish,
    Refuse,
    /// It broke, and may be tried again.
    Fail,
    /// It broke for the last time.
    Bury,
    /// The program stops; the job goes on elsewhere.
    GiveBack,
    /// Somebody wants it no more.
    Cancel,
    /// It has heard of the cancelling, and has stopped.
    Stop,
    Retry,
}

impl State {
    pub const ALL: [State; 6] =
        [Self::Queued, Self::Running, Self::Done, Self::Refused, Self::Dead, Self::Cancelled];

    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Refused => "refused",
            Self::Dead => "dead",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// False once nothing more will come by itself.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Queued | Self::Running)
    }
}

/// The next state.
///
/// # Errors
/// `JOBS-02`: it has ended already. `JOBS-03`: only what broke for good is tried again. `JOBS-05`: nobody runs it.
pub(crate) fn decide(state: State, command: Command) -> Result<State, Refusal> {
    use Command::{Bury, Cancel, Fail, Finish, GiveBack, Refuse, Retry, Stop};
    use State::{Cancelled, Dead, Done, Queued, Refused, Running};
    match (state, command) {
        (Running, Finish) => Ok(Done),
        (Running, Refuse) => Ok(Refused),
        (Running, Fail | GiveBack) => Ok(Queued),
        (Running, Bury) => Ok(Dead),
        (Running, Stop) => Ok(Cancelled),
        // Whoever runs it is told, and stops by itself.
        (Running, Cancel) => Ok(Running),
        (Queued | Dead, Cancel) => Ok(Cancelled),
        (Dead, Retry) => Ok(Queued),
        (Queued | Running | Done | Refused | Cancelled, Retry) => Err(Refusal::new("JOBS-03")),
        (Done | Refused | Cancelled, Cancel) => Err(Refusal::new("JOBS-02")),
        (Queued, Finish | Refuse | Fail | Bury | GiveBack | Stop) => Err(Refusal::new("JOBS-05")),
        (Done | Refused | Dead | Cancelled, Finish | Refuse | Fail | Bury | GiveBack | Stop) => {
            Err(Refusal::new("JOBS-02"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Command::{Bury, Cancel, Fail, Finish, GiveBack, Refuse, Retry, Stop};
    use super::*;

    const COMMANDS: [Command; 8] = [Finish, Refuse, Fail, Bury, GiveBack, Cancel, Stop, Retry];

    /// Row by row as in the README: queued, running, done, refused, dead, cancelled.
    const TABLE: [[&str; 8]; 6] = [
        ["05", "05", "05", "05", "05", "cancelled", "05", "03"],
        ["done", "refused", "queued", "dead", "queued", "running", "cancelled", "03"],
        ["02", "02", "02", "02", "02", "02", "02", "03"],
        ["02", "02", "02", "02", "02", "02", "02", "03"],
        ["02", "02", "02", "02", "02", "cancelled", "02", "queued"],
        ["02", "02", "02", "02", "02", "02", "02", "03"],
    ];

    #[test]
    fn every_cell_is_as_the_table_says() {
        for (state, row) in State::ALL.into_iter().zip(TABLE) {
            assert_eq!(State::from_code(state.code()), Some(state));
            for (command, cell) in COMMANDS.into_iter().zip(row) {
                let got = match decide(state, command) {
                    Ok(next) => next.code(),
                    Err(refusal) => &refusal.code[5..],
                };
                assert_eq!(got, cell, "{state:?} {command:?}");
            }
        }
    }
}
