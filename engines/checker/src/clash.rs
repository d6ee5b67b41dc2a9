// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A clash: which rule is broken, by which sessions, how gravely. The sentences are in `words.rs`.

use crate::timetable::Session;
use kernel::day::Day;

/// How grave a clash is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The timetable cannot be held as it stands and must not be approved.
    Blocking,
    /// It can be held, but somebody should look at it before approving.
    Warning,
}

/// Enough of a session to find it again: when, where and its label.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    pub day: Day,
    pub starts: u16,
    pub ends: u16,
    pub room: String,
    pub label: String,
}

impl From<&Session> for Spot {
    fn from(session: &Session) -> Self {
        Self {
            day: session.day,
            starts: session.starts,
            ends: session.ends,
            room: session.room.clone(),
            label: session.label.clone(),
        }
    }
}

/// The rule that is broken, with the values that break it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finding {
    EndsBeforeStart,
    RoomDoubleBooked { room: String },
    InstructorDoubleBooked { instructor: String },
    PersonDoubleBooked { person: String },
    OutsideRegimeWindow,
    ClosedDay,
    OutsideInstructorHours { instructor: String },
    OutsideAgreementTerm { first: Day, last: Day },
    RoomTooSmall { room: String, capacity: usize, needed: usize },
    PracticeBeforeTheory { batch: String },
    LengthNotItsJp { jp: i32, expected_minutes: i64, actual_minutes: i64 },
    RoomUnknown { room: String },
    BatchUnknown { batch: String },
    TooManyToWatch { most: usize, found: usize },
    ZoneTooFull { zone: String, most: usize, found: usize },
    ToolsTooFew { tool: String, sets: usize, found: usize },
    NoSetUp { room: String, minutes: u16 },
    NoTimeForTheWay { instructor: String, minutes: u16 },
}

impl Finding {
    /// The code shown to users and kept in records; it never changes its meaning.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EndsBeforeStart => "TIME-01",
            Self::RoomDoubleBooked { .. } => "TIME-02",
            Self::InstructorDoubleBooked { .. } => "TIME-03",
            Self::PersonDoubleBooked { .. } => "TIME-04",
            Self::OutsideRegimeWindow => "TIME-05",
            Self::ClosedDay => "TIME-06",
            Self::OutsideInstructorHours { .. } => "TIME-07",
            Self::OutsideAgreementTerm { .. } => "TIME-08",
            Self::RoomTooSmall { .. } => "TIME-09",
            Self::PracticeBeforeTheory { .. } => "TIME-10",
            Self::LengthNotItsJp { .. } => "TIME-11",
            Self::RoomUnknown { .. } => "TIME-12",
            Self::BatchUnknown { .. } => "TIME-13",
            Self::TooManyToWatch { .. } => "TIME-14",
            Self::ZoneTooFull { .. } => "TIME-15",
            Self::ToolsTooFew { .. } => "TIME-16",
            Self::NoSetUp { .. } => "TIME-17",
            Self::NoTimeForTheWay { .. } => "TIME-18",
        }
    }

    /// Everything blocks, except a length that merely disagrees with the hours it is credited for.
    pub fn severity(&self) -> Severity {
        match self {
            Self::LengthNotItsJp { .. } => Severity::Warning,
            Self::EndsBeforeStart
            | Self::RoomDoubleBooked { .. }
            | Self::InstructorDoubleBooked { .. }
            | Self::PersonDoubleBooked { .. }
            | Self::OutsideRegimeWindow
            | Self::ClosedDay
            | Self::OutsideInstructorHours { .. }
            | Self::OutsideAgreementTerm { .. }
            | Self::RoomTooSmall { .. }
            | Self::PracticeBeforeTheory { .. }
            | Self::RoomUnknown { .. }
            | Self::BatchUnknown { .. }
            | Self::TooManyToWatch { .. }
            | Self::ZoneTooFull { .. }
            | Self::ToolsTooFew { .. }
            | Self::NoSetUp { .. }
            | Self::NoTimeForTheWay { .. } => Severity::Blocking,
        }
    }
}

/// One broken rule and the session, or the two sessions, that break it.
///
/// # Shape
/// Ordered by the session's day, start and room, then its label, then the rule. Of two sessions, `session` is
/// the earlier in that order and `other` the later; for practice before theory, `session` is the practice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clash {
    pub session: Spot,
    pub finding: Finding,
    pub other: Option<Spot>,
}

impl Clash {
    /// Two sessions, the earlier first.
    pub(crate) fn of_two(one: &Session, two: &Session, finding: Finding) -> Self {
        let (one, two) = (Spot::from(one), Spot::from(two));
        let (session, other) = if one <= two { (one, two) } else { (two, one) };
        Self { session, finding, other: Some(other) }
    }

    pub fn code(&self) -> &'static str {
        self.finding.code()
    }

    pub fn severity(&self) -> Severity {
        self.finding.severity()
    }
}
