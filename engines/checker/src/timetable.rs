// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is judged: sessions, and the limits of the place, the people and the agreement they must keep.

use crate::house::House;
use chrono::Weekday;
use kernel::day::Day;

/// What a session teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Theory,
    Practice,
    SoftSkills,
    Business,
}

/// One meeting of (part of) a batch in one room under one instructor.
///
/// # Units
/// `starts` and `ends` are minutes of the local day, the end not included; `jp` are training hours (jam pelajaran).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub label: String,
    pub batch: String,
    pub module: String,
    pub day: Day,
    pub starts: u16,
    pub ends: u16,
    pub room: String,
    pub instructor: String,
    /// Who attends; empty while nobody is seated, then the seats of the batch count.
    pub participants: Vec<String>,
    pub kind: Kind,
    pub jp: i32,
}

/// A room by its code, with the number of people it may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    pub code: String,
    pub capacity: usize,
}

/// A stretch of the week in which the regime of the place allows sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub weekday: Weekday,
    pub starts: u16,
    pub ends: u16,
}

/// A stretch of the week in which an instructor can come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Available {
    pub instructor: String,
    pub weekday: Weekday,
    pub starts: u16,
    pub ends: u16,
}

/// What is promised about a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    pub name: String,
    pub seat_count: usize,
    /// Whether every practice session must follow the last theory session.
    pub theory_before_practice: bool,
}

/// A whole timetable with its limits.
///
/// # Shape
/// No list needs an order. Windows that touch or overlap count as one; a weekday without a window is closed,
/// an instructor without hours is never available.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    pub sessions: Vec<Session>,
    pub rooms: Vec<Room>,
    pub batches: Vec<Batch>,
    pub windows: Vec<Window>,
    pub closed_days: Vec<Day>,
    pub instructor_hours: Vec<Available>,
    /// First and last day in force of the agreement, both included.
    pub term: (Day, Day),
    pub minutes_per_jp: u16,
    pub house: House,
}
