// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One agreement as the other rooms see it. Whether it is in force is never stored: it follows from the day.

use access::Target;
use kernel::day::Day;
use kernel::id::{AgreementId, OrganisationId};

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$inner])* $variant),* }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The word kept in the database and shown through `words/`.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }

            pub fn from_code(code: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

codes! {
    /// What kind of paper it is. Practice uses both agreements at unit level; nothing depends on which of the two.
    AgreementKind {
        /// Nota Kesepahaman: an intent.
        Mou = "mou",
        /// Perjanjian Kerja Sama: names activity, cost and dates.
        Pks = "pks",
        /// A training body's own decision to run a programme for ordinary learners: one party, and nobody to give rights to.
        Own = "own",
    }
}

codes! {
    /// What has been done to the agreement.
    AgreementState {
        /// The text is on the table; not all parties have agreed to it.
        Draft = "draft",
        /// All have agreed; not all have signed.
        Agreed = "agreed",
        Signed = "signed",
        /// Ended before its time.
        Ended = "ended",
    }
}

codes! {
    /// What a party is there for.
    PartyRole {
        /// Answers for the participants and for the place.
        Host = "host",
        Trainer = "trainer",
        Certifier = "certifier",
        Mentor = "mentor",
        LabourOffice = "labour_office",
        Funder = "funder",
    }
}

codes! {
    /// How an agreement stands on one day.
    Standing {
        Draft = "draft",
        Agreed = "agreed",
        PartlySigned = "partly_signed",
        /// Signed by all, the first day in force still ahead.
        Signed = "signed",
        InForce = "in_force",
        Expired = "expired",
        Ended = "ended",
    }
}

/// One party of an agreement, with its own document number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyFact {
    pub organisation: OrganisationId,
    /// The organisation's code, such as `blk-kotabaru`.
    pub code: String,
    pub name: String,
    pub role: PartyRole,
    pub agreed_on: Option<Day>,
    pub number: Option<String>,
    pub signer: Option<String>,
    pub signer_post: Option<String>,
    pub signed_on: Option<Day>,
}

/// An agreement between two or more organisations.
///
/// # Units
/// `starts_on` and `ends_on` are the first and the last day in force, in the host's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementFact {
    pub id: AgreementId,
    pub code: String,
    pub title: String,
    pub kind: AgreementKind,
    pub host: OrganisationId,
    pub fields: Vec<String>,
    pub places: Vec<String>,
    pub starts_on: Day,
    pub ends_on: Day,
    pub state: AgreementState,
    /// The last day in force, where it was ended early.
    pub ended_on: Option<Day>,
    pub end_reason: Option<String>,
    /// The host first, then as written in the draft.
    pub parties: Vec<PartyFact>,
}

impl AgreementFact {
    /// Owned by the host, reached under itself, and addressed to every party from the first draft on.
    pub fn target(&self) -> Target {
        Target::of(self.host).under(self.id).addressed_to(self.parties.iter().map(|party| party.organisation))
    }

    pub fn party(&self, organisation: OrganisationId) -> Option<&PartyFact> {
        self.parties.iter().find(|party| party.organisation == organisation)
    }

    /// The first day in force: not before the last signature. None while a signature is missing.
    pub fn first_day(&self) -> Option<Day> {
        let signed: Option<Vec<Day>> = self.parties.iter().map(|party| party.signed_on).collect();
        let last_signature = signed?.into_iter().max()?;
        Some(last_signature.max(self.starts_on))
    }

    /// The last day in force, as written or as ended early.
    pub fn last_day(&self) -> Day {
        self.ended_on.map_or(self.ends_on, |ended_on| ended_on.min(self.ends_on))
    }

    pub fn standing(&self, today: Day) -> Standing {
        let Some(first_day) = self.first_day() else {
            return match self.state {
                AgreementState::Draft => Standing::Draft,
                _ if self.parties.iter().any(|party| party.signed_on.is_some()) => Standing::PartlySigned,
                _ => Standing::Agreed,
            };
        };
        if today <= self.last_day() {
            return if today < first_day { Standing::Signed } else { Standing::InForce };
        }
        if self.state == AgreementState::Ended { Standing::Ended } else { Standing::Expired }
    }

    pub fn in_force(&self, today: Day) -> bool {
        self.standing(today) == Standing::InForce
    }

    /// True when it is signed and still in force at the end of the day; its last day counts.
    pub fn outlives(&self, day: Day) -> bool {
        self.first_day().is_some() && day <= self.last_day()
    }

    /// Days left after today; none unless in force. The last day answers 0.
    pub fn days_left(&self, today: Day) -> Option<i64> {
        self.in_force(today).then(|| (self.last_day() - today).num_days())
    }

    /// How much of the term has passed.
    ///
    /// # Units
    /// Percent of the days from `starts_on` to the last day, 0 to 100.
    pub fn percent_passed(&self, today: Day) -> i64 {
        let whole = ((self.last_day() - self.starts_on).num_days() + 1).max(1);
        let passed = (today - self.starts_on).num_days().clamp(0, whole);
        passed * 100 / whole
    }
}

/// The parts of a list as it is written in a field: `barbershop, laundry`.
pub(crate) fn words_of_list(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
