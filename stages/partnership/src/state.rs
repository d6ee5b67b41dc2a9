// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How an agreement goes from a text on the table to one signed by all. Pure: what is decided here is written elsewhere.

use desk::{Refusal, Say};
use kernel::day::{self, Day};
use kernel::id::OrganisationId;

use crate::facts::{AgreementFact, AgreementState, PartyFact};

/// What someone wants done to an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// One party agrees to the text.
    Agree { party: OrganisationId, day: Day },
    /// One party signs, with its own number.
    Sign(Signature),
    /// The agreement ends before its time, at 24:00 of `day`.
    End { day: Day, reason: String },
}

/// One party's signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    pub party: OrganisationId,
    pub number: String,
    pub signer: String,
    pub signer_post: String,
    pub day: Day,
}

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Agreed { party: OrganisationId, day: Day, next: AgreementState },
    Signed { signature: Signature, next: AgreementState },
    Ended { day: Day, reason: String },
}

impl Step {
    /// The state after the step.
    pub fn next(&self) -> AgreementState {
        match self {
            Self::Agreed { next, .. } | Self::Signed { next, .. } => *next,
            Self::Ended { .. } => AgreementState::Ended,
        }
    }

    /// The events it is told by; the last signature is told twice, as a signature and as the beginning of the term.
    pub fn events(&self) -> &'static [&'static str] {
        match self {
            Self::Agreed { .. } => &["AgreementAgreed"],
            Self::Signed { next: AgreementState::Signed, .. } => &["AgreementSigned", "AgreementInForce"],
            Self::Signed { .. } => &["AgreementSigned"],
            Self::Ended { .. } => &["AgreementEnded"],
        }
    }
}

/// Says yes, with what to write, or no, with the reason.
///
/// # Errors
/// A refusal for every cell of the table in the README that leads nowhere.
pub fn decide(agreement: &AgreementFact, command: &Command) -> Result<Step, Refusal> {
    match (agreement.state, command) {
        (AgreementState::Draft, Command::Agree { party, day }) => agree(agreement, *party, *day),
        (AgreementState::Draft, Command::Sign(_)) => Err(not_yet_agreed(agreement)),
        (AgreementState::Draft | AgreementState::Agreed, Command::End { .. }) => Err(Refusal::new("PART-08")),
        (AgreementState::Agreed, Command::Sign(signature)) => sign(agreement, signature),
        (AgreementState::Agreed | AgreementState::Signed, Command::Agree { .. }) => {
            Err(Refusal::new("PART-03"))
        }
        (AgreementState::Signed, Command::Sign(_)) => Err(Refusal::new("PART-09")),
        (AgreementState::Signed, Command::End { day, reason }) => end(agreement, *day, reason),
        (AgreementState::Ended, Command::Agree { .. } | Command::Sign(_) | Command::End { .. }) => {
            Err(Refusal::new("PART-10").with("day", day::short(agreement.last_day())))
        }
    }
}

fn agree(agreement: &AgreementFact, party: OrganisationId, day: Day) -> Result<Step, Refusal> {
    let own = party_of(agreement, party)?;
    if let Some(agreed_on) = own.agreed_on {
        return Err(Refusal::new("PART-02").with("party", &own.name).with("day", day::short(agreed_on)));
    }
    let others_agreed = others(agreement, party).all(|other| other.agreed_on.is_some());
    let next = if others_agreed { AgreementState::Agreed } else { AgreementState::Draft };
    Ok(Step::Agreed { party, day, next })
}

fn sign(agreement: &AgreementFact, signature: &Signature) -> Result<Step, Refusal> {
    let own = party_of(agreement, signature.party)?;
    if let (Some(signed_on), Some(number)) = (own.signed_on, &own.number) {
        let refusal = Refusal::new("PART-05").with("party", &own.name).with("number", number);
        return Err(refusal.with("day", day::short(signed_on)));
    }
    let last_agreed = agreement.parties.iter().filter_map(|party| party.agreed_on).max();
    if let Some(agreed_on) = last_agreed.filter(|agreed_on| signature.day < *agreed_on) {
        let refusal = Refusal::new("PART-06").with("day", day::short(signature.day));
        return Err(refusal.with("agreed_on", day::short(agreed_on)));
    }
    if signature.day > agreement.ends_on {
        let refusal = Refusal::new("PART-07").with("day", day::short(signature.day));
        return Err(refusal.with("ends_on", day::short(agreement.ends_on)));
    }
    let others_signed = others(agreement, signature.party).all(|other| other.signed_on.is_some());
    let next = if others_signed { AgreementState::Signed } else { AgreementState::Agreed };
    Ok(Step::Signed { signature: signature.clone(), next })
}

fn end(agreement: &AgreementFact, day: Day, reason: &str) -> Result<Step, Refusal> {
    let first_day = agreement.first_day().unwrap_or(agreement.starts_on);
    if day < first_day || day >= agreement.ends_on {
        let refusal = Refusal::new("PART-11").with("day", day::short(day));
        return Err(refusal
            .with("first_day", day::short(first_day))
            .with("ends_on", day::short(agreement.ends_on)));
    }
    Ok(Step::Ended { day, reason: reason.to_owned() })
}

fn party_of(agreement: &AgreementFact, party: OrganisationId) -> Result<&PartyFact, Refusal> {
    agreement.party(party).ok_or_else(|| Refusal::new("PART-01").with("agreement", &agreement.title))
}

fn others(agreement: &AgreementFact, party: OrganisationId) -> impl Iterator<Item = &PartyFact> {
    agreement.parties.iter().filter(move |other| other.organisation != party)
}

/// Names every party whose agreement is missing.
fn not_yet_agreed(agreement: &AgreementFact) -> Refusal {
    let missing = agreement.parties.iter().filter(|party| party.agreed_on.is_none());
    Refusal::new("PART-04")
        .because(missing.map(|party| Say::new("agreement-not-yet-agreed").with("party", &party.name)))
}
