// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Limits that not every place has. By default there are none.

use crate::timetable::Window;
use kernel::day::Day;

/// What a place can bear besides its rooms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct House {
    pub seasons: Vec<Season>,
    /// Sessions that can be watched at the same time. A session of an unknown batch that nobody attends is none.
    pub watched: Option<usize>,
    pub zones: Vec<Zone>,
    pub tools: Vec<Tool>,
    pub set_ups: Vec<SetUp>,
    pub ways: Vec<Way>,
}

/// Windows that hold between two days, both included, instead of the others; of two seasons the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    pub first: Day,
    pub last: Day,
    pub windows: Vec<Window>,
}

/// Rooms to which only so many people are led at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    pub name: String,
    pub rooms: Vec<String>,
    pub heads: usize,
}

/// Sets of tools; a session of one of these modules, by batch and name, uses one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    pub name: String,
    pub sets: usize,
    pub modules: Vec<(String, String)>,
}

/// Minutes between the sessions of two batches in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUp {
    pub room: String,
    pub minutes: u16,
}

/// Minutes an instructor needs between any of some rooms and any of some others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub from: Vec<String>,
    pub to: Vec<String>,
    pub minutes: u16,
}
