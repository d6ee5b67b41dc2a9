// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The kinds of organisations and the posts in them, as data. What an organisation may do follows from its agreements.

mod kinds;
mod posts;

use crate::Lang;
use crate::wording::pick;

pub use kinds::kinds;

/// What a kind of organisation is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    Prison,
    RemandHouse,
    Juvenile,
    Probation,
    RegionalOffice,
    Directorate,
    ManpowerOffice,
    /// Run by the state, as BLK and BPVP.
    TrainingCentre,
    /// Private, as LPK.
    TrainingBody,
    School,
    Foundation,
    CertificationBody,
    Employer,
}

/// A kind of organisation. One organisation may play several roles at once; roles belong to agreements and batches.
#[derive(Debug, PartialEq, Eq)]
pub struct OrganisationKind {
    /// Stable, as in `lapas`.
    pub code: &'static str,
    pub family: Family,
    /// Posts usual in this kind; an office may merge or lack some of them.
    pub posts: &'static [Post],
    indonesian: &'static str,
    english: &'static str,
}

impl OrganisationKind {
    /// The words a reader sees.
    pub fn label(&self, lang: Lang) -> &'static str {
        pick(lang, self.indonesian, self.english)
    }

    /// Whether people live here behind a gate.
    pub fn holds_people(&self) -> bool {
        match self.family {
            Family::Prison | Family::RemandHouse | Family::Juvenile => true,
            Family::Probation
            | Family::RegionalOffice
            | Family::Directorate
            | Family::ManpowerOffice
            | Family::TrainingCentre
            | Family::TrainingBody
            | Family::School
            | Family::Foundation
            | Family::CertificationBody
            | Family::Employer => false,
        }
    }

    /// Whether the law puts people in this office's charge, behind a gate or at home.
    pub fn answers_for_people(&self) -> bool {
        self.holds_people() || self.family == Family::Probation
    }

    /// The post with this code, if it is usual here.
    pub fn post(&self, code: &str) -> Option<&'static Post> {
        self.posts.iter().find(|post| post.code == code)
    }
}

/// A post (jabatan) in an office.
#[derive(Debug, PartialEq, Eq)]
pub struct Post {
    /// Stable, as in `kasi-giatja`; unique within its kind.
    pub code: &'static str,
    /// Whether the holder signs agreements and decrees for the office.
    pub signs: bool,
    indonesian: &'static str,
    english: &'static str,
}

impl Post {
    /// The words a reader sees.
    pub fn label(&self, lang: Lang) -> &'static str {
        pick(lang, self.indonesian, self.english)
    }
}

/// The kind with this code.
pub fn kind(code: &str) -> Option<&'static OrganisationKind> {
    kinds().iter().find(|kind| kind.code == code)
}
