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

/// Whether a certificate may be relied on meanwhile, wherever its paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reliance {
    Relied,
    /// Set aside for a time, while something is looked into.
    Suspended,
}

/// What is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hold {
    Suspend,
    Lift,
}

impl Reliance {
    pub fn of(certificate: &CertificateFact) -> Self {
        if certificate.suspended_on.is_some() { Self::Suspended } else { Self::Relied }
    }
}

/// What becomes of the reliance.
///
/// # Errors
/// `CERT-04` revoked, so nothing is left to suspend or lift; `CERT-11` suspended before, `CERT-12` not suspended.
pub fn hold(state: State, reliance: Reliance, command: Hold) -> Result<Reliance, Refusal> {
    match (state, reliance, command) {
        (State::Revoked, _, Hold::Suspend | Hold::Lift) => Err(Refusal::new("CERT-04")),
        (State::Issued | State::Handed, Reliance::Relied, Hold::Suspend) => Ok(Reliance::Suspended),
        (State::Issued | State::Handed, Reliance::Suspended, Hold::Suspend) => Err(Refusal::new("CERT-11")),
        (State::Issued | State::Handed, Reliance::Suspended, Hold::Lift) => Ok(Reliance::Relied),
        (State::Issued | State::Handed, Reliance::Relied, Hold::Lift) => Err(Refusal::new("CERT-12")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, Hold, Reliance, State, decide, hold};

    #[test]
    fn every_cell_of_holding() {
        for state in [State::Issued, State::Handed] {
            let cells = [
                (Reliance::Relied, Hold::Suspend, Ok(Reliance::Suspended)),
                (Reliance::Relied, Hold::Lift, Err("CERT-12")),
                (Reliance::Suspended, Hold::Suspend, Err("CERT-11")),
                (Reliance::Suspended, Hold::Lift, Ok(Reliance::Relied)),
            ];
            for (reliance, command, expected) in cells {
                let found = hold(state, reliance, command).map_err(|refusal| refusal.code);
                assert_eq!(found, expected, "{state:?} {reliance:?} {command:?}");
            }
        }
        for (reliance, command) in [(Reliance::Relied, Hold::Suspend), (Reliance::Suspended, Hold::Lift)] {
            let found = hold(State::Revoked, reliance, command).map_err(|refusal| refusal.code);
            assert_eq!(found, Err("CERT-04"));
        }
    }

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
