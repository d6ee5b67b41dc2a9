// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who may judge whom, and when. Pure predicates, each with its source; who signs in as whom is decided by the policy table.

use desk::{Refusal, Say};
use kernel::day::{self, Day};
use kernel::id::{AccountId, InstructorId};
use programme::facts::{BatchFact, CertificateKind, InstructorFact, InstructorKind, UnitFact};
use training::facts::CompletionFact;

/// Two ways of judging.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SittingKind {
    /// By an assessor who did not train them.
    Competence,
    /// By a teacher who did.
    Mastery,
}

impl SittingKind {
    pub const ALL: &[Self] = &[Self::Competence, Self::Mastery];

    pub fn code(self) -> &'static str {
        match self {
            Self::Competence => "competence",
            Self::Mastery => "mastery",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// The kind of judging that a certificate needs; nothing where it needs none.
    pub fn needed_for(certificate: CertificateKind) -> Option<Self> {
        match certificate {
            CertificateKind::Competence => Some(Self::Competence),
            CertificateKind::School => Some(Self::Mastery),
            CertificateKind::Training | CertificateKind::Acknowledgement => None,
        }
    }
}

/// The programme's certificate needs this kind of judging.
///
/// # Errors
/// `ASSM-01`, with the kind that it needs.
///
/// # Source
/// Product decision: a certificate of training or acknowledgement rests on no verdict, and none is invented for it.
pub fn kind_fits(batch: &BatchFact, kind: SittingKind) -> Result<(), Refusal> {
    match SittingKind::needed_for(batch.programme.certificate_kind) == Some(kind) {
        true => Ok(()),
        false => Err(Refusal::new("ASSM-01").because([Say::new(format!(
            "assessment-needs-{}",
            batch.programme.certificate_kind.code().replace('_', "-")
        ))])),
    }
}

/// The assessor neither taught the batch, nor was planned to, nor recorded its sessions.
///
/// # Shape
/// `instructors`: planned for the batch and those who really taught. `recorders`: accounts that recorded its sessions.
///
/// # Errors
/// `ASSM-02`.
///
/// # Source
/// Pedoman BNSP on the conduct of assessments: an assessor does not assess whom he has trained.
pub fn assessor_is_independent(
    assessor: AccountId,
    instructors: &[InstructorFact],
    recorders: &[AccountId],
) -> Result<(), Refusal> {
    let taught = instructors.iter().any(|instructor| instructor.account == Some(assessor));
    let recorded = recorders.contains(&assessor);
    if !taught && !recorded {
        return Ok(());
    }
    let mut reasons = Vec::new();
    if taught {
        reasons.push(Say::new("assessment-not-independent-taught"));
    }
    if recorded {
        reasons.push(Say::new("assessment-not-independent-recorded"));
    }
    Err(Refusal::new("ASSM-02").because(reasons))
}

/// Mastery is confirmed by a teacher of this very batch: planned for it or one who really taught it.
///
/// # Errors
/// `ASSM-03`.
///
/// # Source
/// Product decision after the practice of vocational schools: who taught a skill confirms it.
pub fn teacher_of_batch(teacher: AccountId, instructors: &[InstructorFact]) -> Result<InstructorId, Refusal> {
    let is_hers = |one: &&InstructorFact| one.account == Some(teacher) && one.kind == InstructorKind::Teacher;
    instructors.iter().find(is_hers).map(|one| one.id).ok_or(Refusal::new("ASSM-03"))
}

/// Not before the booked day, not in days to come, not before an earlier sitting of the batch.
///
/// # Errors
/// `ASSM-04` nothing booked, `ASSM-05` before the booked day, `ASSM-06` a day to come, `ASSM-07` before the last sitting.
///
/// # Source
/// Product decision: the day is reserved before training starts, so that everyone knows it.
pub fn day_fits(
    held_on: Day,
    today: Day,
    booked: Option<Day>,
    last_sitting: Option<Day>,
) -> Result<(), Refusal> {
    let Some(booked) = booked else {
        return Err(Refusal::new("ASSM-04"));
    };
    if held_on < booked {
        return Err(Refusal::new("ASSM-05").with("day", day::short(booked)));
    }
    if today < held_on {
        return Err(Refusal::new("ASSM-06").with("day", day::short(held_on)));
    }
    match last_sitting {
        Some(last) if held_on < last => Err(Refusal::new("ASSM-07").with("day", day::short(last))),
        Some(_) | None => Ok(()),
    }
}

/// Why somebody is not judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unready {
    /// The training of the batch has not been closed.
    TrainingRuns,
    /// Closed, but this person was never seated.
    NotSeated,
    /// Below the programme's share of JP.
    Incomplete,
}

impl Unready {
    /// The end of the word `assessment-unready-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::TrainingRuns => "training-runs",
            Self::NotSeated => "not-seated",
            Self::Incomplete => "incomplete",
        }
    }
}

/// Only people who completed the training are judged.
///
/// # Errors
/// Each variant of [`Unready`].
///
/// # Source
/// Product decision after the two stages of Pedoman BNSP: training first, then assessment.
pub fn ready(closed_on: Option<Day>, completion: Option<&CompletionFact>) -> Result<(), Unready> {
    match (closed_on, completion) {
        (None, _) => Err(Unready::TrainingRuns),
        (Some(_), None) => Err(Unready::NotSeated),
        (Some(_), Some(completion)) if completion.complete => Ok(()),
        (Some(_), Some(_)) => Err(Unready::Incomplete),
    }
}

/// Whether two programmes judge by the same unit: the same code of the same standard, or, where a school's skill has no
/// code, the same title and the same measure of mastery.
///
/// # Source
/// Product decision: a K belongs to a unit of a standard, not to the batch in which it was given.
pub fn same_unit(one: &UnitFact, other: &UnitFact) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    match (&one.code, &other.code) {
        (Some(code), Some(known)) => {
            plain(code) == plain(known) && plain(&one.standard) == plain(&other.standard)
        }
        (None, None) => {
            plain(&one.title) == plain(&other.title) && plain(&one.measure) == plain(&other.measure)
        }
        (Some(_), None) | (None, Some(_)) => false,
    }
}
