// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Before the certification body decides, another hand looks at a sample of what an assessor recommended. Pure; the rows are in
//! `rows`. The sample follows from the log, so nobody chooses it.

mod rows;

use desk::Refusal;
use kernel::id::{AccountId, AssessmentId, PersonId};

pub use rows::{ModerationFact, StepFact};
pub(crate) use rows::{add, awaiting, of_batch, of_sitting, step, waiting};

/// How far the moderation of a sitting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ModerationState {
    Waiting,
    SentBack,
    Confirmed,
}

impl ModerationState {
    pub const ALL: &[Self] = &[Self::Waiting, Self::SentBack, Self::Confirmed];

    /// The code in the database, and the end of the word `state-moderation-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::SentBack => "sent_back",
            Self::Confirmed => "confirmed",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.code() == code)
    }
}

/// What somebody does about a moderation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ModerationCommand {
    /// The certification body confirms what was recommended.
    Confirm,
    /// It wants an answer or more evidence first.
    SendBack,
    /// The assessor answers.
    Answer,
}

impl ModerationCommand {
    pub const ALL: &[Self] = &[Self::Confirm, Self::SendBack, Self::Answer];

    /// The code of the step in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::SendBack => "send_back",
            Self::Answer => "answer",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.code() == code)
    }
}

/// Decides one step.
///
/// # Errors
/// `ASSM-23` nothing was asked, `ASSM-24` an answer is awaited, `ASSM-25` confirmed already.
///
/// # Source
/// Guidelines of BNSP: the assessor recommends, the certification body decides. Step by step: product decision.
pub fn decide(state: ModerationState, command: ModerationCommand) -> Result<ModerationState, Refusal> {
    use ModerationCommand::{Answer, Confirm, SendBack};
    use ModerationState::{Confirmed, SentBack, Waiting};
    match (state, command) {
        (Waiting, Confirm) => Ok(Confirmed),
        (Waiting, SendBack) => Ok(SentBack),
        (Waiting, Answer) => Err(Refusal::new("ASSM-23")),
        (SentBack, Answer) => Ok(Waiting),
        (SentBack, Confirm | SendBack) => Err(Refusal::new("ASSM-24")),
        (Confirmed, Confirm | SendBack | Answer) => Err(Refusal::new("ASSM-25")),
    }
}

/// Who moderates neither judged nor wrote the verdicts down.
///
/// # Errors
/// `ASSM-26`.
///
/// # Source
/// Product decision: four eyes in every scheme of competence.
pub fn another_hand(
    moderator: AccountId,
    assessor: Option<AccountId>,
    entered_by: AccountId,
) -> Result<(), Refusal> {
    match assessor == Some(moderator) || entered_by == moderator {
        true => Err(Refusal::new("ASSM-26")),
        false => Ok(()),
    }
}

/// How many of so many people are looked at: a tenth, rounded up, and at least two.
///
/// # Source
/// Product decision; certification bodies write their own share into their handbooks (unverified).
pub fn sample_size(people: usize) -> usize {
    people.div_ceil(10).max(2).min(people)
}

/// The people looked at: those with the smallest digests of seed, sitting and person.
///
/// # Shape
/// `seed`: the leaf's hash. The order of `people` makes no difference, and nobody stands in the sample twice.
pub fn draw(seed: &[u8], sitting: AssessmentId, people: &[PersonId]) -> Vec<PersonId> {
    let digest = |person: &PersonId| {
        audit::fingerprint(&[seed, sitting.0.as_bytes().as_slice(), person.0.as_bytes().as_slice()].concat())
    };
    let mut ranked: Vec<(String, PersonId)> = people.iter().map(|person| (digest(person), *person)).collect();
    ranked.sort();
    ranked.dedup();
    let most = sample_size(ranked.len());
    ranked.into_iter().take(most).map(|(_, person)| person).collect()
}

#[cfg(test)]
mod tests;
