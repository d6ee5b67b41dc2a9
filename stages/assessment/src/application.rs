// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What comes before the test: the application (FR.APL.01) with its papers, what a candidate says of herself (FR.APL.02), and the
//! agreement with the assessor on how she will be assessed (FR.AK.01).

mod rows;

use kernel::day::Day;
use kernel::id::{PersonId, UnitId};

use crate::evidence::EvidenceKind;
use crate::state::Verdict;

pub(crate) use rows::{
    add, add_agreement, add_paper, add_self, agreements, has_agreed, of_batch, self_assessments,
};

codes! {
    /// Why she wants to be assessed; the boxes of FR.APL.01.
    Purpose {
        Certification = "certification",
        Recertification = "recertification",
        Recognition = "recognition",
        Other = "other",
    }

    /// A paper that a certification body asks for.
    ApplicationPaper {
        Identity = "identity",
        Photo = "photo",
        Education = "education",
        Training = "training",
        Experience = "experience",
    }
}

impl ApplicationPaper {
    /// Whether a body asks everyone for it; proof of work is asked only of those who come by recognition.
    ///
    /// # Source
    /// Practice of certification bodies (unverified): identity, photograph, schooling and the certificate of training.
    pub fn is_needed(self, purpose: Purpose) -> bool {
        match self {
            Self::Identity | Self::Photo | Self::Education | Self::Training => true,
            Self::Experience => purpose == Purpose::Recognition,
        }
    }
}

/// One application with the papers that are in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationFact {
    pub person: PersonId,
    pub purpose: Purpose,
    pub day: Day,
    pub papers: Vec<ApplicationPaper>,
}

impl ApplicationFact {
    /// The papers still missing. A training completed here is known to the house and needs no paper.
    pub fn missing(&self, has_completed: bool) -> Vec<ApplicationPaper> {
        let needed = |paper: &ApplicationPaper| {
            paper.is_needed(self.purpose)
                && !self.papers.contains(paper)
                && !(*paper == ApplicationPaper::Training && has_completed)
        };
        ApplicationPaper::ALL.iter().copied().filter(needed).collect()
    }
}

/// What a candidate says of herself in one unit or element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelfFact {
    pub person: PersonId,
    pub unit: UnitId,
    pub element: String,
    /// 1, and one more each time she looked again; the latest counts.
    pub turn: i64,
    pub verdict: Verdict,
}

/// How one candidate agreed to be assessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementFact {
    pub person: PersonId,
    pub day: Day,
    pub kinds: Vec<EvidenceKind>,
    pub assessor_name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_depends_on_purpose_and_training() {
        use ApplicationPaper::{Education, Experience, Identity, Photo, Training};
        let of = |purpose, papers: &[ApplicationPaper]| ApplicationFact {
            person: PersonId(uuid::Uuid::nil()),
            purpose,
            day: Day::from_ymd_opt(2026, 4, 1).expect("a day"),
            papers: papers.to_vec(),
        };
        assert_eq!(of(Purpose::Certification, &[]).missing(false), [Identity, Photo, Education, Training]);
        assert_eq!(of(Purpose::Certification, &[]).missing(true), [Identity, Photo, Education]);
        assert_eq!(of(Purpose::Recognition, &[Identity, Photo, Education]).missing(true), [Experience]);
        assert!(
            of(Purpose::Certification, &[Identity, Photo, Education, Training]).missing(false).is_empty()
        );
    }
}
