// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Milestones, answers and referrals as pure values.

mod accompaniment;

pub use accompaniment::{Accompaniment, Lack, lacking};

use chrono::{Days, Months};
use desk::Refusal;
use kernel::day::Day;

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),* }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            pub const CODES: &'static [&'static str] = &[$($code),*];

            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }

            pub fn from_code(code: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

coded! {
    /// When a person is asked how things are.
    Milestone { Week2 = "2w", Week6 = "6w", Month3 = "3m", Month6 = "6m", Month12 = "12m" }
}

impl Milestone {
    /// The day it falls due, counted from the start of the clock.
    pub fn due_on(self, start: Day) -> Day {
        let due = match self {
            Self::Week2 => start.checked_add_days(Days::new(14)),
            Self::Week6 => start.checked_add_days(Days::new(42)),
            Self::Month3 => start.checked_add_months(Months::new(3)),
            Self::Month6 => start.checked_add_months(Months::new(6)),
            Self::Month12 => start.checked_add_months(Months::new(12)),
        };
        due.unwrap_or(Day::MAX)
    }
}

coded! {
    /// What was found out.
    ///
    /// # Source
    /// Statuses of the follow-up form proposed in the field notes on Indonesian offices; product decision.
    Status {
        FormalWork = "formal_work",
        InformalWork = "informal_work",
        OwnBusiness = "own_business",
        Apprenticeship = "apprenticeship",
        Studying = "studying",
        Seeking = "seeking",
        NotWorking = "not_working",
        /// Asked for and not found: counted as unknown, never as success.
        Unreachable = "unreachable",
        Reconvicted = "reconvicted",
        Died = "died",
    }
}

impl Status {
    /// Earning a living: employed, informally too, in business, or in a paid apprenticeship. Most work in East Java is
    /// not wage work, so counting only the hired would hide most livelihoods.
    pub fn is_in_work(self) -> bool {
        match self {
            Self::FormalWork | Self::InformalWork | Self::OwnBusiness | Self::Apprenticeship => true,
            Self::Studying
            | Self::Seeking
            | Self::NotWorking
            | Self::Unreachable
            | Self::Reconvicted
            | Self::Died => false,
        }
    }

    pub fn is_unknown(self) -> bool {
        self == Self::Unreachable
    }
}

/// A milestone may be answered this long before it falls due.
///
/// # Source
/// Product decision: a monthly visit should be able to answer the milestone it is meant for.
pub const DAYS_EARLY: u64 = 14;

/// May the milestone be answered on this day?
///
/// # Errors
/// `LIVE-01` the clock has not started, `LIVE-02` the day is too early, `LIVE-03` the day lies ahead.
pub fn may_answer(start: Option<Day>, milestone: Milestone, day: Day, today: Day) -> Result<Day, Refusal> {
    let start = start.ok_or_else(|| Refusal::new("LIVE-01"))?;
    let due = milestone.due_on(start);
    let from = due.checked_sub_days(Days::new(DAYS_EARLY)).unwrap_or(Day::MIN);
    if day > today {
        return Err(Refusal::new("LIVE-03"));
    }
    if day < from {
        return Err(Refusal::new("LIVE-02").with("from", kernel::day::short(from)));
    }
    Ok(due)
}

coded! {
    /// How a mentor met a person.
    NoteKind { Visit = "visit", Call = "call", Meeting = "meeting" }
}

/// Digits of a business licence number.
///
/// # Source
/// PP 5/2021 on risk-based licensing: the Nomor Induk Berusaha has thirteen digits (unverified).
pub const NIB_DIGITS: usize = 13;

/// A licence number without the spaces and dots of its print; none where it is not one.
pub fn nib(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '.').collect();
    (digits.len() == NIB_DIGITS && digits.bytes().all(|sign| sign.is_ascii_digit())).then_some(digits)
}

coded! {
    /// How a person said that she takes a consent back.
    Told { InPerson = "in-person", Letter = "letter", Phone = "phone", Message = "message", Companion = "companion" }
}

/// Nobody is named to an employer before agreeing to it, nor on the strength of a day to come, nor on a consent that was taken
/// back on that day or later.
///
/// # Errors
/// `LIVE-09`, `LIVE-15`.
///
/// # Source
/// UU 27/2022, article 20: naming somebody to an employer rests on her explicit consent (reading unverified); one consent an
/// employer, so that saying yes here says nothing elsewhere.
pub fn may_refer(consent_on: Day, referred_on: Day, withdrawn_on: Option<Day>) -> Result<(), Refusal> {
    match withdrawn_on {
        Some(day) if day >= consent_on => Err(Refusal::new("LIVE-15").with("day", kernel::day::short(day))),
        Some(_) | None if consent_on > referred_on => Err(Refusal::new("LIVE-09")),
        Some(_) | None => Ok(()),
    }
}

coded! {
    /// Where a referral stands.
    ReferralState {
        Referred = "referred",
        Hired = "hired",
        Declined = "declined",
        /// Ended without an answer, because the person can no longer take it up.
        Lapsed = "lapsed",
        /// Ended because the person took back that this employer may know her.
        Withdrawn = "withdrawn",
    }
}

impl ReferralState {
    /// The tone of its tag.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Referred => "soon",
            Self::Hired => "ok",
            Self::Declined => "no",
            Self::Lapsed | Self::Withdrawn => "plain",
        }
    }
}

/// What is done to a referral: the employer's answer; that nobody can take it up any more, and that this had been an error; that the
/// consent is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Hire,
    Decline,
    Lapse,
    Renew,
    Withdraw,
}

/// Decides what becomes of a referral.
///
/// # Errors
/// `LIVE-05`: it was answered before, or waits. `LIVE-16`: the consent was taken back.
pub fn decide(state: ReferralState, answer: Answer) -> Result<ReferralState, Refusal> {
    match (state, answer) {
        (ReferralState::Referred, Answer::Hire) => Ok(ReferralState::Hired),
        (ReferralState::Referred, Answer::Decline) => Ok(ReferralState::Declined),
        (ReferralState::Referred, Answer::Lapse) => Ok(ReferralState::Lapsed),
        (ReferralState::Lapsed, Answer::Renew) => Ok(ReferralState::Referred),
        (ReferralState::Referred, Answer::Withdraw) => Ok(ReferralState::Withdrawn),
        (ReferralState::Referred, Answer::Renew)
        | (ReferralState::Lapsed, Answer::Hire | Answer::Decline | Answer::Lapse | Answer::Withdraw)
        | (
            ReferralState::Hired | ReferralState::Declined,
            Answer::Hire | Answer::Decline | Answer::Lapse | Answer::Renew | Answer::Withdraw,
        ) => Err(Refusal::new("LIVE-05")),
        (
            ReferralState::Withdrawn,
            Answer::Hire | Answer::Decline | Answer::Lapse | Answer::Renew | Answer::Withdraw,
        ) => Err(Refusal::new("LIVE-16")),
    }
}
