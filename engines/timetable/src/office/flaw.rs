// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Problems that say nothing that could be laid: a fault of whoever made the value, not of the place.

use super::problem::Problem;
use std::fmt;

/// The longest stretch of days that is looked at.
const MOST_DAYS: i64 = 1_500;

/// What makes a problem meaningless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// `minutes_per_jp` is zero, or more than a day.
    MinutesPerJp(u16),
    /// A module, or a locked session, names a room that is not there.
    NoSuchRoom(usize),
    /// A locked session names an instructor who is not there.
    NoSuchInstructor(usize),
    /// A locked session names a batch that is not there.
    NoSuchBatch(usize),
    /// A block of this batch, by index, is longer than a day.
    BlockTooLong(usize),
    /// The days of this batch, by index, are more than the search looks at.
    TooManyDays(usize),
}

impl fmt::Display for Flaw {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MinutesPerJp(minutes) => write!(out, "{minutes} minutes cannot be one JP"),
            Self::NoSuchRoom(index) => write!(out, "there is no room {index}"),
            Self::NoSuchInstructor(index) => write!(out, "there is no instructor {index}"),
            Self::NoSuchBatch(index) => write!(out, "there is no batch {index}"),
            Self::BlockTooLong(batch) => write!(out, "a block of batch {batch} is longer than a day"),
            Self::TooManyDays(batch) => write!(out, "the days of batch {batch} are more than {MOST_DAYS}"),
        }
    }
}

impl std::error::Error for Flaw {}

/// Every flaw of a problem.
pub(super) fn flaws(problem: &Problem) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let minutes = problem.minutes_per_jp;
    if minutes == 0 || minutes > 1_440 {
        flaws.push(Flaw::MinutesPerJp(minutes));
    }
    for (index, batch) in problem.batches.iter().enumerate() {
        let longest =
            batch.modules.iter().map(|module| module.jp.min(batch.block_jp.max(1))).max().unwrap_or(0);
        if u32::from(longest) * u32::from(minutes) > 1_440 {
            flaws.push(Flaw::BlockTooLong(index));
        }
        if (batch.latest - batch.earliest).num_days() > MOST_DAYS {
            flaws.push(Flaw::TooManyDays(index));
        }
    }
    let needed = problem.batches.iter().flat_map(|batch| &batch.modules).flat_map(|module| &module.rooms);
    let rooms = needed.copied().chain(problem.locked.iter().filter_map(|locked| locked.room));
    let rooms = rooms.chain(problem.house.rooms());
    flaws.extend(rooms.filter(|room| *room >= problem.rooms.len()).map(Flaw::NoSuchRoom));
    let instructors = problem.locked.iter().filter_map(|locked| locked.instructor);
    flaws.extend(instructors.filter(|index| *index >= problem.instructors.len()).map(Flaw::NoSuchInstructor));
    let users = problem.house.tools.iter().flat_map(|tool| &tool.modules);
    let batches =
        problem.locked.iter().filter_map(|locked| locked.batch).chain(users.map(|(batch, _)| *batch));
    flaws.extend(batches.filter(|index| *index >= problem.batches.len()).map(Flaw::NoSuchBatch));
    flaws
}
