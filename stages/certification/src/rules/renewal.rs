// SPDX-License-Identifier: Apache-2.0 OR MIT
//! When a certificate that runs out may be renewed, and on what that rests. Pure; the tables hold the same rules.

use chrono::Days;
use desk::{Refusal, Say};
use kernel::day::{Day, short};
use kernel::id::AccountId;
use programme::facts::CertificateKind;

use crate::facts::CertificateFact;

/// The longest term of a reminder.
///
/// # Units
/// Days.
pub const MOST_DAYS: u64 = 730;

/// What an issuer decided for a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// 0 for the house's rule, which no issuer set.
    pub turn: i64,
    /// From how many days before its end on a certificate is named among those that run out, and may be renewed.
    pub remind_days: i64,
    /// Whether what the holder has shown at work may stand for an assessment.
    pub accepts_recognition: bool,
}

impl Rule {
    /// Where the issuer said nothing.
    ///
    /// # Source
    /// Product decision: three months leave time for an assessment; recognition is for the certification body to allow.
    pub const HOUSE: Self = Self { turn: 0, remind_days: 90, accepts_recognition: false };

    /// The first day on which a certificate with this last day is named.
    pub fn reminds_from(self, last: Day) -> Day {
        last.checked_sub_days(Days::new(self.remind_days.unsigned_abs())).unwrap_or(last)
    }
}

/// On what a judgement rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Assessed anew on every unit.
    Reassessment,
    /// The issuer recognises what the holder has shown at work.
    Recognition,
}

impl Basis {
    pub const CODES: &[&'static str] = &["reassessment", "recognition"];

    pub fn code(self) -> &'static str {
        match self {
            Self::Reassessment => "reassessment",
            Self::Recognition => "recognition",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Reassessment, Self::Recognition].into_iter().find(|basis| basis.code() == code)
    }
}

/// What came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Competent on every unit.
    Competent,
    /// Not yet competent on one unit at least.
    NotYet,
}

impl Outcome {
    pub const CODES: &[&'static str] = &["K", "BK"];

    pub fn code(self) -> &'static str {
        match self {
            Self::Competent => "K",
            Self::NotYet => "BK",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Competent, Self::NotYet].into_iter().find(|outcome| outcome.code() == code)
    }
}

/// A judgement on which a renewal may rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    pub basis: Basis,
    pub outcome: Outcome,
    pub day: Day,
    /// What was seen; stays inside.
    pub evidence: String,
    pub by: AccountId,
    pub by_name: String,
}

impl Ground {
    pub fn is_competent(&self) -> bool {
        self.outcome == Outcome::Competent
    }
}

/// Whether a certificate may be judged anew and renewed on a day.
///
/// # Errors
/// `CERT-18` another kind, `CERT-04` revoked, `CERT-19` suspended, `CERT-20` renewed before, `CERT-21` without end, `CERT-22`
/// too early.
pub fn renewable(certificate: &CertificateFact, rule: Rule, on: Day) -> Result<(), Refusal> {
    match certificate.kind {
        CertificateKind::Competence => {}
        CertificateKind::Training | CertificateKind::School | CertificateKind::Acknowledgement => {
            return Err(Refusal::new("CERT-18"));
        }
    }
    if certificate.revoked_on.is_some() {
        return Err(Refusal::new("CERT-04"));
    }
    if certificate.suspended_on.is_some() {
        return Err(Refusal::new("CERT-19"));
    }
    if certificate.renewed_on.is_some() {
        return Err(Refusal::new("CERT-20"));
    }
    let last = certificate.valid_until.ok_or(Refusal::new("CERT-21"))?;
    let from = rule.reminds_from(last);
    if on < from {
        return Err(Refusal::new("CERT-22").with("day", short(from)));
    }
    Ok(())
}

/// Whether a judgement may be recorded after those that were.
///
/// # Errors
/// `CERT-23` recognition is not allowed here, `CERT-25` judged competent before.
pub fn may_judge(grounds: &[Ground], rule: Rule, basis: Basis) -> Result<(), Refusal> {
    if basis == Basis::Recognition && !rule.accepts_recognition {
        return Err(Refusal::new("CERT-23"));
    }
    if grounds.iter().any(|ground| ground.outcome == Outcome::Competent) {
        return Err(Refusal::new("CERT-25"));
    }
    Ok(())
}

/// The judgement on which a renewal rests.
///
/// # Errors
/// `CERT-24` none says competent; `CERT-26` whoever judged would decide too.
pub fn grounded(grounds: &[Ground], decider: Option<AccountId>) -> Result<&Ground, Refusal> {
    let ground = grounds.iter().find(|ground| ground.outcome == Outcome::Competent);
    let ground = ground.ok_or(Refusal::new("CERT-24"))?;
    if decider.is_none_or(|decider| decider == ground.by) {
        let by = Say::new("certificate-judged-by").with("by", &ground.by_name);
        return Err(Refusal::new("CERT-26").because([by]));
    }
    Ok(ground)
}
