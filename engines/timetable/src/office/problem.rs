// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is to be laid, and what it must keep.

use super::house::House;
use chrono::Weekday;
use kernel::day::Day;

/// What a module teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Theory,
    Practice,
    SoftSkills,
    Business,
}

/// Part of a curriculum.
///
/// # Shape
/// `fields` are what its instructor must have, all of them; none means that any instructor will do. `rooms` are indices of
/// the rooms that have what it needs; none means any room that is large enough.
///
/// # Units
/// `jp` are training hours (jam pelajaran); nothing is laid for zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    pub name: String,
    pub kind: Kind,
    pub jp: u16,
    pub fields: Vec<String>,
    pub rooms: Vec<usize>,
}

/// A group that learns together.
///
/// # Shape
/// `modules` in the order of teaching. `participants` are numbers of persons, the same number for the same person in every
/// batch and locked session; while there are none, `seats` says how large a room must be. Every session lies between
/// `earliest` and `latest`, both included; on which day the batch starts is part of the answer.
///
/// # Units
/// Modules are laid in blocks of `block_jp` JP, the last of a module with what is left; blocks that touch become one session.
/// A day holds at most `day_jp` JP. Zero counts as one in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    pub name: String,
    pub modules: Vec<Module>,
    pub participants: Vec<usize>,
    pub seats: usize,
    pub theory_before_practice: bool,
    pub earliest: Day,
    pub latest: Day,
    pub block_jp: u16,
    pub day_jp: u16,
}

impl Batch {
    /// People a room must hold.
    pub fn heads(&self) -> usize {
        let mut persons = self.participants.clone();
        persons.sort_unstable();
        persons.dedup();
        if persons.is_empty() { self.seats } else { persons.len() }
    }
}

/// A room and the people it may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    pub name: String,
    pub capacity: usize,
}

/// A stretch of every week.
///
/// # Units
/// Minutes of the local day, the end not included. Stretches that touch count as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weekly {
    pub weekday: Weekday,
    pub starts: u16,
    pub ends: u16,
}

/// Somebody who teaches, in which fields, and when in the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instructor {
    pub name: String,
    pub fields: Vec<String>,
    pub hours: Vec<Weekly>,
}

/// A session that is laid already and stays.
///
/// # Shape
/// `room`, `instructor` and `batch` are indices where they are among those of the problem; `participants` as in [`Batch`].
/// `heads` counts everybody who is there, whether the problem knows them or not; with nobody it is no session, but something
/// that is not to be had then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    pub day: Day,
    pub starts: u16,
    pub ends: u16,
    pub room: Option<usize>,
    pub instructor: Option<usize>,
    pub batch: Option<usize>,
    pub kind: Kind,
    pub participants: Vec<usize>,
    pub heads: usize,
}

/// A whole problem: batches that compete for rooms and instructors, and the limits of the place and the agreement.
///
/// # Shape
/// `windows` are the hours in which the regime of the place allows sessions; a weekday without one is closed. `term` is the
/// first and last day in force of the agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub batches: Vec<Batch>,
    pub rooms: Vec<Room>,
    pub instructors: Vec<Instructor>,
    pub windows: Vec<Weekly>,
    pub closed_days: Vec<Day>,
    pub term: (Day, Day),
    pub minutes_per_jp: u16,
    pub locked: Vec<Locked>,
    pub house: House,
}
