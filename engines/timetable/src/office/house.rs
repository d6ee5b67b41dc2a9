// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What not every place has to keep: hours of a season, watch, zones, tools, set-up, ways between places.

use super::problem::Weekly;
use kernel::day::Day;

/// The further limits of a place; as it comes by default, it has none.
///
/// # Units
/// On the last `spare_days` open days of a batch nothing should lie, so that a lost session can be made up there; that is soft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct House {
    pub seasons: Vec<Season>,
    /// Sessions that can be watched at the same time.
    pub watched: Option<usize>,
    pub zones: Vec<Zone>,
    pub tools: Vec<Tool>,
    pub set_ups: Vec<SetUp>,
    pub ways: Vec<Way>,
    pub spare_days: u16,
}

/// Hours that hold between two days, both included, instead of those of the rest of the year: the fasting month, or works.
///
/// # Shape
/// Where seasons overlap the first counts. Instructors come as in the rest of the year, as far as the place is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    pub first: Day,
    pub last: Day,
    pub windows: Vec<Weekly>,
}

/// Rooms to which only so many people can be led, and watched, at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    pub rooms: Vec<usize>,
    pub heads: usize,
}

/// Sets of tools that no room holds: a session of one of these modules (batch, module) uses one while it runs, and so does
/// one of these locked sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    pub sets: usize,
    pub modules: Vec<(usize, usize)>,
    pub locked: Vec<usize>,
}

/// Minutes a room needs between the sessions of two batches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetUp {
    pub room: usize,
    pub minutes: u16,
}

/// Minutes an instructor needs from any of some rooms to any of some others, and back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub from: Vec<usize>,
    pub to: Vec<usize>,
    pub minutes: u16,
}

impl House {
    /// Rooms, modules and locked sessions that it names.
    pub(super) fn rooms(&self) -> impl Iterator<Item = usize> {
        let zones = self.zones.iter().flat_map(|zone| zone.rooms.iter().copied());
        let ways = self.ways.iter().flat_map(|way| way.from.iter().chain(&way.to).copied());
        zones.chain(ways).chain(self.set_ups.iter().map(|set_up| set_up.room))
    }
}
