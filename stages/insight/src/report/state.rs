// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What may become of a report. Pure.

use desk::Refusal;

/// How far a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportState {
    /// Written; may still be changed.
    Draft,
    /// The head of the office has released it; it stays as it was released.
    Released,
}

impl ReportState {
    pub const ALL: [ReportState; 2] = [Self::Draft, Self::Released];

    /// The word kept in the database and shown through `words/`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Released => "released",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What somebody wants to do with a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Revise,
    Release,
}

/// Decides.
///
/// # Errors
/// `INSI-01` a released report is not changed, `INSI-02` it is released already.
pub fn decide(state: ReportState, command: Command) -> Result<ReportState, Refusal> {
    match (state, command) {
        (ReportState::Draft, Command::Revise) => Ok(ReportState::Draft),
        (ReportState::Draft, Command::Release) => Ok(ReportState::Released),
        (ReportState::Released, Command::Revise) => Err(Refusal::new("INSI-01")),
        (ReportState::Released, Command::Release) => Err(Refusal::new("INSI-02")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_of_the_table() {
        for (state, command, to) in [
            (ReportState::Draft, Command::Revise, Some(ReportState::Draft)),
            (ReportState::Draft, Command::Release, Some(ReportState::Released)),
            (ReportState::Released, Command::Revise, None),
            (ReportState::Released, Command::Release, None),
        ] {
            assert_eq!(decide(state, command).ok(), to, "{state:?} {command:?}");
        }
    }
}
