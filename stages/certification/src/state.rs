// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What becomes of one certificate after it was issued. Pure; days are checked next door in `rules`.

use desk::Refusal;

use crate::facts::CertificateFact;

/// Where a certificate stands. What was issued is never changed or deleted; a replacement is a new certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Signed; the paper is still with the issuer or the office.
    Issued,
    /// The paper is with its holder.
    Handed,
    Revoked,
}

/// What is done to a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    Hand,
    Revoke,
}

impl State {
    pub const ALL: [Self; 3] = [Self::Issued, Self::Handed, Self::Revoked];
    pub const CODES: &[&'static str] = &["issued", "handed", "revoked"];

    /// The word in the database and in the words files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Handed => "handed",
            Self::Revoked => "revoked",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    pub fn of(certificate: &CertificateFact) -> Self {
        match (certificate.revoked_on, certificate.handed_on) {
            (Some(_), _) => Self::Revoked,
            (None, Some(_)) => Self::Handed,
            (None, None) => Self::Issued,
        }
    }
}

/// The next state.
///
/// # Errors
/// `CERT-02` handed over before, `CERT-03` revoked and so not to be handed over, `CERT-04` revoked before.
pub fn decide(state: State, command: Command) -> Result<State, Refusal> {
    match (state, command) {
        (State::Issued, Command::Hand) => Ok(State::Handed),
        (State::Handed, Command::Hand) => Err(Refusal::new("CERT-02")),
        (State::Revoked, Command::Hand) => Err(Refusal::new("CERT-03")),
        (State::Issued | State::Handed, Command::Revoke) => Ok(State::Revoked),
        (State::Revoked, Command::Revoke) => Err(Refusal::new("CERT-04")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, State, decide};

    #[test]
    fn every_cell_of_the_table() {
        let cells = [
            (State::Issued, Command::Hand, Ok(State::Handed)),
            (State::Handed, Command::Hand, Err("CERT-02")),
            (State::Revoked, Command::Hand, Err("CERT-03")),
            (State::Issued, Command::Revoke, Ok(State::Revoked)),
            (State::Handed, Command::Revoke, Ok(State::Revoked)),
            (State::Revoked, Command::Revoke, Err("CERT-04")),
        ];
        for (state, command, expected) in cells {
            assert_eq!(
                decide(state, command).map_err(|refusal| refusal.code),
                expected,
                "{state:?} {command:?}"
            );
        }
        for state in State::ALL {
            assert_eq!(State::from_code(state.code()), Some(state));
        }
    }
}
