// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The arithmetic of the funnel: counts of batches added up, and the share each step is of. Nothing here reads.

use std::iter::Sum;
use std::ops::Add;

/// A stop of the funnel, in the order in which people pass it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    Applicants,
    Eligible,
    Seated,
    Started,
    Completed,
    Assessed,
    Competent,
    Certified,
    Released,
    HandedOver,
    DueMonth12,
    InWorkMonth12,
    UnknownMonth12,
}

impl Code {
    pub const ALL: &'static [Code] = &[
        Code::Applicants,
        Code::Eligible,
        Code::Seated,
        Code::Started,
        Code::Completed,
        Code::Assessed,
        Code::Competent,
        Code::Certified,
        Code::Released,
        Code::HandedOver,
        Code::DueMonth12,
        Code::InWorkMonth12,
        Code::UnknownMonth12,
    ];

    /// Its label is the word `funnel-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Applicants => "applicants",
            Self::Eligible => "eligible",
            Self::Seated => "seated",
            Self::Started => "started",
            Self::Completed => "completed",
            Self::Assessed => "assessed",
            Self::Competent => "competent",
            Self::Certified => "certified",
            Self::Released => "released",
            Self::HandedOver => "handed-over",
            Self::DueMonth12 => "due-12m",
            Self::InWorkMonth12 => "in-work-12m",
            Self::UnknownMonth12 => "unknown-12m",
        }
    }
}

/// One step: how many passed it, of how many who could have.
///
/// # Shape
/// `of` is none where the step does not apply to any programme counted, such as release for clients who live at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub code: Code,
    pub count: i64,
    pub of: Option<i64>,
}

/// How far the people of a batch, or of many batches, have come.
///
/// # Units
/// One is one person in one batch: who takes part in two batches counts twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub applicants: i64,
    pub eligible: i64,
    pub seated: i64,
    pub started: i64,
    pub completed: i64,
    /// True where somebody is judged unit by unit: competence and school programmes.
    pub is_judged: bool,
    /// Of the completed, those in programmes where people are judged.
    pub to_judge: i64,
    pub assessed: i64,
    pub competent: i64,
    pub certified: i64,
    /// True where people live behind a gate.
    pub is_gated: bool,
    /// Of the seated, those taught behind a gate.
    pub behind_gate: i64,
    pub released: i64,
    pub handed_over: i64,
    /// Of the seated, those whose twelve months have begun.
    pub clock_started: i64,
    pub due_month_12: i64,
    pub in_work_month_12: i64,
    pub unknown_month_12: i64,
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            applicants: self.applicants + other.applicants,
            eligible: self.eligible + other.eligible,
            seated: self.seated + other.seated,
            started: self.started + other.started,
            completed: self.completed + other.completed,
            is_judged: self.is_judged || other.is_judged,
            to_judge: self.to_judge + other.to_judge,
            assessed: self.assessed + other.assessed,
            competent: self.competent + other.competent,
            certified: self.certified + other.certified,
            is_gated: self.is_gated || other.is_gated,
            behind_gate: self.behind_gate + other.behind_gate,
            released: self.released + other.released,
            handed_over: self.handed_over + other.handed_over,
            clock_started: self.clock_started + other.clock_started,
            due_month_12: self.due_month_12 + other.due_month_12,
            in_work_month_12: self.in_work_month_12 + other.in_work_month_12,
            unknown_month_12: self.unknown_month_12 + other.unknown_month_12,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

impl Tally {
    /// Those who could have been certified: all units K where people are judged, training completed elsewhere.
    fn certifiable(self) -> i64 {
        self.competent + self.completed - self.to_judge
    }

    /// One step with its own base.
    ///
    /// # Source
    /// Product decision: the base is the step before it within the same programmes. From release on it is everyone ever
    /// seated, certified or not, and at twelve months all who have reached the day, so that neither those who fell out nor
    /// those not known make a share look better by being left out.
    pub fn step(self, code: Code) -> Step {
        let judged = |base: i64| self.is_judged.then_some(base);
        let gated = |base: i64| self.is_gated.then_some(base);
        let (count, of) = match code {
            Code::Applicants => (self.applicants, Some(self.applicants)),
            Code::Eligible => (self.eligible, Some(self.applicants)),
            Code::Seated => (self.seated, Some(self.eligible)),
            Code::Started => (self.started, Some(self.seated)),
            Code::Completed => (self.completed, Some(self.started)),
            Code::Assessed => (self.assessed, judged(self.to_judge)),
            Code::Competent => (self.competent, judged(self.assessed)),
            Code::Certified => (self.certified, Some(self.certifiable())),
            Code::Released => (self.released, gated(self.behind_gate)),
            Code::HandedOver => (self.handed_over, gated(self.released)),
            Code::DueMonth12 => (self.due_month_12, Some(self.clock_started)),
            Code::InWorkMonth12 => (self.in_work_month_12, Some(self.due_month_12)),
            Code::UnknownMonth12 => (self.unknown_month_12, Some(self.due_month_12)),
        };
        Step { code, count, of }
    }

    /// Every step in order.
    pub fn steps(self) -> Vec<Step> {
        Code::ALL.iter().map(|code| self.step(*code)).collect()
    }
}

/// A share is shown as a percentage only where it is of so many; below, one person would move it by more than five points.
///
/// # Source
/// Product decision: small numbers never stand as a bare percentage.
pub const SMALLEST_FOR_PERCENT: i64 = 20;

impl Step {
    /// The share in whole percent, rounded to nearest; none where the step does not apply or its base is small.
    pub fn percent(self) -> Option<i64> {
        let of = self.of.filter(|of| *of >= SMALLEST_FOR_PERCENT)?;
        Some((self.count * 100 + of / 2) / of)
    }
}
