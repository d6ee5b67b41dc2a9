// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a place can bear besides its hours: seasons, watch, zones, tools, set-up, ways, spare days.

mod engine;
mod judged;
mod store;

use kernel::day::Day;
use kernel::id::{FacilityId, ProgrammeId};

use crate::rules::WeekWindow;

pub use engine::{Course, engine};
pub use judged::{Taught, judged};
pub use store::{limits, set_limits};

/// The limits of one place; none by default.
///
/// # Units
/// `watched` counts sessions, `spare_days` open days at the end of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HouseLimits {
    pub watched: Option<i64>,
    pub spare_days: i64,
    pub seasons: Vec<Season>,
    pub zones: Vec<Zone>,
    pub tools: Vec<Tool>,
    pub set_ups: Vec<(FacilityId, i64)>,
    /// Rooms and the minutes between them, either way.
    pub ways: Vec<(FacilityId, FacilityId, i64)>,
}

/// Hours between two days, both included, instead of those of the rest of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    pub name: String,
    pub first: Day,
    pub last: Day,
    pub windows: Vec<WeekWindow>,
}

/// Rooms to which only so many people can be led at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    pub name: String,
    pub heads: i64,
    pub rooms: Vec<FacilityId>,
}

/// Sets of tools that the practice of these programmes uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    pub name: String,
    pub sets: i64,
    pub programmes: Vec<ProgrammeId>,
}

impl HouseLimits {
    /// The hours of a day: those of the season it lies in, else those of the year.
    pub fn hours<'a>(&'a self, day: Day, year: &'a [WeekWindow]) -> &'a [WeekWindow] {
        let season = self.seasons.iter().find(|season| season.first <= day && day <= season.last);
        season.map_or(year, |season| &season.windows)
    }
}
