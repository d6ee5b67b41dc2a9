// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A report of an activity: a note to the press of a signing or of an opening, made from what is on record and finished
//! by hand. It names organisations and officials, never one who takes part.

pub mod draft;
pub mod rules;
pub mod state;
pub mod store;

use access::Target;
use kernel::day::Day;
use kernel::id::{AgreementId, BatchId, OrganisationId};
use uuid::Uuid;

pub use state::ReportState;

/// Words of an official, entered by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    pub name: String,
    pub post: String,
    pub words: String,
}

/// What the reader is told: the six questions, quotes, and what the photographs are to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Story {
    pub headline: String,
    pub what: String,
    pub who: String,
    pub place: String,
    pub day: Day,
    pub why: String,
    pub how: String,
    pub quotes: Vec<Quote>,
    /// One caption a photograph.
    pub photos: Vec<String>,
    pub contact: String,
}

/// A report as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub id: Uuid,
    /// The host's code with a number: `SP-LAPAS-JEMBER-1`.
    pub code: String,
    pub office: OrganisationId,
    pub agreement: AgreementId,
    /// The batch whose opening it tells of; none for a signing.
    pub batch: Option<BatchId>,
    pub state: ReportState,
    pub released_on: Option<Day>,
    pub story: Story,
}

impl Report {
    /// The host's own.
    pub fn target(&self) -> Target {
        Target::of(self.office)
    }
}
